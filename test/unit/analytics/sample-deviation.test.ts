import { describe, expect, it } from 'vitest';
import { sampleDeviation } from '../../../server/domain/gaps/sample-deviation.ts';

/** Poisson tails worked out by adding the terms e^-m m^n / n! with Python's exact factorials. */
describe('the deviation of a sampled count', () => {
  it.each([
    { firms: 2, region: 7, segment: 180, total: 2000, proportional: 0.63, probability: 0.131875364 },
    { firms: 1, region: 40, segment: 200, total: 2000, proportional: 4, probability: 0.091578194 },
    { firms: 60, region: 500, segment: 300, total: 2000, proportional: 75, probability: 0.043339801 },
    { firms: 0, region: 40, segment: 200, total: 2000, proportional: 4, probability: 0.018315639 },
  ])('$firms where $proportional are in proportion', ({ firms, region, segment, total, proportional, probability }) => {
    const found = sampleDeviation(firms, region, segment, total);
    expect(found?.proportional).toBeCloseTo(proportional, 12);
    expect(found?.probability).toBeCloseTo(probability, 8);
  });

  it('of a count in proportion is no surprise, and never above 1', () => {
    expect(sampleDeviation(4, 40, 200, 2000)?.probability).toBeCloseTo(0.56652988, 8);
    expect(sampleDeviation(0, 1, 1, 2000)?.probability).toBeLessThanOrEqual(1);
  });

  it('of counts in the thousands, where e to the minus the mean is nought to the computer, is still a probability', () => {
    const found = sampleDeviation(2000, 4000, 1000, 2000);
    expect(found?.proportional).toBe(2000);
    expect(found?.probability).toBeGreaterThan(0.45);
    expect(found?.probability).toBeLessThan(0.55);
  });

  it.each([
    [0, 5, 10],
    [5, 0, 10],
    [5, 5, 0],
  ])('without a total there is none (%d, %d, %d)', (region, segment, total) => {
    expect(sampleDeviation(1, region, segment, total)).toBeNull();
  });
});
