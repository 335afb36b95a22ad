import { defineComponent } from 'vue';
import type { GapGrade } from '../api/generated/operations.ts';
import { usePage } from '../state/page.ts';
import { GAP_STYLES } from './gap-style.ts';

/** A state as sign, colour, border and word. */
export const GapChip = defineComponent(
  (props: { readonly gapGrade: GapGrade; readonly signOnly?: boolean }) => {
    const page = usePage();
    return () => {
      const look = GAP_STYLES[page.url.theme][props.gapGrade];
      return (
        <span
          class={['gap-chip', { 'sign-only': props.signOnly }]}
          style={{
            backgroundColor: look.fill,
            color: look.ink,
            border: `${look.borderWidth}px ${look.borderStyle} ${look.border}`,
          }}
          title={page.texts.gapMeaning[props.gapGrade]}
        >
          <span class="gap-sign" aria-hidden="true">
            {look.glyph}
          </span>
          {props.signOnly === true ? null : page.texts.gapGrade[props.gapGrade]}
        </span>
      );
    };
  },
  { name: 'GapChip', props: { gapGrade: String, signOnly: Boolean } as unknown as ['gapGrade', 'signOnly'] },
);
