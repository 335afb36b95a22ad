/** One thing in a column: where it would like to be, and how much room it needs. */
export interface ColumnItem {
  /** Wished centre, px. */
  readonly wish: number;
  /** Height, px. */
  readonly height: number;
}

/**
 * Centres of the items, in the order given, none overlapping, as near to their wishes as possible in the sense of least
 * squares (isotonic regression), inside [top, bottom] as far as the room suffices.
 */
export function placeColumn(items: readonly ColumnItem[], gap: number, top: number, bottom: number): number[] {
  // With the heights above an item taken off, "not overlapping" becomes "not decreasing".
  const offsets: number[] = [];
  let offset = 0;
  items.forEach((item, index) => {
    const previous = items[index - 1];
    if (previous !== undefined) offset += previous.height / 2 + gap + item.height / 2;
    offsets.push(offset);
  });
  const first = items[0];
  const last = items[items.length - 1];
  if (first === undefined || last === undefined) return [];
  const lowest = top + first.height / 2;
  const highest = Math.max(lowest, bottom - last.height / 2 - offset);

  interface Block {
    sum: number;
    count: number;
  }
  const blocks: Block[] = [];
  items.forEach((item, index) => {
    blocks.push({ sum: item.wish - (offsets[index] ?? 0), count: 1 });
    for (;;) {
      const tail = blocks[blocks.length - 1];
      const before = blocks[blocks.length - 2];
      if (tail === undefined || before === undefined || before.sum / before.count <= tail.sum / tail.count) break;
      before.sum += tail.sum;
      before.count += tail.count;
      blocks.pop();
    }
  });
  const free = blocks.flatMap((block) => Array.from({ length: block.count }, () => block.sum / block.count));
  return free.map((value, index) => Math.min(highest, Math.max(lowest, value)) + (offsets[index] ?? 0));
}

/** Height that the items need with the gaps between them. */
export function columnHeight(items: readonly ColumnItem[], gap: number): number {
  return items.reduce((sum, item) => sum + item.height, 0) + gap * Math.max(0, items.length - 1);
}
