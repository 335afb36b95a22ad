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
  /** UTF-16 units in the text of the measure, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The position of the evidence as it is stated: of the words themselves or of the sentence that holds them. */
  readonly position: string;
}

const BYTES = /bytes (\d+)-(\d+)$/;

/** The whole measure in one run, line breaks and page numbers left out; null where the map holds quotations only. */
export function measureText(measure: MeasureFact): string | null {
  return measure.lines.length === 0 ? null : measure.lines.map((line) => line.text).join('');
}

/**
 * Where a byte of the source stands in the joined text, in UTF-16 units: a byte between two lines is the end of the first,
 * one before the measure its beginning, one after it its end.
 */
export function placeInText(measure: MeasureFact, byte: number): number {
  let before = 0;
  for (const line of measure.lines) {
    if (byte <= line.start) return before;
    let at = line.start;
    let within = 0;
    for (const sign of line.text) {
      if (at >= byte) return before + within;
      at += Buffer.byteLength(sign);
      within += sign.length;
    }
    before += line.text.length;
  }
  return before;
}

/**
 * Every passage of a measure that something in the map rests on, in the order of the text, longer ones first; passages may
 * lie in one another. Empty where the text is not held.
 */
export function measurePassages(index: MapIndex, measure: MeasureFact): readonly TextPassage[] {
  const text = measureText(measure);
  const [own] = measure.evidence;
  const whole = own === undefined ? null : bytesOf(own);
  if (text === null || own === undefined || whole === null) return [];
  const passages: TextPassage[] = [];

  /** `words`: what matters inside of the stated passage; the whole of it where they are not found there. */
  const add = (kind: PassageKind, thing: PassageThing, evidence: readonly EvidenceRef[], words?: string): void => {
    for (const one of evidence) {
      const bytes = one.source === own.source ? bytesOf(one) : null;
      if (bytes === null || bytes.from < whole.from || bytes.to > whole.to) continue;
      const from = placeInText(measure, bytes.from);
      const to = placeInText(measure, bytes.to);
      const found = words === undefined ? null : wordsIn(text.slice(from, to), words);
      const start = found === null ? from : from + found.start;
      const end = found === null ? to : from + found.end;
      if (start < end) passages.push({ kind, thing, start, end, position: one.position ?? '' });
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
  return passages.sort(
    (a, b) => a.start - b.start || b.end - a.end || PASSAGE_KINDS.indexOf(a.kind) - PASSAGE_KINDS.indexOf(b.kind),
  );
}

function bytesOf(evidence: EvidenceRef): { readonly from: number; readonly to: number } | null {
  const match = BYTES.exec(evidence.position ?? '');
  return match === null ? null : { from: Number(match[1]), to: Number(match[2]) };
}

/** Where words stand in a passage, whatever blanks the print put between them; null where they do not. */
function wordsIn(passage: string, words: string): { readonly start: number; readonly end: number } | null {
  const places = passage.split('').flatMap((sign, place) => (sign === ' ' ? [] : [place]));
  const dense = places.map((place) => passage.charAt(place)).join('');
  for (const form of [words, words.replace(/[“”]/g, '')]) {
    const wanted = form.replace(/ /g, '');
    const at = wanted === '' ? -1 : dense.indexOf(wanted);
    const first = places[at];
    const last = places[at + wanted.length - 1];
    if (first !== undefined && last !== undefined) return { start: first, end: last + 1 };
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
