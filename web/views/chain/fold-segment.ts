/** Where a segment stands in the tree, as far as needed to find it in a cut. */
export interface SegmentFamily {
  readonly code: string;
  readonly ancestors: readonly { readonly code: string }[];
  readonly leaves: readonly { readonly code: string }[];
}

/**
 * The member of a cut that stands for a segment: itself, the ancestor that it is folded into, or the first member that it
 * is split into; null when the cut has none of them.
 */
export function memberFor(
  family: SegmentFamily,
  cut: readonly { readonly code: string; readonly ancestors?: readonly { readonly code: string }[] }[],
): { readonly code: string; readonly how: 'same' | 'folded' | 'split' } | null {
  const inCut = (code: string): boolean => cut.some((member) => member.code === code);
  if (inCut(family.code)) return { code: family.code, how: 'same' };
  const ancestor = [...family.ancestors].reverse().find((candidate) => inCut(candidate.code));
  if (ancestor !== undefined) return { code: ancestor.code, how: 'folded' };
  const below = cut.find(
    (member) =>
      family.leaves.some((leaf) => leaf.code === member.code) ||
      (member.ancestors ?? []).some((candidate) => candidate.code === family.code),
  );
  return below === undefined ? null : { code: below.code, how: 'split' };
}
