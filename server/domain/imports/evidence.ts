import type { RowError } from './row-error.ts';

/** What a fact rests on: equal-length lists; an empty position or quote means "the source as a whole". */
export interface Evidence {
  readonly sources: readonly string[];
  readonly positions: readonly string[];
  readonly quotes: readonly string[];
}

/** The last three columns of every file of sourced facts. */
export const EVIDENCE_COLUMNS = ['sources', 'positions', 'quotes'] as const;

/**
 * Reads the three evidence cells of a row. A wholly empty positions or quotes cell stands for an empty value per
 * source; anything else must have one value per source. Faults come back as (column, value, rule).
 */
export function readEvidence(
  cells: Readonly<Record<string, string>>,
): Evidence | readonly Pick<RowError, 'column' | 'value' | 'rule'>[] {
  const faults: Pick<RowError, 'column' | 'value' | 'rule'>[] = [];
  const written = cells['sources'] ?? '';
  const sources = written.split('|').map((id) => id.normalize('NFKC').trim());
  if (sources.some((id) => id === '')) {
    faults.push({
      column: 'sources',
      value: written,
      rule: 'every fact names at least one source, none of them empty',
    });
  }
  const perSource = (column: 'positions' | 'quotes'): readonly string[] => {
    const value = cells[column] ?? '';
    if (value === '') return sources.map(() => '');
    const parts = value.split('|');
    if (parts.length !== sources.length) {
      faults.push({
        column,
        value,
        rule: `must hold ${sources.length} values, one per source, but holds ${parts.length}`,
      });
    }
    return parts;
  };
  const positions = perSource('positions').map((position) => position.trim());
  // A quote is verbatim: not even its blanks are touched.
  const quotes = perSource('quotes');
  return faults.length > 0 ? faults : { sources, positions, quotes };
}

/**
 * The evidence of a fact that is worked out from other facts: each source once, sorted, without position and quote,
 * since those stand on the facts it was worked out from.
 */
export function mergedEvidence(parts: Iterable<Evidence>): Evidence {
  const ids = new Set<string>();
  for (const part of parts) for (const id of part.sources) ids.add(id);
  const sources = [...ids].sort();
  return { sources, positions: sources.map(() => ''), quotes: sources.map(() => '') };
}
