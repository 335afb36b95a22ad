import { defineComponent } from 'vue';
import type { GapGrade } from '../../api/generated/operations.ts';
import { usePage } from '../../state/page.ts';
import { GapChip } from '../../ui/gap-chip.tsx';
import { GAP_ORDER } from '../../ui/gap-style.ts';

/** Classes that are shown even when no segment has them: the reader should see that there is none. */
const ALWAYS: readonly GapGrade[] = ['MISSING', 'LIKELY_MISSING', 'SHORT', 'THIN', 'AMPLE', 'NO_DATA'];

/** The legend with counts; a click leaves only the classes chosen, the others fade in place. */
export const ChainLegend = defineComponent(
  (props: {
    readonly counts: ReadonlyMap<GapGrade, number>;
    /** Of the place beside it; null = there is none. */
    readonly beside: ReadonlyMap<GapGrade, number> | null;
  }) => {
    const page = usePage();
    const toggle = (gapGrade: GapGrade): void => {
      const shown = page.url.show ?? [];
      const next = shown.includes(gapGrade) ? shown.filter((entry) => entry !== gapGrade) : [...shown, gapGrade];
      page.go({ show: next.length === 0 ? null : GAP_ORDER.filter((entry) => next.includes(entry)) });
    };
    return () => {
      const shown = page.url.show;
      const classes = GAP_ORDER.filter(
        (entry) => ALWAYS.includes(entry) || (props.counts.get(entry) ?? 0) > 0 || (props.beside?.get(entry) ?? 0) > 0,
      );
      return (
        <div class="legend" role="group" aria-label={page.texts.chain.legend}>
          {classes.map((gapGrade) => (
            <button
              key={gapGrade}
              type="button"
              class={['legend-item', { off: shown !== null && !shown.includes(gapGrade) }]}
              aria-pressed={shown?.includes(gapGrade) === true}
              title={page.texts.gapMeaning[gapGrade]}
              onClick={() => {
                toggle(gapGrade);
              }}
            >
              <GapChip gapGrade={gapGrade} signOnly />
              <span>{page.texts.gapGrade[gapGrade]}</span>
              <span class="legend-count">
                {page.numbers.count(props.counts.get(gapGrade) ?? 0)}
                {props.beside === null ? null : ` | ${page.numbers.count(props.beside.get(gapGrade) ?? 0)}`}
              </span>
            </button>
          ))}
          {shown === null ? null : (
            <button
              type="button"
              class="link-button"
              onClick={() => {
                page.go({ show: null });
              }}
            >
              {page.texts.chain.legendAll}
            </button>
          )}
        </div>
      );
    };
  },
  { name: 'ChainLegend', props: ['counts', 'beside'] },
);
