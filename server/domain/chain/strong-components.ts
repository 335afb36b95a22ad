import type { FeedRows } from '../matrix/feed-adjacency.ts';
import { markAt, positionAt } from '../matrix/typed-array-access.ts';

/**
 * Strongly connected components of the chain (segments that feed each other in a circle; most hold one segment), such
 * that every feed between components leads to one that stands earlier in the list: ends of the chain come first.
 * Tarjan's algorithm without recursion; O(segments + feeds).
 */
export function strongComponents(buyers: FeedRows, segments: number): readonly (readonly number[])[] {
  const NONE = -1;
  const number = new Int32Array(segments).fill(NONE);
  const low = new Int32Array(segments);
  const onStack = new Uint8Array(segments);
  const next = buyers.start.slice(0, segments);
  const stack: number[] = [];
  const components: number[][] = [];
  let counter = 0;
  for (let root = 0; root < segments; root++) {
    if (positionAt(number, root) !== NONE) continue;
    const path: number[] = [];
    const enter = (segment: number): void => {
      number[segment] = counter;
      low[segment] = counter;
      counter++;
      stack.push(segment);
      onStack[segment] = 1;
      path.push(segment);
    };
    enter(root);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const k = positionAt(next, top);
      if (k < positionAt(buyers.start, top + 1)) {
        next[top] = k + 1;
        const buyer = positionAt(buyers.neighbour, k);
        if (positionAt(number, buyer) === NONE) enter(buyer);
        else if (markAt(onStack, buyer) === 1) low[top] = Math.min(positionAt(low, top), positionAt(number, buyer));
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) low[above] = Math.min(positionAt(low, above), positionAt(low, top));
      if (positionAt(low, top) !== positionAt(number, top)) continue;
      const component = stack.splice(stack.lastIndexOf(top));
      for (const member of component) onStack[member] = 0;
      components.push(component);
    }
  }
  return components;
}
