import type { ChainPath } from '../../graph/layout/chain-path.ts';
import type { chainZh } from '../../i18n/chain.zh-CN.ts';
import type { SameTexts } from '../../i18n/texts.ts';

/** Where a segment stands on the path of the selected one, in words for the table. */
export function pathWords(
  words: SameTexts<typeof chainZh>['reach'],
  path: ChainPath,
  selected: string | null,
  code: string,
): string {
  if (code === selected) return words.self;
  const place = path.places.get(code);
  if (place === undefined) return words.off;
  switch (place.way) {
    case 'up':
      return words.up(place.steps);
    case 'down':
      return words.down(place.steps);
    case 'loop':
      return words.loop(place.steps);
    case 'side':
      return words.side;
  }
}

/** Order by the distance on the path: the segment itself, then the nearest; what is off the path last. */
export function byPath(path: ChainPath, selected: string | null): (a: string, b: string) => number {
  const rank = (code: string): number => {
    if (code === selected) return 0;
    const place = path.places.get(code);
    if (place === undefined) return Number.MAX_SAFE_INTEGER;
    return place.way === 'side' ? 1_000 : place.steps;
  };
  return (a, b) => rank(a) - rank(b);
}
