import type { GapMatrix } from '../gaps/gap-matrix.ts';
import { industryGradient } from '../gradient/industry-gradient.ts';
import type { MapIndex } from '../map/map-index.ts';
import type { RelocationFacts } from '../relocation/relocation-candidates.ts';
import type { RelocationRules, RuleSource } from '../relocation/relocation-lot.ts';
import type { MapMatrix } from './build-matrix.ts';
import type { Relatedness } from './heavy-jobs.ts';
import { STAYS_RULE, WASTEWATER_RULE } from './policy-rules.ts';

/** Whether the segment, or what it is a part of, goes only where waste water is treated (measure 19). */
export function needsWastewaterTreatment(index: MapIndex, segment: string): boolean {
  return WASTEWATER_RULE.segments.some((code) => code === segment || index.ancestors(segment).includes(code));
}

/** The hard rules for lots of one segment, with the measure and clause that make them. */
export function relocationRules(index: MapIndex, segment: string, column: number): RelocationRules {
  const lineage = index.lineage(segment);
  return {
    features: needsWastewaterTreatment(index, segment)
      ? [
          {
            segments: [column],
            feature: WASTEWATER_RULE.feature,
            demandedBy: ruleSource(index, WASTEWATER_RULE.measure),
          },
        ]
      : [],
    stays: STAYS_RULE.segments.some((code) => lineage.has(code))
      ? [
          {
            segments: [column],
            areas: [STAYS_RULE.zone],
            demandedBy: ruleSource(index, STAYS_RULE.measure),
          },
        ]
      : [],
  };
}

function ruleSource(index: MapIndex, measure: string): RuleSource {
  return { measure, clause: index.clauseOf(measure)?.id ?? null };
}

/**
 * What the relocation of lots of a segment is worked out from. A list of parks is never complete: no park known is
 * unknown. Where a measure demands a park, the burden of proof is the other way round: without one that is known, the way
 * is barred.
 */
export function relocationFacts(
  index: MapIndex,
  built: MapMatrix,
  gaps: GapMatrix,
  related: Relatedness,
  segment: string,
): RelocationFacts {
  const { matrix } = built;
  const parkDemanded = needsWastewaterTreatment(index, segment);
  return {
    matrix: { ...matrix, parksLoaded: matrix.regions.map(() => parkDemanded) },
    segmentTotals: gaps.totals.segment,
    igc: industryGradient(matrix, gaps.totals).coefficient,
    density: related.density,
  };
}
