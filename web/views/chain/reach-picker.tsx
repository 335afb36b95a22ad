import { defineComponent } from 'vue';
import { chainTexts } from '../../i18n/chain-texts.ts';
import { usePage } from '../../state/page.ts';
import { REACHES } from './chain-params.ts';

/** How many links up and down the path of the selected segment is followed. */
export const ReachPicker = defineComponent(
  (props: { readonly reach: number | null }) => {
    const page = usePage();
    return () => {
      const words = page.textsOf(chainTexts).reach;
      return (
        <label class="picker reach-picker">
          <span class="picker-label">{words.label}</span>
          <select
            value={props.reach === null ? '' : String(props.reach)}
            onChange={(event: Event) => {
              const { value } = event.target as HTMLSelectElement;
              page.goExtra({ reach: value === '' ? null : value });
            }}
          >
            <option value="">{words.all}</option>
            {REACHES.map((reach) => (
              <option key={reach} value={String(reach)}>
                {words.steps(reach)}
              </option>
            ))}
          </select>
        </label>
      );
    };
  },
  { name: 'ReachPicker', props: ['reach'] },
);
