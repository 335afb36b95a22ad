import { defineComponent, nextTick, onMounted, ref, watch } from 'vue';
import { relocationTexts } from '../../i18n/relocation-texts.ts';
import { ScoreRange } from '../../ui/score-range.tsx';
import { scoreWords } from './score-words.ts';
import { StateChip } from './state-chip.tsx';
import type { Relocation } from './use-relocation.ts';

/** Up to four candidates side by side, one scale a row. */
export const CompareDialog = defineComponent(
  (props: { readonly state: Relocation; readonly open: boolean; readonly onClose: () => void }) => {
    const { state } = props;
    const { page } = state;
    const dialog = ref<HTMLDialogElement | null>(null);
    const sync = (): void => {
      const element = dialog.value;
      if (element === null) return;
      if (props.open && !element.open) element.showModal();
      if (!props.open && element.open) element.close();
    };
    onMounted(sync);
    watch(
      () => props.open,
      () => nextTick(sync),
    );
    watch(
      () => state.compared.value.length,
      (count) => {
        if (count === 0 && props.open) props.onClose();
      },
    );

    const table = () => {
      const texts = page.textsOf(relocationTexts);
      const { compare, component } = texts;
      const ones = state.compared.value;
      const known = (value: string | null, absent: string) =>
        value === null ? <span class="rl-unknown">{absent}</span> : value;
      return (
        <table class="rl-compare-table">
          <caption class="unseen">{compare.title}</caption>
          <thead>
            <tr>
              <td />
              {ones.map(({ candidate, rank }) => (
                <th key={candidate.code} scope="col">
                  <span class="rl-compare-name">
                    {rank === null ? null : <span class="rl-rank">{rank}</span>} {page.nameOf(candidate.name)}{' '}
                    <span class={`rl-zone-name ${candidate.zone}`}>{texts.zone[candidate.zone]}</span>
                  </span>
                  <button
                    type="button"
                    class="close-button"
                    aria-label={compare.remove(page.nameOf(candidate.name))}
                    title={compare.remove(page.nameOf(candidate.name))}
                    onClick={() => {
                      state.toggleCompared(candidate.code);
                    }}
                  >
                    ✕
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{texts.table.state}</th>
              {ones.map(({ candidate }) => (
                <td key={candidate.code}>
                  <StateChip feasibility={candidate.feasibility} />
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{texts.table.score}</th>
              {ones.map(({ candidate, score }) => (
                <td key={candidate.code}>
                  <ScoreRange
                    value={score.value}
                    low={score.low}
                    high={score.high}
                    label={scoreWords(score, page.numbers, texts)}
                  />
                  <b>{score.value === null ? texts.table.noScore : page.numbers.ratio(score.value)}</b>{' '}
                  <span class="rl-quiet">
                    {texts.table.range(page.numbers.ratio(score.low), page.numbers.ratio(score.high))}
                  </span>
                </td>
              ))}
            </tr>
            {(ones[0]?.candidate.components ?? []).map(({ name }, index) => (
              <tr key={name}>
                <th scope="row">{component[name]}</th>
                {ones.map(({ candidate }) => {
                  const part = candidate.components[index];
                  const value = part?.value ?? null;
                  const isOut = part?.state === 'NOT_APPLICABLE';
                  return (
                    <td key={candidate.code}>
                      <span
                        class={['bar', { unknown: value === null && !isOut, 'not-applicable': isOut }]}
                        aria-hidden="true"
                      >
                        {value === null ? null : (
                          <span class="bar-fill" style={{ width: `${(value * 100).toFixed(1)}%` }} />
                        )}
                      </span>
                      {known(
                        value === null ? null : page.numbers.ratio(value),
                        isOut ? texts.table.notApplicable : texts.table.unknown,
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
            <tr>
              <th scope="row">{texts.table.distance}</th>
              {ones.map(({ candidate }) => (
                <td key={candidate.code}>
                  {known(
                    candidate.distanceKm === null ? null : texts.table.km(page.numbers.count(candidate.distanceKm)),
                    texts.table.unknown,
                  )}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{texts.table.firms}</th>
              {ones.map(({ candidate }) => (
                <td key={candidate.code}>
                  {known(
                    candidate.firms === null ? null : texts.table.count(page.numbers.count(candidate.firms)),
                    texts.table.unknown,
                  )}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{texts.table.park}</th>
              {ones.map(({ candidate }) => (
                <td key={candidate.code}>
                  {candidate.park === null ? texts.table.noPark : page.nameOf(candidate.park)}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{texts.table.measures}</th>
              {ones.map(({ candidate }) => (
                <td key={candidate.code}>
                  {candidate.measures.length === 0
                    ? compare.none
                    : candidate.measures.map((measure) => texts.table.measure(measure.number)).join(texts.details.join)}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{compare.blockers}</th>
              {ones.map(({ candidate }) => (
                <td key={candidate.code}>
                  {candidate.blockers.length === 0 ? (
                    compare.none
                  ) : (
                    <ul class="rl-compare-blockers">
                      {candidate.blockers.map((blocker, index) => (
                        <li key={index} class={{ hard: blocker.hard }}>
                          <span aria-hidden="true">{blocker.hard ? '✕' : '?'}</span> {page.nameOf(blocker.words)}
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      );
    };

    return () => {
      const { compare } = page.textsOf(relocationTexts);
      return (
        <dialog
          ref={dialog}
          class="rl-dialog"
          aria-label={compare.title}
          onClose={() => {
            props.onClose();
          }}
        >
          {props.open ? (
            <>
              <div class="rl-dialog-head">
                <h2>{compare.title}</h2>
                <span class="rl-quiet">{compare.note}</span>
                <button
                  type="button"
                  class="plain-button small"
                  onClick={() => {
                    state.setCompared([]);
                  }}
                >
                  {compare.clear}
                </button>
                <button
                  type="button"
                  class="plain-button small"
                  onClick={() => {
                    props.onClose();
                  }}
                >
                  {compare.close}
                </button>
              </div>
              <div class="rl-dialog-body">{table()}</div>
            </>
          ) : null}
        </dialog>
      );
    };
  },
  {
    name: 'CompareDialog',
    props: { state: Object, open: Boolean, onClose: Function } as unknown as ['state', 'open', 'onClose'],
  },
);
