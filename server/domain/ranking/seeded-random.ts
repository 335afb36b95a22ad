import type { RandomSource } from './rank-stability.ts';

/**
 * Numbers in [0, 1) that depend on the seed alone (mulberry32, Tommy Ettinger, public domain). Good enough to draw
 * weights; not for secrets.
 *
 * @param seed an integer; its lower 32 bits count.
 */
export function seededRandom(seed: number): RandomSource {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
