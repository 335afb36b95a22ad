/**
 * Unknown inside the typed arrays is `NaN`; at every edge (API, JSON, page) it is `null`. These two functions are the
 * only place where one becomes the other.
 */
export function nullIfUnknown(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

export function unknownIfNull(value: number | null): number {
  return value ?? Number.NaN;
}
