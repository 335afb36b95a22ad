import { defineComponent } from 'vue';
import { usePage } from '../../state/page.ts';
import { ComponentBars } from '../../ui/component-bars.tsx';
import { ScoreRange } from '../../ui/score-range.tsx';
import type { CellEvidence, GapCell } from './gap-cell.ts';

/** Severity as a position in a range, with its parts. */
export const SeverityBlock = defineComponent(
  (props: { readonly cell: GapCell; readonly evidence: CellEvidence | null; readonly place: string }) => {
    const page = usePage();
    return () => {
      const { drawer } = page.texts.chain;
      const { severity } = props.cell;
      const value = severity.value ?? null;
      const range = drawer.range(page.numbers.ratio(severity.low), page.numbers.ratio(severity.high));
      const known = drawer.evidence(page.numbers.percent(severity.evidence));
      return (
        <section class="severity" aria-label={`${props.place} ${drawer.severity}`}>
          <div class="severity-head">
            <div class="severity-value">
              <b>{value === null ? '?' : page.numbers.ratio(value)}</b>
              <span>{value === null ? drawer.severityUnknown : drawer.severity}</span>
            </div>
            <div class="severity-range">
              <ScoreRange
                value={value}
                low={severity.low}
                high={severity.high}
                label={`${drawer.severity}: ${range}`}
              />
              <div class="severity-facts">
                <span>{range}</span>
                <span>{known}</span>
              </div>
            </div>
          </div>
          {props.evidence === null ? null : <ComponentBars parts={props.evidence.severity.components} />}
        </section>
      );
    };
  },
  { name: 'SeverityBlock', props: ['cell', 'evidence', 'place'] },
);
