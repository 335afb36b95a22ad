import { describe, expect, test } from 'vitest';
import { creditCodeFault, normaliseCreditCode } from '../../../server/domain/imports/unified-social-credit-code.ts';

// Codes of real firms, with the sums worked out by hand in the domain handbook.
const REAL = ['91440400192548256N', '914403001922038216', '9144011561872051XC'];

describe('unified social credit code', () => {
  test.each(REAL)('%s fits', (code) => {
    expect(creditCodeFault(code)).toBeNull();
  });

  test.each(REAL)('%s with any one place changed does not fit', (code) => {
    for (let place = 0; place < code.length; place += 1) {
      const other = code.charAt(place) === '7' ? '8' : '7';
      expect(
        creditCodeFault(code.slice(0, place) + other + code.slice(place + 1)),
        `place ${place + 1}`,
      ).not.toBeNull();
    }
  });

  test.each(['', '9144040019254825', '91440400192548256NN', '91440400I92548256N', '91440101x18483653x'])(
    '%j has not the form of a code',
    (code) => {
      expect(creditCodeFault(code)).toMatch(/18 places/);
    },
  );

  test('is compared in upper case, half width, without blanks', () => {
    expect(normaliseCreditCode('９１440400 192548256n')).toBe('91440400192548256N');
  });
});
