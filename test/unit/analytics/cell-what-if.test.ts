import { describe, expect, it } from 'vitest';
import { alternateCells, cellWhatIf, mostHitCells } from '../../../server/domain/disruption/cell-what-if.ts';
import type { ChainMatrix } from '../../../server/domain/matrix/chain-matrix.ts';
import { sketchedMatrix } from '../../support/chain-matrix-sketch.ts';

/** exp(-km/200) = 1/2 between the regions, so N1 buys 6/7 of its A at home and N2 3/5 of its A in N1. */
const TWO_BY_TWO = sketchedMatrix({
  segments: ['A', 'B'],
  regions: { N1: { size: [60, 40] }, N2: { size: [20, 80] } },
  feeds: [{ from: 'A', to: 'B', weight: 0.5, essential: true }],
  km: () => 200 * Math.LN2,
});

const STOP_A_IN_N1 = [{ region: 0, segment: 0, loss: 1 }];

describe('what-if on cells', () => {
  it('lists the cells that lose most, with what reached them', () => {
    const { cascade } = cellWhatIf(TWO_BY_TWO, STOP_A_IN_N1, 200, { epsilon: 1e-9 });
    const hits = mostHitCells(TWO_BY_TWO, cascade, 10);
    expect(hits.map((one) => [one.region, one.segment, one.via])).toEqual([
      [0, 0, 'shock'],
      [1, 1, 'inputs'],
      [0, 1, 'inputs'],
    ]);
    const lost = hits.map((one) => one.lostSize);
    [60, 80 * 0.6, (40 * 6) / 7].forEach((want, i) => {
      expect(lost[i]).toBeCloseTo(want, 9);
    });
  });

  it('names who else in the province makes what failed', () => {
    const { cascade } = cellWhatIf(TWO_BY_TWO, STOP_A_IN_N1, 200, { epsilon: 1e-9 });
    expect(alternateCells(TWO_BY_TWO, cascade, 0, 0, 200, 5)).toEqual([
      { region: 1, remainingSize: 20, km: 200 * Math.LN2 },
    ]);
  });

  it('runs both ways where nobody says whether an input is essential', () => {
    const sketch = sketchedMatrix({
      segments: ['A', 'C', 'B'],
      regions: { N: { size: [10, 10, 100] } },
      feeds: [
        { from: 'A', to: 'B', weight: 0.5 },
        { from: 'C', to: 'B', weight: 0.5 },
      ],
    });
    const matrix: ChainMatrix = {
      ...sketch,
      feeds: sketch.feeds.map((feed) => (feed.source === 0 ? { ...feed, essentialKnown: false } : feed)),
    };
    const result = cellWhatIf(matrix, STOP_A_IN_N1, 200, { epsilon: 1e-9 });
    // Essential: all of B goes. Not: half of it.
    expect(result.essentialUnknown).toEqual({
      feeds: 1,
      ifEssential: 110 / 120,
      ifNotEssential: 60 / 120,
      low: 60 / 120,
      high: 110 / 120,
    });
    expect(cellWhatIf(TWO_BY_TWO, STOP_A_IN_N1, 200, { epsilon: 1e-9 }).essentialUnknown).toBeNull();
  });

  it('gives the depth asked for and says that it had not settled', () => {
    const { cascade } = cellWhatIf(TWO_BY_TWO, STOP_A_IN_N1, 200, { epsilon: 1e-9, maxRounds: 1 });
    expect([cascade.rounds, cascade.settled]).toEqual([1, false]);
  });

  it('refuses to make up the purchases of a region whose distance is unknown', () => {
    const unknown = { ...TWO_BY_TWO, distancesKm: Float64Array.of(0, Number.NaN, 1, 0) };
    expect(() => cellWhatIf(unknown, STOP_A_IN_N1, 200, { epsilon: 1e-9 })).toThrow(
      expect.objectContaining({ code: 'DATA_NOT_LOADED', where: 'distances_km[0][1]' }) as Error,
    );
  });

  it('stops with an error when nobody waits any more', () => {
    let rounds = 0;
    const shouldStop = (): boolean => {
      rounds += 1;
      return rounds > 1;
    };
    expect(() => cellWhatIf(TWO_BY_TWO, STOP_A_IN_N1, 200, { epsilon: 1e-9, shouldStop })).toThrow(
      expect.objectContaining({ code: 'DEADLINE_EXCEEDED' }) as Error,
    );
    expect(rounds).toBe(2);
  });
});
