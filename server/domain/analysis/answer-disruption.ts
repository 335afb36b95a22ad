import { AppError, invariant } from '../app-error.ts';
import type { Asked } from '../asked.ts';
import { alternateCells, mostHitCells } from '../disruption/cell-what-if.ts';
import type { LossRange, ShockRange, WhatIfRange } from '../disruption/what-if-range.ts';
import type { FirmDirectory } from '../firms/firm-directory.ts';
import type { EvidenceRef, RegionFact, SegmentFact } from '../map/industry-map.ts';
import type { MapIndex } from '../map/map-index.ts';
import { requireRegion, requireSegment } from '../map/require.ts';
import type { SizeBasis } from '../matrix/chain-matrix.ts';
import { at } from '../matrix/typed-array-access.ts';
import { nullIfUnknown } from '../matrix/unknown.ts';
import type { AnalyticsParameters } from '../parameters.ts';
import { modelEvidence } from './answer-gaps.ts';
import type { MapMatrix } from './build-matrix.ts';
import { cellKnowledge } from './cell-knowledge.ts';
import { cutWith } from './chain-on-cut.ts';
import type { NamedParameter, Sentence } from './explained-score.ts';
import { percent } from './figures.ts';
import type { WhatIfJob } from './heavy-jobs.ts';
import { DISRUPTION_PARAMETERS, echoParameters } from './parameter-input.ts';

/** What fails: a region, a segment, a segment of a region, a firm, or a park. */
export interface ShockAsked {
  readonly region: string | null;
  readonly segment: string | null;
  readonly firm: string | null;
  readonly park: string | null;
  /** Share of its capacity that is lost, above 0 up to 1. */
  readonly loss: number;
}

/** A shock as cells of the map. */
export interface ResolvedShock {
  /** What it is taken to be. */
  readonly text: Sentence;
  /** Empty when nothing of it can be placed on a counted cell. */
  readonly cells: readonly ShockRange[];
}

export interface ResolvedShocks {
  readonly cut: readonly string[];
  readonly shocks: readonly ResolvedShock[];
}

export interface DisruptionReply {
  readonly basis: SizeBasis;
  readonly basisReason: Sentence;
  readonly cut: readonly string[];
  readonly parameters: readonly NamedParameter[];
  readonly shocks: readonly ResolvedShock[];
  readonly direct: ReplyRange;
  readonly total: ReplyRange;
  readonly downstream: ReplyRange;
  readonly upstream: ReplyRange;
  readonly rounds: number;
  readonly settled: boolean;
  readonly feedsUnmarked: number;
  readonly regions: readonly { readonly region: RegionFact; readonly loss: ReplyRange }[];
  readonly mostHit: readonly HitRow[];
  readonly unknowns: readonly Sentence[];
}

/** Shares 0..1; null where there is no known size. */
export interface ReplyRange {
  readonly low: number | null;
  readonly high: number | null;
}

export interface HitRow {
  readonly region: RegionFact;
  readonly segment: SegmentFact;
  readonly loss: ReplyRange;
  /** Lost by the shock itself, at most. */
  readonly direct: number;
  /** Loss x known size, at most, in the unit of the basis. */
  readonly lostSize: number;
  readonly size: number;
  readonly via: 'shock' | 'inputs' | 'buyers';
  readonly alternates: readonly AlternateRow[];
  readonly evidence: readonly EvidenceRef[];
}

export interface AlternateRow {
  readonly region: RegionFact;
  readonly remainingSize: number;
  readonly distanceKm: number | null;
  readonly evidence: readonly EvidenceRef[];
}

/** Alternates shown for a cell. */
const ALTERNATES_SHOWN = 3;

/**
 * Puts shocks on the cells of a cut, which is opened where a shock is about a part of a member.
 *
 * - A segment above the cut stands for all its members; a county is refused, as the sources count by prefecture.
 * - A firm is one of the counted firms of its cells: loss/n of a cell with n firms. Where the cell is not counted it has no
 *   known weight.
 * - What share of a cell is inside a park is not known: from nothing to the whole cell.
 *
 * Errors: BAD_USER_INPUT for a shock without or with too many subjects, an unknown code, a loss out of range.
 */
export async function resolveShocks(
  index: MapIndex,
  asked: readonly ShockAsked[],
  base: readonly string[],
  records: { readonly firms: FirmDirectory },
  who: Asked,
): Promise<ResolvedShocks> {
  asked.forEach(checkShock);
  let cut = base;
  for (const [position, shock] of asked.entries()) {
    if (shock.segment === null) continue;
    const { code } = requireSegment(index, shock.segment, `shocks[${position}].segment`);
    if (membersBelow(index, cut, code).length === 0) cut = cutWith(index, cut, code);
  }
  const shocks: ResolvedShock[] = [];
  for (const [position, shock] of asked.entries()) {
    const where = `shocks[${position}]`;
    if (shock.firm !== null) shocks.push(await firmShock(index, cut, shock.firm, shock.loss, records, where, who));
    else if (shock.park !== null) shocks.push(parkShock(index, cut, shock.park, shock.loss, where));
    else shocks.push(placeShock(index, cut, shock, where));
  }
  return { cut, shocks };
}

function checkShock(shock: ShockAsked, position: number): void {
  const where = `shocks[${position}]`;
  const subjects = [shock.firm, shock.park, shock.region ?? shock.segment].filter((one) => one !== null).length;
  if (subjects !== 1) {
    throw new AppError(
      'BAD_USER_INPUT',
      `${where} must name one subject: a region, a segment or both, or a firm, or a park.`,
      where,
    );
  }
  if (!(shock.loss > 0 && shock.loss <= 1)) {
    throw new AppError('BAD_USER_INPUT', `${where}.loss must be above 0 and at most 1; it was ${shock.loss}.`, where);
  }
}

/** The member that holds a segment, or the members that are parts of it; none when the cut is coarser there. */
function membersBelow(index: MapIndex, cut: readonly string[], segment: string): readonly string[] {
  if (cut.includes(segment)) return [segment];
  return index.descendants(segment).filter((code) => cut.includes(code));
}

/** As `membersBelow`, else the member that the segment is a part of. */
function membersOf(index: MapIndex, cut: readonly string[], segment: string): readonly string[] {
  const below = membersBelow(index, cut, segment);
  return below.length > 0 ? below : index.ancestors(segment).filter((code) => cut.includes(code));
}

function placeShock(index: MapIndex, cut: readonly string[], shock: ShockAsked, where: string): ResolvedShock {
  const region = shock.region === null ? null : requireRegion(index, shock.region, `${where}.region`);
  const segment = shock.segment === null ? null : requireSegment(index, shock.segment, `${where}.segment`);
  const row = region === null || region.level === 'PROVINCE' ? null : rowOf(index, region, `${where}.region`);
  if (region?.level === 'PROVINCE' && !index.prefectures.some((one) => one.parent === region.code)) {
    throw new AppError('BAD_USER_INPUT', `${region.nameZh} is not the province of the map.`, `${where}.region`);
  }
  const columns = segment === null ? [null] : membersBelow(index, cut, segment.code).map((code) => cut.indexOf(code));
  return {
    text: {
      zh: `${region?.nameZh ?? '全省'}${segment?.nameZh ?? '全部环节'}失去 ${percent(shock.loss)} 的能力。`,
      en: `${segment === null ? 'All segments' : (segment.nameEn ?? segment.nameZh)} in ${region?.nameEn ?? region?.nameZh ?? 'the whole province'}: ${percent(shock.loss)} of capacity lost.`,
      evidence: [],
    },
    cells: columns.map((column) => ({ region: row, segment: column, low: shock.loss, high: shock.loss })),
  };
}

function rowOf(index: MapIndex, region: RegionFact, where: string): number {
  const row = index.prefectures.indexOf(region);
  if (row < 0) {
    throw new AppError(
      'BAD_USER_INPUT',
      `${region.nameZh} (${region.code}) is no prefecture of Guangdong; the sources count firms by prefecture. Ask for the prefecture.`,
      where,
    );
  }
  return row;
}

async function firmShock(
  index: MapIndex,
  cut: readonly string[],
  id: string,
  loss: number,
  { firms }: { readonly firms: FirmDirectory },
  where: string,
  who: Asked,
): Promise<ResolvedShock> {
  const [found, places, segments] = await Promise.all([
    firms.byIds([id], who),
    firms.placesOf([id], who),
    firms.segmentsOf([id], who),
  ]);
  const firm = found.get(id);
  if (firm === undefined) {
    throw new AppError('BAD_USER_INPUT', `There is no firm ${id}; firms { ... } lists them.`, `${where}.firm`);
  }
  const known = places.get(id) ?? [];
  const operating = known.filter((place) => place.kind === 'OPERATING');
  const rows = new Set(
    (operating.length > 0 ? operating : known)
      .map((place) => index.prefectures.findIndex((region) => region.code === index.prefectureOf(place.region)))
      .filter((row) => row >= 0),
  );
  const members = new Set(
    (segments.get(id) ?? []).flatMap((one) =>
      cut.includes(one.segment) ? [one.segment] : index.ancestors(one.segment).filter((code) => cut.includes(code)),
    ),
  );
  const cells = [...rows].flatMap((row) =>
    [...members].flatMap((code): ShockRange[] => {
      const count = cellKnowledge(index, index.prefectures[row]?.code ?? '', code).firms ?? 0;
      if (count < 1) return [];
      return [{ region: row, segment: cut.indexOf(code), low: loss / count, high: loss / count }];
    }),
  );
  const names = {
    zh: [...members].map((code) => index.segment(code)?.nameZh ?? code).join('、'),
    en: [...members].map((code) => index.segment(code)?.nameEn ?? code).join(', '),
  };
  const evidence = [...known, ...(segments.get(id) ?? [])].flatMap((fact) => fact.evidence);
  return {
    text:
      cells.length === 0
        ? {
            zh: `${firm.nameZh}：所在地或环节没有计数，无法放到链条上，影响未知。`,
            en: `${firm.nameEn ?? firm.nameZh}: where it is, or what it makes, is not counted, so it cannot be put on the chain; its effect is unknown.`,
            evidence,
          }
        : {
            zh: `${firm.nameZh}失去 ${percent(loss)} 的能力；没有企业规模，按所在环节（${names.zh}）已计企业中的一家计。`,
            en: `${firm.nameEn ?? firm.nameZh} loses ${percent(loss)} of its capacity; its size is not held, so it counts as one of the counted firms of ${names.en}.`,
            evidence,
          },
    cells,
  };
}

function parkShock(index: MapIndex, cut: readonly string[], id: string, loss: number, where: string): ResolvedShock {
  const park = index.park(id);
  if (park === undefined) {
    throw new AppError('BAD_USER_INPUT', `There is no park ${id}; parks { ... } lists them.`, `${where}.park`);
  }
  const prefecture = park.region === null ? undefined : index.prefectureOf(park.region);
  const row = index.prefectures.findIndex((region) => region.code === prefecture);
  const columns = new Set(park.accepts.flatMap((accepts) => membersOf(index, cut, accepts.segment)));
  const cells =
    row < 0 ? [] : [...columns].map((code) => ({ region: row, segment: cut.indexOf(code), low: 0, high: loss }));
  return {
    text:
      cells.length === 0
        ? {
            zh: `${park.nameZh}：所在地或所接收的环节未知，无法放到链条上。`,
            en: `${park.nameEn ?? park.nameZh}: its place or what it admits is not known, so it cannot be put on the chain.`,
            evidence: park.evidence,
          }
        : {
            zh: `${park.nameZh}失去 ${percent(loss)} 的能力；园区占本市该环节的份额未知，按从零到全部计。`,
            en: `${park.nameEn ?? park.nameZh} loses ${percent(loss)} of its capacity; its share of the segment in its prefecture is not known, so it is taken from none to all.`,
            evidence: [...park.evidence, ...park.accepts.flatMap((accepts) => accepts.evidence)],
          },
    cells,
  };
}

/**
 * What a loss of capacity could pull along, on the cells of the map. Errors: DATA_NOT_LOADED when a distance that the split
 * of purchases needs is not held; those of the job.
 */
export async function answerDisruption(
  index: MapIndex,
  built: MapMatrix,
  parameters: AnalyticsParameters,
  basisReason: Sentence,
  resolved: ResolvedShocks,
  question: { readonly depth: number | null; readonly limit: number },
  run: (job: WhatIfJob) => Promise<WhatIfRange>,
): Promise<DisruptionReply> {
  const { matrix } = built;
  const found = await run({
    matrix,
    shocks: resolved.shocks.flatMap((shock) => shock.cells),
    decayKm: parameters.distanceDecayKm,
    epsilon: parameters.cascadeEps,
    depth: question.depth,
  });
  return {
    basis: matrix.basis,
    basisReason,
    cut: matrix.segments,
    parameters: [
      ...echoParameters(parameters, DISRUPTION_PARAMETERS),
      ...(question.depth === null ? [] : [{ name: 'depth', value: question.depth }]),
    ],
    shocks: resolved.shocks,
    direct: rangeOf(found.direct),
    total: rangeOf(found.total),
    downstream: rangeOf(found.downstream),
    upstream: rangeOf(found.upstream),
    rounds: found.rounds,
    settled: found.settled,
    feedsUnmarked: found.feedsUnmarked,
    regions: built.regionCodes
      .map((code, row) => ({
        region: regionAt(index, built, row),
        code,
        loss: rangeOf({ low: at(found.regionLow, row), high: at(found.regionHigh, row) }),
      }))
      .sort((a, b) => (b.loss.high ?? -1) - (a.loss.high ?? -1) || (a.code < b.code ? -1 : 1)),
    mostHit: hitRows(index, built, found, parameters.distanceDecayKm, question.limit),
    unknowns: unknownsOf(index, built, found, resolved),
  };
}

function rangeOf({ low, high }: LossRange): ReplyRange {
  return { low: nullIfUnknown(low), high: nullIfUnknown(high) };
}

function regionAt(index: MapIndex, built: MapMatrix, row: number): RegionFact {
  const region = index.region(built.regionCodes[row] ?? '');
  invariant(region !== undefined, `row ${row} of the matrix is a region`);
  return region;
}

function hitRows(
  index: MapIndex,
  built: MapMatrix,
  found: WhatIfRange,
  decayKm: number,
  limit: number,
): readonly HitRow[] {
  const { matrix } = built;
  const columns = matrix.segments.length;
  return mostHitCells(matrix, found.worst, limit).map((hit): HitRow => {
    const cell = hit.region * columns + hit.segment;
    const segment = index.segment(matrix.segments[hit.segment] ?? '');
    invariant(segment !== undefined, `column ${hit.segment} of the matrix is a segment`);
    return {
      region: regionAt(index, built, hit.region),
      segment,
      loss: rangeOf({ low: at(found.cellLow, cell), high: at(found.cellHigh, cell) }),
      direct: hit.direct,
      lostSize: hit.lostSize,
      size: at(matrix.size, cell),
      via: hit.via,
      alternates: alternateCells(matrix, found.worst, hit.region, hit.segment, decayKm, ALTERNATES_SHOWN).map(
        (other) => ({
          region: regionAt(index, built, other.region),
          remainingSize: other.remainingSize,
          distanceKm: nullIfUnknown(other.km),
          evidence: built.knowledge[other.region * columns + hit.segment]?.evidence ?? [],
        }),
      ),
      evidence: built.knowledge[cell]?.evidence ?? [],
    };
  });
}

function unknownsOf(
  index: MapIndex,
  built: MapMatrix,
  found: WhatIfRange,
  resolved: ResolvedShocks,
): readonly Sentence[] {
  const { size } = built.matrix;
  const unknown = size.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0);
  const sentences: Sentence[] = [];
  if (unknown > 0) {
    sentences.push({
      zh: `${unknown}/${size.length} 个（市，环节）格未知：没有权重，其中的损失看不见。`,
      en: `${unknown} of ${size.length} cells are unknown: they carry no weight, so losses in them are not seen.`,
      evidence: [],
    });
  }
  if (found.feedsUnmarked > 0) {
    sentences.push({
      zh: `${found.feedsUnmarked} 条投入关系没有“必需”标记：按可替代与必需各算一次，给出区间。`,
      en: `${found.feedsUnmarked} feeds do not say whether the input is essential: worked out both ways, which makes the range.`,
      evidence: modelEvidence(index),
    });
  }
  sentences.push({
    zh: '采购流向没有记录：按规模与距离推算。省外采购比例、库存与替代时间没有来源，不计。',
    en: 'Purchases are not recorded: they are modelled from size and distance. Purchases outside the province, stocks and time to substitute have no source and are not counted.',
    evidence: [],
  });
  for (const shock of resolved.shocks) if (shock.cells.length === 0) sentences.push(shock.text);
  return sentences;
}
