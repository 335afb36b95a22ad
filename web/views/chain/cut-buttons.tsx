import { defineComponent } from 'vue';
import { chainTexts } from '../../i18n/chain-texts.ts';
import { usePage } from '../../state/page.ts';
import type { ChainMember } from './gap-cell.ts';

/** Opens a segment into its parts, or folds it into what it came from; the same as the handles in the picture. */
export const CutButtons = defineComponent(
  (props: {
    readonly member: ChainMember;
    readonly folds: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
    readonly onToggle: (code: string, how: 'expand' | 'collapse') => void;
  }) => {
    const page = usePage();
    return () => {
      const { member, folds } = props;
      if (member.children.length === 0 && folds.length === 0) return null;
      const words = page.textsOf(chainTexts).expand;
      return (
        <p class="cut-buttons">
          {member.children.length === 0 ? null : (
            <button
              type="button"
              class="link-button"
              onClick={() => {
                props.onToggle(member.code, 'expand');
              }}
            >
              + {words.open(member.children.length)}
            </button>
          )}
          {folds.map((fold) => (
            <button
              key={fold.code}
              type="button"
              class="link-button"
              onClick={() => {
                props.onToggle(fold.code, 'collapse');
              }}
            >
              − {words.fold(page.nameOf(fold))}
            </button>
          ))}
        </p>
      );
    };
  },
  { name: 'CutButtons', props: ['member', 'folds', 'onToggle'] },
);
