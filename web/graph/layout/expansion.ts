import type { ChainModel, ChainSegment } from './chain-model.ts';

/** A segment of the base picture, or a part of one, with what it is split into; without `parts` it has a box of its own. */
export interface PartTree {
  readonly code: string;
  readonly name: string;
  readonly parts: readonly PartTree[];
}

/** A finer cut seen from the base picture: which of its segments stand inside which segment of the base. */
export interface Expansion {
  /** Base segments that are split, by code. */
  readonly split: ReadonlyMap<string, PartTree>;
  /** Base segment of each segment of the finer cut. */
  readonly baseOf: ReadonlyMap<string, string>;
}

/**
 * How a cut refines the base; null when it does not, that is, when some segment of either has no counterpart in the other.
 * A cut that is the base itself is an expansion that splits nothing.
 */
export function expansionOf(base: ChainModel, model: ChainModel): Expansion | null {
  const baseCodes = new Set(base.stages.flatMap((stage) => stage.members.map((member) => member.code)));
  const baseOf = new Map<string, string>();
  const members = model.stages.flatMap((stage) => stage.members);
  for (const member of members) {
    const home = baseCodes.has(member.code)
      ? member.code
      : member.ancestors?.find((ancestor) => baseCodes.has(ancestor.code))?.code;
    if (home === undefined) return null;
    baseOf.set(member.code, home);
  }
  const used = new Set(baseOf.values());
  if ([...baseCodes].some((code) => !used.has(code))) return null;
  const split = new Map<string, PartTree>();
  for (const segment of base.stages.flatMap((stage) => stage.members)) {
    const inside = members.filter((member) => baseOf.get(member.code) === segment.code);
    if (inside.every((member) => member.code === segment.code)) continue;
    split.set(segment.code, treeOf(segment, inside));
  }
  return { split, baseOf };
}

/** Parts below a segment, in the order of the members. */
function treeOf(own: { readonly code: string; readonly name: string }, members: readonly ChainSegment[]): PartTree {
  const groups = new Map<string, { code: string; name: string; members: ChainSegment[] }>();
  for (const member of members) {
    if (member.code === own.code) continue;
    const lineage = [...(member.ancestors ?? []), member];
    const child = lineage[lineage.findIndex((entry) => entry.code === own.code) + 1] ?? member;
    const group = groups.get(child.code) ?? { code: child.code, name: child.name, members: [] };
    group.members.push(member);
    groups.set(child.code, group);
  }
  return { code: own.code, name: own.name, parts: [...groups.values()].map((group) => treeOf(group, group.members)) };
}

/** The same tree with the parts of each segment in another order; equal keys keep theirs. */
export function sortParts(tree: PartTree, key: (code: string) => number): PartTree {
  const centre = (part: PartTree): number => {
    const ends = boxesOf(part);
    return ends.reduce((sum, code) => sum + key(code), 0) / ends.length;
  };
  return {
    ...tree,
    parts: tree.parts
      .map((part) => ({ part: sortParts(part, key), at: centre(part) }))
      .sort((a, b) => a.at - b.at)
      .map(({ part }) => part),
  };
}

/** Codes of the boxes in a tree, from top to bottom. */
export function boxesOf(tree: PartTree): string[] {
  return tree.parts.length === 0 ? [tree.code] : tree.parts.flatMap(boxesOf);
}

/** What a cut needs of its members to be made finer or coarser. */
export interface CutMember {
  readonly code: string;
  readonly ancestors: readonly { readonly code: string }[];
  readonly children: readonly { readonly code: string }[];
}

/** The cut with one member replaced by its children; the same codes when it has none or is no member. */
export function expandCut(members: readonly CutMember[], code: string): string[] {
  return members.flatMap((member) =>
    member.code === code && member.children.length > 0 ? member.children.map((child) => child.code) : [member.code],
  );
}

/** The cut with everything below a segment folded into it; the same codes when no member lies below. */
export function collapseCut(members: readonly CutMember[], code: string): string[] {
  const result: string[] = [];
  for (const member of members) {
    const folded = member.ancestors.some((ancestor) => ancestor.code === code) ? code : member.code;
    if (!result.includes(folded)) result.push(folded);
  }
  return result;
}
