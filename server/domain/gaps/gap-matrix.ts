import type { CellCoverage, ChainMatrix } from '../matrix/chain-matrix.ts';
import type { ScoreComponent } from '../matrix/composite-score.ts';
import { feedAdjacency } from '../matrix/feed-adjacency.ts';
import type { FeedAdjacency } from '../matrix/feed-adjacency.ts';
import { totalsOf } from '../matrix/totals.ts';
import type { MatrixTotals } from '../matrix/totals.ts';
import { at, positionAt, unknowns } from '../matrix/typed-array-access.ts';
import { nullIfUnknown } from '../matrix/unknown.ts';
import type { AnalyticsParameters } from '../parameters.ts';
import { adequacies } from './adequacy.ts';
import { chainFits } from './chain-fit.ts';
import type { ChainFit } from './chain-fit.ts';
import { exposures } from './exposure.ts';
import { externalSharesByCell } from './external-share.ts';
import { firmConcentrations } from './firm-concentration.ts';
import type { FirmConcentration } from './firm-concentration.ts';
import { classifyCell, isEmptyCell } from './gap-class.ts';
import type { GapAction, GapClass, GapFlag, GapVerdict, UnknownReason } from './gap-class.ts';
import { locationQuotients, shrunkLocationQuotients } from './location-quotient.ts';
import { sampledCoverage } from './sampled-coverage.ts';
import type { SampledCoverage } from './sampled-coverage.ts';
import { segmentCriticalities } from './segment-criticality.ts';
import { severityComponents, severityOf, severityScore } from './severity.ts';
import type { Severity, SeverityFacts } from './severity.ts';
import { fragileSpecialisations, specialisations } from './specialisation.ts';
import { supplyDemand } from './supply-demand.ts';
import type { SupplyDemand } from './supply-demand.ts';

/** Every measure of every cell, row-major regions x segments unless a field says otherwise; NaN is unknown. */
export interface GapMatrix {
  readonly matrix: ChainMatrix;
  readonly parameters: AnalyticsParameters;
  readonly totals: MatrixTotals;
  readonly feeds: FeedAdjacency;
  readonly quotients: Float64Array;
  readonly shrunkQuotients: Float64Array;
  readonly specialised: Float64Array;
  readonly fragile: Float64Array;
  readonly supplyDemand: SupplyDemand;
  readonly adequacy: Float64Array;
  readonly chainFit: ChainFit;
  readonly exposure: Float64Array;
  readonly concentration: FirmConcentration;
  readonly externalShare: Float64Array;
  /** One value a segment. */
  readonly criticality: Float64Array;
  readonly sampled: SampledCoverage;
  readonly verdicts: readonly GapVerdict[];
  /** Score of the severity; NaN where it is not stated, and for `absent-no-demand`: there is no gap to weigh. */
  readonly severity: Float64Array;
}

/**
 * The whole gap matrix in one pass: O(regions x (segments + feeds)), and O(segments x (segments + feeds)) for the
 * criticality. Source: reference formulas, "Cell measures" and "Gap classes".
 */
export function gapMatrix(matrix: ChainMatrix, parameters: AnalyticsParameters): GapMatrix {
  const totals = totalsOf(matrix);
  const feeds = feedAdjacency(matrix.feeds, matrix.segments.length);
  const quotients = locationQuotients(matrix, totals);
  const specialised = specialisations(quotients, parameters.presenceThreshold);
  const supply = supplyDemand(matrix, totals, feeds);
  const adequacy = adequacies(matrix.size, quotients);
  const measures = {
    matrix,
    parameters,
    totals,
    feeds,
    quotients,
    shrunkQuotients: shrunkLocationQuotients(matrix, totals, quotients, parameters.lqShrinkK),
    specialised,
    fragile: fragileSpecialisations(matrix, totals, specialised, parameters.presenceThreshold),
    supplyDemand: supply,
    adequacy,
    chainFit: chainFits(matrix, feeds, adequacy),
    exposure: exposures(matrix, totals, feeds),
    concentration: firmConcentrations(matrix),
    externalShare: externalSharesByCell(matrix),
    criticality: segmentCriticalities(feeds, totals),
    sampled: sampledCoverage(matrix, supply.demandShare),
  };
  const verdicts: GapVerdict[] = [];
  const severity = unknowns(matrix.size.length);
  for (let cell = 0; cell < matrix.size.length; cell++) {
    const verdict = verdictOf(measures, cell);
    verdicts.push(verdict);
    if (verdict.class !== 'absent-no-demand') severity[cell] = severityScore(severityFacts(measures, cell), parameters);
  }
  return { ...measures, verdicts, severity };
}

type CellMeasures = Omit<GapMatrix, 'verdicts' | 'severity'>;

function verdictOf(measures: CellMeasures, cell: number): GapVerdict {
  const { matrix, feeds } = measures;
  const segment = cell % matrix.segments.length;
  return classifyCell(
    {
      coverage: coverageOf(matrix, cell),
      size: at(matrix.size, cell),
      firms: at(matrix.firms, cell),
      beta: at(measures.supplyDemand.beta, cell),
      demandShare: at(measures.supplyDemand.demandShare, cell),
      externalShare: at(measures.externalShare, cell),
      largestFirmShare: at(measures.concentration.top1, cell),
      shrunkQuotient: at(measures.shrunkQuotients, cell),
      fragile: at(measures.fragile, cell),
      upstreamPresence: at(measures.chainFit.upstream, cell),
      feedsNothing:
        matrix.endSegments?.has(segment) === true ||
        positionAt(feeds.buyers.start, segment) === positionAt(feeds.buyers.start, segment + 1),
      probabilityUnseen: at(measures.sampled.probabilityUnseen, cell),
    },
    measures.parameters,
  );
}

function severityFacts(measures: CellMeasures, cell: number): SeverityFacts {
  const { matrix } = measures;
  return {
    beta: at(measures.supplyDemand.beta, cell),
    exposure: at(measures.exposure, cell),
    criticality: at(measures.criticality, cell % matrix.segments.length),
    firmHhi: at(measures.concentration.hhi, cell),
    empty: isEmptyCell({ size: at(matrix.size, cell), firms: at(matrix.firms, cell) }),
    externalShare: at(measures.externalShare, cell),
  };
}

function coverageOf(matrix: ChainMatrix, cell: number): CellCoverage {
  return matrix.coverage[cell] ?? 'no-coverage';
}

/** One cell as it leaves the domain: unknown is null, and every score has its parts beside it. */
export interface GapCell {
  /** Index into the regions. */
  readonly region: number;
  /** Index into the segments. */
  readonly segment: number;
  readonly coverage: CellCoverage;
  readonly class: GapClass;
  readonly flags: readonly GapFlag[];
  readonly reason: UnknownReason | null;
  readonly action: GapAction;
  readonly size: number | null;
  readonly firms: number | null;
  readonly locationQuotient: number | null;
  readonly beta: number | null;
  readonly supplyShare: number | null;
  readonly demandShare: number | null;
  readonly demandKnown: number | null;
  readonly upstreamPresence: number | null;
  readonly downstreamPresence: number | null;
  /** Firms that the sample would hold if supply followed demand; null unless the cell is `unseen`. */
  readonly expectedInSample: number | null;
  /** Probability of seeing none of them; null unless the cell is `unseen`. */
  readonly probabilityUnseen: number | null;
  /** Null for `absent-no-demand`. */
  readonly components: readonly ScoreComponent[] | null;
  /** Null for `absent-no-demand`. */
  readonly severity: Severity | null;
}

/** Opens up one cell (`region * segments + segment`) of a gap matrix. */
export function gapCell(gaps: GapMatrix, cell: number): GapCell {
  const { matrix, supplyDemand: supply, sampled, chainFit } = gaps;
  const segments = matrix.segments.length;
  const verdict = gaps.verdicts[cell] ?? verdictOf(gaps, cell);
  const read = (values: Float64Array): number | null => nullIfUnknown(at(values, cell));
  return {
    region: Math.floor(cell / segments),
    segment: cell % segments,
    coverage: coverageOf(matrix, cell),
    ...verdict,
    size: read(matrix.size),
    firms: read(matrix.firms),
    locationQuotient: read(gaps.quotients),
    beta: read(supply.beta),
    supplyShare: read(supply.supplyShare),
    demandShare: read(supply.demandShare),
    demandKnown: read(supply.demandKnown),
    upstreamPresence: read(chainFit.upstream),
    downstreamPresence: read(chainFit.downstream),
    expectedInSample: read(sampled.expected),
    probabilityUnseen: read(sampled.probabilityUnseen),
    components:
      verdict.class === 'absent-no-demand'
        ? null
        : severityComponents(severityFacts(gaps, cell), gaps.parameters.severityWeights),
    severity: verdict.class === 'absent-no-demand' ? null : severityOf(severityFacts(gaps, cell), gaps.parameters),
  };
}
