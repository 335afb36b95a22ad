import { describe, expect, it } from 'vitest';
import { segmentCriticalities } from '../../../server/domain/gaps/segment-criticality.ts';
import { feedAdjacency } from '../../../server/domain/matrix/feed-adjacency.ts';
import type { MatrixFeed } from '../../../server/domain/matrix/chain-matrix.ts';
import { totalsOf } from '../../../server/domain/matrix/totals.ts';
import { chainMatrixOf } from '../../support/chain-matrix-of.ts';

const feed = (source: number, target: number, weight: number, essential = false): MatrixFeed => ({
  source,
  target,
  weight,
  essential,
  assumed: false,
});

function criticalities(sizes: readonly number[], feeds: readonly MatrixFeed[]): number[] {
  const matrix = chainMatrixOf({ size: [sizes], feeds });
  return [...segmentCriticalities(feedAdjacency(matrix.feeds, matrix.segments.length), totalsOf(matrix))];
}

/**
 * A feeds B weakly, B and C feed each other fully. With A stopped, loss(B) = e + (1 - e) loss(C) and loss(C) = loss(B),
 * e = w/(w + 1), whose only solution is 1 however small the weight: the steps towards it are as small as e.
 */
describe('criticality in a circle that a weak feed disturbs', () => {
  it.each([1, 1e-3, 1e-5, 1e-7, 1e-10])(
    'is the end of the way, not the place where the steps grow small (weight %f)',
    (w) => {
      const [a] = criticalities([1, 1, 1], [feed(0, 1, w), feed(2, 1, 1), feed(1, 2, 1)]);
      expect(Math.abs((a ?? 0) - 1)).toBeLessThan(1e-9 / w > 1e-6 ? 1e-6 : 1e-9);
    },
  );

  it('counts an essential supplier from the place on the way at which it decides', () => {
    // D needs B (essential) and A: loss(D) = max(loss(B), loss(A) x share). B and C as above; all ends at 1.
    const [a] = criticalities(
      [1, 1, 1, 1],
      [feed(0, 1, 1e-4), feed(2, 1, 1), feed(3, 2, 1), feed(1, 3, 1, true), feed(0, 3, 0.5)],
    );
    expect(a).toBeCloseTo(1, 9);
  });

  it('stays below 1 where a sound supplier holds a part', () => {
    // B: A 0.1, C 0.5, S 0.4 (sound): loss(B) = 0.1 + 0.5 loss(C), loss(C) = loss(B) => 0.2. A 1, B 0.2, C 0.2 of 4.
    const [a] = criticalities([1, 1, 1, 1], [feed(0, 1, 0.1), feed(2, 1, 0.5), feed(3, 1, 0.4), feed(1, 2, 1)]);
    expect(a).toBeCloseTo(1.4 / 4, 12);
  });

  it('is the same in a circle too large to be solved at once', () => {
    // 80 segments in a ring, each 0.5 from the one before and 0.5 from a sound one; the first also from A, in place of it.
    const ring = 80;
    const sizes = [1, 1, ...Array.from({ length: ring }, () => 1)];
    const feeds = Array.from({ length: ring }, (_none, i) => [
      feed(2 + ((i + ring - 1) % ring), 2 + i, 0.5),
      feed(i === 0 ? 0 : 1, 2 + i, 0.5),
    ]).flat();
    // loss(0) = 0.5 + 0.5 loss(79), loss(i) = 0.5 loss(i - 1): loss(0) = 0.5 / (1 - 0.5^80), the sum is twice that.
    const [a] = criticalities(sizes, feeds);
    expect(a).toBeCloseTo((1 + 1) / (ring + 2), 10);
  });
});
