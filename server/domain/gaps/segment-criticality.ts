import { solveLinearSystem } from '../linear-algebra/linear-system.ts';
import { strongComponents } from '../chain/strong-components.ts';
import type { FeedAdjacency } from '../matrix/feed-adjacency.ts';
import type { MatrixTotals } from '../matrix/totals.ts';
import { at, positionAt, unknowns } from '../matrix/typed-array-access.ts';

/** A change of a loss below this counts as none: far under every tolerance, above the noise of the sums. */
const SETTLED = 1e-12;

/**
 * Circles up to this many segments are brought to their exact end by a linear system. A weak feed into a strong circle
 * raises the losses by tiny steps that add up: a step that is small says nothing about the way that is left. Larger
 * circles do not occur in a chain; in them the steps alone decide.
 */
const EXACT_CIRCLE = 64;

/** Step from which a circle that is finished exactly is left to the linear system: its terms are found by then. */
const COARSE = 1e-6;

/** Bound of the steps where a circle cannot be finished exactly: well past any chain, so that it always ends. */
const MAX_SWEEPS = 100_000;

/** Least agreement of an exact solution with the rule itself before it is taken. */
const CONSISTENT = 1e-12;

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
    const exact = members.length > 1 && members.length <= EXACT_CIRCLE;
    const settled = exact ? COARSE : SETTLED;
    while (again) {
      again = false;
      for (const t of members) {
        if (waiting[t] !== 1) continue;
        waiting[t] = 0;
        if (!raise(network, batch, t, settled)) continue;
        markBuyers(network.feeds, t, waiting);
        // A single segment feeds only what stands behind it; in a circle a mark may fall on one that was passed.
        again = members.length > 1;
      }
    }
    if (exact) for (let c = 0; c < width; c++) finishCircle(network, batch, members, c);
  }
}

/**
 * Brings the losses of one stopped segment in a circle to their end. Each segment keeps the term that decides it now (the
 * mean of its suppliers, or one essential supplier), which makes the rule a linear system. The rule is the largest of such
 * terms, so the solution never lies above its least fixed point; when it also satisfies the rule, it is that point. When
 * it does not, another term decides further on: then small steps go on until nothing changes.
 */
function finishCircle(network: Network, batch: Batch, members: Int32Array, c: number): void {
  const { loss, column } = batch;
  const n = members.length;
  if (members.every((t) => at(loss, t * BATCH + c) === 0)) return;
  const position = new Map(Array.from(members, (t, i) => [t, i]));
  const matrix = new Float64Array(n * n);
  const right = new Float64Array(n);
  members.forEach((t, i) => {
    matrix[i * n + i] = 1;
    if (column[t] === c) {
      right[i] = 1;
      return;
    }
    for (const [u, factor] of decidingTerm(network, batch, t, c)) {
      const j = position.get(u);
      if (j === undefined) right[i] = at(right, i) + factor * at(loss, u * BATCH + c);
      else matrix[i * n + j] = at(matrix, i * n + j) - factor;
    }
  });
  const before = Array.from(members, (t) => at(loss, t * BATCH + c));
  const solution = solveLinearSystem(matrix, right, n);
  if (solution !== null) {
    members.forEach((t, i) => {
      loss[t * BATCH + c] = Math.min(1, Math.max(at(solution, i), before[i] ?? 0));
    });
    const holds = Array.from(members).every(
      (t, i) =>
        at(solution, i) >= (before[i] ?? 0) - CONSISTENT &&
        at(solution, i) <= 1 + CONSISTENT &&
        Math.abs(ruleAt(network, batch, t, c) - at(loss, t * BATCH + c)) <= CONSISTENT,
    );
    if (holds) return;
    members.forEach((t, i) => {
      loss[t * BATCH + c] = before[i] ?? 0;
    });
  }
  for (let rose = true, sweep = 0; rose && sweep < MAX_SWEEPS; sweep++) {
    rose = false;
    for (const t of members) {
      const now = ruleAt(network, batch, t, c);
      if (now - at(loss, t * BATCH + c) <= 0) continue;
      loss[t * BATCH + c] = now;
      rose = true;
    }
  }
}

/** Suppliers, with their factors, of the term that decides the loss of a segment: all but the essential ones, or one of these. */
function decidingTerm(network: Network, batch: Batch, t: number, c: number): readonly (readonly [number, number])[] {
  const { start, neighbour, essential } = network.feeds.suppliers;
  const gradual: [number, number][] = [];
  let mean = 0;
  let sudden = 0;
  let steepest = -1;
  for (let k = positionAt(start, t); k < positionAt(start, t + 1); k++) {
    const u = positionAt(neighbour, k);
    const value = at(batch.loss, u * BATCH + c);
    if (essential[k] === 1) {
      if (value > sudden) [sudden, steepest] = [value, u];
    } else {
      gradual.push([u, at(network.share, k)]);
      mean += at(network.share, k) * value;
    }
  }
  return sudden > mean ? [[steepest, 1]] : gradual;
}

/** What the rule makes of the losses of a segment's suppliers, 0..1. */
function ruleAt(network: Network, batch: Batch, t: number, c: number): number {
  if (batch.column[t] === c) return 1;
  const value = decidingTerm(network, batch, t, c).reduce(
    (sum, [u, factor]) => sum + factor * at(batch.loss, u * BATCH + c),
    0,
  );
  return Math.min(1, value);
}

/**
 * Works the losses of one segment out anew for the whole batch; whether one rose. It reads and writes the arrays
 * directly: this is where the time goes.
 */
function raise(network: Network, batch: Batch, t: number, settled: number): boolean {
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
    const held = loss[row + c] ?? 0;
    // The first loss, however small, may be the beginning of a large one.
    if (now - held > settled || (held === 0 && now > 0)) {
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
