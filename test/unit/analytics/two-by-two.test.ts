import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { evaluateDataset } from '../../../server/domain/dataset/evaluate-dataset.ts';
import { parseDataset } from '../../../server/domain/dataset/parse-dataset.ts';
import { loadLinearProgramSolver } from '../../../server/load-linear-program-solver.ts';
import { jsonDifferences } from '../../support/json-differences.ts';

/**
 * Two regions, two segments, one feed: every expected value below is worked out by hand from the formulas, as the
 * arithmetic beside it shows. The distance is 200 ln 2 km, so that exp(-km/200) is one half.
 */
type Tree = Readonly<Record<string, unknown>>;

let report: Tree;
beforeAll(async () => {
  const text = readFileSync(join(import.meta.dirname, '../../fixtures/analytics-two-by-two/dataset.json'), 'utf8');
  report = evaluateDataset(parseDataset(JSON.parse(text)), await loadLinearProgramSolver());
});

/** igc = (y/Yr)/(Ys/Y) x (y/Ys)/(x/Xs): N1 (120/160)/(140/300) x (120/140)/(60/80), N2 the same with 20. */
const IGC_N1 = (120 / 160 / (140 / 300)) * (120 / 140 / (60 / 80));
const IGC_N2 = (20 / 140 / (140 / 300)) * (20 / 140 / (20 / 80));
/** Severity of A in N2: 0.35 (1 - 0.375) + 0.25 x 0.5 + 0.2 x 1 + 0.1 x 1 + 0.1 x 0.5. */
const SEVERITY = 0.69375;
/** Components: chain fit 1, park 4/5, policy 1/2, pairing 0, gradient (10.5 - 1)/(10.5 + 1), proximity 1/2. */
const KNOWN_SUM = 0.3 + 0.2 * 0.8 + 0.15 * 0.5 + (0.1 * 9.5) / 11.5 + 0.1 * 0.5;

const CASES: readonly { name: string; path: readonly (string | number)[]; want: unknown }[] = [
  { name: 'region totals', path: ['matrix', 'region_total'], want: [100, 100] },
  {
    name: 'location quotient',
    path: ['matrix', 'lq'],
    want: [
      [1.5, 2 / 3],
      [0.5, 4 / 3],
    ],
  },
  { name: 'shrunk location quotient', path: ['matrix', 'lq_shrunk', 0, 0], want: 1150 / 1100 },
  {
    name: 'supply share / demand share',
    path: ['matrix', 'beta'],
    want: [
      [60 / 80 / (40 / 120), 2 / 3],
      [20 / 80 / (80 / 120), 4 / 3],
    ],
  },
  {
    name: 'proximity of segments never found together',
    path: ['matrix', 'proximity'],
    want: [
      [0, 0],
      [0, 0],
    ],
  },
  {
    name: 'density without any proximity is null',
    path: ['matrix', 'density'],
    want: [
      [null, null],
      [null, null],
    ],
  },
  {
    name: 'exposure',
    path: ['matrix', 'exposure'],
    want: [
      [0.5, 0],
      [0.5, 0],
    ],
  },
  {
    name: 'industry gradient coefficient',
    path: ['matrix', 'igc', 0, 0],
    want: IGC_N1,
  },
  { name: 'industry gradient coefficient of the receiver', path: ['matrix', 'igc', 1, 0], want: IGC_N2 },
  { name: 'criticality of an essential supplier', path: ['province', 0, 'criticality'], want: 1 },
  { name: 'criticality of an end', path: ['province', 1, 'criticality'], want: 120 / 200 },
  { name: 'gap class', path: ['gaps', 2, 'class'], want: 'weak' },
  { name: 'gap flags', path: ['gaps', 2, 'flags'], want: ['weak', 'dependent', 'concentrated'] },
  { name: 'gap action', path: ['gaps', 2, 'action'], want: 'fill' },
  { name: 'severity', path: ['gaps', 2, 'severity'], want: SEVERITY },
  { name: 'completeness N1', path: ['completeness', 0, 'completeness'], want: 0.3 + 0.4 * (2.5 / 3) + 0.3 },
  { name: 'completeness N2', path: ['completeness', 1, 'completeness'], want: 0.3 + 0.4 * 0.75 + 0.3 * 0.5 },
  { name: 'growth', path: ['shift_share', 'growth'], want: 200 / 180 - 1 },
  {
    name: 'shift-share of A in N1',
    path: ['shift_share', 'cells', 0],
    want: { region: 'N1', segment: 'A', national: 50 / 9, mix: 50 * (1 / 7 - 1 / 9), regional: 10 - 50 / 7 },
  },
  { name: 'complexity of a disconnected table is null', path: ['complexity'], want: null },
  { name: 'structural upstreamness', path: ['graph', 'structural_upstreamness'], want: { A: 2, B: 1 } },
  {
    name: 'k shortest',
    path: ['graph', 'k_shortest'],
    want: [{ source: 'A', target: 'B', paths: [{ nodes: ['A', 'B'], cost: Math.log(2) }] }],
  },
  // B = z/Y_i: half of A goes to B, so U(A) = 1 + 0.5. A = z/Y_j: a quarter of B is bought, so D(B) = 1 + 0.25.
  { name: 'upstreamness of the table', path: ['io', 'upstreamness'], want: [1.5, 1] },
  { name: 'downstreamness of the table', path: ['io', 'downstreamness'], want: [1, 1.25] },
  {
    name: 'relocation',
    path: ['relocation', 0],
    want: {
      query: 'Q',
      segment: 'A',
      origin: 'N1',
      candidates: [
        {
          region: 'N2',
          components: {
            chainFit: 1,
            park: 0.8,
            policy: 0.5,
            pairing: 0,
            gradient: 9.5 / 11.5,
            proximity: 0.5,
            relatedness: null,
          },
          score: KNOWN_SUM / 0.95,
          low: KNOWN_SUM,
          high: KNOWN_SUM + 0.05,
          evidence: 0.95,
          feasible: false,
          best_park: 'P',
          measures: ['M'],
          chain_fit_known: 1,
          neighbours: [{ segment: 'B', side: 'downstream', fit: 1 }],
          paths: [
            { nodes: ['A', 'B', 'N2', 'P', 'M', 'E1'], link: 'downstream', strength: 0.5 * 0.8 * 0.7 * 0.8 },
            { nodes: ['A', 'B', 'N2', 'P', 'M', 'E2'], link: 'downstream', strength: 0.5 * 0.8 * 0.7 * 0.8 * 0.6 },
          ],
        },
      ],
      top_stability: 1,
      // One candidate is at once the best and the worst: 0/0.
      topsis: {
        criteria: ['chainFit', 'park', 'policy', 'pairing', 'gradient', 'proximity'],
        closeness: { N2: null },
      },
    },
  },
  {
    name: 'assignment: 4 of the 5 ha find room',
    path: ['assignment'],
    want: { optimum: (4 * KNOWN_SUM) / 0.95, placed_ha: 4, one_solution: [{ lot: 'Q', park: 'P', ha: 4 }] },
  },
  {
    name: 'target firms',
    path: ['target_firms'],
    want: [
      {
        region: 'N2',
        segment: 'A',
        candidates: 2,
        top: [
          targetRow('F1', 0.5), // one recorded link, with F5
          targetRow('F2', 0),
        ],
      },
    ],
  },
  {
    // N1 buys 6/7 of its A at home (60 against 20 x 0.5), N2 3/5 from N1 (60 x 0.5 against 20); all sellers that are
    // left could not replace N1 (sigma 1). B keeps 1/7 in N1 and 2/5 in N2; with half of the purchases from outside the
    // province, 4/7 and 7/10.
    name: 'what-if on cells',
    path: ['whatif', 0],
    want: {
      id: 'W',
      loss_total_with_external_share: (60 + (40 * 3) / 7 + 80 * 0.3) / 200,
      iterations: 2,
      loss_total: (60 + (40 * 6) / 7 + 80 * 0.6) / 200,
      loss_downstream: (60 + (40 * 6) / 7 + 80 * 0.6) / 200,
      loss_upstream: 60 / 200,
      direct: 60 / 200,
      loss_by_region: [(60 + (40 * 6) / 7) / 100, (80 * 0.6) / 100],
      h_down: [
        [0, 1 / 7],
        [1, 0.4],
      ],
      h_up: [
        [0, 1],
        [1, 1],
      ],
    },
  },
  {
    // F1 sold 10 of the 12 of A: sigma 1. F3 loses 6/8 of its A, F5 all: 30 + 40 x 0.75 + 80 of 200.
    // F5 bought 4 of F1's max(10, 20): F1 keeps 0.8 upstream. F4: sigma 2/10, F3 loses 2/8 x 0.2.
    // F3 bought 6 of 20 of F1 and 2 of 20 of F4.
    name: 'firm cascade',
    path: ['firm_cascade', 'firms'],
    want: [
      { firm: 'F1', esri: 0.7, downstream: 0.7, upstream: 0.15, iterations: 2 },
      { firm: 'F2', esri: 0.15, downstream: 0.15, upstream: 0.15, iterations: 1 },
      { firm: 'F3', esri: (40 + 9 + 2) / 200, downstream: 0.2, upstream: (40 + 9 + 2) / 200, iterations: 2 },
      { firm: 'F4', esri: 0.11, downstream: 0.11, upstream: 0.1, iterations: 2 },
      { firm: 'F5', esri: 0.43, downstream: 0.4, upstream: 0.43, iterations: 2 },
    ],
  },
];

function targetRow(firm: string, linkage: number) {
  const size = Math.log(31) / Math.log(1001);
  const score = 0.25 * SEVERITY + 0.25 + 0.2 * size + 0.15 * linkage + 0.15 * 0.5;
  return {
    firm,
    components: { need: SEVERITY, match: 1, size, linkage, proximity: 0.5 },
    score,
    low: score,
    high: score,
    evidence: 1,
  };
}

describe('a data set of two regions and two segments', () => {
  it.each(CASES)('$name', ({ path, want }) => {
    const got = path.reduce<unknown>((node, key) => (node as Readonly<Record<string | number, unknown>>)[key], report);
    expect(jsonDifferences(want, got, 1e-9)).toEqual([]);
  });
});
