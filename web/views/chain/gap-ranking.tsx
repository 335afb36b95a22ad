import { defineComponent } from 'vue';
import { chainTexts } from '../../i18n/chain-texts.ts';
import { usePage } from '../../state/page.ts';
import { GapChip } from '../../ui/gap-chip.tsx';
import { GAP_GRADES_TO_ACT } from '../../ui/gap-style.ts';
import { ScoreRange } from '../../ui/score-range.tsx';
import type { SegmentRow } from './segment-table.tsx';
import { actionText, bySeverity } from './gap-cell.ts';

/** What the drawer shows while nothing is selected: the gaps, worst first, each with the range of its severity. */
export const GapRanking = defineComponent(
  (props: {
    readonly rows: readonly SegmentRow[];
    readonly title: string;
    readonly onPick: (code: string) => void;
  }) => {
    const page = usePage();
    /** A place of which nothing is known: no list of gaps, and no word that there are none. */
    const whyUnknown = (rows: readonly SegmentRow[]) => {
      const words = page.textsOf(chainTexts).unknownYet;
      const states = [...new Set(rows.map((row) => row.cell.state))];
      return (
        <>
          <p class="drawer-line">{words.nothing(rows.length)}</p>
          <section>
            <h3>{words.states}</h3>
            <ul class="unknowns">
              {states.map((state) => (
                <li key={state}>
                  <b>{page.texts.cellState[state]}</b>{' '}
                  {page.numbers.count(rows.filter((row) => row.cell.state === state).length)}
                </li>
              ))}
            </ul>
          </section>
        </>
      );
    };
    return () => {
      const { drawer } = page.texts.chain;
      const gaps = props.rows
        .filter((row) => GAP_GRADES_TO_ACT.includes(row.cell.grade))
        .sort((a, b) => bySeverity(a.cell, b.cell));
      const words = page.textsOf(chainTexts).unknownYet;
      const unknown = props.rows.filter((row) => row.cell.grade === 'NO_DATA');
      const toVerify = unknown.filter((row) => row.cell.namedByPolicy);
      return (
        <div class="details">
          <header class="drawer-head">
            <h2>{props.title}</h2>
            <p class="drawer-place">{drawer.pick}</p>
          </header>
          {gaps.length === 0 ? (
            unknown.length === props.rows.length ? (
              whyUnknown(unknown)
            ) : (
              <p class="quiet">{page.texts.chain.answer.noGap}</p>
            )
          ) : (
            <>
              <ol class="ranking">
                {gaps.map((row) => {
                  const { low, high, value } = row.cell.severity;
                  const range = drawer.range(page.numbers.ratio(low), page.numbers.ratio(high));
                  return (
                    <li key={row.code}>
                      <button
                        type="button"
                        onClick={() => {
                          props.onPick(row.code);
                        }}
                      >
                        <span class="ranking-name">{row.name}</span>
                        <GapChip gapGrade={row.cell.grade} />
                        <span class="ranking-action">{actionText(page.texts, row.cell)}</span>
                        <ScoreRange value={value ?? null} low={low} high={high} label={range} />
                        <span class="ranking-range">
                          {page.numbers.ratio(low)}–{page.numbers.ratio(high)}
                        </span>
                      </button>
                    </li>
                  );
                })}
              </ol>
              <p class="quiet">{drawer.rankingNote}</p>
            </>
          )}
          {toVerify.length === 0 ? null : (
            <section>
              <h3>{words.verifyFirst}</h3>
              <div class="to-verify">
                {toVerify.map((row) => (
                  <button
                    key={row.code}
                    type="button"
                    class="neighbour"
                    onClick={() => {
                      props.onPick(row.code);
                    }}
                  >
                    {row.name}
                  </button>
                ))}
              </div>
            </section>
          )}
        </div>
      );
    };
  },
  { name: 'GapRanking', props: ['rows', 'title', 'onPick'] },
);
