import { defineComponent } from 'vue';
import type { ExploreType } from '../../api/generated/operations.ts';
import { useExplored } from './use-exploration.ts';
import { lookOf } from './thing-looks.ts';

/** Sign and name of a type in its colours. */
export const TypeChip = defineComponent(
  (props: { readonly type: ExploreType }) => {
    const { page, texts } = useExplored();
    return () => {
      const look = lookOf(props.type);
      const { fill, border, ink } = look[page.url.theme];
      return (
        <span class="xp-chip" style={{ background: fill, borderColor: border, color: ink }}>
          <span aria-hidden="true">{look.glyph}</span> {texts.value.type[props.type]}
        </span>
      );
    };
  },
  { name: 'TypeChip', props: ['type'] },
);
