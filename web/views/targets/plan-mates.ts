/** A neighbour of the wanted segment in the chain, with the firms there that are known by name. */
export interface Mate<Segment, Firm> {
  readonly segment: Segment;
  readonly direction: 'UP' | 'DOWN';
  /** Null = not known. */
  readonly firms: number | null;
  readonly named: readonly Firm[];
}

/**
 * Ties firms of a place, known by name, to the neighbouring segments that they work in, themselves or by a part of them.
 * Neighbours keep their order; a firm may stand at several.
 */
export function matesOf<
  Segment extends { readonly code: string },
  Firm extends {
    readonly segments: readonly {
      readonly segment: { readonly code: string; readonly ancestors: readonly { readonly code: string }[] };
    }[];
  },
>(
  neighbours: readonly {
    readonly segment: Segment;
    readonly direction: 'UP' | 'DOWN';
    readonly firms: number | null;
  }[],
  firms: readonly Firm[],
): readonly Mate<Segment, Firm>[] {
  return neighbours.map(({ segment, direction, firms: count }) => ({
    segment,
    direction,
    firms: count,
    named: firms.filter((firm) =>
      firm.segments.some(
        (one) =>
          one.segment.code === segment.code || one.segment.ancestors.some((ancestor) => ancestor.code === segment.code),
      ),
    ),
  }));
}
