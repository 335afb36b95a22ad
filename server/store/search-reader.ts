import { z } from 'zod';
import type { SearchFinding, SearchIndex, SearchType } from '../domain/search/search-index.ts';
import { rowsAs } from './fact-rows.ts';
import type { Graph } from './graph.ts';

const LABELS = {
  CLUSTER: 'Cluster',
  SEGMENT: 'Segment',
  REGION: 'Region',
  ZONE: 'Zone',
  FIRM: 'Firm',
  PARK: 'Park',
  POLICY: 'Policy',
  MEASURE: 'Measure',
  DEPARTMENT: 'Department',
  ASSET: 'Asset',
} as const satisfies Record<SearchType, string>;

type Label = (typeof LABELS)[SearchType];

const hitRow = z.object({
  type: z.enum(Object.values(LABELS) as [Label, ...Label[]]),
  key: z.string(),
  score: z.number(),
  exact: z.boolean(),
  level: z.union([z.string(), z.number()]).nullable(),
});
type Hit = z.infer<typeof hitRow>;

/** What people mean first when several things bear the same name. */
const PROMINENCE: readonly Label[] = [
  'Segment',
  'Zone',
  'Cluster',
  'Park',
  'Department',
  'Asset',
  'Policy',
  'Firm',
  'Measure',
];

function rank(hit: Hit): number {
  if (hit.type === 'Region') return hit.level === 'PROVINCE' || hit.level === 'PREFECTURE' ? -1 : PROMINENCE.length;
  return PROMINENCE.indexOf(hit.type);
}

const HAN = /\p{Script=Han}/u;
const LUCENE_SPECIAL = /[+\-!(){}[\]^"~*?:\\/&|]/g;

/**
 * Search in three ways, by what was typed: Chinese words as phrases over names and aliases; Latin letters over pinyin,
 * initials and English names, the beginning of a word being enough; and, for a single character or where the first finds
 * nothing, any name that contains the text. What bears exactly the name typed comes first.
 */
export function searchReader(graph: Graph): SearchIndex {
  return {
    find: async (query, types, limit, asked) => {
      const text = query.normalize('NFKC').trim();
      const exact = text.toLowerCase();
      const labels = types.map((type) => LABELS[type]);
      const ask = async (file: string, parameters: Readonly<Record<string, string>>): Promise<readonly Hit[]> =>
        rowsAs(file, hitRow, await graph.read(file, { ...parameters, exact, labels, limit }, asked));

      const words = text
        .split(/\s+/)
        .map((word) => word.replaceAll(LUCENE_SPECIAL, ' ').trim())
        .filter((word) => word !== '');
      let hits: readonly Hit[] = [];
      if (words.length > 0) {
        hits = HAN.test(text)
          ? await ask('read/search/by-text', { query: words.map((word) => `"${word}"`).join(' AND ') })
          : await ask('read/search/by-pinyin', { query: words.flatMap(prefixes).join(' AND ') });
      }
      if (hits.length === 0) hits = await ask('read/search/by-part', { text });
      return [...hits]
        .sort(
          (a, b) =>
            Number(b.exact) - Number(a.exact) ||
            (a.exact && b.exact ? rank(a) - rank(b) : 0) ||
            b.score - a.score ||
            rank(a) - rank(b) ||
            (a.key < b.key ? -1 : 1),
        )
        .map((hit): SearchFinding => ({ type: typeOf(hit.type), key: hit.key, score: hit.score }));
    },
  };
}

/** The word itself weighs more than words that only begin with it; a single letter begins too many to say anything. */
function prefixes(word: string): readonly string[] {
  const parts = word
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part !== '');
  return parts.map((part) => (part.length < 2 ? part : `(${part}^4 OR ${part}*)`));
}

function typeOf(label: Label): SearchType {
  const found = (Object.entries(LABELS) as [SearchType, Label][]).find(([, candidate]) => candidate === label);
  return found === undefined ? 'ASSET' : found[0];
}
