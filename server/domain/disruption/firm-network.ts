import type { MatrixFeed } from '../matrix/chain-matrix.ts';

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
    const amount = links.amount[k] ?? 0;
    const seller = links.source[k] ?? 0;
    const buyer = links.target[k] ?? 0;
    recordedSales[seller] = (recordedSales[seller] ?? 0) + amount;
    recordedPurchases[buyer] = (recordedPurchases[buyer] ?? 0) + amount;
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
  const input = links.source.map((firm) => links.segment[firm] ?? 0);
  const bySegment = countingSort(input, null, segments);
  const byBuyer = countingSort(links.target, bySegment.order, firms);

  const groupsOf = new Int32Array(firms + 1);
  const linksOf = new Int32Array(count + 1);
  const essential = new Uint8Array(count);
  const seller = new Int32Array(count);
  const share = new Float64Array(count);
  let groups = 0;
  for (let buyer = 0; buyer < firms; buyer += 1) {
    groupsOf[buyer] = groups;
    const buyerSegment = links.segment[buyer] ?? 0;
    const allPurchases = recordedPurchases[buyer] ?? 0;
    const end = byBuyer.starts[buyer + 1] ?? 0;
    let position = byBuyer.starts[buyer] ?? 0;
    while (position < end) {
      const segment = input[byBuyer.order[position] ?? 0] ?? 0;
      const start = position;
      let bought = 0;
      while (position < end) {
        const k = byBuyer.order[position] ?? 0;
        if (input[k] !== segment) break;
        const amount = links.amount[k] ?? 0;
        seller[position] = links.source[k] ?? 0;
        share[position] = amount;
        bought += amount;
        position += 1;
      }
      const mark = essentialFeed[segment * segments + buyerSegment] ?? 0;
      const base = mark === 1 ? bought : allPurchases;
      for (let p = start; p < position; p += 1) share[p] = base > 0 ? (share[p] ?? 0) / base : 0;
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
  const bySeller = countingSort(links.source, null, links.segment.length);
  const buyer = bySeller.order.map((k) => links.target[k] ?? 0);
  const share = new Float64Array(buyer.length);
  for (let position = 0; position < share.length; position += 1) {
    const k = bySeller.order[position] ?? 0;
    const from = links.source[k] ?? 0;
    const sold = recordedSales[from] ?? 0;
    const revenue = links.revenue[from] ?? Number.NaN;
    const base = Number.isNaN(revenue) ? sold : Math.max(sold, revenue);
    share[position] = base > 0 ? (links.amount[k] ?? 0) / base : 0;
  }
  return { linksOf: bySeller.starts, buyer, share };
}

/**
 * Positions of `keys` in the order of their values, equal ones in the order of `from` (null = as they stand). `starts[k]`
 * is where value k begins. Direct reads, as this is where a large network spends its time.
 */
function countingSort(
  keys: Int32Array,
  from: Int32Array | null,
  values: number,
): { order: Int32Array; starts: Int32Array } {
  const starts = new Int32Array(values + 1);
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let i = 0; i < values; i += 1) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  const next = starts.slice();
  const order = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i += 1) {
    const item = from === null ? i : (from[i] ?? 0);
    const key = keys[item] ?? 0;
    const place = next[key] ?? 0;
    order[place] = item;
    next[key] = place + 1;
  }
  return { order, starts };
}
