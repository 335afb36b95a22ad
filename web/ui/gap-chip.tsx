import { defineComponent } from 'vue';
import type { GapClass } from '../api/generated/operations.ts';
import { usePage } from '../state/page.ts';
import { GAP_STYLES } from './gap-style.ts';

/** A state as sign, colour, border and word. */
export const GapChip = defineComponent(
  (props: { readonly gapClass: GapClass; readonly signOnly?: boolean }) => {
    const page = usePage();
    return () => {
      const look = GAP_STYLES[page.url.theme][props.gapClass];
      return (
        <span
          class={['gap-chip', { 'sign-only': props.signOnly }]}
          style={{
            backgroundColor: look.fill,
            color: look.ink,
            border: `${look.borderWidth}px ${look.borderStyle} ${look.border}`,
          }}
          title={page.texts.gapMeaning[props.gapClass]}
        >
          <span class="gap-sign" aria-hidden="true">
            {look.glyph}
          </span>
          {props.signOnly === true ? null : page.texts.gapClass[props.gapClass]}
        </span>
      );
    };
  },
  { name: 'GapChip', props: { gapClass: String, signOnly: Boolean } as unknown as ['gapClass', 'signOnly'] },
);
