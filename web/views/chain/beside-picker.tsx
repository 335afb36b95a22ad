import { defineComponent, ref, watch } from 'vue';
import { chainTexts } from '../../i18n/chain-texts.ts';
import { usePage } from '../../state/page.ts';
import { RegionPicker } from '../../ui/region-picker.tsx';

/** Puts a second prefecture beside the first, or takes it away. */
export const BesidePicker = defineComponent(
  (props: { readonly beside: string | null; readonly onPick: (code: string | null) => void }) => {
    const page = usePage();
    const choosing = ref(false);
    watch(
      () => props.beside,
      () => {
        choosing.value = false;
      },
    );
    return () => {
      const words = page.textsOf(chainTexts).beside;
      if (props.beside === null && !choosing.value) {
        return (
          <button
            type="button"
            class="plain-button add-beside"
            onClick={() => {
              choosing.value = true;
            }}
          >
            {words.add}
          </button>
        );
      }
      return (
        <span class="beside-picker">
          <RegionPicker
            value={props.beside ?? ''}
            label={words.label}
            onPick={(code) => {
              if (code === page.url.region) {
                page.notify({ key: 'beside', kind: 'warning', text: () => page.textsOf(chainTexts).beside.same });
                return;
              }
              page.dismiss('beside');
              props.onPick(code);
            }}
          />
          <button
            type="button"
            class="close-button"
            aria-label={words.remove}
            title={words.remove}
            onClick={() => {
              choosing.value = false;
              props.onPick(null);
            }}
          >
            ✕
          </button>
        </span>
      );
    };
  },
  { name: 'BesidePicker', props: ['beside', 'onPick'] },
);
