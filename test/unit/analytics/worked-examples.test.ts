import { describe, expect, it } from 'vitest';
import { economicComplexity } from '../../../server/domain/complexity/economic-complexity.ts';
import { herfindahl } from '../../../server/domain/gaps/firm-concentration.ts';
import { industryGradient } from '../../../server/domain/gradient/industry-gradient.ts';
import {
  downstreamness,
  inoperability,
  upstreamness,
} from '../../../server/domain/input-output/input-output-measures.ts';
import { solveLinearSystem } from '../../../server/domain/linear-algebra/linear-system.ts';
import { symmetricEigenpairs } from '../../../server/domain/linear-algebra/symmetric-eigen.ts';
import { totalsOf } from '../../../server/domain/matrix/totals.ts';
import { shiftShare } from '../../../server/domain/shift-share/shift-share.ts';
import { chainMatrixOf } from '../../support/chain-matrix-of.ts';

const firstColumn = (values: Float64Array): number[] => [...values].filter((_value, cell) => cell % 2 === 0);

describe('worked examples of the domain handbook', () => {
  it('industry gradient of three regions', () => {
    // Textile and the rest: revenue 100 of 4000, 60 of 300, 40 of 1700; jobs 2 of 50, 3 of 10, 1 of 30.
    const matrix = chainMatrixOf({
      revenue: [
        [100, 3900],
        [60, 240],
        [40, 1660],
      ],
      size: [
        [2, 48],
        [3, 7],
        [1, 29],
      ],
    });
    const gradient = industryGradient(matrix, totalsOf(matrix));
    const rounded = (values: Float64Array) => firstColumn(values).map((value) => Number(value.toFixed(4)));
    expect(rounded(gradient.quotientOfRevenue)).toEqual([0.75, 6, 0.7059]);
    expect(rounded(gradient.comparativeProductivity)).toEqual([1.5, 0.6, 1.2]);
    expect(rounded(gradient.coefficient)).toEqual([1.125, 3.6, 0.8471]);
  });

  it('industry gradient without revenue or without employees is unknown', () => {
    const matrix = chainMatrixOf({
      size: [
        [2, 48],
        [0, 7],
      ],
      revenue: [
        [null, null],
        [4, 5],
      ],
    });
    const gradient = industryGradient(matrix, totalsOf(matrix));
    expect(gradient.coefficient[0]).toBeNaN();
    expect(gradient.coefficient[2]).toBeNaN();
    expect(gradient.quotientOfRevenue[2]).toBeCloseTo(1, 12);
  });

  it('shift-share of 60 to 75 in a segment of 200 to 210 and a total of 6000 to 6600', () => {
    const matrix = chainMatrixOf({
      size: [
        [75, 1000],
        [135, 5390],
      ],
      earlierSize: [
        [60, 900],
        [140, 4900],
      ],
    });
    const parts = shiftShare(matrix);
    expect(parts.national[0]).toBeCloseTo(6, 9);
    expect(parts.mix[0]).toBeCloseTo(-3, 9);
    expect(parts.regional[0]).toBeCloseTo(12, 9);
  });

  it('shift-share leaves out cells without both years and gives a new cell to the region', () => {
    const matrix = chainMatrixOf({
      size: [
        [10, 5],
        [20, 30],
      ],
      earlierSize: [
        [null, 0],
        [10, 20],
      ],
    });
    const parts = shiftShare(matrix);
    expect(parts.national[0]).toBeNaN();
    expect([parts.national[1], parts.mix[1], parts.regional[1]]).toEqual([0, 0, 5]);
    expect(parts.growth).toBeCloseTo(55 / 30 - 1, 12);
    expect(shiftShare(chainMatrixOf({ size: [[1]] })).growth).toBeNaN();
  });

  it('concentration of 50, 30 and 20', () => {
    expect(herfindahl(Float64Array.of(50, 30, 20))).toBeCloseTo(0.38, 12);
    expect(herfindahl(Float64Array.of())).toBeNaN();
    expect(herfindahl(Float64Array.of(5, Number.NaN))).toBeNaN();
  });
});

describe('input-output measures', () => {
  // 1 sells half of its output to 2, which sells all of it to final users.
  const table = {
    size: 3,
    transactions: Float64Array.of(0, 50, 0, 0, 0, 0, 0, 0, 0),
    finalDemand: Float64Array.of(50, 200, 0),
    output: Float64Array.of(100, 200, 0),
  };
  it('follow from the table by hand; a segment without output has none', () => {
    expect([...(upstreamness(table) ?? [])]).toEqual([1.5, 1, Number.NaN]);
    expect([...(downstreamness(table) ?? [])]).toEqual([1, 1.25, Number.NaN]);
    expect([...(inoperability(table, Float64Array.of(0, 0.1, 0)) ?? [])]).toEqual([0.05, 0.1, Number.NaN]);
  });
  it('are null where a circle sells all it makes to itself', () => {
    const closed = {
      size: 2,
      transactions: Float64Array.of(0, 10, 10, 0),
      finalDemand: Float64Array.of(0, 0),
      output: Float64Array.of(10, 10),
    };
    expect(upstreamness(closed)).toBeNull();
    expect(downstreamness(closed)).toBeNull();
  });
});

describe('complexity', () => {
  it('is null for a table that falls apart, and with too little to compare', () => {
    const apart = chainMatrixOf({
      size: [
        [5, 5, 0, 0],
        [5, 5, 0, 0],
        [0, 0, 5, 5],
        [0, 0, 5, 5],
      ],
    });
    expect(economicComplexity(apart, 1)).toBeNull();
    expect(economicComplexity(chainMatrixOf({ size: [[5, 5]] }), 1)).toBeNull();
    expect(
      economicComplexity(
        chainMatrixOf({
          size: [
            [5, null],
            [null, 5],
          ],
        }),
        1,
      ),
    ).toBeNull();
  });
});

describe('complexity of more regions than segments', () => {
  const size = [
    [90, 5, 5, 40],
    [80, 60, 2, 1],
    [3, 70, 50, 2],
    [1, 2, 90, 3],
    [60, 3, 4, 80],
    [50, 55, 45, 2],
    [2, 50, 4, 60],
  ];
  const result = economicComplexity(chainMatrixOf({ size }), 1);

  it('meets its definition: each index is the mean of the other over what is present, but for the eigenvalue', () => {
    const total = size.flat().reduce((sum, value) => sum + value, 0);
    const column = (s: number) => size.reduce((sum, row) => sum + (row[s] ?? 0), 0);
    const present = size.map((row) => {
      const own = row.reduce((sum, value) => sum + value, 0);
      return row.map((value, s) => value / own / (column(s) / total) >= 1);
    });
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const { eci, pci, eigenvalues } = result ?? { eci: [], pci: [], eigenvalues: [] };
    expect(eci).toHaveLength(7);
    for (const [r, row] of present.entries()) {
      expect(eci[r]).toBeCloseTo(mean([...pci].filter((_value, s) => row[s] === true)), 9);
    }
    const back = [...pci.keys()].map((s) => mean([...eci].filter((_value, r) => present[r]?.[s] === true)));
    for (const [s, value] of back.entries()) {
      const first = (back[0] ?? 0) - (eigenvalues[1] ?? 0) * (pci[0] ?? 0);
      expect(value - (eigenvalues[1] ?? 0) * (pci[s] ?? 0)).toBeCloseTo(first, 9);
    }
    expect(eigenvalues[0]).toBeCloseTo(1, 9);
    expect(mean([...eci])).toBeCloseTo(0, 9);
    expect(mean([...eci].map((value) => value ** 2))).toBeCloseTo(1, 9);
  });
});

describe('linear algebra', () => {
  it('solves a system that needs its rows swapped, and refuses a singular one', () => {
    const solved = solveLinearSystem(Float64Array.of(0, 2, 1, 1), Float64Array.of(4, 5), 2);
    expect([...(solved ?? [])]).toEqual([3, 2]);
    expect(solveLinearSystem(Float64Array.of(1, 2, 2, 4), Float64Array.of(1, 2), 2)).toBeNull();
  });

  it('finds the eigenpairs of a symmetric matrix', () => {
    // Eigenvalues of the path of three nodes: root 2, 0, minus root 2.
    const path = Float64Array.of(0, 1, 0, 1, 0, 1, 0, 1, 0);
    const pairs = symmetricEigenpairs(path, 3);
    for (const [i, value] of [Math.SQRT2, 0, -Math.SQRT2].entries()) {
      expect(pairs[i]?.value).toBeCloseTo(value, 12);
    }
    const [first] = pairs;
    expect(Math.abs((first?.vector[1] ?? 0) / (first?.vector[0] ?? 1))).toBeCloseTo(Math.SQRT2, 12);
  });
});
