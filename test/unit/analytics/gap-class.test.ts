import { describe, expect, it } from 'vitest';
import { classifyCell } from '../../../server/domain/gaps/gap-class.ts';
import type { CellFacts, GapVerdict } from '../../../server/domain/gaps/gap-class.ts';
import { gapCell, gapMatrix } from '../../../server/domain/gaps/gap-matrix.ts';
import { DEFAULT_PARAMETERS } from '../../../server/domain/parameters.ts';
import { chainMatrixOf } from '../../support/chain-matrix-of.ts';

const UNKNOWN = Number.NaN;

/** A cell with nothing remarkable about it. */
const plain: CellFacts = {
  coverage: 'observed',
  size: 500,
  firms: 10,
  beta: 0.8,
  demandShare: 0.1,
  externalShare: UNKNOWN,
  largestFirmShare: 0.2,
  shrunkQuotient: 0.9,
  fragile: 0,
  upstreamPresence: 0.2,
  feedsNothing: false,
  probabilityUnseen: UNKNOWN,
};

const cases: readonly [string, Partial<CellFacts>, GapVerdict['class'], string, GapVerdict['action']][] = [
  ['nothing remarkable', {}, 'ok', '', 'none'],
  ['nothing known', { size: UNKNOWN, firms: UNKNOWN, coverage: 'no-coverage' }, 'unknown', '', 'verify'],
  ['firms of unknown size', { size: UNKNOWN, coverage: 'size-unknown' }, 'unknown', '', 'verify'],
  ['no firm, demand', { size: 0, firms: 0, beta: 0 }, 'missing', '', 'fill'],
  ['no firm, no demand', { size: 0, firms: 0, beta: UNKNOWN, demandShare: 0 }, 'absent-no-demand', '', 'none'],
  ['no firm, demand unknown', { size: 0, firms: 0, demandShare: UNKNOWN }, 'absent-no-demand', '', 'none'],
  ['size 0 without a firm count', { size: 0, firms: UNKNOWN, beta: 0 }, 'missing', '', 'fill'],
  ['a missing end', { size: 0, firms: 0, feedsNothing: true, upstreamPresence: 0.5 }, 'missing', '', 'extend'],
  ['a missing end, little upstream', { size: 0, firms: 0, feedsNothing: true }, 'missing', '', 'fill'],
  [
    'an absent end with inputs at hand',
    { size: 0, firms: 0, demandShare: 0, feedsNothing: true, upstreamPresence: 0.9 },
    'absent-no-demand',
    '',
    'extend',
  ],
  ['beta just below the line', { beta: 0.4999 }, 'weak', 'weak', 'fill'],
  ['beta on the line', { beta: 0.5 }, 'ok', '', 'none'],
  ['beta unknown', { beta: UNKNOWN, shrunkQuotient: 2 }, 'ok', '', 'none'],
  ['a weak end', { beta: 0.1, feedsNothing: true, upstreamPresence: 0.7 }, 'weak', 'weak', 'extend'],
  ['bought outside', { externalShare: 0.5 }, 'dependent', 'dependent', 'stabilise'],
  ['two firms', { firms: 2 }, 'concentrated', 'concentrated', 'stabilise'],
  ['one dominant firm', { largestFirmShare: 0.5 }, 'concentrated', 'concentrated', 'stabilise'],
  ['a firm count that is not stated', { firms: UNKNOWN }, 'ok', '', 'none'],
  ['strong', { beta: 1, shrunkQuotient: 1.25 }, 'strong', 'strong', 'strengthen'],
  ['strong but for one firm', { beta: 1, shrunkQuotient: 1.25, fragile: 1 }, 'ok', '', 'none'],
  [
    'all flags at once, in order',
    { beta: 0.2, externalShare: 0.9, firms: 1 },
    'weak',
    'weak dependent concentrated',
    'fill',
  ],
  [
    'strong and concentrated',
    { beta: 3, shrunkQuotient: 2, firms: 1 },
    'concentrated',
    'concentrated strong',
    'stabilise',
  ],
  [
    'unseen where the sample would show it',
    { size: UNKNOWN, firms: UNKNOWN, coverage: 'unseen', probabilityUnseen: 0.0499 },
    'likely-missing',
    '',
    'verify',
  ],
  [
    'unseen where the sample need not show it',
    { size: UNKNOWN, firms: UNKNOWN, coverage: 'unseen', probabilityUnseen: 0.05 },
    'unknown',
    '',
    'verify',
  ],
  [
    'unseen with an unknown demand',
    { size: UNKNOWN, firms: UNKNOWN, coverage: 'unseen', probabilityUnseen: UNKNOWN },
    'unknown',
    '',
    'verify',
  ],
];

describe('class, flags and action of a cell', () => {
  it.each(cases)('%s', (_name, facts, wanted, flags, action) => {
    const verdict = classifyCell({ ...plain, ...facts }, DEFAULT_PARAMETERS);
    expect([verdict.class, verdict.flags.join(' '), verdict.action]).toEqual([wanted, flags, action]);
  });

  it('says why nothing can be said', () => {
    const reason = (facts: Partial<CellFacts>) => classifyCell({ ...plain, ...facts }, DEFAULT_PARAMETERS).reason;
    expect(reason({ size: UNKNOWN, firms: UNKNOWN, coverage: 'no-coverage' })).toBe('no-coverage');
    expect(reason({ size: UNKNOWN, coverage: 'size-unknown' })).toBe('size-unknown');
    expect(reason({ size: UNKNOWN, firms: UNKNOWN, coverage: 'unseen' })).toBe('unseen');
    expect(reason({})).toBeNull();
  });
});

describe('sampled coverage', () => {
  // S0 feeds S1. Region 0 holds a share of the buyers and no record of S0; the sample holds `firms` of S0 elsewhere.
  const unseenCell = (firms: number, buyersHere: number) => {
    const matrix = chainMatrixOf({
      size: [
        [null, buyersHere],
        [firms, 100 - buyersHere],
      ],
      firms: [
        [null, buyersHere],
        [firms, 100 - buyersHere],
      ],
      feeds: [{ source: 0, target: 1, weight: 0.5, essential: true, assumed: false }],
      unseen: [[0, 0]],
    });
    return gapCell(gapMatrix(matrix, DEFAULT_PARAMETERS), 0);
  };

  // 5 % is exp(-2.9957): with 10 % of the demand, 30 firms in the sample suffice and 29 do not.
  it.each([
    [30, 10, 3, 'likely-missing'],
    [29, 10, 2.9, 'unknown'],
    [1000, 0, 0, 'unknown'],
    [4, 90, 3.6, 'likely-missing'],
  ])('%d firms in the sample, %d %% of the demand: %d expected, %s', (firms, buyers, expected, wanted) => {
    const cell = unseenCell(firms, buyers);
    expect(cell.expectedInSample).toBeCloseTo(expected, 12);
    expect(cell.probabilityUnseen).toBeCloseTo(Math.exp(-expected), 12);
    expect(cell).toMatchObject({ class: wanted, action: 'verify', reason: 'unseen', size: null, beta: null });
    expect(cell.severity?.score).toBeNull();
  });

  it('says nothing of a cell that no sample covers', () => {
    const matrix = chainMatrixOf({
      size: [
        [null, 10],
        [500, 90],
      ],
      firms: [
        [null, 10],
        [500, 90],
      ],
    });
    expect(gapCell(gapMatrix(matrix, DEFAULT_PARAMETERS), 0)).toMatchObject({
      class: 'unknown',
      reason: 'no-coverage',
      expectedInSample: null,
      probabilityUnseen: null,
    });
  });
});
