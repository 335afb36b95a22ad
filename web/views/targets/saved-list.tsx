import { computed, defineComponent, onUnmounted, ref, watch } from 'vue';
import { SaveTargetListOperation } from '../../api/generated/operations.ts';
import { isPassing, RequestError } from '../../api/request-fault.ts';
import { targetsTexts } from '../../i18n/targets-texts.ts';
import { faultWithId } from '../../ui/connection-banner.tsx';
import { ScoreRange } from '../../ui/score-range.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { nameInSentence } from '../relocation/sentence-words.ts';
import { chipText } from './controls.tsx';
import { chipsOf, criteriaInput, criteriaOf } from './criteria.ts';
import { draftOf, isChanged, merged, movement, written, type DraftRow } from './list-draft.ts';
import { listingText } from './listing.ts';
import { moved } from './picks.ts';
import type { SavedList, SavedListResource, Targets } from './use-targets.ts';

type Entry = SavedList['firms'][number];
interface Score {
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
}

/** One saved list: what was known when it was saved beside what is known now, notes, next steps, order. */
export const SavedListPanel = defineComponent(
  (props: { readonly state: Targets; readonly saved: SavedListResource }) => {
    const { state, saved } = props;
    const { page } = state;
    const texts = computed(() => page.textsOf(targetsTexts));
    const list = computed(() => (saved.key?.id === state.params.value.list ? (saved.value?.targetList ?? null) : null));
    const draft = ref<readonly DraftRow[]>([]);
    const base = ref<readonly DraftRow[]>([]);
    /** The revision that the draft was made from. */
    const revision = ref(0);
    const isClash = ref(false);
    const said = ref('');
    const isSaving = ref(false);
    const leaving = new AbortController();
    onUnmounted(() => {
      leaving.abort();
    });

    /** Every firm seen so far: one that somebody else has taken out may still stand in the draft. */
    const seen = new Map<string, Entry>();
    const isDirty = computed(() => isChanged(draft.value, base.value));
    const takeOver = (read: SavedList): void => {
      for (const entry of read.firms) seen.set(entry.firmCode, entry);
      base.value = draftOf(read.firms);
      draft.value = base.value;
      revision.value = read.revision;
      isClash.value = false;
    };
    /** What to do with the list when it comes in again while there are changes of one's own. */
    let onRead: 'keep' | 'take' | 'merge' = 'take';
    let shownCode: string | null = null;
    watch(
      list,
      (read) => {
        if (read === null) return;
        const isOther = read.code !== shownCode;
        shownCode = read.code;
        if (isOther || onRead === 'take' || !isDirty.value) takeOver(read);
        else if (onRead === 'merge') {
          const [before, mine] = [base.value, draft.value];
          takeOver(read);
          draft.value = merged(before, mine, base.value);
          said.value = texts.value.list.merged;
        }
        // Read again (another language, a new release), it must not take away what somebody is writing.
        onRead = 'keep';
      },
      { immediate: true },
    );

    const save = async (): Promise<void> => {
      const read = list.value;
      if (read === null || isSaving.value) return;
      isSaving.value = true;
      said.value = '';
      try {
        const { saveTargetList } = await page.ask(
          SaveTargetListOperation,
          {
            input: {
              list: read.code,
              expectedRevision: revision.value,
              name: read.name,
              region: read.regionCode,
              segment: read.segmentCode,
              criteria: criteriaInput(criteriaOf(read.criteria)),
              parameters: read.parameters.map(({ name, value }) => ({ name, value })),
              firms: draft.value.map(({ firm, note, nextStep }) => ({ firm, note, nextStep })),
            },
            lang: state.lang.value,
          },
          leaving.signal,
        );
        const { userErrors, list: now } = saveTargetList;
        if (userErrors.length === 0 && now !== null) {
          base.value = draft.value;
          revision.value = now.revision;
          isClash.value = false;
          said.value = texts.value.list.savedNow;
          saved.reload();
          state.lists.reload();
        } else {
          isClash.value = userErrors.some((error) => error.code === 'CLASH');
          said.value = userErrors.map((error) => error.message).join(' ');
        }
      } catch (error) {
        if (leaving.signal.aborted) return;
        if (!(error instanceof RequestError)) throw error;
        said.value = texts.value.lists.failedWhy(faultWithId(page.texts, error.fault));
      } finally {
        isSaving.value = false;
      }
    };
    const readAgain = (then: 'take' | 'merge'): void => {
      onRead = then;
      said.value = '';
      saved.reload();
    };

    const scoreCell = (score: Score, rank: number | null) => {
      const { table } = texts.value;
      const value = score.value === null ? table.noScore : page.numbers.ratio(score.value);
      const [low, high] = [page.numbers.ratio(score.low), page.numbers.ratio(score.high)];
      return (
        <>
          <ScoreRange
            value={score.value}
            low={score.low}
            high={score.high}
            label={table.scoreWords(value, low, high)}
          />
          <span class="tg-score-numbers">
            <b>{value}</b>
            <span>{table.range(low, high)}</span>
          </span>
          {rank === null ? null : <span class="tg-quiet">{texts.value.list.rank(rank)} </span>}
        </>
      );
    };
    const nowCell = (entry: Entry) => {
      const { list: words, reason } = texts.value;
      const { now } = entry;
      if (entry.firm === null) return <span class="tg-quiet">{words.goneFirm}</span>;
      if (now === null) return <span class="tg-quiet">{words.notJudged}</span>;
      if (now.candidate === null) {
        return (
          <span title={now.text}>
            {now.excluded === null ? words.notJudged : words.outNow(reason[now.excluded.reason])}
          </span>
        );
      }
      const step = movement(entry.scoreThen?.value ?? null, now.candidate.score.value);
      return (
        <>
          {scoreCell(now.candidate.score, now.candidate.rank)}
          {step === null ? null : (
            <span class="tg-quiet">
              {step.kind === 'same' ? words.same : words[step.kind](page.numbers.ratio(step.by))}
            </span>
          )}
        </>
      );
    };
    const textCell = (row: DraftRow, field: 'note' | 'nextStep', label: string, hint: string) => (
      <textarea
        rows={2}
        value={row[field]}
        aria-label={label}
        placeholder={hint}
        onInput={(event: Event) => {
          draft.value = written(draft.value, row.firm, { [field]: (event.target as HTMLTextAreaElement).value });
        }}
      />
    );
    const row = (read: SavedList, one: DraftRow, index: number) => {
      const { list: words, table } = texts.value;
      const entry = read.firms.find((candidate) => candidate.firmCode === one.firm) ?? seen.get(one.firm);
      if (entry === undefined) return null;
      const name = entry.firm === null ? entry.firmName : page.nameOf(entry.firm);
      const places = [
        ...new Set(
          (entry.firm?.places ?? []).map(({ region }) => page.nameOf({ zh: region.fullZh, en: region.fullEn })),
        ),
      ];
      return (
        <tr key={one.firm}>
          <td class="tg-rank">{index + 1}</td>
          <th scope="row" class="tg-firm">
            <b>{name}</b>
            <span class="tg-under">
              <span class="tg-listing">{(entry.firm === null ? null : listingText(entry.firm)) ?? one.firm}</span>
              <span>{places.length === 0 ? table.fromUnknown : places.join(' ')}</span>
            </span>
          </th>
          <td class="tg-score">
            {entry.scoreThen === null ? (
              <span class="tg-quiet">{words.noScoreThen}</span>
            ) : (
              scoreCell(entry.scoreThen, entry.scoreThen.rank)
            )}
            <span class="tg-release">{entry.releaseId}</span>
          </td>
          <td class="tg-score">
            {nowCell(entry)}
            <span class="tg-release">{saved.value?.release.id ?? ''}</span>
          </td>
          <td>{textCell(one, 'nextStep', words.stepOf(name), words.stepHint)}</td>
          <td>{textCell(one, 'note', words.noteOf(name), '')}</td>
          <td class="tg-actions">
            <button
              type="button"
              class="plain-button small"
              aria-label={words.moveUp(name)}
              disabled={index === 0}
              onClick={() => {
                draft.value = moved(draft.value, index, -1);
              }}
            >
              ↑
            </button>
            <button
              type="button"
              class="plain-button small"
              aria-label={words.moveDown(name)}
              disabled={index === draft.value.length - 1}
              onClick={() => {
                draft.value = moved(draft.value, index, 1);
              }}
            >
              ↓
            </button>
            <button
              type="button"
              class="plain-button small"
              aria-label={words.takeOf(name)}
              onClick={() => {
                draft.value = draft.value.filter((other) => other.firm !== one.firm);
              }}
            >
              {words.take}
            </button>
            {entry.firm === null ? null : (
              <button
                type="button"
                class="plain-button small"
                aria-label={words.planOf(name)}
                onClick={() => {
                  state.planFrom(read, one.firm);
                }}
              >
                {words.plan}
              </button>
            )}
          </td>
        </tr>
      );
    };
    const clash = () => {
      const { list: words } = texts.value;
      if (!isClash.value) return null;
      return (
        <div class="part-failed" role="alert">
          <p>
            <b>{words.clash}</b>
          </p>
          <p>{words.clashWhat}</p>
          <div class="next-steps">
            <button
              type="button"
              class="plain-button primary"
              onClick={() => {
                readAgain('merge');
              }}
            >
              {words.merge}
            </button>
            <button
              type="button"
              class="plain-button"
              onClick={() => {
                readAgain('take');
              }}
            >
              {words.takeTheirs}
            </button>
          </div>
        </div>
      );
    };
    const back = () => (
      <button
        type="button"
        class="plain-button small"
        onClick={() => {
          state.openList(null);
        }}
      >
        ← {texts.value.lists.back}
      </button>
    );

    return () => {
      const { list: words, lists, answer } = texts.value;
      const read = list.value;
      if (read === null) {
        const { fault } = saved;
        return (
          <div class="tg-lists">
            {back()}
            {fault !== null && !isPassing(fault) ? (
              <p class="part-failed" role="alert">
                {lists.failed}：{faultWithId(page.texts, fault)}
              </p>
            ) : saved.loading || saved.key === null ? (
              <Skeleton />
            ) : (
              <p class="tg-empty">{words.gone}</p>
            )}
          </div>
        );
      }
      const region = read.region === null ? read.regionCode : page.nameOf(read.region);
      const segment = read.segment === null ? read.segmentCode : nameInSentence(page.nameOf(read.segment), page.lang);
      const criteria = criteriaOf(read.criteria);
      const chips = chipsOf(criteria).map((chip) => chipText(chip, page));
      return (
        <div class="tg-lists">
          <div class="tg-list-head">
            {back()}
            <h2>{read.name}</h2>
            <span class="tool-space" />
            <button
              type="button"
              class="plain-button"
              onClick={() => {
                state.askAgain(read);
              }}
            >
              {words.ask}
            </button>
            <button
              type="button"
              class="plain-button primary"
              disabled={!isDirty.value || isSaving.value || isClash.value}
              onClick={() => void save()}
            >
              {words.save}
            </button>
          </div>
          <p>
            {words.summary(region, segment, read.firmCount)}
            {chips.length === 0 ? null : `；${chips.join(answer.join)}`}
          </p>
          <p class="tg-quiet">
            {words.saved(page.numbers.day(read.updatedAt), read.releaseId, read.revision)} ·{' '}
            {words.present(saved.value?.release.id ?? '')} · {words.askNote}
          </p>
          {clash()}
          <p class="tg-said" role="status">
            {said.value !== '' ? said.value : isDirty.value ? words.unsaved : ''}
          </p>
          <table class="tg-table tg-list-table">
            <caption class="unseen">{words.label(read.name)}</caption>
            <thead>
              <tr>
                <th scope="col" class="tg-rank">
                  {words.position}
                </th>
                <th scope="col">{words.firm}</th>
                <th scope="col">{words.then}</th>
                <th scope="col">{words.now}</th>
                <th scope="col">{words.step}</th>
                <th scope="col">{words.note}</th>
                <th scope="col">{words.order}</th>
              </tr>
            </thead>
            <tbody>{draft.value.map((one, index) => row(read, one, index))}</tbody>
          </table>
        </div>
      );
    };
  },
  { name: 'SavedList', props: ['state', 'saved'] },
);
