import type { ChainMatrix } from '../matrix/chain-matrix.ts';
import { combine, type ComponentValue, type CompositeScore, type ScoreComponent } from '../matrix/composite-score.ts';
import { distanceDecay, distanceKm } from '../matrix/distance-decay.ts';
import { compareRanked, type RankedEntry } from '../ranking/ranked-order.ts';

/** The five components, in the order in which they are shown. */
export const TARGET_COMPONENTS = ['need', 'match', 'size', 'linkage', 'proximity'] as const;

export type TargetComponentName = (typeof TARGET_COMPONENTS)[number];
export type TargetWeights = Readonly<Record<TargetComponentName, number>>;

export interface TargetParameters {
  readonly targetWeights: TargetWeights;
  /** Proximity of segments from which a firm of another segment is a candidate, 0..1. */
  readonly targetRelatedMin: number;
  /** Employees at which size reaches 1. */
  readonly sizeRef: number;
  readonly distanceDecayKm: number;
}

/** A firm as far as its approach goes. */
export interface TargetFirm {
  /** Public id. */
  readonly id: string;
  /** Regions where it is known to be, registered or operating; empty when none is known. */
  readonly regions: readonly number[];
  /** Segments it is known to work in; empty when none is known. */
  readonly segments: readonly number[];
  /** Segments of which only a whole that they are part of is known: it may work in them, or in another part. */
  readonly maybeSegments?: readonly number[];
  /** NaN when unknown. */
  readonly employees: number;
  /** Why it is not to be approached at all (deregistered, listed as dishonest, ...); absent or empty = nothing known. */
  readonly bars?: readonly TargetBar[];
}

/** A fact that rules a firm out. */
export interface TargetBar {
  readonly kind: 'dissolved' | 'dishonest' | 'segment-stays' | 'special-treatment' | 'not-on-list';
  /** Measure or source that says so. */
  readonly source: string;
}

/** A segment wanted in a region. */
export interface TargetGap {
  readonly region: number;
  readonly segment: number;
  /** Severity of the gap, 0..1; NaN when unknown. */
  readonly severity: number;
}

export interface TargetFacts {
  readonly matrix: Pick<ChainMatrix, 'regions' | 'segments' | 'distancesKm'>;
  /** Proximity of segments, row-major segments x segments; NaN where unknown. */
  readonly segmentProximity: Float64Array;
  readonly firms: readonly TargetFirm[];
  /**
   * Recorded supply links per firm (index into `firms`) with firms of the gap's region, either way; NaN where no links
   * are recorded at all, which is no 0.
   */
  readonly linksWithRegion: (firm: number, region: number) => number;
  /** Kilometres from the nearest place of a firm that is no region of the matrix; NaN without one of known position. */
  readonly kmFromElsewhere?: (firm: number, region: number) => number;
}

export interface TargetCandidate {
  /** Index into `firms`. */
  readonly firm: number;
  readonly components: readonly (ScoreComponent & { readonly name: TargetComponentName })[];
  readonly score: CompositeScore;
  readonly facts: {
    /** Segment by which it matches. */
    readonly segment: number;
    /** Recorded links with firms of the region; NaN where none are held. */
    readonly links: number;
    /** To the nearest of its places; NaN where unknown. */
    readonly km: number;
  };
}

/** Why a firm is not among the candidates; a closed set. */
export type TargetExclusion = { readonly firm: number } & (
  | { readonly kind: 'already-in-region'; readonly region: number }
  | { readonly kind: 'segment-unknown' }
  /** Its nearest segment and how near it is; NaN where no proximity is known. */
  | { readonly kind: 'segment-unrelated'; readonly segment: number; readonly proximity: number }
  | { readonly kind: 'barred'; readonly bar: TargetBar }
);

export interface TargetFirms {
  /** By score from high to low, ties by firm id. */
  readonly candidates: readonly TargetCandidate[];
  /** In the order of `firms`. */
  readonly exclusions: readonly TargetExclusion[];
}

/**
 * Whom to approach for a gap (reference formulas, "Target firms"): firms elsewhere whose segment is s (match 1) or has
 * proximity >= `targetRelatedMin` to it (match = proximity). size = min(1, ln(1 + e)/ln(1 + sizeRef)), linkage =
 * 1 - 0.5^k for k recorded links with firms of the region, proximity = exp(-km/decay), need = severity; each in [0, 1].
 * Every firm is either a candidate or an exclusion with its reason.
 *
 * Null rule: an unknown employee number, distance, severity or link count is `unknown` and widens [low, high]; so is the
 * match of a firm of which only a whole is known that the segment is part of. The score says whom to talk to first; it predicts no firm's move.
 */
export function targetFirms(facts: TargetFacts, gap: TargetGap, parameters: TargetParameters): TargetFirms {
  const candidates: TargetCandidate[] = [];
  const exclusions: TargetExclusion[] = [];
  facts.firms.forEach((firm, index) => {
    const match = bestMatch(facts, firm, gap.segment);
    const reason = exclusionOf(firm, index, gap, match, parameters.targetRelatedMin);
    if (reason !== null) exclusions.push(reason);
    else if (match !== null) candidates.push(candidateOf(facts, firm, index, gap, match, parameters));
  });
  const id = (candidate: TargetCandidate): string => facts.firms[candidate.firm]?.id ?? '';
  candidates.sort((a, b) =>
    compareRanked({ id: id(a), group: 0, score: a.score.score }, { id: id(b), group: 0, score: b.score.score }),
  );
  return { candidates, exclusions };
}

/** A candidate as an entry of a ranked answer, for the measures of stability. */
export function rankedTarget(facts: Pick<TargetFacts, 'firms'>, candidate: TargetCandidate): RankedEntry {
  return { id: facts.firms[candidate.firm]?.id ?? '', group: 0, components: candidate.components };
}

/** A cell that may be a gap to fill, as the gap measure gives it. */
export interface GapForTargets {
  readonly region: number;
  readonly segment: number;
  readonly class: string;
  /** Null when it cannot be given. */
  readonly severity: number | null;
}

/**
 * The `limit` most severe missing or weak cells of destination regions (reference formulas, "Target firms"), ties by
 * region then segment in the order of the matrix. A cell without severity cannot be ranked and is left out.
 */
export function mostSevereGaps(
  matrix: Pick<ChainMatrix, 'regions'>,
  gaps: readonly GapForTargets[],
  limit = 3,
): readonly TargetGap[] {
  return gaps
    .flatMap(({ region, segment, severity, class: gapClass }) =>
      severity !== null &&
      (gapClass === 'missing' || gapClass === 'weak') &&
      matrix.regions[region]?.destination === true
        ? [{ region, segment, severity }]
        : [],
    )
    .sort((a, b) => b.severity - a.severity || a.region - b.region || a.segment - b.segment)
    .slice(0, limit);
}

interface Match {
  readonly segment: number;
  /** NaN when the proximity is unknown, or whether it works in the segment at all. */
  readonly value: number;
  /** It may work in the very segment: only a whole that the segment is part of is known. */
  readonly maybe: boolean;
}

function bestMatch(facts: TargetFacts, firm: TargetFirm, wanted: number): Match | null {
  const exact = firm.segments.includes(wanted);
  if (!exact && firm.maybeSegments?.includes(wanted) === true) {
    return { segment: wanted, value: Number.NaN, maybe: true };
  }
  let best: Match | null = null;
  for (const segment of firm.segments) {
    const value =
      segment === wanted ? 1 : (facts.segmentProximity[wanted * facts.matrix.segments.length + segment] ?? Number.NaN);
    if (best === null || value > best.value || (Number.isNaN(best.value) && !Number.isNaN(value))) {
      best = { segment, value, maybe: false };
    }
  }
  return best;
}

function exclusionOf(
  firm: TargetFirm,
  index: number,
  gap: TargetGap,
  match: Match | null,
  relatedMin: number,
): TargetExclusion | null {
  const bar = firm.bars?.[0];
  if (bar !== undefined) return { firm: index, kind: 'barred', bar };
  if (firm.regions.includes(gap.region)) return { firm: index, kind: 'already-in-region', region: gap.region };
  if (match === null) return { firm: index, kind: 'segment-unknown' };
  if (!match.maybe && match.segment !== gap.segment && !(match.value >= relatedMin)) {
    return { firm: index, kind: 'segment-unrelated', segment: match.segment, proximity: match.value };
  }
  return null;
}

function candidateOf(
  facts: TargetFacts,
  firm: TargetFirm,
  index: number,
  gap: TargetGap,
  match: Match,
  parameters: TargetParameters,
): TargetCandidate {
  const links = facts.linksWithRegion(index, gap.region);
  const km = nearest([
    nearestKm(facts.matrix, firm.regions, gap.region),
    facts.kmFromElsewhere?.(index, gap.region) ?? Number.NaN,
  ]);
  const values: Readonly<Record<TargetComponentName, ComponentValue>> = {
    need: Number.isNaN(gap.severity) ? 'unknown' : gap.severity,
    match: Number.isNaN(match.value) ? 'unknown' : match.value,
    size: sizeComponent(firm.employees, parameters.sizeRef),
    linkage: Number.isNaN(links) ? 'unknown' : 1 - 0.5 ** links,
    proximity: distanceDecay(km, parameters.distanceDecayKm),
  };
  const components = TARGET_COMPONENTS.map((name) => ({
    name,
    value: values[name],
    weight: parameters.targetWeights[name],
  }));
  return { firm: index, components, score: combine(components), facts: { segment: match.segment, links, km } };
}

function sizeComponent(employees: number, sizeRef: number): ComponentValue {
  return Number.isNaN(employees) ? 'unknown' : Math.min(1, Math.log(1 + employees) / Math.log(1 + sizeRef));
}

function nearestKm(matrix: TargetFacts['matrix'], from: readonly number[], to: number): number {
  return nearest(from.map((region) => distanceKm(matrix, region, to)));
}

/** The least of the known ones; NaN where none is. */
function nearest(distances: readonly number[]): number {
  const known = distances.filter((km) => !Number.isNaN(km));
  return known.length === 0 ? Number.NaN : Math.min(...known);
}

/**
 * Counts recorded links per firm and region in one pass over the links, either way; a link within one firm counts for
 * nothing. The result answers `linksWithRegion` in O(1).
 *
 * @param regionsOf regions per firm, as in `TargetFirm.regions`.
 */
export function countLinksWithRegions(
  regionsOf: readonly (readonly number[])[],
  links: Iterable<{ readonly source: number; readonly target: number }>,
): (firm: number, region: number) => number {
  const counts = new Map<number, Map<number, number>>();
  const add = (firm: number, partner: number): void => {
    let row = counts.get(firm);
    if (row === undefined) {
      row = new Map();
      counts.set(firm, row);
    }
    for (const region of new Set(regionsOf[partner] ?? [])) row.set(region, (row.get(region) ?? 0) + 1);
  };
  for (const { source, target } of links) {
    if (source === target) continue;
    add(source, target);
    add(target, source);
  }
  return (firm, region) => counts.get(firm)?.get(region) ?? 0;
}
