import { defineComponent } from 'vue';
import { targetsTexts } from '../../i18n/targets-texts.ts';
import { usePage } from '../../state/page.ts';
import type { Candidate } from './use-targets.ts';

/** Height of a bar at 1, px, and its width. */
const BAR = { height: 22, width: 9 } as const;

/** The five parts as small bars in their fixed order; unknown ones are hatched, not empty. */
export const PartBars = defineComponent(
  (props: { readonly parts: Candidate['score']['components'] }) => {
    const page = usePage();
    return () => {
      const { table, answer } = page.textsOf(targetsTexts);
      const words = props.parts
        .map((part) => table.part(part.label, part.value === null ? table.unknown : page.numbers.ratio(part.value)))
        .join(answer.join);
      return (
        <span class="tg-bars" role="img" aria-label={words} title={words}>
          {props.parts.map((part) => (
            <span
              key={part.name}
              class={['tg-bar', part.state]}
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
  { name: 'TargetPartBars', props: ['parts'] },
);
