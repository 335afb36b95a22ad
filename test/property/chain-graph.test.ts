import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articulationSegments } from '../../server/domain/chain/articulation.ts';
import { betweenness } from '../../server/domain/chain/betweenness.ts';
import { reachable } from '../../server/domain/chain/reachable.ts';
import { shortestPaths } from '../../server/domain/chain/shortest-paths.ts';
import { structuralUpstreamness } from '../../server/domain/chain/structural-upstreamness.ts';
import { segmentCriticalities } from '../../server/domain/gaps/segment-criticality.ts';
import type { MatrixFeed } from '../../server/domain/matrix/chain-matrix.ts';
import { feedAdjacency } from '../../server/domain/matrix/feed-adjacency.ts';
import { totalsOf } from '../../server/domain/matrix/totals.ts';
import { chainMatrices, feedLists } from './chain-matrix-arbitrary.ts';

const graphs = fc
  .integer({ min: 2, max: 7 })
  .chain((segments) => fc.tuple(fc.constant(segments), feedLists(segments, false)));

/** Every loopless path by plain enumeration. */
function allPaths(
  feeds: readonly MatrixFeed[],
  from: number,
  to: number,
): readonly { nodes: number[]; cost: number }[] {
  const found: { nodes: number[]; cost: number }[] = [];
  const walk = (nodes: number[], cost: number): void => {
    const last = nodes.at(-1);
    if (last === to) {
      found.push({ nodes, cost });
      return;
    }
    for (const feed of feeds) {
      if (feed.source !== last || nodes.includes(feed.target)) continue;
      walk([...nodes, feed.target], cost - Math.log(feed.weight));
    }
  };
  walk([from], 0);
  return found.sort((a, b) => a.cost - b.cost);
}

/** Number of pieces of the undirected graph without one segment. */
function pieces(feeds: readonly MatrixFeed[], segments: number, without: number): number {
  const piece = [...Array.from({ length: segments }).keys()];
  for (let round = 0; round < segments; round++) {
    for (const { source, target } of feeds) {
      if (source === without || target === without) continue;
      const least = Math.min(piece[source] ?? 0, piece[target] ?? 0);
      piece[source] = least;
      piece[target] = least;
    }
  }
  return new Set(piece.filter((_label, segment) => segment !== without)).size;
}

describe('paths', () => {
  it('are the cheapest of all loopless paths, each once', () => {
    fc.assert(
      fc.property(graphs, fc.integer({ min: 1, max: 5 }), ([segments, feeds], count) => {
        const found = shortestPaths(feedAdjacency(feeds, segments).buyers, 0, segments - 1, count);
        const all = allPaths(feeds, 0, segments - 1);
        expect(found).toHaveLength(Math.min(count, all.length));
        expect(new Set(found.map((path) => path.nodes.join())).size).toBe(found.length);
        for (const [i, path] of found.entries()) {
          expect(path.cost).toBeCloseTo(all[i]?.cost ?? Number.NaN, 9);
          expect(all.map((other) => other.nodes.join())).toContain(path.nodes.join());
        }
      }),
    );
  });

  it('reach exactly what some walk reaches', () => {
    fc.assert(
      fc.property(graphs, ([segments, feeds]) => {
        const reached = reachable(feedAdjacency(feeds, segments).buyers, 0);
        const walked = new Set<number>();
        for (let round = 0; round <= feeds.length; round++) {
          for (const { source, target } of feeds) if (source === 0 || walked.has(source)) walked.add(target);
        }
        expect(reached).toEqual([...walked].sort((a, b) => a - b));
      }),
    );
  });
});

describe('hinges', () => {
  it('are the segments whose removal leaves more pieces', () => {
    fc.assert(
      fc.property(graphs, ([segments, feeds]) => {
        const whole = pieces(feeds, segments, -1);
        const touched = (s: number) => feeds.some((feed) => feed.source === s || feed.target === s);
        const expected = [...Array.from({ length: segments }).keys()].filter(
          (s) => touched(s) && pieces(feeds, segments, s) > whole,
        );
        expect(articulationSegments(feedAdjacency(feeds, segments), segments)).toEqual(expected);
      }),
    );
  });

  it('count the share of the shortest paths that lead through', () => {
    fc.assert(
      fc.property(graphs, ([segments, feeds]) => {
        const expected = new Float64Array(segments);
        for (let from = 0; from < segments; from++) {
          for (let to = 0; to < segments; to++) {
            if (from === to) continue;
            const paths = allPaths(feeds, from, to);
            const least = Math.min(...paths.map((path) => path.nodes.length));
            const shortest = paths.filter((path) => path.nodes.length === least);
            for (const path of shortest) {
              for (const s of path.nodes.slice(1, -1)) expected[s] = (expected[s] ?? 0) + 1 / shortest.length;
            }
          }
        }
        for (const [s, value] of betweenness(feeds, segments).entries())
          expect(value).toBeCloseTo(expected[s] ?? -1, 9);
      }),
    );
  });
});

describe('structural upstreamness', () => {
  it('meets its equation, and is null exactly when some segment cannot reach an end', () => {
    fc.assert(
      fc.property(graphs, ([segments, feeds]) => {
        const adjacency = feedAdjacency(feeds, segments);
        const all = [...Array.from({ length: segments }).keys()];
        const isEnd = (s: number) => feeds.every((feed) => feed.source !== s);
        const stuck = all.some((s) => !isEnd(s) && !reachable(adjacency.buyers, s).some(isEnd));
        const result = structuralUpstreamness(adjacency, segments);
        expect(result === null).toBe(stuck);
        for (const [s, value] of result?.entries() ?? []) {
          const own = feeds.filter((feed) => feed.source === s);
          const weight = own.reduce((sum, feed) => sum + feed.weight, 0);
          const rest = own.reduce((sum, feed) => sum + (feed.weight / weight) * (result?.[feed.target] ?? -1), 0);
          expect(value).toBeCloseTo(1 + rest, 8);
        }
      }),
    );
  });
});

describe('criticality', () => {
  it('is the fixed point that plain rounds over all segments end in, circles included', () => {
    fc.assert(
      fc.property(chainMatrices(), (matrix) => {
        const totals = totalsOf(matrix);
        const segments = matrix.segments.length;
        const result = segmentCriticalities(feedAdjacency(matrix.feeds, segments), totals);
        for (let stopped = 0; stopped < segments; stopped++) {
          let h = new Float64Array(segments).fill(1);
          h[stopped] = 0;
          for (let round = 0; round < 3000; round++) {
            h = h.map((_old, t) => {
              if (t === stopped) return 0;
              const inputs = matrix.feeds.filter((feed) => feed.target === t);
              const all = inputs.reduce((sum, feed) => sum + feed.weight, 0);
              let value = 1;
              let missing = 0;
              for (const feed of inputs) {
                const supplier = h[feed.source] ?? Number.NaN;
                if (feed.essential) value = Math.min(value, supplier);
                else missing += (feed.weight / all) * (1 - supplier);
              }
              return Math.max(0, Math.min(value, 1 - missing));
            });
          }
          const lost = h.reduce((sum, value, t) => sum + (totals.segment[t] ?? 0) * (1 - value), 0);
          if (totals.grand === 0) expect(result[stopped]).toBeNaN();
          else expect(result[stopped]).toBeCloseTo(lost / totals.grand, 6);
        }
      }),
      { numRuns: 30 },
    );
  });
});
