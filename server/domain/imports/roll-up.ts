import { coverageOf } from './coverage-of.ts';
import { mergedEvidence, type Evidence } from './evidence.ts';
import type { Tables } from './tables.ts';
import { parentsOf, withAncestors, type Parents } from './tree.ts';

/** One cell of the roll-up (Region)-[:HOSTS]->(Segment). Null = unknown; a cell of which nothing is known has none. */
export interface HostsCell {
  readonly region: string;
  readonly segment: string;
  /** Firms counted by the sources of counts, at the segment and below it; null when no count is held. */
  readonly firms: number | null;
  /** Distinct firms of the map that work here (or, where no place of work is known, are registered here). */
  readonly namedFirms: number;
  /** Firms of which no size is known: the counted ones, or where none are counted the named ones. */
  readonly sizeUnknown: number;
  /** OBSERVED = `firms` is a number; SIZE_UNKNOWN = firms are known to be here, how many is not. */
  readonly state: 'OBSERVED' | 'SIZE_UNKNOWN';
  /** What the sources of the cell cover; null when nobody says. */
  readonly coverage: 'SAMPLE' | 'COMPLETE' | 'LIST' | null;
  /** Latest date of the counts. */
  readonly asOf: string | null;
  /** Latest date of the sources of the named firms. */
  readonly namedAsOf: string | null;
  readonly evidence: Evidence;
}

interface Building {
  firms: number | null;
  readonly named: Set<string>;
  readonly evidence: Evidence[];
  readonly coverages: Set<'SAMPLE' | 'COMPLETE' | 'LIST'>;
  asOf: string | null;
  namedAsOf: string | null;
}

/**
 * Works out the roll-up from the counts by label and the named firms. Facts rise to every ancestor of their segment
 * and of their region and never sink to a child. Counts may be added up since a firm carries one label and stands in
 * one prefecture; named firms are counted as distinct firms. Employees and revenue stay out of it: the figures held
 * are those of whole groups, not of what a firm does in one place.
 */
export function rollUp(tables: Tables): readonly HostsCell[] {
  const cells = new Map<string, Building>();
  const regionParents = parentsOf(tables.regions);
  const segmentParents = parentsOf(tables.segments);
  const forCells = (region: string, segment: string, add: (cell: Building) => void): void => {
    for (const r of ancestry(regionParents, region)) {
      for (const s of ancestry(segmentParents, segment)) {
        const key = `${r}>${s}`;
        let cell = cells.get(key);
        if (cell === undefined) {
          cell = { firms: null, named: new Set(), evidence: [], coverages: new Set(), asOf: null, namedAsOf: null };
          cells.set(key, cell);
        }
        add(cell);
      }
    }
  };

  for (const { row, evidence } of tables.firmCounts) {
    if (row.segment === null || row.firms === 0) continue;
    const coverage = coverageOf(tables.coverage, evidence.sources, row.region);
    forCells(row.region, row.segment, (cell) => {
      cell.firms = (cell.firms ?? 0) + row.firms;
      cell.asOf = later(cell.asOf, row.asOf);
      cell.evidence.push(evidence);
      if (coverage !== undefined) cell.coverages.add(coverage.kind);
    });
  }

  const listed = tables.coverage.some(({ row }) => row.kind === 'LIST');
  const sourceDates = new Map(tables.sources.map(({ key, row }) => [key, row.date]));
  const places = placesByFirm(tables);
  for (const { row, evidence } of tables.firmSegments) {
    for (const place of places.get(row.firm) ?? []) {
      forCells(place.region, row.segment, (cell) => {
        cell.named.add(row.firm);
        cell.evidence.push(evidence, place.evidence);
        if (listed) cell.coverages.add('LIST');
        for (const id of [...evidence.sources, ...place.evidence.sources]) {
          cell.namedAsOf = later(cell.namedAsOf, sourceDates.get(id) ?? null);
        }
      });
    }
  }

  return [...cells].map(([key, cell]) => {
    const [region = '', segment = ''] = key.split('>');
    return {
      region,
      segment,
      firms: cell.firms,
      namedFirms: cell.named.size,
      sizeUnknown: cell.firms ?? cell.named.size,
      state: cell.firms === null ? 'SIZE_UNKNOWN' : 'OBSERVED',
      // The weakest statement holds for a sum of several.
      coverage: cell.firms === null ? (listed ? 'LIST' : null) : weakest(cell.coverages),
      asOf: cell.asOf,
      namedAsOf: cell.namedAsOf,
      evidence: mergedEvidence(cell.evidence),
    };
  });
}

function weakest(coverages: ReadonlySet<'SAMPLE' | 'COMPLETE' | 'LIST'>): 'SAMPLE' | 'COMPLETE' | null {
  if (coverages.has('SAMPLE')) return 'SAMPLE';
  return coverages.has('COMPLETE') ? 'COMPLETE' : null;
}

/** Where each firm counts: its places of work, or where none is known the place of its registration. */
function placesByFirm(tables: Tables): ReadonlyMap<string, readonly { region: string; evidence: Evidence }[]> {
  const all = new Map<string, { kind: string; region: string; evidence: Evidence }[]>();
  for (const { row, evidence } of tables.firmPlaces) {
    all.set(row.firm, [...(all.get(row.firm) ?? []), { kind: row.kind, region: row.region, evidence }]);
  }
  return new Map(
    [...all].map(([firm, places]) => {
      const operating = places.filter((place) => place.kind === 'OPERATING');
      return [firm, operating.length > 0 ? operating : places];
    }),
  );
}

function ancestry(parents: Parents, node: string): readonly string[] {
  const path = withAncestors(parents, node);
  return path === 'circle' ? [] : path;
}

/** The later of two dates that may differ in precision: 2019-04 is later than 2019. */
function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a >= b ? a : b;
}
