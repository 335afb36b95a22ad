import type { FeedAdjacency } from '../matrix/feed-adjacency.ts';
import type { MatrixTotals } from '../matrix/totals.ts';
import { at, markAt, positionAt, unknowns } from '../matrix/typed-array-access.ts';

/** A fall of a capacity below this counts as none: far under every tolerance, above the noise of the sums. */
const SETTLED = 1e-12;

/**
 * Criticality of each segment: the share of the province's size that is lost when the segment stops everywhere.
 *
 * h = 1 for all, h(s) = 0; then h(t) = max(0, min(psi(t), min of h over the essential suppliers,
 * 1 - sum over the others u of w(u -> t) / sum of all w(. -> t) x (1 - h(u)))) until nothing changes (psi(s) = 0, else
 * 1). criticality(s) = sum of X (1 - h) / sum of X. 0..1; NaN when the sum of X is 0.
 *
 * The rule is monotone and starts from the top, so every order of updates ends in the same (greatest) fixed point: the
 * segments are swept in an order in which suppliers come first and only those with a changed supplier are worked out
 * again. Without cycles that is one sweep: O(segments x (segments + feeds)) in all. Source: reference formulas,
 * `criticality` (generalised Leontief cascade, Diem et al. 2022).
 */
export function segmentCriticalities(feeds: FeedAdjacency, totals: MatrixTotals): Float64Array {
  const segments = totals.segment.length;
  const result = unknowns(segments);
  if (totals.grand === 0) return result;
  const order = suppliersFirst(feeds, segments);
  const inputWeight = new Float64Array(segments);
  for (let t = 0; t < segments; t++) {
    for (let k = positionAt(feeds.suppliers.start, t); k < positionAt(feeds.suppliers.start, t + 1); k++) {
      inputWeight[t] = at(inputWeight, t) + at(feeds.suppliers.weight, k);
    }
  }
  const h = new Float64Array(segments);
  const waiting = new Uint8Array(segments);
  for (let s = 0; s < segments; s++) {
    stopSegment(feeds, inputWeight, order, s, h, waiting);
    let lost = 0;
    for (let t = 0; t < segments; t++) lost += at(totals.segment, t) * (1 - at(h, t));
    result[s] = lost / totals.grand;
  }
  return result;
}

function stopSegment(
  feeds: FeedAdjacency,
  inputWeight: Float64Array,
  order: Int32Array,
  stopped: number,
  h: Float64Array,
  waiting: Uint8Array,
): void {
  h.fill(1);
  h[stopped] = 0;
  let open = markBuyers(feeds, stopped, waiting);
  while (open > 0) {
    for (const t of order) {
      if (markAt(waiting, t) === 0) continue;
      waiting[t] = 0;
      open--;
      if (t === stopped) continue;
      const now = capacityLeft(feeds, inputWeight, t, h);
      if (at(h, t) - now <= SETTLED) continue;
      h[t] = now;
      open += markBuyers(feeds, t, waiting);
    }
  }
}

function capacityLeft(feeds: FeedAdjacency, inputWeight: Float64Array, t: number, h: Float64Array): number {
  const { start, neighbour, weight, essential } = feeds.suppliers;
  let least = 1;
  let missing = 0;
  for (let k = positionAt(start, t); k < positionAt(start, t + 1); k++) {
    const supplier = at(h, positionAt(neighbour, k));
    if (markAt(essential, k) === 1) least = Math.min(least, supplier);
    else missing += (at(weight, k) / at(inputWeight, t)) * (1 - supplier);
  }
  return Math.max(0, Math.min(least, 1 - missing));
}

/** Marks the buyers of a segment; how many were not marked before. */
function markBuyers(feeds: FeedAdjacency, segment: number, waiting: Uint8Array): number {
  let marked = 0;
  for (let k = positionAt(feeds.buyers.start, segment); k < positionAt(feeds.buyers.start, segment + 1); k++) {
    const buyer = positionAt(feeds.buyers.neighbour, k);
    if (markAt(waiting, buyer) === 1) continue;
    waiting[buyer] = 1;
    marked++;
  }
  return marked;
}

/** Reverse postorder of a depth-first walk along the feeds: suppliers before buyers wherever no cycle forbids it. */
function suppliersFirst(feeds: FeedAdjacency, segments: number): Int32Array {
  const order = new Int32Array(segments);
  const next = feeds.buyers.start.slice(0, segments);
  const entered = new Uint8Array(segments);
  let position = segments;
  for (let root = 0; root < segments; root++) {
    if (markAt(entered, root) === 1) continue;
    entered[root] = 1;
    const stack = [root];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const k = positionAt(next, top);
      if (k < positionAt(feeds.buyers.start, top + 1)) {
        next[top] = k + 1;
        const buyer = positionAt(feeds.buyers.neighbour, k);
        if (markAt(entered, buyer) === 0) {
          entered[buyer] = 1;
          stack.push(buyer);
        }
      } else {
        order[--position] = top;
        stack.pop();
      }
    }
  }
  return order;
}
