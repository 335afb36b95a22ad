import type { MatrixFeed } from '../matrix/chain-matrix.ts';
import { at } from '../matrix/typed-array-access.ts';

/** Firms and the recorded links between them, as columns. */
export interface FirmLinks {
  /** Segment per firm; index into the segments of the feeds. */
  readonly segment: Int32Array;
  /** Size by which losses are weighed; NaN = unknown, which weighs nothing. */
  readonly employees: Float64Array;
  /** Revenue in the unit of the amounts; NaN = unknown. */
  readonly revenue: Float64Array;
  /** Per link: the firm that sells, the one that buys, and for how much (0 or more, never NaN). */
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly amount: Float64Array;
}

/**
 * The links in compressed rows, worked out once and used by every scenario. `purchases`: for each buyer its links,
 * grouped by the supplier's segment; a group is one input. `sales`: for each seller its links.
 */
export interface FirmNetwork {
  readonly firms: number;
  readonly segments: number;
  readonly segment: Int32Array;
  /** Weight of a firm in the loss: employees, 0 where unknown. */
  readonly weight: Float64Array;
  readonly totalWeight: number;
  /** Recorded sales per firm. */
  readonly recordedSales: Float64Array;
  readonly purchases: {
    /** Groups of buyer i: from `groupsOf[i]` to `groupsOf[i + 1]`. */
    readonly groupsOf: Int32Array;
    /** Links of group g: from `linksOf[g]` to `linksOf[g + 1]`. */
    readonly linksOf: Int32Array;
    /** 1 where the buyer cannot do without the input. */
    readonly essential: Uint8Array;
    readonly seller: Int32Array;
    /** Essential input: share of that input bought from the seller; else share of all recorded purchases. */
    readonly share: Float64Array;
  };
  readonly sales: {
    readonly linksOf: Int32Array;
    readonly buyer: Int32Array;
    /** amount / max(recorded sales, revenue). */
    readonly share: Float64Array;
  };
}

/**
 * Builds the network in O(firms + links + segments). A link whose segments are not joined by a feed is an input that
 * is not essential. A firm without recorded purchases depends on nobody, one without recorded sales on no buyer.
 */
export function firmNetwork(
  links: FirmLinks,
  feeds: readonly Pick<MatrixFeed, 'source' | 'target' | 'essential'>[],
  segments: number,
): FirmNetwork {
  const firms = links.segment.length;
  const count = links.source.length;
  const recordedSales = new Float64Array(firms);
  const recordedPurchases = new Float64Array(firms);
  for (let k = 0; k < count; k += 1) {
    const amount = at(links.amount, k);
    const seller = at(links.source, k);
    const buyer = at(links.target, k);
    recordedSales[seller] = at(recordedSales, seller) + amount;
    recordedPurchases[buyer] = at(recordedPurchases, buyer) + amount;
  }
  const weight = links.employees.map((value) => (Number.isNaN(value) ? 0 : value));
  let totalWeight = 0;
  for (const value of weight) totalWeight += value;
  return {
    firms,
    segments,
    segment: links.segment,
    weight,
    totalWeight,
    recordedSales,
    purchases: purchaseRows(links, feeds, segments, recordedPurchases),
    sales: salesRows(links, recordedSales),
  };
}

function purchaseRows(
  links: FirmLinks,
  feeds: readonly Pick<MatrixFeed, 'source' | 'target' | 'essential'>[],
  segments: number,
  recordedPurchases: Float64Array,
): FirmNetwork['purchases'] {
  const firms = links.segment.length;
  const count = links.source.length;
  const essentialFeed = new Uint8Array(segments * segments);
  for (const feed of feeds) if (feed.essential) essentialFeed[feed.source * segments + feed.target] = 1;

  // Two stable counting sorts: by the seller's segment, then by buyer, so that an input's links stand together.
  const everyLink = Int32Array.from({ length: count }, (_, k) => k);
  const bySegment = countingSort(everyLink, (k) => at(links.segment, at(links.source, k)), segments);
  const byBuyer = countingSort(bySegment.order, (k) => at(links.target, k), firms);

  const groupsOf = new Int32Array(firms + 1);
  const linksOf = new Int32Array(count + 1);
  const essential = new Uint8Array(count);
  const seller = new Int32Array(count);
  const share = new Float64Array(count);
  let groups = 0;
  for (let buyer = 0; buyer < firms; buyer += 1) {
    groupsOf[buyer] = groups;
    const end = at(byBuyer.starts, buyer + 1);
    let position = at(byBuyer.starts, buyer);
    while (position < end) {
      const input = at(links.segment, at(links.source, at(byBuyer.order, position)));
      const start = position;
      let bought = 0;
      while (position < end) {
        const k = at(byBuyer.order, position);
        const from = at(links.source, k);
        if (at(links.segment, from) !== input) break;
        seller[position] = from;
        share[position] = at(links.amount, k);
        bought += at(links.amount, k);
        position += 1;
      }
      const mark = essentialFeed[input * segments + at(links.segment, buyer)] ?? 0;
      const base = mark === 1 ? bought : at(recordedPurchases, buyer);
      for (let p = start; p < position; p += 1) share[p] = base > 0 ? at(share, p) / base : 0;
      essential[groups] = mark;
      linksOf[groups] = start;
      groups += 1;
    }
  }
  groupsOf[firms] = groups;
  linksOf[groups] = count;
  return { groupsOf, linksOf: linksOf.slice(0, groups + 1), essential: essential.slice(0, groups), seller, share };
}

function salesRows(links: FirmLinks, recordedSales: Float64Array): FirmNetwork['sales'] {
  const firms = links.segment.length;
  const everyLink = Int32Array.from({ length: links.source.length }, (_, k) => k);
  const bySeller = countingSort(everyLink, (k) => at(links.source, k), firms);
  const buyer = bySeller.order.map((k) => at(links.target, k));
  const share = new Float64Array(buyer.length);
  bySeller.order.forEach((k, position) => {
    const from = at(links.source, k);
    const revenue = at(links.revenue, from);
    const base = Number.isNaN(revenue) ? at(recordedSales, from) : Math.max(at(recordedSales, from), revenue);
    share[position] = base > 0 ? at(links.amount, k) / base : 0;
  });
  return { linksOf: bySeller.starts, buyer, share };
}

function countingSort(
  items: Int32Array,
  key: (item: number) => number,
  keys: number,
): { order: Int32Array; starts: Int32Array } {
  const starts = new Int32Array(keys + 1);
  for (const item of items) starts[key(item) + 1] = at(starts, key(item) + 1) + 1;
  for (let i = 0; i < keys; i += 1) starts[i + 1] = at(starts, i + 1) + at(starts, i);
  const next = starts.slice();
  const order = new Int32Array(items.length);
  for (const item of items) {
    const bucket = key(item);
    order[at(next, bucket)] = item;
    next[bucket] = at(next, bucket) + 1;
  }
  return { order, starts };
}
