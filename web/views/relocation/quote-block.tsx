import { defineComponent } from 'vue';
import type { EvidenceLineFragment } from '../../api/generated/operations.ts';
import { relocationTexts } from '../../i18n/relocation-texts.ts';
import { usePage } from '../../state/page.ts';
import { EvidenceLine } from '../../ui/evidence-line.tsx';
import { quoteParts } from '../chain/quote-parts.ts';

/** Sources under a statement: the quoted words with those that matter in bold, then one line each. */
export const QuoteBlock = defineComponent(
  (props: {
    readonly sources: readonly EvidenceLineFragment[];
    /** Words set bold in the quotations. */
    readonly words: readonly string[];
    /** Quotations at most; the lines are given for all. */
    readonly quotes: number;
  }) => {
    const page = usePage();
    return () => {
      const texts = page.textsOf(relocationTexts);
      const quoted = props.sources.filter((evidence) => evidence.quote !== null && evidence.quote !== '');
      return (
        <div class="rl-sources">
          {quoted.slice(0, props.quotes).map((evidence, index) => (
            <blockquote key={index} lang="zh-CN">
              “
              {quoteParts(evidence.quote ?? '', props.words).map((part, at) =>
                part.strong ? <strong key={at}>{part.text}</strong> : part.text,
              )}
              ”
              {evidence.position === null ? null : (
                <span class="quote-place">
                  {texts.details.quoteFrom} {texts.position(evidence.position)}
                </span>
              )}
            </blockquote>
          ))}
          {distinct(props.sources).map((evidence) => (
            <EvidenceLine key={`${evidence.source.id}${evidence.position ?? ''}`} evidence={evidence} />
          ))}
        </div>
      );
    };
  },
  { name: 'QuoteBlock', props: ['sources', 'words', 'quotes'] },
);

/** Each source once. */
function distinct(sources: readonly EvidenceLineFragment[]): EvidenceLineFragment[] {
  return sources.filter((one, index) => sources.findIndex((other) => other.source.id === one.source.id) === index);
}
