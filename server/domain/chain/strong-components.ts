import type { FeedRows } from '../matrix/feed-adjacency.ts';
import { at } from '../matrix/typed-array-access.ts';

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
    if (at(number, root) !== NONE) continue;
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
      const k = at(next, top);
      if (k < at(buyers.start, top + 1)) {
        next[top] = k + 1;
        const buyer = at(buyers.neighbour, k);
        if (at(number, buyer) === NONE) enter(buyer);
        else if (at(onStack, buyer) === 1) low[top] = Math.min(at(low, top), at(number, buyer));
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) low[above] = Math.min(at(low, above), at(low, top));
      if (at(low, top) !== at(number, top)) continue;
      const component = stack.splice(stack.lastIndexOf(top));
      for (const member of component) onStack[member] = 0;
      components.push(component);
    }
  }
  return components;
}
