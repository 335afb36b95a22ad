import { at } from '../matrix/typed-array-access.ts';

/** A pivot below this share of the largest entry counts as 0: the system has no single solution. */
const SINGULAR = 1e-13;

/**
 * Solves M X = R by Gaussian elimination with partial pivoting. `matrix` is n x n, `right` n x columns, both row-major
 * and left as they are; the result is n x columns. Null when M is singular to working precision. O(n^2 (n + columns)).
 */
export function solveLinearSystem(
  matrix: Float64Array,
  right: Float64Array,
  n: number,
  columns = 1,
): Float64Array | null {
  const m = matrix.slice();
  const x = right.slice();
  const scale = m.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) {
      if (Math.abs(at(m, i * n + k)) > Math.abs(at(m, pivot * n + k))) pivot = i;
    }
    if (!(Math.abs(at(m, pivot * n + k)) > SINGULAR * scale)) return null;
    swapRows(m, n, k, pivot);
    swapRows(x, columns, k, pivot);
    for (let i = k + 1; i < n; i++) {
      const factor = at(m, i * n + k) / at(m, k * n + k);
      if (factor === 0) continue;
      for (let j = k; j < n; j++) m[i * n + j] = at(m, i * n + j) - factor * at(m, k * n + j);
      for (let c = 0; c < columns; c++) x[i * columns + c] = at(x, i * columns + c) - factor * at(x, k * columns + c);
    }
  }
  for (let k = n - 1; k >= 0; k--) {
    for (let c = 0; c < columns; c++) {
      let sum = at(x, k * columns + c);
      for (let j = k + 1; j < n; j++) sum -= at(m, k * n + j) * at(x, j * columns + c);
      x[k * columns + c] = sum / at(m, k * n + k);
    }
  }
  return x;
}

function swapRows(values: Float64Array, columns: number, a: number, b: number): void {
  if (a === b) return;
  const row = values.slice(a * columns, (a + 1) * columns);
  values.copyWithin(a * columns, b * columns, (b + 1) * columns);
  values.set(row, b * columns);
}

/** The n x n identity, row-major. */
export function identity(n: number): Float64Array {
  const result = new Float64Array(n * n);
  for (let i = 0; i < n; i++) result[i * n + i] = 1;
  return result;
}

/** The transpose of an n x n matrix. */
export function transpose(matrix: Float64Array, n: number): Float64Array {
  return matrix.map((_value, index) => at(matrix, (index % n) * n + Math.floor(index / n)));
}
