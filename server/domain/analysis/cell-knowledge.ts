import type { CellCoverage } from '../matrix/chain-matrix.ts';
import type { CoverageFact, EvidenceRef, Fact } from '../map/industry-map.ts';
import type { MapIndex } from '../map/map-index.ts';

/**
 * What the release knows of one (region, segment) cell. Null is unknown, never zero.
 *
 * - `observed`: the covering source shows firms, or covers the cell completely and shows none (0).
 * - `unseen`: a sample covers the cell, or a part of it, and holds no record.
 * - `size-unknown`: only the hand-compiled list knows firms there: they exist, how many there are is not known.
 * - `no-coverage`: no record and no statement of coverage.
 */
export interface CellKnowledge extends Fact {
  readonly region: string;
  readonly segment: string;
  readonly state: CellCoverage;
  readonly firms: number | null;
  readonly namedFirms: number;
  readonly employees: number | null;
  readonly revenue: number | null;
  readonly asOf: string | null;
  /** How completely the cell is covered; null without any statement. A list of names covers nothing. */
  readonly coverage: 'SAMPLE' | 'COMPLETE' | null;
}

/**
 * Works out the state of a cell from its roll-up and the coverage statements. A statement about a segment covers its
 * ancestors in part (what is counted below counts above) and says nothing about its descendants: facts roll up and are
 * never pushed down. Complete coverage of an ancestor needs the statement at the segment itself or above it.
 */
export function cellKnowledge(index: MapIndex, region: string, segment: string): CellKnowledge {
  const host = index.host(region, segment);
  const statements = coveringStatements(index, region, segment);
  const complete = statements.find((statement) => statement.kind === 'COMPLETE');
  const covering = complete ?? statements.find((statement) => statement.kind === 'SAMPLE');
  const coverage = complete !== undefined ? 'COMPLETE' : covering !== undefined ? 'SAMPLE' : null;
  const namedFirms = host?.namedFirms ?? 0;
  const base = {
    region,
    segment,
    namedFirms,
    employees: host?.employees ?? null,
    revenue: host?.revenue ?? null,
    asOf: host?.asOf ?? covering?.asOf ?? null,
    coverage,
    // Firms known by name where the sample shows none: both the list and the sample are told of.
    evidence:
      host !== undefined && host.firms !== null
        ? host.evidence
        : [...(host?.evidence ?? []), ...coverageEvidence(covering)],
  } as const;
  if (host?.firms !== undefined && host.firms !== null) return { ...base, state: 'observed', firms: host.firms };
  if (namedFirms > 0) return { ...base, state: 'size-unknown', firms: null };
  if (coverage === 'COMPLETE') return { ...base, state: 'observed', firms: 0 };
  return { ...base, state: coverage === 'SAMPLE' ? 'unseen' : 'no-coverage', firms: null };
}

function coveringStatements(index: MapIndex, region: string, segment: string): readonly CoverageFact[] {
  const below = new Set(index.descendants(segment));
  return index.map.coverages.filter((statement) => {
    if (statement.regions !== null && !statement.regions.includes(region)) return false;
    if (statement.segments === null) return statement.kind !== 'LIST';
    if (statement.segments.includes(segment)) return statement.kind !== 'LIST';
    return statement.kind === 'SAMPLE' && statement.segments.some((covered) => below.has(covered));
  });
}

function coverageEvidence(statement: CoverageFact | undefined): readonly EvidenceRef[] {
  return statement === undefined ? [] : [{ source: statement.source, position: null, quote: null }];
}
