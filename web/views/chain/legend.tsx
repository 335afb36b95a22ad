import { defineComponent } from 'vue';
import type { GapClass } from '../../api/generated/operations.ts';
import { usePage } from '../../state/page.ts';
import { GapChip } from '../../ui/gap-chip.tsx';
import { GAP_ORDER } from '../../ui/gap-style.ts';

/** Classes that are shown even when no segment has them: the reader should see that there is none. */
const ALWAYS: readonly GapClass[] = ['MISSING', 'LIKELY_MISSING', 'WEAK', 'STRONG', 'UNKNOWN'];

/** The legend with counts; a click leaves only the classes chosen, the others fade in place. */
export const ChainLegend = defineComponent(
  (props: { readonly counts: ReadonlyMap<GapClass, number> }) => {
    const page = usePage();
    const toggle = (gapClass: GapClass): void => {
      const shown = page.url.show ?? [];
      const next = shown.includes(gapClass) ? shown.filter((entry) => entry !== gapClass) : [...shown, gapClass];
      page.go({ show: next.length === 0 ? null : GAP_ORDER.filter((entry) => next.includes(entry)) });
    };
    return () => {
      const shown = page.url.show;
      const classes = GAP_ORDER.filter((entry) => ALWAYS.includes(entry) || (props.counts.get(entry) ?? 0) > 0);
      return (
        <div class="legend" role="group" aria-label={page.texts.chain.legend}>
          {classes.map((gapClass) => (
            <button
              key={gapClass}
              type="button"
              class={['legend-item', { off: shown !== null && !shown.includes(gapClass) }]}
              aria-pressed={shown?.includes(gapClass) === true}
              title={page.texts.gapMeaning[gapClass]}
              onClick={() => {
                toggle(gapClass);
              }}
            >
              <GapChip gapClass={gapClass} signOnly />
              <span>{page.texts.gapClass[gapClass]}</span>
              <span class="legend-count">{page.numbers.count(props.counts.get(gapClass) ?? 0)}</span>
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
  { name: 'ChainLegend', props: ['counts'] },
);
