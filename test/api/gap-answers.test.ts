import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COUNTED_SEGMENTS, REGISTER_FIRMS } from '../fixtures/register-firm-counts.ts';
import { startMapService } from '../support/map-service.ts';
import type { TestService } from '../support/start-test-service.ts';

interface Component {
  name: string;
  state: 'KNOWN' | 'UNKNOWN' | 'NOT_APPLICABLE';
  value: number | null;
  weight: number;
  contribution: number | null;
  facts: { text: string; sources: unknown[] }[];
}
interface Cell {
  region: { code: string; shortName: string };
  segment: { code: string };
  state: 'OBSERVED' | 'UNSEEN' | 'SIZE_UNKNOWN' | 'NO_COVERAGE';
  class: string;
  grade: string;
  flags: string[];
  reason: string | null;
  action: string;
  firms: number | null;
  namedFirms: number;
  locationQuotient: number | null;
  beta: number | null;
  supplyShare: number | null;
  demandShare: number | null;
  expectedFirms: number | null;
  absenceProbability: number | null;
  severity: { value: number | null; low: number; high: number; evidence: number; components: Component[] };
  neighbours: {
    segment: { code: string };
    direction: 'UP' | 'DOWN';
    weight: number;
    state: string;
    firms: number | null;
  }[];
  facts: { text: string; sources: unknown[] }[];
  measures: { code: string }[];
  namedByPolicy: boolean;
  sources: { source: { code: string } }[];
}
interface Gaps {
  basis: string;
  basisReason: string;
  release: { id: string };
  cut: { code: string }[];
  regions: { code: string }[];
  parameters: { name: string; value: number }[];
  counts: { class: string; count: number }[];
  cells: Cell[];
}

const QUESTION = `query ($cut: [String!], $regions: [DivisionCode!], $classes: [GapClass!]) {
  gaps(cut: $cut, regions: $regions, classes: $classes) {
    basis basisReason release { id } cut { code } regions { code } parameters { name value } counts { class count }
    cells { region { code shortName } segment { code } state class grade flags reason action firms namedFirms
      locationQuotient beta supplyShare demandShare expectedFirms absenceProbability
      severity { value low high evidence components { name state value weight contribution facts { text sources { position } } } }
      neighbours { segment { code } direction weight state firms }
      facts { text sources { source { code } } } measures { code } namedByPolicy sources { source { code } } } } }`;

let service: TestService;
let whole: Gaps;
const gaps = async (variables: Record<string, unknown> = {}): Promise<Gaps> =>
  (await service.ask<{ gaps: Gaps }>(QUESTION, variables)).gaps;

beforeAll(async () => {
  service = await startMapService();
  whole = await gaps();
});
afterAll(() => service.stop());

function cellOf(answer: Gaps, region: string, segment: string): Cell {
  const found = answer.cells.find((cell) => cell.region.code === region && cell.segment.code === segment);
  if (found === undefined) throw new Error(`no cell ${region} ${segment}`);
  return found;
}
const named = (cell: Cell): string => `${cell.region.shortName} ${cell.segment.code}`;

describe('the default question', () => {
  it('has 21 members in its cut, 21 prefectures and 441 cells by region in chain order, on firm counts', () => {
    expect(whole.cut.map(({ code }) => code)).toEqual([
      'F11',
      'F12',
      'F2',
      'Y',
      'W1',
      'W2',
      'W3',
      'D1',
      'D2',
      'P0',
      'P4',
      'P5',
      'V1',
      'V2',
      'V3',
      'V4',
      'S1',
      'S2',
      'S3',
      'S4',
      'S5',
    ]);
    expect(whole.regions.map(({ code }) => code)).toEqual(Object.keys(REGISTER_FIRMS).sort());
    expect(whole.cells.map((cell) => `${cell.region.code} ${cell.segment.code}`)).toEqual(
      whole.regions.flatMap((region) => whole.cut.map((segment) => `${region.code} ${segment.code}`)),
    );
    expect(whole.basis).toBe('FIRMS');
    expect(whole.basisReason).toMatch(/从业人数 0\.0 %.*企业数 100\.0 %/);
  });

  it('counts each cell once by its class', () => {
    expect(whole.counts.reduce((sum, { count }) => sum + count, 0)).toBe(441);
    for (const { class: name, count } of whole.counts) {
      expect(whole.cells.filter((cell) => cell.class === name)).toHaveLength(count);
    }
  });

  it('says the parameters that it was worked out with', () => {
    expect(Object.fromEntries(whole.parameters.map(({ name, value }) => [name, value]))).toMatchObject({
      weak_beta: 0.5,
      strong_beta: 1,
      strong_lq: 1.25,
      likely_missing_probability: 0.05,
      concentrated_max_firms: 0,
      severity_weight_shortfall: 0.35,
      severity_weight_exposure: 0.25,
      severity_weight_criticality: 0.2,
      severity_weight_concentration: 0.1,
      severity_weight_dependence: 0.1,
    });
  });
});

describe('what is not known', () => {
  it('is never a zero: a number of firms is above 0 or null, and null in every state but observed', () => {
    for (const cell of whole.cells) {
      if (cell.state === 'OBSERVED') expect(cell.firms, named(cell)).toBeGreaterThan(0);
      else expect(cell.firms, named(cell)).toBeNull();
    }
  });

  it('is a sample’s: without complete coverage no cell is missing, none has no demand', () => {
    expect(whole.cells.filter((cell) => ['MISSING', 'ABSENT_NO_DEMAND'].includes(cell.class))).toEqual([]);
  });

  it('in an unseen cell: the chance of none is exp(-expected), likely missing exactly below 5 %', () => {
    const unseen = whole.cells.filter((cell) => cell.state === 'UNSEEN');
    expect(unseen.length).toBeGreaterThan(100);
    let likely = 0;
    for (const cell of unseen) {
      expect(cell.reason, named(cell)).toBe('unseen');
      expect(cell.action, named(cell)).toBe('VERIFY');
      if (cell.expectedFirms === null) {
        expect(cell.absenceProbability, named(cell)).toBeNull();
        expect(cell.class, named(cell)).toBe('UNKNOWN');
        continue;
      }
      expect(cell.absenceProbability, named(cell)).toBeCloseTo(Math.exp(-cell.expectedFirms), 12);
      expect(cell.class, named(cell)).toBe(Math.exp(-cell.expectedFirms) < 0.05 ? 'LIKELY_MISSING' : 'UNKNOWN');
      if (cell.class === 'LIKELY_MISSING') likely += 1;
    }
    expect(likely).toBeGreaterThan(0);
  });

  it('elsewhere gives no expectation, and the reason is the state', () => {
    const REASONS = { OBSERVED: null, UNSEEN: 'unseen', SIZE_UNKNOWN: 'size-unknown', NO_COVERAGE: 'no-coverage' };
    for (const cell of whole.cells) {
      expect(cell.reason, named(cell)).toBe(REASONS[cell.state]);
      if (cell.state !== 'UNSEEN')
        expect([cell.expectedFirms, cell.absenceProbability], named(cell)).toEqual([null, null]);
      if (cell.class === 'UNKNOWN') expect(cell.grade, named(cell)).toBe('NO_DATA');
    }
  });

  it('carries no quotient, no share and no severity', () => {
    for (const cell of whole.cells.filter(({ state }) => state !== 'OBSERVED')) {
      expect([cell.locationQuotient, cell.beta, cell.supplyShare, cell.severity.value], named(cell)).toEqual([
        null,
        null,
        null,
        null,
      ]);
    }
  });
});

describe('numbers worked out again from the register', () => {
  const column = (segment: (typeof COUNTED_SEGMENTS)[number]): number => COUNTED_SEGMENTS.indexOf(segment);
  const rows = Object.values(REGISTER_FIRMS);
  const firms = (region: string, segment: (typeof COUNTED_SEGMENTS)[number]): number =>
    REGISTER_FIRMS[region]?.[column(segment)] ?? Number.NaN;
  const inRegion = (region: string): number => (REGISTER_FIRMS[region] ?? []).reduce((sum, count) => sum + count, 0);
  const inSegment = (segment: (typeof COUNTED_SEGMENTS)[number]): number =>
    rows.reduce((sum, row) => sum + (row[column(segment)] ?? 0), 0);
  const all = rows.flat().reduce((sum, count) => sum + count, 0);
  const quotient = (region: string, segment: (typeof COUNTED_SEGMENTS)[number]): number =>
    firms(region, segment) / inRegion(region) / (inSegment(segment) / all);

  it('by the totals that the handbook prints: 149 weavers, 154 dyers, 1,378 garment makers, 2,081 firms', () => {
    expect([inSegment('W1'), inSegment('D1'), inSegment('P0'), all]).toEqual([149, 154, 1378, 2081]);
  });

  it('汕头 机织: (39/220) / (149/2081) = 2.4759', () => {
    const cell = cellOf(whole, '440500', 'W1');
    expect(cell.firms).toBe(39);
    expect(cell.locationQuotient).toBeCloseTo(39 / 220 / (149 / 2081), 10);
    expect(cell.locationQuotient).toBeCloseTo(quotient('440500', 'W1'), 10);
  });

  it('汕头 机织: beta = share of supply / share of demand; technical textiles are unseen and say nothing', () => {
    // A weaver sells to dyers (3 of the 4 kinds of dyeing buy woven cloth), to denim garments (1 of the 9 garments), to
    // transport textiles (1 of the 3 technical textiles, unseen here); each link weighs 0.5.
    const toDyers = (0.5 * 3) / 4;
    const toGarments = (0.5 * 1) / 9;
    const demand = (toDyers * 18 + toGarments * 136) / (toDyers * 154 + toGarments * 1378);
    const cell = cellOf(whole, '440500', 'W1');
    expect(cell.supplyShare).toBeCloseTo(39 / 149, 10);
    expect(cell.demandShare).toBeCloseTo(demand, 10);
    expect(cell.beta).toBeCloseTo(39 / 149 / demand, 10);
    expect({ class: cell.class, action: cell.action }).toEqual({ class: 'STRONG', action: 'STRENGTHEN' });
  });

  it('揭阳 印染: 4 firms, quotient (4/43)/(154/2081), demand from garments alone', () => {
    // Dyed cloth goes to 7 of the 9 garments (not to denim, which is washed, nor to sweaters) and to home textiles, which
    // are unseen here.
    const toGarments = (0.5 * 7) / 9;
    const demand = (toGarments * 34) / (toGarments * 1378);
    const cell = cellOf(whole, '445200', 'D1');
    expect(cell.firms).toBe(4);
    expect(cell.locationQuotient).toBeCloseTo(4 / 43 / (154 / 2081), 10);
    expect(cell.beta).toBeCloseTo(4 / 154 / demand, 10);
  });

  it('广州 服装: judged by its quotient, since nobody counts markets and shops: (257/353)/(1378/2081)', () => {
    const cell = cellOf(whole, '440100', 'P0');
    expect(cell.firms).toBe(257);
    expect(cell.locationQuotient).toBeCloseTo(257 / 353 / (1378 / 2081), 10);
    expect(cell.beta).toBeCloseTo(257 / 353 / (1378 / 2081), 10);
  });

  it('the quotient of every observed cell', () => {
    const observed = whole.cells.filter(({ state }) => state === 'OBSERVED');
    for (const cell of observed) {
      const segment = COUNTED_SEGMENTS.find((code) => code === cell.segment.code);
      expect(segment, named(cell)).toBeDefined();
      if (segment !== undefined)
        expect(cell.locationQuotient, named(cell)).toBeCloseTo(quotient(cell.region.code, segment), 10);
    }
    expect(observed.length).toBe(rows.flat().filter((count) => count > 0).length);
  });

  it('潮州 印染: 14 garment makers would call for 1.7 dyers in the sample; none seen is chance, not a gap', () => {
    const toGarments = (0.5 * 7) / 9;
    const toHome = 0.5;
    // 潮州 has 14 garment makers and 1 home-textile maker.
    const share = (toGarments * 14 + toHome * 1) / (toGarments * 1378 + toHome * 22);
    const cell = cellOf(whole, '445100', 'D1');
    expect(cell.state).toBe('UNSEEN');
    expect(cell.expectedFirms).toBeCloseTo(154 * share, 10);
    expect(cell.class).toBe(Math.exp(-154 * share) < 0.05 ? 'LIKELY_MISSING' : 'UNKNOWN');
  });
});

describe('the severity', () => {
  const WEIGHTS: Record<string, number> = {
    shortfall: 0.35,
    exposure: 0.25,
    criticality: 0.2,
    concentration: 0.1,
    dependence: 0.1,
  };

  it('has its five parts in a fixed order with the documented weights', () => {
    for (const cell of whole.cells) {
      const { components } = cell.severity;
      expect(
        components.map(({ name }) => name),
        named(cell),
      ).toEqual(Object.keys(WEIGHTS));
      expect(
        components.map(({ weight }) => weight),
        named(cell),
      ).toEqual(Object.values(WEIGHTS));
    }
  });

  it('is the weighted mean of the known parts; unknown parts widen the range from both ends', () => {
    for (const cell of whole.cells) {
      const { value, low, high, evidence, components } = cell.severity;
      const due = components.filter(({ state }) => state !== 'NOT_APPLICABLE');
      const all = due.reduce((sum, one) => sum + one.weight, 0);
      let known = 0;
      let sum = 0;
      for (const one of due) {
        if (one.state === 'UNKNOWN') {
          expect([one.value, one.contribution], named(cell)).toEqual([null, null]);
          continue;
        }
        expect(one.value, named(cell)).toBeGreaterThanOrEqual(0);
        expect(one.value, named(cell)).toBeLessThanOrEqual(1);
        known += one.weight;
        sum += one.weight * (one.value ?? Number.NaN);
      }
      expect(evidence, named(cell)).toBeCloseTo(known / all, 10);
      expect(low, named(cell)).toBeCloseTo(sum / all, 10);
      expect(high, named(cell)).toBeCloseTo((sum + all - known) / all, 10);
      if (value === null) continue;
      expect(value, named(cell)).toBeCloseTo(sum / known, 10);
      expect(low, named(cell)).toBeLessThanOrEqual(value + 1e-12);
      expect(high, named(cell)).toBeGreaterThanOrEqual(value - 1e-12);
      expect(
        components.reduce((total, one) => total + (one.contribution ?? 0), 0),
        named(cell),
      ).toBeCloseTo(value, 10);
    }
  });

  it('is withheld below half of the evidence or without a known shortfall', () => {
    for (const cell of whole.cells) {
      const shortfall = cell.severity.components.find(({ name }) => name === 'shortfall');
      const due = shortfall?.state === 'KNOWN' && cell.severity.evidence >= 0.5;
      expect(cell.severity.value !== null, named(cell)).toBe(due);
    }
  });

  it('takes its shortfall from beta', () => {
    for (const cell of whole.cells.filter(({ beta }) => beta !== null)) {
      const shortfall = cell.severity.components.find(({ name }) => name === 'shortfall');
      expect(shortfall?.value, named(cell)).toBeCloseTo(1 - Math.min(1, cell.beta ?? Number.NaN), 10);
      expect(cell.class === 'WEAK' ? (cell.beta ?? 1) < 0.5 : (cell.beta ?? 0) >= 0.5, named(cell)).toBe(true);
    }
  });
});

describe('the evidence of a cell', () => {
  /** A sentence that says that nothing is known needs no source; one with a number does. */
  const OF_NOTHING = /没有|未知|不作判断/;

  it('has sources, or says that no source counts it', () => {
    for (const cell of whole.cells) {
      expect(cell.facts.length, named(cell)).toBeGreaterThan(0);
      if (cell.sources.length > 0) continue;
      expect(cell.state, named(cell)).toBe('NO_COVERAGE');
      expect(cell.facts.map(({ text }) => text).join(), named(cell)).toContain('没有来源统计');
    }
  });

  it('every sentence has a source, but for those that say what is not known', () => {
    for (const cell of whole.cells) {
      const sentences = [...cell.facts, ...cell.severity.components.flatMap(({ facts }) => facts)];
      for (const { text, sources } of sentences) {
        if (sources.length === 0) expect(text, named(cell)).toMatch(OF_NOTHING);
      }
    }
  });

  it('names the suppliers and buyers with what is here of them', () => {
    const cell = cellOf(whole, '440500', 'W1');
    expect(
      Object.fromEntries(cell.neighbours.map((one) => [`${one.direction} ${one.segment.code}`, one.firms])),
    ).toEqual({
      'UP F11': null,
      'UP F2': 2,
      'UP Y': null,
      'DOWN D1': 18,
      'DOWN P0': 136,
      'DOWN P5': null,
    });
  });

  it('measures that name segment and place come first: M19 for dyeing in 揭阳', () => {
    const cell = cellOf(whole, '445200', 'D1');
    expect(cell.namedByPolicy).toBe(true);
    expect(cell.measures.map(({ code }) => code)).toContain('S23-M19');
    expect(cell.measures.slice(0, 3).map(({ code }) => code)).toContain('S23-M19');
  });
});

describe('a narrower question', () => {
  it('by classes leaves cells out but counts them all', async () => {
    const answer = await gaps({ classes: ['WEAK', 'LIKELY_MISSING'] });
    expect(answer.counts).toEqual(whole.counts);
    expect(answer.cells).toEqual(whole.cells.filter((cell) => ['WEAK', 'LIKELY_MISSING'].includes(cell.class)));
  });

  it('by regions keeps the shares of the whole province', async () => {
    const answer = await gaps({ regions: ['445200', '440500'] });
    expect(answer.cells).toHaveLength(42);
    expect(answer.regions.map(({ code }) => code)).toEqual(['445200', '440500']);
    for (const region of ['445200', '440500']) {
      expect(answer.cells.filter((cell) => cell.region.code === region)).toEqual(
        whole.cells.filter((cell) => cell.region.code === region),
      );
    }
    expect(answer.counts.reduce((sum, { count }) => sum + count, 0)).toBe(42);
  });

  it('on the stages: counts add up, and nothing is counted that the leaves do not show', async () => {
    const answer = await gaps({ cut: ['F', 'Y', 'W', 'D', 'P'] });
    expect(answer.cut.map(({ code }) => code)).toEqual(['F', 'Y', 'W', 'D', 'P']);
    expect(answer.cells).toHaveLength(105);
    // 汕头: weaving 39 + knitting 19; dyeing 18 + washing 1; garments 136 + home textiles 2.
    expect(cellOf(answer, '440500', 'W').firms).toBe(58);
    expect(cellOf(answer, '440500', 'D').firms).toBe(19);
    expect(cellOf(answer, '440500', 'P').firms).toBe(138);
    expect(cellOf(answer, '440900', 'W').firms).toBeNull();
  });

  it('on the leaves: what is known of a parent is never pushed down to its parts', async () => {
    const { segments } = await service.ask<{ segments: { edges: { node: { code: string } }[] } }>(
      '{ segments(filter: { leaf: true }, first: 100) { edges { node { code } } } }',
    );
    const answer = await gaps({ cut: segments.edges.map(({ node }) => node.code) });
    const below = [
      'W11',
      'W12',
      'W13',
      'W14',
      'W21',
      'W22',
      'D11',
      'D12',
      'D13',
      'D14',
      'P11',
      'P12',
      'P13',
      'P14',
      'P15',
      'P21',
      'P22',
      'P23',
      'P24',
      'Y1',
      'Y2',
      'F22',
      'F23',
    ];
    for (const cell of answer.cells.filter(({ segment }) => below.includes(segment.code))) {
      expect(cell.firms, named(cell)).toBeNull();
      expect(cell.class, named(cell)).toBe('UNKNOWN');
      expect(['NO_COVERAGE', 'SIZE_UNKNOWN'], named(cell)).toContain(cell.state);
    }
  });

  it('on a basis that no source gives: nothing is observed, and the answer says so', async () => {
    const { gaps: answer } = await service.ask<{
      gaps: { basis: string; cells: { class: string; reason: string | null }[] };
    }>('{ gaps(basis: EMPLOYEES) { basis cells { class reason } } }');
    expect(answer.basis).toBe('EMPLOYEES');
    expect(new Set(answer.cells.map((cell) => cell.class))).toEqual(
      new Set(['UNKNOWN', 'LIKELY_MISSING'].filter((name) => answer.cells.some((cell) => cell.class === name))),
    );
    expect(answer.cells.filter((cell) => cell.class !== 'UNKNOWN' && cell.reason !== 'unseen')).toEqual([]);
  });
});
