import { AppError } from '../app-error.ts';

/** A segment and the segment that it is a part of; null for a root. */
export interface SegmentPlace {
  readonly code: string;
  readonly parent: string | null;
}

/**
 * The tree (a forest: several roots) of the segments. Leaves stand at different levels, so no rule may assume a depth.
 */
export interface SegmentTree {
  /** Every code, parents before their children, siblings in the order of the input. */
  readonly codes: readonly string[];
  readonly roots: readonly string[];
  readonly parent: ReadonlyMap<string, string | null>;
  readonly children: ReadonlyMap<string, readonly string[]>;
}

/**
 * Builds the tree. Errors: `AppError` BAD_USER_INPUT for a code that stands twice, a parent that is not in the list, or
 * segments that are parts of each other; `where` is the code.
 */
export function segmentTree(places: readonly SegmentPlace[]): SegmentTree {
  const parent = new Map<string, string | null>();
  const children = new Map<string, string[]>();
  const roots: string[] = [];
  for (const place of places) {
    if (parent.has(place.code)) throw treeFault(place.code, 'stands twice in the list; keep one');
    parent.set(place.code, place.parent);
    children.set(place.code, []);
  }
  for (const place of places) {
    if (place.parent === null) {
      roots.push(place.code);
      continue;
    }
    const siblings = children.get(place.parent);
    if (siblings === undefined) {
      throw treeFault(place.code, `has the parent "${place.parent}", which is not in the list; add it or correct it`);
    }
    siblings.push(place.code);
  }
  const codes: string[] = [];
  const visit = (code: string): void => {
    codes.push(code);
    for (const child of children.get(code) ?? []) visit(child);
  };
  for (const root of roots) visit(root);
  const reached = new Set(codes);
  const unreached = places.find((place) => !reached.has(place.code));
  if (unreached !== undefined)
    throw treeFault(unreached.code, 'is a part of itself by its parents; correct one of them');
  return { codes, roots, parent, children };
}

/** Children of a segment, in order. Errors: NOT_FOUND for a code that is not in the tree. */
export function childrenOf(tree: SegmentTree, code: string): readonly string[] {
  const children = tree.children.get(code);
  if (children === undefined) throw unknownSegment(code);
  return children;
}

/** Leaves under a segment, itself if it has no children; in tree order. Errors: NOT_FOUND. */
export function leavesOf(tree: SegmentTree, code: string): readonly string[] {
  const children = childrenOf(tree, code);
  return children.length === 0 ? [code] : children.flatMap((child) => leavesOf(tree, child));
}

/** Ancestors of a segment, nearest first, without itself. Errors: NOT_FOUND. */
export function ancestorsOf(tree: SegmentTree, code: string): readonly string[] {
  const parent = tree.parent.get(code);
  if (parent === undefined) throw unknownSegment(code);
  return parent === null ? [] : [parent, ...ancestorsOf(tree, parent)];
}

function unknownSegment(code: string): AppError {
  return new AppError('NOT_FOUND', `There is no segment "${code}"; use a code of the segment table.`, code);
}

function treeFault(code: string, message: string): AppError {
  return new AppError('BAD_USER_INPUT', `Segment "${code}" ${message}.`, code);
}
