import { ALL, type CoverageRow } from './kinds/coverage.ts';
import type { ImportRecord } from './record-kind.ts';

/**
 * The coverage statement that a source makes about a region: COMPLETE before SAMPLE before LIST. Undefined when none
 * of the sources states any.
 */
export function coverageOf(
  statements: readonly ImportRecord<CoverageRow>[],
  sources: readonly string[],
  region: string,
): CoverageRow | undefined {
  const fitting = statements
    .map(({ row }) => row)
    .filter((row) => sources.includes(row.source) && (row.regions.includes(ALL) || row.regions.includes(region)));
  return (['COMPLETE', 'SAMPLE', 'LIST'] as const)
    .map((kind) => fitting.find((row) => row.kind === kind))
    .find((row) => row !== undefined);
}
