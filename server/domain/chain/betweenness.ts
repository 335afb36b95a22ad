import { DirectedGraph } from 'graphology';
import { betweenness as betweennessCentrality } from 'graphology-metrics/centrality/index.js';
import type { MatrixFeed } from '../matrix/chain-matrix.ts';

/**
 * Betweenness of each segment in the graph of feeds: over all ordered pairs of other segments, the sum of the share of
 * shortest paths that lead through it. Directed, unweighted, not normalised (0 upwards). A label for a hinge of the
 * chain; it says nothing about quantity. Brandes' algorithm, O(segments x feeds).
 * Source: reference formulas, `betweenness`.
 */
export function betweenness(feeds: readonly MatrixFeed[], segments: number): Float64Array {
  const graph = new DirectedGraph();
  for (let s = 0; s < segments; s++) graph.addNode(s);
  for (const feed of feeds) graph.mergeEdge(feed.source, feed.target);
  const byNode = betweennessCentrality(graph, { getEdgeWeight: null, normalized: false });
  return Float64Array.from({ length: segments }, (_none, s) => byNode[String(s)] ?? 0);
}
