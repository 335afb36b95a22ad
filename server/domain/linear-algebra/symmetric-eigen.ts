import { at } from '../matrix/typed-array-access.ts';
import { identity } from './linear-system.ts';

/** More sweeps than a symmetric matrix ever takes (convergence is quadratic, usually 6 to 10). */
const MAX_SWEEPS = 60;

export interface Eigenpair {
  readonly value: number;
  /** Unit length. */
  readonly vector: Float64Array;
}

/**
 * All eigenpairs of a symmetric n x n matrix (row-major, left as it is), largest value first, by cyclic Jacobi
 * rotations (Golub and Van Loan, Matrix Computations, 8.5). O(n^3) a sweep; meant for n up to a few hundred.
 */
export function symmetricEigenpairs(matrix: Float64Array, n: number): readonly Eigenpair[] {
  const a = matrix.slice();
  const v = identity(n);
  const norm = Math.sqrt(a.reduce((sum, value) => sum + value * value, 0));
  for (let sweep = 0; sweep < MAX_SWEEPS && offDiagonal(a, n) > norm * 1e-16; sweep++) {
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) rotate(a, v, n, p, q);
    }
  }
  const pairs = Array.from({ length: n }, (_none, k): Eigenpair => ({
    value: at(a, k * n + k),
    vector: Float64Array.from({ length: n }, (_entry, i) => at(v, i * n + k)),
  }));
  return pairs.sort((one, other) => other.value - one.value);
}

function offDiagonal(a: Float64Array, n: number): number {
  let sum = 0;
  for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) sum += 2 * at(a, p * n + q) ** 2;
  return Math.sqrt(sum);
}

/** One rotation that makes a[p, q] 0, applied to both sides of `a` and to the eigenvectors `v`. */
function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const apq = at(a, p * n + q);
  if (apq === 0) return;
  const tau = (at(a, q * n + q) - at(a, p * n + p)) / (2 * apq);
  const tangent = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = tangent * cosine;
  for (let k = 0; k < n; k++) mix(a, k * n + p, k * n + q, cosine, sine);
  for (let k = 0; k < n; k++) mix(a, p * n + k, q * n + k, cosine, sine);
  for (let k = 0; k < n; k++) mix(v, k * n + p, k * n + q, cosine, sine);
}

function mix(values: Float64Array, i: number, j: number, cosine: number, sine: number): void {
  const one = at(values, i);
  const other = at(values, j);
  values[i] = cosine * one - sine * other;
  values[j] = sine * one + cosine * other;
}
