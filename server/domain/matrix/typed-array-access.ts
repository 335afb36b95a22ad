/**
 * Reading and adding in typed arrays under `noUncheckedIndexedAccess`. A number outside the array reads as unknown
 * (NaN), never as 0. One function per kind of array on purpose: the engine optimises an access by the kinds that it has
 * seen at that place, and one shared function made the whole gap matrix several times slower.
 */
export function at(values: Float64Array, index: number): number {
  return values[index] ?? Number.NaN;
}

/** Positions and segment numbers; -1 outside the array. */
export function positionAt(values: Int32Array, index: number): number {
  return values[index] ?? -1;
}

/** Marks; 0 outside the array. */
export function markAt(values: Uint8Array, index: number): number {
  return values[index] ?? 0;
}

export function addAt(values: Float64Array, index: number, amount: number): void {
  values[index] = at(values, index) + amount;
}

export function addToPosition(values: Int32Array, index: number, amount: number): void {
  values[index] = positionAt(values, index) + amount;
}

/** An array of unknowns. */
export function unknowns(length: number): Float64Array {
  return new Float64Array(length).fill(Number.NaN);
}
