import type { ChainFeed, ChainModel } from './chain-model.ts';

/**
 * Order of the segments inside the columns of the chain picture. It is worked out once from the whole chain and holds
 * under every filter, so nothing jumps when a filter changes.
 *
 * Columns are the main stages in the order of the flow. A link that spans several columns gets one place holder for
 * each column between; the links of one supplier share them, so that they run together until they part.
 */
export interface ChainOrder {
  /** For each column, from top to bottom, segments and place holders. */
  readonly columns: readonly (readonly OrderEntry[])[];
  /** Links between neighbouring columns, place holders included. */
  readonly hops: readonly Hop[];
  /** Segments of the bottom lane, from left to right. */
  readonly lane: readonly string[];
  /** Column of each main segment. */
  readonly columnOf: ReadonlyMap<string, number>;
}

export interface OrderEntry {
  readonly id: string;
  /** Only holds a place for links that pass through this column. */
  readonly placeholder: boolean;
}

interface Hop {
  readonly from: string;
  readonly to: string;
  /** Column of `from`; `to` stands one further. */
  readonly column: number;
}

/** Sweeps over the columns; the result was seen to settle after 6 on the 45 leaves of the textile chain. */
const SWEEPS = 24;

/** Id of the place holder for the links of `from` in a column. */
export function placeholderId(from: string, column: number): string {
  return `~${from}@${column}`;
}

/** Material links that run from an earlier column to a later one. */
export function forwardFeeds(feeds: readonly ChainFeed[], columnOf: ReadonlyMap<string, number>): ChainFeed[] {
  return feeds.filter((feed) => {
    if (feed.kind !== 'MATERIAL') return false;
    const from = columnOf.get(feed.from);
    const to = columnOf.get(feed.to);
    return from !== undefined && to !== undefined && to > from;
  });
}

/** Works out the order; the same model always gives the same order. */
export function orderChain(model: ChainModel): ChainOrder {
  const mainStages = model.stages.filter((stage) => !stage.side && stage.members.length > 0);
  const columnOf = new Map<string, number>();
  const initial: OrderEntry[][] = mainStages.map((stage, column) =>
    stage.members.map((member) => {
      columnOf.set(member.code, column);
      return { id: member.code, placeholder: false };
    }),
  );

  const hops = new Map<string, Hop>();
  const addHop = (from: string, to: string, column: number): void => {
    hops.set(`${from}>${to}`, { from, to, column });
  };
  for (const feed of forwardFeeds(model.feeds, columnOf)) {
    const start = columnOf.get(feed.from) ?? 0;
    const end = columnOf.get(feed.to) ?? 0;
    let previous = feed.from;
    for (let column = start + 1; column < end; column += 1) {
      const id = placeholderId(feed.from, column);
      const entries = initial[column] ?? [];
      if (!entries.some((entry) => entry.id === id)) entries.push({ id, placeholder: true });
      addHop(previous, id, column - 1);
      previous = id;
    }
    addHop(previous, feed.to, end - 1);
  }
  const allHops = [...hops.values()];

  let columns: readonly (readonly OrderEntry[])[] = initial;
  let best = columns;
  let bestCrossings = countCrossings(columns, allHops);
  for (let sweep = 0; sweep < SWEEPS && bestCrossings > 0; sweep += 1) {
    columns = sweepOnce(columns, allHops, sweep % 2 === 0);
    const crossings = countCrossings(columns, allHops);
    if (crossings < bestCrossings) {
      best = columns;
      bestCrossings = crossings;
    }
  }
  return { columns: swapNeighbours(best, allHops), hops: allHops, lane: orderLane(model, columnOf), columnOf };
}

/** Crossings of links between neighbouring columns. */
export function countCrossings(columns: ChainOrder['columns'], hops: ChainOrder['hops']): number {
  const position = positions(columns);
  let crossings = 0;
  columns.forEach((_, column) => {
    const between = hops
      .filter((hop) => hop.column === column)
      .map((hop) => [position.get(hop.from) ?? 0, position.get(hop.to) ?? 0] as const);
    between.forEach(([from, to], index) => {
      for (const [otherFrom, otherTo] of between.slice(index + 1)) {
        if ((from - otherFrom) * (to - otherTo) < 0) crossings += 1;
      }
    });
  });
  return crossings;
}

function positions(columns: ChainOrder['columns']): Map<string, number> {
  return new Map(columns.flatMap((entries) => entries.map((entry, index) => [entry.id, index] as const)));
}

/** One pass of the barycentre rule, from left to right or back. Entries without links keep their place. */
function sweepOnce(columns: ChainOrder['columns'], hops: readonly Hop[], rightwards: boolean): ChainOrder['columns'] {
  const result = columns.map((entries) => [...entries]);
  const indices = result.map((_, index) => index);
  for (const column of rightwards ? indices.slice(1) : indices.slice(0, -1).reverse()) {
    const position = positions(result);
    const scale = (id: string, other: number): number =>
      ((position.get(id) ?? 0) + 0.5) / Math.max(1, result[other]?.length ?? 1);
    const other = rightwards ? column - 1 : column + 1;
    const key = (entry: OrderEntry): number => {
      const linked = rightwards
        ? hops.filter((hop) => hop.to === entry.id).map((hop) => hop.from)
        : hops.filter((hop) => hop.from === entry.id).map((hop) => hop.to);
      if (linked.length === 0) return scale(entry.id, column);
      return linked.reduce((sum, id) => sum + scale(id, other), 0) / linked.length;
    };
    const entries = result[column] ?? [];
    const keys = new Map(entries.map((entry) => [entry.id, key(entry)] as const));
    entries.sort((a, b) => (keys.get(a.id) ?? 0) - (keys.get(b.id) ?? 0));
  }
  return result;
}

/** Swaps neighbours inside a column as long as that removes a crossing. */
function swapNeighbours(columns: ChainOrder['columns'], hops: readonly Hop[]): ChainOrder['columns'] {
  let current = columns;
  let crossings = countCrossings(current, hops);
  let improved = true;
  while (improved && crossings > 0) {
    improved = false;
    for (let column = 0; column < current.length; column += 1) {
      for (let index = 0; index + 1 < (current[column]?.length ?? 0); index += 1) {
        const swapped = current.map((entries, other) => (other === column ? swapAt(entries, index) : entries));
        const after = countCrossings(swapped, hops);
        if (after < crossings) {
          current = swapped;
          crossings = after;
          improved = true;
        }
      }
    }
  }
  return current;
}

function swapAt<T>(items: readonly T[], index: number): T[] {
  return [...items.slice(0, index), ...items.slice(index, index + 2).reverse(), ...items.slice(index + 2)];
}

/** Segments of the side stages, by the mean column of what they feed. */
function orderLane(model: ChainModel, columnOf: ReadonlyMap<string, number>): string[] {
  const members = model.stages.filter((stage) => stage.side).flatMap((stage) => stage.members);
  const key = (code: string): number => {
    const columns = model.feeds
      .filter((feed) => feed.from === code)
      .map((feed) => columnOf.get(feed.to))
      .filter((column) => column !== undefined);
    return columns.length === 0 ? Number.MAX_SAFE_INTEGER : columns.reduce((a, b) => a + b, 0) / columns.length;
  };
  const keys = new Map(members.map((member) => [member.code, key(member.code)] as const));
  return members.map((member) => member.code).sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
}
