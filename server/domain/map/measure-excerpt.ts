import type {
  AssetFact,
  ClauseFact,
  ClusterFact,
  DepartmentFact,
  EvidenceRef,
  MeasureFact,
  ParkFact,
  PolicyFact,
  RegionFact,
  SegmentFact,
  TargetFact,
  ZoneFact,
} from './industry-map.ts';
import type { MapIndex } from './map-index.ts';

export const PASSAGE_KINDS = [
  'CLAUSE',
  'LEAD',
  'SUPPORT',
  'TARGET',
  'SEGMENT',
  'REGION',
  'ZONE',
  'PARK',
  'CHAIN',
  'POLICY',
  'ASSET',
  'BODY',
] as const;
export type PassageKind = (typeof PASSAGE_KINDS)[number];

export type PassageThing =
  | ClauseFact
  | DepartmentFact
  | TargetFact
  | SegmentFact
  | RegionFact
  | ZoneFact
  | ParkFact
  | ClusterFact
  | PolicyFact
  | AssetFact;

/** Words of a measure that a fact of the map rests on. */
export interface TextPassage {
  readonly kind: PassageKind;
  readonly thing: PassageThing;
  /** UTF-16 units in the excerpt, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The position of the evidence as it is stated: of the words themselves or of the sentence that holds them. */
  readonly position: string;
}

/** What the map quotes of a measure, and what rests on which words of it. */
export interface MeasureExcerpt {
  /** The quotations in the order of the text, `GAP` between those that do not follow each other. */
  readonly text: string;
  /** In the order of the text, longer ones first; passages may lie in one another. */
  readonly passages: readonly TextPassage[];
}

/** Stands where the excerpt leaves words of the measure out. */
export const GAP = '……';

const BYTES = /bytes (\d+)-(\d+)$/;
/** UTF-8 bytes of a Chinese character: from bytes to a first guess at a place in the text. */
const BYTES_A_SIGN = 3;

/** Words of the source from one byte to another. */
interface Quotation {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A statement of the map on a measure: what it is about and where it is written. */
interface Statement {
  readonly kind: PassageKind;
  readonly thing: PassageThing;
  readonly quotation: Quotation;
  readonly position: string;
  /** What matters inside of the quotation; the whole of it where that is not found there. */
  readonly words: string | null;
}

/**
 * The map holds no whole text, only the words that its facts rest on: heading, sentences with targets or places, the
 * responsibility clause. They are put in the order of the source; where one lies in another it is not repeated. Null where
 * the measure's own place in the source is not stated.
 */
export function measureExcerpt(index: MapIndex, measure: MeasureFact): MeasureExcerpt | null {
  const [own] = measure.evidence;
  const whole = own === undefined ? null : bytesOf(own);
  if (own === undefined || whole === null) return null;
  const statements = statementsOn(index, measure, own, whole);
  const heading = own.quote ?? '';
  const head = { from: whole.from, to: whole.from + Buffer.byteLength(heading), text: heading };
  const pieces = piecesOf([head, ...statements.map((one) => one.quotation)].filter(({ text }) => text !== ''));
  let text = '';
  const placed = pieces.map((piece, position) => {
    const before = pieces[position - 1];
    if (before !== undefined && piece.from > before.to) text += GAP;
    const start = text.length;
    text += piece.text;
    return { ...piece, start };
  });
  const last = placed.at(-1);
  if (last !== undefined && last.to < whole.to) text += GAP;
  const passages = statements.flatMap(({ kind, thing, quotation, position, words }): TextPassage[] => {
    const piece = placed.find(({ from, to }) => from <= quotation.from && quotation.to <= to);
    if (piece === undefined) return [];
    const expected = (quotation.from - piece.from) / BYTES_A_SIGN;
    const sentence = nearest(piece.text, quotation.text, expected);
    if (sentence === null) return [];
    const inner = words === null ? null : nearest(piece.text.slice(sentence.start, sentence.end), words, 0);
    const start = piece.start + sentence.start + (inner?.start ?? 0);
    const end = piece.start + (inner === null ? sentence.end : sentence.start + inner.end);
    return start < end ? [{ kind, thing, start, end, position }] : [];
  });
  return {
    text,
    passages: passages.sort(
      (a, b) => a.start - b.start || b.end - a.end || PASSAGE_KINDS.indexOf(a.kind) - PASSAGE_KINDS.indexOf(b.kind),
    ),
  };
}

/** Everything in the map that rests on words of the measure. */
function statementsOn(
  index: MapIndex,
  measure: MeasureFact,
  own: EvidenceRef,
  whole: { readonly from: number; readonly to: number },
): readonly Statement[] {
  const statements: Statement[] = [];
  const add = (kind: PassageKind, thing: PassageThing, evidence: readonly EvidenceRef[], words?: string): void => {
    for (const one of evidence) {
      const bytes = one.source === own.source ? bytesOf(one) : null;
      if (bytes === null || bytes.from < whole.from || bytes.to > whole.to) continue;
      const quotation = { ...bytes, text: one.quote ?? '' };
      statements.push({ kind, thing, quotation, position: one.position ?? '', words: words ?? null });
    }
  };
  const clause = index.clauseOf(measure.id);
  if (clause !== undefined) {
    add('CLAUSE', clause, clause.evidence);
    for (const duty of index.dutiesOfClause(clause.id)) {
      const department = index.department(duty.department);
      if (department !== undefined) add(duty.role, department, duty.evidence);
    }
  }
  for (const target of index.targetsOfMeasure(measure.id)) add('TARGET', target, target.evidence);
  for (const fact of index.applicationsOf(measure.id)) {
    const thing = applicationThing(index, fact.kind, fact.target);
    if (thing !== undefined) add(fact.kind, thing, fact.evidence, fact.term);
  }
  for (const policy of index.map.policies) {
    if (policy.namedIn.includes(measure.id)) add('POLICY', policy, policy.evidence, policy.nameZh);
  }
  for (const asset of index.map.assets) {
    if (asset.measures.includes(measure.id)) add('ASSET', asset, asset.evidence, asset.nameZh);
  }
  const clauseBytes = clause?.evidence[0] === undefined ? null : bytesOf(clause.evidence[0]);
  for (const department of index.map.departments) {
    // The evidence of most bodies is their first mention in a clause, which is marked as a duty already.
    const running = department.evidence.filter((one) => {
      const bytes = bytesOf(one);
      return bytes !== null && (clauseBytes === null || bytes.to <= clauseBytes.from || bytes.from >= clauseBytes.to);
    });
    add('BODY', department, running);
  }
  return statements;
}

/** Quotations in the order of the source, each word once: one that lies in another is left out, overlapping ones are joined. */
function piecesOf(quotations: readonly Quotation[]): readonly Quotation[] {
  const pieces: Quotation[] = [];
  for (const next of [...quotations].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = pieces.at(-1);
    if (last === undefined || next.from >= last.to) pieces.push(next);
    else if (next.to > last.to) {
      const shared = overlap(last.text, next.text);
      pieces[pieces.length - 1] = { from: last.from, to: next.to, text: last.text + next.text.slice(shared) };
    }
  }
  return pieces;
}

/** How many signs at the end of one text are the beginning of another. */
function overlap(first: string, second: string): number {
  for (let length = Math.min(first.length, second.length); length > 0; length -= 1) {
    if (first.endsWith(second.slice(0, length))) return length;
  }
  return 0;
}

function bytesOf(evidence: EvidenceRef): { readonly from: number; readonly to: number } | null {
  const match = BYTES.exec(evidence.position ?? '');
  return match === null ? null : { from: Number(match[1]), to: Number(match[2]) };
}

/**
 * Where words stand in a text, whatever blanks the print put between them; of several places the one nearest to where they
 * are expected. Null where they do not stand there.
 */
function nearest(
  text: string,
  words: string,
  expected: number,
): { readonly start: number; readonly end: number } | null {
  const places = text.split('').flatMap((sign, place) => (sign === ' ' ? [] : [place]));
  const dense = places.map((place) => text.charAt(place)).join('');
  for (const form of [words, words.replace(/[“”]/g, '')]) {
    const wanted = form.replace(/ /g, '');
    if (wanted === '') continue;
    let best: { readonly start: number; readonly end: number } | null = null;
    for (let at = dense.indexOf(wanted); at >= 0; at = dense.indexOf(wanted, at + 1)) {
      const first = places[at];
      const last = places[at + wanted.length - 1];
      if (first === undefined || last === undefined) break;
      if (best === null || Math.abs(first - expected) < Math.abs(best.start - expected))
        best = { start: first, end: last + 1 };
    }
    if (best !== null) return best;
  }
  return null;
}

/** What an application of a measure points at; for the whole chain the cluster. */
export function applicationThing(
  index: MapIndex,
  kind: 'SEGMENT' | 'REGION' | 'ZONE' | 'PARK' | 'CHAIN',
  key: string,
): SegmentFact | RegionFact | ZoneFact | ParkFact | ClusterFact | undefined {
  switch (kind) {
    case 'SEGMENT':
      return index.segment(key);
    case 'REGION':
      return index.region(key);
    case 'ZONE':
      return index.zone(key);
    case 'PARK':
      return index.park(key);
    case 'CHAIN':
      return index.cluster(key);
  }
}
