import { identity, solveLinearSystem, transpose } from '../linear-algebra/linear-system.ts';
import { at } from '../matrix/typed-array-access.ts';
import type { InputOutputTable } from './input-output-table.ts';

/**
 * Measures of an input-output table. With A = z_ij / Y_j (inputs per unit of the buyer's output) and B = z_ij / Y_i
 * (sales per unit of the seller's output); a segment without output (Y = 0) has coefficients 0, and NaN as its result.
 * Every function gives null when its matrix is singular: sales or purchases use up the whole output of a closed group.
 * O(m^3). Source: reference formulas, "Input-output table" (Leontief; Ghosh; Antras and Chor 2013).
 */

/** Leontief inverse (I - A)^-1, m x m row-major: output of i needed in all for one unit of final demand for j. */
export function leontiefInverse(table: InputOutputTable): Float64Array | null {
  return solveLinearSystem(identityMinus(inputCoefficients(table)), identity(table.size), table.size, table.size);
}

/**
 * Upstreamness: row sums of (I - B)^-1, 1 upwards: mean distance to final use. The same sums are the forward linkage
 * (Ghosh).
 */
export function upstreamness(table: InputOutputTable): Float64Array | null {
  const solved = solveLinearSystem(identityMinus(salesCoefficients(table)), ones(table.size), table.size);
  return withOutput(table, solved);
}

/**
 * Downstreamness: column sums of (I - A)^-1, 1 upwards: mean distance from primary inputs. The same sums are the
 * backward linkage (Leontief).
 */
export function downstreamness(table: InputOutputTable): Float64Array | null {
  const system = transpose(identityMinus(inputCoefficients(table)), table.size);
  return withOutput(table, solveLinearSystem(system, ones(table.size), table.size));
}

/**
 * Inoperability (Haimes and Santos): q = A* q + c with a*_ij = a_ij Y_j / Y_i. `c` is the loss of final demand as a
 * share of the segment's output, q the resulting share of output that is lost; 0 upwards.
 */
export function inoperability(table: InputOutputTable, c: Float64Array): Float64Array | null {
  // a_ij Y_j / Y_i = z_ij / Y_i: the sales coefficients.
  return withOutput(table, solveLinearSystem(identityMinus(salesCoefficients(table)), c, table.size));
}

/** Loss of a share of the final demand of one segment, as a share of the outputs (the `c` of `inoperability`). */
export function demandShock(table: InputOutputTable, segment: number, share: number): Float64Array {
  const c = new Float64Array(table.size);
  c[segment] = (share * at(table.finalDemand, segment)) / at(table.output, segment);
  return c;
}

function inputCoefficients(table: InputOutputTable): Float64Array {
  return table.transactions.map((value, index) => ratio(value, at(table.output, index % table.size)));
}

function salesCoefficients(table: InputOutputTable): Float64Array {
  return table.transactions.map((value, index) => ratio(value, at(table.output, Math.floor(index / table.size))));
}

function ratio(value: number, output: number): number {
  return output === 0 ? 0 : value / output;
}

function identityMinus(matrix: Float64Array): Float64Array {
  const n = Math.sqrt(matrix.length);
  return identity(n).map((value, index) => value - at(matrix, index));
}

function ones(n: number): Float64Array {
  return new Float64Array(n).fill(1);
}

function withOutput(table: InputOutputTable, values: Float64Array | null): Float64Array | null {
  return values === null ? null : values.map((value, i) => (at(table.output, i) === 0 ? Number.NaN : value));
}
