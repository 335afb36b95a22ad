import { describe, expect, it } from 'vitest';
import { greatCircleKm } from '../../../server/domain/map/great-circle.ts';

describe('the great circle', () => {
  it.each([
    // A quarter of the meridian and of the equator: 6371.0088 x pi / 2.
    ['from the pole to the equator', { lon: 0, lat: 90 }, { lon: 77, lat: 0 }, 10007.5572],
    ['a quarter of the equator', { lon: 170, lat: 0 }, { lon: -100, lat: 0 }, 10007.5572],
    ['to the other side of the Earth', { lon: 0, lat: 0 }, { lon: 180, lat: 0 }, 20015.1144],
    ['from a place to itself', { lon: 113.28, lat: 23.1 }, { lon: 113.28, lat: 23.1 }, 0],
    // As the table of the 21 prefectures gives it, worked out apart: 广州 to 深圳.
    ['from 广州 to 深圳', { lon: 113.280637, lat: 23.125178 }, { lon: 114.085947, lat: 22.547 }, 104.6],
  ])('%s', (_case, from, to, km) => {
    expect(Math.abs(greatCircleKm(from, to) - km)).toBeLessThan(0.06);
    expect(greatCircleKm(to, from)).toBeCloseTo(greatCircleKm(from, to), 9);
  });
});
