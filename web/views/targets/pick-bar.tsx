import { defineComponent, onUnmounted, ref } from 'vue';
import { SaveTargetListOperation } from '../../api/generated/operations.ts';
import { RequestError } from '../../api/request-fault.ts';
import { targetsTexts } from '../../i18n/targets-texts.ts';
import { faultWithId } from '../../ui/connection-banner.tsx';
import { nameInSentence } from '../relocation/sentence-words.ts';
import { criteriaInput } from './criteria.ts';
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
    const save = async (): Promise<void> => {
      const asked = state.question.value;
      if (asked === null || isSaving.value) return;
      const { picks } = page.textsOf(targetsTexts);
      const { criteria, weights, picks: firms } = state.params.value;
      isSaving.value = true;
      said.value = '';
      saved.value = null;
      try {
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
        else if (list !== null) {
          said.value = picks.saved(list.name, list.firmCount);
          saved.value = list;
          name.value = '';
          key = saveKey((bytes) => crypto.getRandomValues(bytes));
          state.setPicks([]);
          state.lists.reload();
        }
      } catch (error) {
        if (leaving.signal.aborted) return;
        if (!(error instanceof RequestError)) throw error;
        said.value = picks.failed(faultWithId(page.texts, error.fault));
      } finally {
        isSaving.value = false;
      }
    };

    return () => {
      const { picks } = page.textsOf(targetsTexts);
      const chosen = state.params.value.picks;
      const shown = state.shown.value.map(({ firm }) => firm.code);
      const done = saved.value;
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
                <input
                  type="text"
                  value={name.value}
                  aria-label={picks.name}
                  placeholder={placeholder()}
                  onInput={(event: Event) => {
                    name.value = (event.target as HTMLInputElement).value;
                  }}
                />
                <button type="submit" class="plain-button primary" disabled={isSaving.value}>
                  {isSaving.value ? picks.saving : picks.save}
                </button>
              </form>
            )}
          </div>
          <p class="tg-said" role="status">
            {said.value}{' '}
            {done === null ? null : (
              <button
                type="button"
                class="link-button"
                onClick={() => {
                  state.openList(done.code);
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
