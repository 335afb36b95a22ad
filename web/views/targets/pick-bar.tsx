import { defineComponent, onUnmounted, ref } from 'vue';
import type { TargetRankingQueryVariables as RankingAsked } from '../../api/generated/operations.ts';
import { SavedTargetListOperation, SaveTargetListOperation } from '../../api/generated/operations.ts';
import { RequestError } from '../../api/request-fault.ts';
import { targetsTexts } from '../../i18n/targets-texts.ts';
import { faultWithId } from '../../ui/connection-banner.tsx';
import { nameInSentence } from '../relocation/sentence-words.ts';
import { criteriaInput, criteriaOf } from './criteria.ts';
import { draftOf } from './list-draft.ts';
import { MOST_PICKS } from './picks.ts';
import { saveKey } from './save-key.ts';
import type { ListLine, Targets } from './use-targets.ts';
import { weightParameters } from './weights.ts';

/** The firms picked so far, and how they become a list with a name. */
export const PickBar = defineComponent(
  (props: { readonly state: Targets }) => {
    const { state } = props;
    const { page } = state;
    const name = ref('');
    /** Public key of the list that the picks go into; empty for a new one. */
    const into = ref('');
    const isSaving = ref(false);
    const said = ref('');
    const saved = ref<ListLine | null>(null);
    // One key for one save: sent again after a lost answer, it makes no second list.
    let key = saveKey((bytes) => crypto.getRandomValues(bytes));
    const leaving = new AbortController();
    onUnmounted(() => {
      leaving.abort();
    });

    const placeholder = (): string => {
      const answer = state.answer.value;
      const { picks } = page.textsOf(targetsTexts);
      return answer === null
        ? ''
        : picks.namePlaceholder(page.nameOf(answer.region), nameInSentence(page.nameOf(answer.segment), page.lang));
    };
    const done = (list: ListLine, count: number): void => {
      const { picks } = page.textsOf(targetsTexts);
      said.value = into.value === '' ? picks.saved(list.name, count) : picks.added(list.name, count);
      saved.value = list;
      name.value = '';
      into.value = '';
      key = saveKey((bytes) => crypto.getRandomValues(bytes));
      state.setPicks([]);
      state.lists.reload();
    };
    const makeList = async (asked: RankingAsked): Promise<void> => {
      const { criteria, weights, picks: firms } = state.params.value;
      const { saveTargetList } = await page.ask(
        SaveTargetListOperation,
        {
          input: {
            key,
            name: name.value,
            region: asked.region,
            segment: asked.segment,
            criteria: criteriaInput(criteria),
            parameters: weights === null ? [] : weightParameters(weights),
            firms: firms.map((firm) => ({ firm })),
          },
          lang: state.lang.value,
        },
        leaving.signal,
      );
      const { list, userErrors } = saveTargetList;
      if (userErrors.length > 0) said.value = userErrors.map((error) => error.message).join(' ');
      else if (list !== null) done(list, list.firmCount);
    };
    /** Reads the list as it stands, so that what others have written stays, and writes it with the picks at its end. */
    const addToList = async (code: string): Promise<void> => {
      const { picks } = page.textsOf(targetsTexts);
      const { lang } = state;
      const { targetList: read } = await page.ask(
        SavedTargetListOperation,
        { id: code, lang: lang.value },
        leaving.signal,
      );
      if (read === null) {
        said.value = page.textsOf(targetsTexts).list.gone;
        state.lists.reload();
        return;
      }
      const held = draftOf(read.firms);
      const fresh = state.params.value.picks.filter((firm) => !held.some((row) => row.firm === firm));
      const { saveTargetList } = await page.ask(
        SaveTargetListOperation,
        {
          input: {
            list: read.code,
            expectedRevision: read.revision,
            name: read.name,
            region: read.regionCode,
            segment: read.segmentCode,
            criteria: criteriaInput(criteriaOf(read.criteria)),
            parameters: read.parameters.map(({ name: parameter, value }) => ({ name: parameter, value })),
            firms: [...held.map((row) => ({ ...row })), ...fresh.map((firm) => ({ firm }))],
          },
          lang: lang.value,
        },
        leaving.signal,
      );
      const { list, userErrors } = saveTargetList;
      if (userErrors.length > 0) said.value = userErrors.map((error) => error.message).join(' ');
      else if (list !== null) {
        done(list, fresh.length);
        if (fresh.length === 0) said.value = picks.allThere(list.name);
      }
    };
    const save = async (): Promise<void> => {
      const asked = state.question.value;
      if (asked === null || isSaving.value) return;
      isSaving.value = true;
      said.value = '';
      saved.value = null;
      try {
        await (into.value === '' ? makeList(asked) : addToList(into.value));
      } catch (error) {
        if (leaving.signal.aborted) return;
        if (!(error instanceof RequestError)) throw error;
        said.value = page.textsOf(targetsTexts).picks.failed(faultWithId(page.texts, error.fault));
      } finally {
        isSaving.value = false;
      }
    };

    return () => {
      const { picks } = page.textsOf(targetsTexts);
      const chosen = state.params.value.picks;
      const shown = state.shown.value.map(({ firm }) => firm.code);
      const list = saved.value;
      const lists = state.lists.value?.targetLists.edges ?? [];
      return (
        <section class="tg-picks" aria-label={picks.label}>
          <div class="tg-picks-line">
            <b>{chosen.length === 0 ? picks.none : picks.count(chosen.length)}</b>
            {shown.length === 0 || shown.every((code) => chosen.includes(code)) ? null : (
              <button
                type="button"
                class="plain-button small"
                onClick={() => {
                  state.pickShown(shown);
                }}
              >
                {picks.top(shown.length)}
              </button>
            )}
            {chosen.length === 0 ? null : (
              <button
                type="button"
                class="plain-button small"
                onClick={() => {
                  state.setPicks([]);
                }}
              >
                {picks.clear}
              </button>
            )}
            {chosen.length >= MOST_PICKS ? <span class="tg-quiet">{picks.full(MOST_PICKS)}</span> : null}
            <span class="tool-space" />
            {chosen.length === 0 ? null : (
              <form
                class="tg-save"
                onSubmit={(event: Event) => {
                  event.preventDefault();
                  void save();
                }}
              >
                {lists.length === 0 ? null : (
                  <select
                    value={into.value}
                    aria-label={picks.into}
                    onChange={(event: Event) => {
                      into.value = (event.target as HTMLSelectElement).value;
                    }}
                  >
                    <option value="">{picks.newList}</option>
                    {lists.map(({ node }) => (
                      <option key={node.code} value={node.code}>
                        {picks.addTo(node.name)}
                      </option>
                    ))}
                  </select>
                )}
                {into.value !== '' ? null : (
                  <input
                    type="text"
                    value={name.value}
                    aria-label={picks.name}
                    placeholder={placeholder()}
                    onInput={(event: Event) => {
                      name.value = (event.target as HTMLInputElement).value;
                    }}
                  />
                )}
                <button type="submit" class="plain-button primary" disabled={isSaving.value}>
                  {isSaving.value ? picks.saving : into.value === '' ? picks.save : picks.add}
                </button>
              </form>
            )}
          </div>
          <p class="tg-said" role="status">
            {said.value}{' '}
            {list === null ? null : (
              <button
                type="button"
                class="link-button"
                onClick={() => {
                  state.openList(list.code);
                }}
              >
                {picks.open}
              </button>
            )}
          </p>
        </section>
      );
    };
  },
  { name: 'PickBar', props: ['state'] },
);
