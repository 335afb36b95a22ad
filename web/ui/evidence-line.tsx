import { defineComponent } from 'vue';
import type { EvidenceLineFragment } from '../api/generated/operations.ts';
import { usePage } from '../state/page.ts';

type CoverageName = (kind: EvidenceLineFragment['source']['coverage'][number]['kind']) => string;

/** Date and coverage of a source; empty where neither is known. */
function evidenceState({ source }: EvidenceLineFragment, coverageName: CoverageName): string {
  const [coverage] = source.coverage;
  return [coverage?.asOf ?? source.date ?? '', coverage === undefined ? '' : coverageName(coverage.kind)]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Title, date and coverage of a source in one run of words, as it is also copied. */
export function evidenceWords(evidence: EvidenceLineFragment, coverageName: CoverageName): string {
  return [evidence.source.title, evidenceState(evidence, coverageName)].filter((part) => part !== '').join(' · ');
}

/** Sources that say how completely they cover come first: a statement stands on them. */
export function coveringFirst(sources: readonly EvidenceLineFragment[]): EvidenceLineFragment[] {
  const rank = (evidence: EvidenceLineFragment): number => {
    const kind = evidence.source.coverage[0]?.kind;
    return kind === 'COMPLETE' || kind === 'SAMPLE' ? 0 : 1;
  };
  return [...sources].sort((a, b) => rank(a) - rank(b));
}

/** One line under a statement: source, date, coverage; the address where there is one, the rest on hover. */
export const EvidenceLine = defineComponent(
  (props: { readonly evidence: EvidenceLineFragment }) => {
    const page = usePage();
    return () => {
      const { evidence } = props;
      const { source } = evidence;
      const { drawer, cells } = page.texts.chain;
      const state = evidenceState(evidence, (kind) => cells.coverage[kind]);
      // A date that is broken at its hyphens is hard to read.
      const words = [
        source.title,
        state === '' ? null : ' · ',
        state === '' ? null : <span class="evidence-state">{state}</span>,
      ];
      const position = evidence.position ?? '';
      const hint = [
        source.publisher,
        source.note,
        source.coverage[0]?.note,
        position === '' ? null : drawer.placeWords(position),
      ]
        .filter((part) => part !== null && part !== undefined && part !== '')
        .join('\n');
      return source.url === null || !/^https?:\/\//.test(source.url) ? (
        <span class="evidence" title={hint}>
          {words}
        </span>
      ) : (
        <a class="evidence" href={source.url} target="_blank" rel="noopener noreferrer" title={hint}>
          {words}
        </a>
      );
    };
  },
  { name: 'EvidenceLine', props: ['evidence'] },
);
