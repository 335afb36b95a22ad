import { defineComponent } from 'vue';
import type { EvidenceLineFragment } from '../../api/generated/operations.ts';
import { targetsTexts } from '../../i18n/targets-texts.ts';
import { usePage } from '../../state/page.ts';
import { coveringFirst, EvidenceLine } from '../../ui/evidence-line.tsx';

/** Sources under a statement, each once; says so where there is none. */
export const SourcesLine = defineComponent(
  (props: { readonly sources: readonly EvidenceLineFragment[]; readonly most?: number }) => {
    const page = usePage();
    return () => {
      const { details } = page.textsOf(targetsTexts);
      const seen = new Set<string>();
      const each = coveringFirst(props.sources).filter(({ source }) => {
        if (seen.has(source.id)) return false;
        seen.add(source.id);
        return true;
      });
      if (each.length === 0) return <span class="evidence none">{details.noFacts}</span>;
      return each
        .slice(0, props.most ?? 2)
        .map((evidence) => <EvidenceLine key={evidence.source.id} evidence={evidence} />);
    };
  },
  { name: 'SourcesLine', props: { sources: Array, most: Number } as unknown as ['sources', 'most'] },
);
