import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regionCompleteness } from '../../server/domain/completeness/region-completeness.ts';
import { gapCell, gapMatrix } from '../../server/domain/gaps/gap-matrix.ts';
import type { GapCell } from '../../server/domain/gaps/gap-matrix.ts';
import { locationQuotients } from '../../server/domain/gaps/location-quotient.ts';
import { sampledCoverage } from '../../server/domain/gaps/sampled-coverage.ts';
import { severityOf } from '../../server/domain/gaps/severity.ts';
import type { SeverityFacts } from '../../server/domain/gaps/severity.ts';
import type { CellCoverage, ChainMatrix } from '../../server/domain/matrix/chain-matrix.ts';
import { totalsOf } from '../../server/domain/matrix/totals.ts';
import { DEFAULT_PARAMETERS } from '../../server/domain/parameters.ts';
import { jsonDifferences } from '../support/json-differences.ts';
import { chainMatrices, reordered } from './chain-matrix-arbitrary.ts';

const ROUNDING = 1e-9;
/** The most cells that a generated province has. */
const CELLS = 36;
const gapsOf = (matrix: ChainMatrix) => gapMatrix(matrix, DEFAULT_PARAMETERS);
const cellsOf = (matrix: ChainMatrix): readonly GapCell[] => {
  const gaps = gapsOf(matrix);
  return gaps.verdicts.map((_verdict, index) => gapCell(gaps, index));
};

describe('location quotient', () => {
  it('does not change when every size is multiplied by the same number', () => {
    fc.assert(
      fc.property(chainMatrices(), fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (matrix, factor) => {
        const scaled = { ...matrix, size: matrix.size.map((size) => size * factor) };
        const before = locationQuotients(matrix, totalsOf(matrix));
        const after = locationQuotients(scaled, totalsOf(scaled));
        for (const [cell, quotient] of before.entries()) {
          if (Number.isNaN(quotient)) expect(after[cell]).toBeNaN();
          else expect(Math.abs((after[cell] ?? Number.NaN) - quotient)).toBeLessThanOrEqual(ROUNDING * (1 + quotient));
        }
      }),
    );
  });

  it('has a mean of 1 over the regions, weighted by their share, when all is known', () => {
    fc.assert(
      fc.property(chainMatrices({ known: true }), (matrix) => {
        const totals = totalsOf(matrix);
        const quotients = locationQuotients(matrix, totals);
        for (const [s, total] of totals.segment.entries()) {
          if (total === 0) continue;
          let mean = 0;
          for (const [r, region] of totals.region.entries()) {
            if (region > 0) mean += (region / totals.grand) * (quotients[r * matrix.segments.length + s] ?? 0);
          }
          expect(mean).toBeCloseTo(1, 9);
        }
      }),
    );
  });
});

describe('the gap matrix', () => {
  it('is only put in another order when regions and segments are', () => {
    const cases = chainMatrices().chain((matrix) => {
      const order = (length: number) =>
        fc.shuffledSubarray([...Array.from({ length }).keys()], { minLength: length, maxLength: length });
      return fc.tuple(fc.constant(matrix), order(matrix.regions.length), order(matrix.segments.length));
    });
    fc.assert(
      fc.property(cases, ([matrix, regionOrder, segmentOrder]) => {
        const before = cellsOf(matrix);
        for (const cell of cellsOf(reordered(matrix, regionOrder, segmentOrder))) {
          const region = regionOrder[cell.region] ?? -1;
          const segment = segmentOrder[cell.segment] ?? -1;
          const old = before[region * matrix.segments.length + segment];
          expect(jsonDifferences(old, { ...cell, region, segment }, ROUNDING)).toEqual([]);
        }
      }),
    );
  });

  it('keeps low <= score <= high and every part within 0 and 1', () => {
    fc.assert(
      fc.property(chainMatrices(), (matrix) => {
        for (const { severity, components } of cellsOf(matrix)) {
          if (severity === null) continue;
          expect(severity.low).toBeGreaterThanOrEqual(0);
          expect(severity.high).toBeLessThanOrEqual(1 + ROUNDING);
          expect(severity.low).toBeLessThanOrEqual(severity.high + ROUNDING);
          if (severity.score !== null) {
            expect(severity.score).toBeGreaterThanOrEqual(severity.low - ROUNDING);
            expect(severity.score).toBeLessThanOrEqual(severity.high + ROUNDING);
          }
          for (const { value } of components ?? []) {
            if (typeof value !== 'number') continue;
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1 + ROUNDING);
          }
        }
      }),
    );
  });

  it('never makes a gap of a cell that is masked', () => {
    const cases = fc.tuple(
      chainMatrices(),
      fc.array(fc.boolean(), { minLength: CELLS, maxLength: CELLS }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(cases, ([matrix, mask, sampled]) => {
        const state: CellCoverage = sampled ? 'unseen' : 'no-coverage';
        const hidden = matrix.coverage.map((_state, i) => mask[i] === true);
        const masked: ChainMatrix = {
          ...matrix,
          size: matrix.size.map((size, i) => (hidden[i] === true ? Number.NaN : size)),
          firms: matrix.firms.map((firms, i) => (hidden[i] === true ? Number.NaN : firms)),
          firmSizes: new Map([...matrix.firmSizes].filter(([i]) => hidden[i] !== true)),
          coverage: matrix.coverage.map((before, i) => (hidden[i] === true ? state : before)),
        };
        for (const [i, cell] of cellsOf(masked).entries()) {
          if (hidden[i] !== true) continue;
          expect(sampled ? ['unknown', 'likely-missing'] : ['unknown']).toContain(cell.class);
          expect(cell).toMatchObject({ reason: state, action: 'verify', beta: null, flags: [] });
          expect(cell.severity?.score).toBeNull();
        }
      }),
    );
  });
});

describe('severity', () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  const maybe = fc.option(part, { nil: Number.NaN });
  const facts: fc.Arbitrary<SeverityFacts> = fc.record({
    beta: fc.option(fc.double({ min: 0, max: 50, noNaN: true }), { nil: Number.NaN }),
    exposure: maybe,
    criticality: maybe,
    firmHhi: maybe,
    empty: fc.boolean(),
    externalShare: maybe,
  });

  it('stays inside the old range when an unknown part becomes known', () => {
    const names = ['beta', 'exposure', 'criticality', 'firmHhi', 'externalShare'] as const;
    fc.assert(
      fc.property(facts, fc.constantFrom(...names), part, (before, name, value) => {
        fc.pre(Number.isNaN(before[name]));
        const old = severityOf(before, DEFAULT_PARAMETERS);
        const now = severityOf({ ...before, [name]: value }, DEFAULT_PARAMETERS);
        for (const bound of [now.low, now.high, now.score ?? now.low]) {
          expect(bound).toBeGreaterThanOrEqual(old.low - ROUNDING);
          expect(bound).toBeLessThanOrEqual(old.high + ROUNDING);
        }
        expect(now.evidence).toBeGreaterThanOrEqual(old.evidence - ROUNDING);
      }),
    );
  });

  it('is not stated without the shortfall, however much else is known', () => {
    fc.assert(
      fc.property(facts, (given) => {
        expect(severityOf({ ...given, beta: Number.NaN }, DEFAULT_PARAMETERS).score).toBeNull();
      }),
    );
  });
});

describe('sampled coverage', () => {
  it('makes an unseen cell less likely to be there the larger the sample is', () => {
    const cases = fc.tuple(
      chainMatrices({ known: true }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: CELLS, maxLength: CELLS }),
      fc.integer({ min: 1, max: 50 }),
    );
    fc.assert(
      fc.property(cases, ([matrix, shares, factor]) => {
        const unseen = (state: CellCoverage, i: number): CellCoverage => (i % 2 === 0 ? 'unseen' : state);
        const small = { ...matrix, coverage: matrix.coverage.map(unseen) };
        const large = { ...small, firms: small.firms.map((firms) => firms * factor) };
        const demandShare = matrix.size.map((_size, i) => shares[i] ?? 0);
        const before = sampledCoverage(small, demandShare).probabilityUnseen;
        const after = sampledCoverage(large, demandShare).probabilityUnseen;
        for (const [i, probability] of before.entries()) {
          if (i % 2 === 1) expect(probability).toBeNaN();
          else expect(after[i]).toBeLessThanOrEqual(probability);
        }
      }),
    );
  });
});

describe('completeness', () => {
  it('lies within its own range', () => {
    fc.assert(
      fc.property(chainMatrices(), (matrix) => {
        for (const region of regionCompleteness(gapsOf(matrix))) {
          const { low, high, completeness } = region;
          expect(low).not.toBeNull();
          expect(high).not.toBeNull();
          expect(low ?? -1).toBeGreaterThanOrEqual(0);
          expect(high ?? 2).toBeLessThanOrEqual(1 + ROUNDING);
          if (completeness === null) expect(region.knownShare).toBe(0);
          else {
            expect(completeness).toBeGreaterThanOrEqual((low ?? 2) - ROUNDING);
            expect(completeness).toBeLessThanOrEqual((high ?? -1) + ROUNDING);
          }
        }
      }),
    );
  });
});
