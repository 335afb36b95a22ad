import { defineComponent } from 'vue';
import type { ComponentState } from '../api/generated/operations.ts';
import { usePage } from '../state/page.ts';

/** A part of a score as the operations ask for it. */
export interface ScorePart {
  readonly name: string;
  readonly label: string;
  readonly state: ComponentState;
  readonly value?: number | null;
  readonly weight: number;
}

/** The parts of a score in their fixed order, as bars; what nobody knows is hatched, never empty. */
export const ComponentBars = defineComponent(
  (props: { readonly parts: readonly ScorePart[] }) => {
    const page = usePage();
    const valueText = (part: ScorePart): string => {
      const { drawer } = page.texts.chain;
      if (part.state === 'NOT_APPLICABLE') return drawer.notApplicable;
      return part.state === 'KNOWN' && part.value !== null && part.value !== undefined
        ? page.numbers.ratio(part.value)
        : drawer.unknown;
    };
    return () => (
      <dl class="component-bars">
        {props.parts.map((part) => (
          <div key={part.name} class="component-bar">
            <dt>{part.label}</dt>
            <dd>
              <span
                class={[
                  'bar',
                  { unknown: part.state === 'UNKNOWN', 'not-applicable': part.state === 'NOT_APPLICABLE' },
                ]}
                aria-hidden="true"
              >
                {part.state === 'KNOWN' ? (
                  <span class="bar-fill" style={{ width: `${((part.value ?? 0) * 100).toFixed(1)}%` }} />
                ) : null}
              </span>
              <span class="bar-value">{valueText(part)}</span>
              <span class="bar-weight">{page.texts.chain.drawer.weight(page.numbers.ratio(part.weight))}</span>
            </dd>
          </div>
        ))}
      </dl>
    );
  },
  { name: 'ComponentBars', props: ['parts'] },
);
