import type { CoverageKind, IndustryMap } from './industry-map.ts';

/**
 * Date and coverage of the oldest source behind the firm counts: what the page shows as the age of its data. Lists of
 * names count nothing, so they are left out. Without any count the date is unknown and the coverage that of a list.
 */
export function oldestCountSource(map: IndustryMap): { readonly date: string | null; readonly coverage: CoverageKind } {
  const statements = map.coverages.filter((statement) => statement.kind !== 'LIST');
  const dates = statements.flatMap((statement) => (statement.asOf === null ? [] : [statement.asOf])).sort();
  const sampled = statements.some((statement) => statement.kind === 'SAMPLE');
  return {
    date: dates[0] ?? null,
    coverage: sampled ? 'SAMPLE' : statements.length > 0 ? 'COMPLETE' : 'LIST',
  };
}
