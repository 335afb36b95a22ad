import { defineComponent } from 'vue';
import type { GapGrade } from '../../api/generated/operations.ts';
import { chainTexts } from '../../i18n/chain-texts.ts';
import { usePage } from '../../state/page.ts';
import { GAP_STYLES } from '../../ui/gap-style.ts';
import { barColour } from './segment-look.ts';

/** Prefectures by class as one bar; the words stand beside it or are its label. */
export const SpreadBar = defineComponent(
  (props: { readonly counts: ReadonlyMap<GapGrade, number> }) => {
    const page = usePage();
    return () => {
      const words = page.textsOf(chainTexts).places;
      const parts = [...props.counts];
      const label = parts
        .map(([gapGrade, count]) => words.count(page.texts.gapGrade[gapGrade], count))
        .join(page.texts.chain.answer.join);
      return (
        <span class="spread-bar" role="img" aria-label={label} title={label}>
          {parts.map(([gapGrade, count]) => (
            <span
              key={gapGrade}
              style={{ flexGrow: count, background: barColour(GAP_STYLES[page.url.theme][gapGrade]) }}
            />
          ))}
        </span>
      );
    };
  },
  { name: 'SpreadBar', props: ['counts'] },
);
