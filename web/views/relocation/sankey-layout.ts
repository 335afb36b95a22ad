/** A part of the lot with the group that it ends in. */
export interface SankeyPart {
  readonly id: string;
  /** Zone, or another group such as "not placed". */
  readonly group: string;
  readonly ha: number;
}

export interface SankeySize {
  readonly width: number;
  readonly height: number;
  /** Left and right edge of the flow, px; the rest is for words. */
  readonly left: number;
  readonly right: number;
  /** Width of the blocks, and free space between bands, px. */
  readonly block: number;
  readonly gap: number;
}

/** A flow of constant height from the lot on the left to its group on the right. */
export interface SankeyBand {
  readonly id: string;
  readonly group: string;
  /** SVG path of the filled band. */
  readonly path: string;
  /** Middle of the band, for its label, px. */
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

export interface SankeyBlock {
  readonly id: string;
  readonly y: number;
  readonly height: number;
}

export interface SankeyLayout {
  readonly source: SankeyBlock;
  readonly groups: readonly SankeyBlock[];
  readonly bands: readonly SankeyBand[];
  /** Pixels a hectare. */
  readonly scale: number;
}

/**
 * One lot on the left, its parts as bands whose height is their share, ordered by group so that no two bands cross.
 * Groups come in the order of `groupOrder`. Empty for a lot of nothing.
 */
export function layoutSankey(
  parts: readonly SankeyPart[],
  groupOrder: readonly string[],
  size: SankeySize,
): SankeyLayout | null {
  const total = parts.reduce((sum, part) => sum + part.ha, 0);
  if (total <= 0) return null;
  const used = groupOrder.filter((group) => parts.some((part) => part.group === group));
  const ordered = used.flatMap((group) => parts.filter((part) => part.group === group));
  const free = Math.max(1, size.height - size.gap * (ordered.length - 1));
  const scale = free / total;

  const bands: SankeyBand[] = [];
  const groups: SankeyBlock[] = [];
  let y = 0;
  const sourceHeight = total * scale;
  let sourceY = (size.height - sourceHeight) / 2;
  const sourceTop = sourceY;
  const x1 = size.left + size.block;
  const x2 = size.right - size.block;
  for (const group of used) {
    const top = y;
    let height = 0;
    for (const part of ordered.filter((one) => one.group === group)) {
      const thickness = part.ha * scale;
      bands.push({
        id: part.id,
        group,
        path: bandPath(x1, sourceY, x2, y, thickness),
        x: (x1 + x2) / 2,
        y: (sourceY + y + thickness) / 2,
        height: thickness,
      });
      sourceY += thickness;
      y += thickness + size.gap;
      height = y - size.gap - top;
    }
    groups.push({ id: group, y: top, height });
  }
  return { source: { id: 'lot', y: sourceTop, height: sourceHeight }, groups, bands, scale };
}

function bandPath(x1: number, y1: number, x2: number, y2: number, thickness: number): string {
  const middle = (x1 + x2) / 2;
  const n = (value: number): string => String(Math.round(value * 10) / 10);
  return [
    `M${n(x1)},${n(y1)}`,
    `C${n(middle)},${n(y1)} ${n(middle)},${n(y2)} ${n(x2)},${n(y2)}`,
    `L${n(x2)},${n(y2 + thickness)}`,
    `C${n(middle)},${n(y2 + thickness)} ${n(middle)},${n(y1 + thickness)} ${n(x1)},${n(y1 + thickness)}`,
    'Z',
  ].join('');
}
