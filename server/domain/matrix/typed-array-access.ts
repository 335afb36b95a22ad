/**
 * Reading and adding in numeric arrays under `noUncheckedIndexedAccess`. A position outside the array reads as
 * unknown (NaN), never as 0.
 */
export type NumericArray = Float64Array | Int32Array | Uint32Array | Uint8Array;

export function at(values: NumericArray, index: number): number {
  return values[index] ?? Number.NaN;
}

export function addAt(values: NumericArray, index: number, amount: number): void {
  values[index] = at(values, index) + amount;
}

/** An array of unknowns. */
export function unknowns(length: number): Float64Array {
  return new Float64Array(length).fill(Number.NaN);
}
