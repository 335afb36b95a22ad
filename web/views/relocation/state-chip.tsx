import { defineComponent } from 'vue';
import { FEASIBILITY_GLYPHS } from '../../graph/map/map-palette.ts';
import { relocationTexts } from '../../i18n/relocation-texts.ts';
import { usePage } from '../../state/page.ts';
import type { Feasibility } from './ranking.ts';

/** Whether a place can take the lot: sign, colour and word together. */
export const StateChip = defineComponent(
  (props: { readonly feasibility: Feasibility }) => {
    const page = usePage();
    return () => (
      <span class={['rl-state', props.feasibility]}>
        <span aria-hidden="true">{FEASIBILITY_GLYPHS[props.feasibility]}</span>{' '}
        {page.textsOf(relocationTexts).feasibility[props.feasibility]}
      </span>
    );
  },
  { name: 'StateChip', props: ['feasibility'] },
);
