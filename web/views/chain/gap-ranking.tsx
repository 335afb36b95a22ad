import { defineComponent } from 'vue';
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
    return () => {
      const { drawer } = page.texts.chain;
      const gaps = props.rows
        .filter((row) => GAP_GRADES_TO_ACT.includes(row.cell.grade))
        .sort((a, b) => bySeverity(a.cell, b.cell));
      return (
        <div class="details">
          <header class="drawer-head">
            <h2>{props.title}</h2>
            <p class="drawer-place">{drawer.pick}</p>
          </header>
          {gaps.length === 0 ? (
            <p class="quiet">{page.texts.chain.answer.noGap}</p>
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
        </div>
      );
    };
  },
  { name: 'GapRanking', props: ['rows', 'title', 'onPick'] },
);
