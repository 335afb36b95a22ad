/**
 * GB 32100-2015: 18 places, of which 3-8 are the division code of the registering authority, 9-17 the organisation
 * code with a check of its own (GB 11714) and 18 the check of the whole.
 */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** The code as it is compared: full-width folded, upper case, no blanks. */
export function normaliseCreditCode(written: string): string {
  return written.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}

/** What is wrong with a normalised code, in plain words; null when both check characters are right. */
export function creditCodeFault(code: string): string | null {
  if (!/^[0-9A-HJ-NP-RTUW-Y]{18}$/.test(code)) {
    return 'must have 18 places of digits and capitals without I, O, S, V, Z';
  }
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * ALPHABET.indexOf(code.charAt(place)), 0);
  if (ALPHABET.charAt((31 - (sum % 31)) % 31) !== code.charAt(17)) return 'the check character does not fit';
  if (organisationCheck(code.slice(8, 16)) !== code.charAt(16)) {
    return 'the check character of the organisation code (place 17) does not fit';
  }
  return null;
}

function organisationCheck(eight: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, place) => total + weight * parseInt(eight.charAt(place), 36),
    0,
  );
  const check = 11 - (sum % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}
