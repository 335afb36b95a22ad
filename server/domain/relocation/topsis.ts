import { componentNames, type RankedEntry } from '../ranking/ranked-order.ts';

export interface Topsis {
  /** Components that are known for every candidate; the only ones that TOPSIS can use. */
  readonly criteria: readonly string[];
  /** Closeness to the ideal per candidate id, 0..1; NaN where the candidate is at once the ideal and its opposite. */
  readonly closeness: ReadonlyMap<string, number>;
}

/**
 * TOPSIS (Hwang and Yoon 1981; Euclidean, vector-normalised, weighted by the relocation weights) over the components
 * known for every candidate: closeness = d-/(d+ + d-), with d+ and d- the distances to the best and the worst value of
 * each criterion among the candidates.
 *
 * For comparison only: dropping a candidate can reorder the others, which the relocation score never does, so no
 * ranking may rest on it.
 */
export function topsis(entries: readonly RankedEntry[]): Topsis {
  const criteria = componentNames(entries).filter((name) =>
    entries.every((entry) => typeof entry.components.find((one) => one.name === name)?.value === 'number'),
  );
  const columns = criteria.map((name) => {
    const parts = entries.map((entry) => entry.components.find((one) => one.name === name));
    const values = parts.map((part) => (typeof part?.value === 'number' ? part.value : Number.NaN));
    const norm = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
    const weight = parts[0]?.weight ?? 0;
    return values.map((value) => (norm === 0 ? 0 : (weight * value) / norm));
  });
  const closeness = new Map<string, number>();
  entries.forEach((entry, row) => {
    let toBest = 0;
    let toWorst = 0;
    for (const column of columns) {
      const value = column[row] ?? Number.NaN;
      toBest += (Math.max(...column) - value) ** 2;
      toWorst += (value - Math.min(...column)) ** 2;
    }
    const best = Math.sqrt(toBest);
    const worst = Math.sqrt(toWorst);
    closeness.set(entry.id, worst / (best + worst));
  });
  return { criteria, closeness };
}
