import { AppError } from '../app-error.ts';
import { ancestorsOf, childrenOf } from './segment-tree.ts';
import type { SegmentTree } from './segment-tree.ts';

/**
 * A cut of the segment tree: segments none of which is a part of another, so that nothing is counted twice. A question
 * about gaps or moves is worked out on a cut.
 */

/** Whether no member is an ancestor of another and none stands twice. Errors: NOT_FOUND for an unknown code. */
export function isCut(tree: SegmentTree, codes: readonly string[]): boolean {
  return faultOfCut(tree, codes) === null;
}

/**
 * Refuses a list that is no cut: `AppError` BAD_USER_INPUT that names the two members in the way of each other,
 * NOT_FOUND for an unknown code.
 */
export function requireCut(tree: SegmentTree, codes: readonly string[]): void {
  const message = faultOfCut(tree, codes);
  if (message !== null) throw new AppError('BAD_USER_INPUT', message, 'cut');
}

function faultOfCut(tree: SegmentTree, codes: readonly string[]): string | null {
  const members = new Set<string>();
  for (const code of codes) {
    if (members.has(code)) return `Segment "${code}" stands twice in the cut; name it once.`;
    members.add(code);
  }
  for (const code of codes) {
    const above = ancestorsOf(tree, code).find((ancestor) => members.has(ancestor));
    if (above !== undefined) return `Segment "${code}" is a part of "${above}"; a cut holds one of them, not both.`;
  }
  return null;
}

/**
 * The finest cut for which data is held, covering the whole tree, in tree order:
 * - a segment with data of its own and none below it is a member;
 * - where data sits deeper, the segment is opened, and children without any data stand as themselves (unknown until a
 *   fact sits there), because facts are never pushed down;
 * - a root without any data gives its children, so that the chain keeps its shape.
 *
 * A segment's own facts do not show in the cut when data sits below it too. Errors: NOT_FOUND for an unknown code.
 */
export function defaultCut(tree: SegmentTree, withData: ReadonlySet<string>): readonly string[] {
  for (const code of withData) childrenOf(tree, code);
  const dataBelow = new Set<string>();
  for (const code of withData) for (const ancestor of ancestorsOf(tree, code)) dataBelow.add(ancestor);
  const open = (code: string): readonly string[] =>
    dataBelow.has(code) ? childrenOf(tree, code).flatMap(open) : [code];
  return tree.roots.flatMap((root) => {
    const children = childrenOf(tree, root);
    const silent = !dataBelow.has(root) && !withData.has(root);
    return silent && children.length > 0 ? children : open(root);
  });
}
