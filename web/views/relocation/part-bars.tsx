import { defineComponent } from 'vue';
import { relocationTexts } from '../../i18n/relocation-texts.ts';
import { usePage } from '../../state/page.ts';
import type { Candidate } from './candidate.ts';

/** Height of a bar at 1, px, and its width. */
const BAR = { height: 22, width: 8 } as const;

/** The seven parts as small bars in their fixed order; unknown ones are hatched, not empty. */
export const PartBars = defineComponent(
  (props: { readonly parts: Candidate['components'] }) => {
    const page = usePage();
    const valueOf = (part: Candidate['components'][number]): string => {
      const { table } = page.textsOf(relocationTexts);
      if (part.state === 'NOT_APPLICABLE') return table.notApplicable;
      return part.value === null ? table.unknown : page.numbers.ratio(part.value);
    };
    return () => {
      const texts = page.textsOf(relocationTexts);
      const words = props.parts
        .map((part) => texts.table.partValue(texts.component[part.name], valueOf(part)))
        .join(texts.details.join);
      return (
        <span class="rl-bars" role="img" aria-label={words} title={words}>
          {props.parts.map((part) => (
            <span
              key={part.name}
              class={['rl-bar', part.state]}
              style={{ width: `${String(BAR.width)}px`, height: `${String(BAR.height)}px` }}
            >
              {part.value === null ? null : (
                <span style={{ height: `${String(Math.max(1.5, part.value * BAR.height))}px` }} />
              )}
            </span>
          ))}
        </span>
      );
    };
  },
  { name: 'PartBars', props: ['parts'] },
);
