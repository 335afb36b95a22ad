import { strongComponents } from '../chain/strong-components.ts';
import type { FeedAdjacency } from '../matrix/feed-adjacency.ts';
import type { MatrixTotals } from '../matrix/totals.ts';
import { at, positionAt, unknowns } from '../matrix/typed-array-access.ts';

/** A change of a loss below this counts as none: far under every tolerance, above the noise of the sums. */
const SETTLED = 1e-10;

/** Stopped segments that are worked out together: their losses at a segment fill a few cache lines. */
const BATCH = 32;

/**
 * Criticality of each segment: the share of the province's size that is lost when the segment stops everywhere.
 *
 * h = 1 for all, h(s) = 0; then h(t) = max(0, min(psi(t), min of h over the essential suppliers,
 * 1 - sum over the others u of w(u -> t) / sum of all w(. -> t) x (1 - h(u)))) until nothing changes (psi(s) = 0, else
 * 1). criticality(s) = sum of X (1 - h) / sum of X. 0..1; NaN when the sum of X is 0.
 *
 * The rule is monotone and starts from the top, so every order of updates ends in the same (greatest) fixed point:
 * circles of feeds are settled one after the other, suppliers first, and inside one only segments with a changed supplier
 * are worked out again. Many stopped segments go through the graph together. Without circles that is one pass:
 * O(segments x (segments + feeds)) in all. Source: reference formulas, `criticality` (generalised Leontief cascade, Diem
 * et al. 2022).
 */
export function segmentCriticalities(feeds: FeedAdjacency, totals: MatrixTotals): Float64Array {
  const segments = totals.segment.length;
  const result = unknowns(segments);
  if (totals.grand === 0) return result;
  const network = networkOf(feeds, segments);
  const batch: Batch = {
    loss: new Float64Array(segments * BATCH),
    column: new Int32Array(segments),
    waiting: new Uint8Array(segments),
    linear: new Float64Array(BATCH),
    steepest: new Float64Array(BATCH),
  };
  const lost = new Float64Array(BATCH);
  for (let first = 0; first < segments; first += BATCH) {
    const width = Math.min(BATCH, segments - first);
    settle(network, batch, first, width);
    lost.fill(0);
    for (let t = 0; t < segments; t++) {
      const size = at(totals.segment, t);
      for (let c = 0; c < width; c++) lost[c] = (lost[c] ?? 0) + size * (batch.loss[t * BATCH + c] ?? 0);
    }
    for (let c = 0; c < width; c++) result[first + c] = at(lost, c) / totals.grand;
  }
  return result;
}

interface Network {
  readonly feeds: FeedAdjacency;
  /** w / sum of w of the buyer, per feed in the order of the suppliers' rows. */
  readonly share: Float64Array;
  /** Circles (and single segments), suppliers first. */
  readonly components: readonly Int32Array[];
}

/** Losses of a batch of stopped segments, row-major segments x stopped, and what is needed to work them out. */
interface Batch {
  readonly loss: Float64Array;
  /** Column in which the segment itself is the stopped one; -1 elsewhere. */
  readonly column: Int32Array;
  readonly waiting: Uint8Array;
  readonly linear: Float64Array;
  readonly steepest: Float64Array;
}

function networkOf(feeds: FeedAdjacency, segments: number): Network {
  const { start, weight } = feeds.suppliers;
  const share = new Float64Array(weight.length);
  for (let t = 0; t < segments; t++) {
    const from = positionAt(start, t);
    const to = positionAt(start, t + 1);
    let all = 0;
    for (let k = from; k < to; k++) all += at(weight, k);
    for (let k = from; k < to; k++) share[k] = at(weight, k) / all;
  }
  const place = new Int32Array(segments);
  suppliersFirst(feeds, segments).forEach((segment, position) => {
    place[segment] = position;
  });
  const components = strongComponents(feeds.buyers, segments)
    .toReversed()
    .map((members) => Int32Array.from(members).sort((a, b) => positionAt(place, a) - positionAt(place, b)));
  return { feeds, share, components };
}

function settle(network: Network, batch: Batch, first: number, width: number): void {
  const { loss, column, waiting } = batch;
  loss.fill(0);
  column.fill(-1);
  waiting.fill(0);
  for (let c = 0; c < width; c++) {
    column[first + c] = c;
    loss[(first + c) * BATCH + c] = 1;
    markBuyers(network.feeds, first + c, waiting);
  }
  for (const members of network.components) {
    let again = true;
    while (again) {
      again = false;
      for (const t of members) {
        if (waiting[t] !== 1) continue;
        waiting[t] = 0;
        if (!raise(network, batch, t)) continue;
        markBuyers(network.feeds, t, waiting);
        // A single segment feeds only what stands behind it; in a circle a mark may fall on one that was passed.
        again = members.length > 1;
      }
    }
  }
}

/**
 * Works the losses of one segment out anew for the whole batch; whether one rose. It reads and writes the arrays
 * directly: this is where the time goes.
 */
function raise(network: Network, batch: Batch, t: number): boolean {
  const { start, neighbour, essential } = network.feeds.suppliers;
  const { loss, linear, steepest } = batch;
  linear.fill(0);
  steepest.fill(0);
  const end = start[t + 1] ?? 0;
  for (let k = start[t] ?? 0; k < end; k++) {
    const row = (neighbour[k] ?? 0) * BATCH;
    if (essential[k] === 1) {
      for (let c = 0; c < BATCH; c++) {
        const value = loss[row + c] ?? 0;
        if (value > (steepest[c] ?? 0)) steepest[c] = value;
      }
    } else {
      const share = network.share[k] ?? 0;
      for (let c = 0; c < BATCH; c++) linear[c] = (linear[c] ?? 0) + share * (loss[row + c] ?? 0);
    }
  }
  const own = batch.column[t] ?? -1;
  const row = t * BATCH;
  let rose = false;
  for (let c = 0; c < BATCH; c++) {
    if (c === own) continue;
    const gradual = linear[c] ?? 0;
    const sudden = steepest[c] ?? 0;
    const now = gradual > sudden ? (gradual < 1 ? gradual : 1) : sudden;
    if (now - (loss[row + c] ?? 0) > SETTLED) {
      loss[row + c] = now;
      rose = true;
    }
  }
  return rose;
}

function markBuyers(feeds: FeedAdjacency, segment: number, waiting: Uint8Array): void {
  const { start, neighbour } = feeds.buyers;
  const end = start[segment + 1] ?? 0;
  for (let k = start[segment] ?? 0; k < end; k++) waiting[neighbour[k] ?? 0] = 1;
}

/** Reverse postorder of a depth-first walk along the feeds: suppliers before buyers wherever no cycle forbids it. */
function suppliersFirst(feeds: FeedAdjacency, segments: number): Int32Array {
  const order = new Int32Array(segments);
  const next = feeds.buyers.start.slice(0, segments);
  const entered = new Uint8Array(segments);
  let position = segments;
  for (let root = 0; root < segments; root++) {
    if (entered[root] === 1) continue;
    entered[root] = 1;
    const stack = [root];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const k = positionAt(next, top);
      if (k < positionAt(feeds.buyers.start, top + 1)) {
        next[top] = k + 1;
        const buyer = positionAt(feeds.buyers.neighbour, k);
        if (entered[buyer] === 0) {
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
