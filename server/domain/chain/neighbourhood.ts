import { AppError } from '../app-error.ts';

/** An edge of the chain: `source` supplies `target`. */
export interface ChainEdge {
  readonly source: string;
  readonly target: string;
}

/**
 * Segments within `depth` steps up (suppliers) or down (buyers) of one segment, step by step: the first list holds the
 * direct neighbours, the next those one step further that are not nearer already. The segment itself is in none, also
 * when it lies on a cycle. Each list is in the order of the edges; trailing empty lists are left out.
 *
 * `depth` is a whole number of 0 or more; else `AppError` BAD_USER_INPUT.
 */
export function neighbourhood(
  edges: readonly ChainEdge[],
  segment: string,
  direction: 'up' | 'down',
  depth: number,
): readonly (readonly string[])[] {
  if (!Number.isInteger(depth) || depth < 0) {
    throw new AppError('BAD_USER_INPUT', `The depth must be a whole number of 0 or more, not ${depth}.`, 'depth');
  }
  const next = new Map<string, string[]>();
  for (const { source, target } of edges) {
    const [from, to] = direction === 'up' ? [target, source] : [source, target];
    const list = next.get(from);
    if (list === undefined) next.set(from, [to]);
    else list.push(to);
  }
  const seen = new Set([segment]);
  const steps: string[][] = [];
  let frontier = [segment];
  while (steps.length < depth) {
    const step: string[] = [];
    for (const code of frontier) {
      for (const neighbour of next.get(code) ?? []) {
        if (seen.has(neighbour)) continue;
        seen.add(neighbour);
        step.push(neighbour);
      }
    }
    if (step.length === 0) break;
    steps.push(step);
    frontier = step;
  }
  return steps;
}
