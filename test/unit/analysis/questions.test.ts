import { beforeAll, describe, expect, it } from 'vitest';
import { analysisDesk, type AnalysisDesk, type TargetsAsked } from '../../../server/domain/analysis/analysis-desk.ts';
import type { MapIndex } from '../../../server/domain/map/map-index.ts';
import { inlineJobs } from '../../support/inline-jobs.ts';
import { smallMap, type SmallMapSketch } from '../../support/small-map.ts';
import { patientAsker, typedRecords } from '../../support/typed-records.ts';

const TODAY = '2026-01-01';
const DELTA = '440100';
const EAST = '440500';
const NORTH = '440200';

/** Yarn feeds cloth, cloth feeds dyeing, dyeing feeds garments: 75 firms, 15 of them spinners, 20 of each other kind. */
const SKETCH: SmallMapSketch = {
  regions: { [DELTA]: { zone: 'PRD' }, [NORTH]: { zone: 'YUEBEI' }, [EAST]: { zone: 'YUEDONG' } },
  segments: { Y: null, W: null, D: null, D1: 'D', D2: 'D', P: null, V1: null },
  feeds: [
    ['Y', 'W', 1],
    ['W', 'D1', 1],
    ['D1', 'P', 1],
  ],
  firms: {
    [DELTA]: { Y: 5, W: 10, D1: 10, P: 10 },
    [NORTH]: { Y: 10, W: 5, P: 5 },
    [EAST]: { W: 5, D1: 10, P: 5 },
  },
  covered: ['Y', 'W', 'D1', 'P'],
  km: 200,
  measures: {
    'S23-M4': { zones: ['PRD', 'YUEDONG', 'YUEBEI'], chain: true },
    'S23-M19': { segments: ['D1'] },
  },
};

const desk: AnalysisDesk = analysisDesk({ jobs: inlineJobs() });
const cut = ['Y', 'W', 'D1', 'P'];
const ask = { cut, basis: null, today: TODAY } as const;

function changed(change: (sketch: SmallMapSketch) => SmallMapSketch): MapIndex {
  return smallMap(change(SKETCH));
}

describe('parameters as inputs', () => {
  const index = smallMap(SKETCH);
  const withParameter = (name: string, value: number) =>
    desk.gaps(index, { ...ask, regions: null, classes: null, parameters: [{ name, value }] });

  it('shape the answer and are echoed with it', () => {
    const strict = withParameter('weak_beta', 0.9);
    expect(strict.parameters).toContainEqual({ name: 'weak_beta', value: 0.9 });
    const east = (answer: ReturnType<typeof withParameter>) =>
      answer.cells.find((one) => one.region.code === EAST && one.segment.code === 'W')?.cell.class;
    // East has 5 of 20 weavers (0.25) and 10 of 20 dyers (0.5): beta 0.5, weak only below a higher threshold.
    expect(east(withParameter('weak_beta', 0.5))).not.toBe('weak');
    expect(east(strict)).toBe('weak');
  });

  it.each([
    ['an unknown name', 'weekness', 1, 'no parameter'],
    ['one of another question', 'size_ref', 1, 'other questions'],
    ['a value out of range', 'dependent_share', 1.5, '1 or less'],
    ['a value that is no number', 'weak_beta', Number.NaN, 'weak_beta'],
  ])('%s is refused, and the message says so', (_case, name, value, message) => {
    expect(() => withParameter(name, value)).toThrow(message);
  });

  it('given twice are refused', () => {
    const twice = [
      { name: 'weak_beta', value: 0.1 },
      { name: 'weak_beta', value: 0.2 },
    ];
    expect(() => desk.gaps(index, { ...ask, regions: null, classes: null, parameters: twice })).toThrow('twice');
  });
});

describe('one firm more', () => {
  it('changes the very cells that its segment and region reach, and no other', () => {
    const before = desk.gaps(smallMap(SKETCH), { ...ask, regions: null, classes: null, parameters: [] });
    const after = desk.gaps(
      changed((sketch) => ({ ...sketch, firms: { ...sketch.firms, [EAST]: { W: 5, D1: 11, P: 5 } } })),
      { ...ask, regions: null, classes: null, parameters: [] },
    );
    const moved = before.cells.flatMap((cell, position) => {
      const now = after.cells[position];
      return now?.cell.beta === cell.cell.beta && now.knowledge.firms === cell.knowledge.firms
        ? []
        : [`${cell.region.code} ${cell.segment.code}`];
    });
    // beta of D1 moves wherever it is known, as the sum of all dyers has changed (the North has none seen); beta of W
    // moves where dyers are known, as it is measured against their shares; garments feed nobody, so their beta is the
    // location quotient, which hangs on all totals. Yarn is measured against weavers only: nothing of it moves.
    expect(moved.sort()).toEqual(
      [`${DELTA} W`, `${DELTA} D1`, `${DELTA} P`, `${NORTH} P`, `${EAST} W`, `${EAST} D1`, `${EAST} P`].sort(),
    );
    const value = (answer: typeof before, region: string, segment: string) =>
      answer.cells.find((one) => one.region.code === region && one.segment.code === segment)?.cell.beta;
    // By hand: East W: (5/20)/(10/20) before, (5/20)/(11/21) after.
    expect(value(before, EAST, 'W')).toBeCloseTo(0.5, 12);
    expect(value(after, EAST, 'W')).toBeCloseTo(0.25 / (11 / 21), 12);
    // East D1: (10/20)/(5/20) before, (11/21)/(5/20) after.
    expect(value(before, EAST, 'D1')).toBeCloseTo(2, 12);
    expect(value(after, EAST, 'D1')).toBeCloseTo(11 / 21 / 0.25, 12);
  });
});

describe('completeness', () => {
  const found = desk.completeness(smallMap(SKETCH), { ...ask, regions: null, parameters: [] });
  const of = (code: string) => found.regions.find((row) => row.region.code === code);

  it('ranks the regions of which enough is known, by score, and gives the range of what is not', () => {
    // The Delta has 35 of 75 firms. Quotients: yarn (5/35)/(15/75), the others (10/35)/(20/75), more than 1. Its weavers
    // find yarn to that part, its dyers and garment makers all that they need.
    const yarn = 5 / 35 / (15 / 75);
    const value = 0.3 + (0.4 * (yarn + 3)) / 4 + (0.3 * (yarn + 2)) / 3;
    expect(of(DELTA)?.score.value).toBeCloseTo(value, 12);
    expect(of(DELTA)?.score.low).toBeCloseTo(value, 12);
    expect(of(DELTA)?.score.high).toBeCloseTo(value, 12);
    expect(of(DELTA)?.rank).not.toBeNull();
    // The North lacks sight of D1: 3 of 4 known, a range.
    const north = of(NORTH);
    expect(north?.knownShare).toBe(0.75);
    expect(north?.score.low).toBeLessThan(north?.score.value ?? 0);
    expect(north?.score.high).toBeGreaterThanOrEqual(north?.score.value ?? 1);
  });

  it('gives no value and no rank where less than 0.6 is known', () => {
    const thin = desk.completeness(
      changed((sketch) => ({ ...sketch, firms: { ...sketch.firms, [NORTH]: { Y: 10, W: 5 } } })),
      { ...ask, regions: [NORTH], parameters: [] },
    ).regions;
    expect(thin).toHaveLength(1);
    expect(thin[0]).toMatchObject({ rank: null, knownShare: 0.5, score: { value: null } });
    expect(thin[0]?.score.low).toBeGreaterThan(0);
    expect(thin[0]?.score.high).toBeLessThanOrEqual(1);
  });

  it('leaves out what nobody counts and says so, unless it is asked for', () => {
    const open = desk.completeness(smallMap(SKETCH), {
      cut: null,
      basis: null,
      today: TODAY,
      regions: null,
      parameters: [],
    });
    expect(open.cut).toEqual(['Y', 'W', 'D1', 'P']);
    expect(open.leftOut.map((segment) => segment.code)).toEqual(['D2', 'V1']);
  });

  it('every known component carries facts, and those that state a number their sources', () => {
    for (const row of found.regions) {
      for (const component of row.score.components) {
        expect(component.facts.length, `${row.region.code} ${component.name}`).toBeGreaterThan(0);
        if (typeof component.value !== 'number') continue;
        expect(component.facts[0]?.evidence.length, `${row.region.code} ${component.name}`).toBeGreaterThan(0);
      }
    }
  });
});

describe('criticality', () => {
  const found = desk.criticality(smallMap(SKETCH), ask);
  const of = (code: string) => found.segments.find((row) => row.segment.code === code);

  it('is what hangs on a segment, with everything between', () => {
    // 75 firms in a single line, each segment the only input of the next: all downstream of it is lost.
    expect(of('Y')?.low).toBeCloseTo(1, 12);
    expect(of('P')?.low).toBeCloseTo(20 / 75, 12);
    expect(of('D1')).toMatchObject({ articulation: true, firms: 20, knownRegions: 2, state: 'present' });
    expect(of('Y')?.articulation).toBe(false);
  });

  it('names the largest place and how uneven the places are', () => {
    expect(of('W')?.geographicHhi).toBeCloseTo(0.5 ** 2 + 2 * 0.25 ** 2, 12);
    expect(of('W')?.topRegion?.code).toBe(DELTA);
    expect(of('W')?.topShare).toBeCloseTo(0.5, 12);
  });

  it('says nothing of a segment that nobody counts', () => {
    const open = desk.criticality(smallMap(SKETCH), { ...ask, cut: [...cut, 'V1'] });
    expect(open.segments.find((row) => row.segment.code === 'V1')).toMatchObject({
      state: 'unknown',
      low: null,
      high: null,
      firms: null,
    });
  });
});

describe('disruption', () => {
  const index = smallMap({
    ...SKETCH,
    feeds: [
      ['Y', 'W', 1, true],
      ['W', 'D1', 1, true],
      ['D1', 'P', 1, true],
    ],
  });
  const base = { ...ask, depth: null, limit: 10, parameters: [] };
  const shock = { region: null, segment: null, firm: null, park: null, loss: 1 };

  it('of a segment everywhere takes along what it feeds and what feeds it', async () => {
    const found = await desk.disruption(
      index,
      { ...base, shocks: [{ ...shock, segment: 'Y' }] },
      typedRecords([]),
      patientAsker(),
    );
    expect(found.direct).toEqual({ low: 15 / 75, high: 15 / 75 });
    expect(found.downstream.high).toBeCloseTo(1, 12);
    expect(found.total.high).toBeCloseTo(1, 12);
    expect(found.settled).toBe(true);
  });

  it('with unmarked feeds is a range', async () => {
    const open = smallMap({ ...SKETCH, feeds: [...SKETCH.feeds, ['Y', 'P', 0.5]] });
    const found = await desk.disruption(
      open,
      { ...base, shocks: [{ ...shock, segment: 'D1' }] },
      typedRecords([]),
      patientAsker(),
    );
    expect(found.feedsUnmarked).toBe(4);
    // Garments take 2/3 of their inputs from dyers: replaceable they lose that part, essential all.
    expect(found.downstream.low).toBeCloseTo((20 + 40 / 3) / 75, 12);
    expect(found.downstream.high).toBeCloseTo((20 + 20) / 75, 12);
  });

  it('of a firm is one of the firms counted in its cell', async () => {
    const records = typedRecords([{ id: 'f', places: [EAST], segments: ['D1'] }]);
    const found = await desk.disruption(index, { ...base, shocks: [{ ...shock, firm: 'f' }] }, records, patientAsker());
    expect(found.direct.high).toBeCloseTo(1 / 75, 12);
    expect(found.shocks[0]?.cells).toHaveLength(1);
  });

  it('of a firm whose cell is not counted does nothing and says so', async () => {
    const records = typedRecords([{ id: 'f', places: [NORTH], segments: ['D1'] }]);
    const found = await desk.disruption(index, { ...base, shocks: [{ ...shock, firm: 'f' }] }, records, patientAsker());
    expect(found.direct.high).toBe(0);
    expect(found.unknowns.some((sentence) => sentence.en.includes('its effect is unknown'))).toBe(true);
  });

  it('of a park is anything from none to all of its cell', async () => {
    const withPark = smallMap({ ...SKETCH, parks: [{ id: 'k', region: EAST, accepts: ['D1'] }] });
    const found = await desk.disruption(
      withPark,
      { ...base, shocks: [{ ...shock, park: 'k' }] },
      typedRecords([]),
      patientAsker(),
    );
    expect(found.direct).toEqual({ low: 0, high: 10 / 75 });
  });

  it('stops at the depth and says that it has not settled', async () => {
    const found = await desk.disruption(
      index,
      { ...base, depth: 1, shocks: [{ ...shock, segment: 'Y' }] },
      typedRecords([]),
      patientAsker(),
    );
    expect(found).toMatchObject({ settled: false, rounds: 1 });
    expect(found.downstream.high).toBeCloseTo(35 / 75, 12);
  });

  it.each([
    ['no subject', {}, 'one subject'],
    ['two subjects', { firm: 'f', park: 'k' }, 'one subject'],
    ['a loss above 1', { segment: 'Y', loss: 1.5 }, 'at most 1'],
    ['an unknown segment', { segment: 'X' }, 'There is no segment X'],
  ])('with %s is refused', async (_case, part, message) => {
    await expect(
      desk.disruption(index, { ...base, shocks: [{ ...shock, ...part }] }, typedRecords([]), patientAsker()),
    ).rejects.toThrow(message);
  });
});

describe('target firms', () => {
  const records = typedRecords([
    { id: 'a-same', places: [DELTA], segments: ['D1'], employees: 1000 },
    { id: 'b-here', places: [EAST], segments: ['D1'] },
    { id: 'c-wide', places: [DELTA], segments: ['D'] },
    { id: 'd-far', places: ['110000'], segments: ['D1'] },
    { id: 'e-st', places: [DELTA], segments: ['D1'], status: '*ST' },
    { id: 'f-gone', places: [DELTA], segments: ['D1'], listingState: 'NOT_ON_LIST' },
    { id: 'g-blank', places: [DELTA] },
    { id: 'h-other', places: [DELTA], segments: ['V1'] },
  ]);
  const question: TargetsAsked = {
    segment: 'D1',
    region: EAST,
    criteria: {
      sameSegmentOnly: true,
      exchange: null,
      minEmployees: null,
      maxKm: null,
      origin: null,
      includeFlagged: false,
    },
    whyNot: null,
    limit: 20,
    parameters: [],
    today: TODAY,
  };
  const index = smallMap(SKETCH);

  it('are ranked with every unknown part left open', async () => {
    const { candidates } = await desk.targets(index, question, records, patientAsker());
    expect(candidates.map((row) => row.firm.id).sort()).toEqual(['a-same', 'c-wide', 'd-far']);
    const parts = (id: string) =>
      Object.fromEntries(
        candidates.find((row) => row.firm.id === id)?.score.components.map((one) => [one.name, one.value]) ?? [],
      );
    expect(parts('a-same')).toMatchObject({ match: 1, size: 1, linkage: 'unknown', proximity: Math.exp(-1) });
    expect(parts('c-wide')).toMatchObject({ match: 'unknown', size: 'unknown' });
    expect(parts('d-far')).toMatchObject({ match: 1, proximity: 'unknown' });
    expect(candidates.find((row) => row.firm.id === 'c-wide')?.toVerify).toHaveLength(1);
  });

  it.each([
    ['b-here', 'already-in-region'],
    ['e-st', 'special-treatment'],
    ['f-gone', 'not-on-list'],
    ['g-blank', 'segment-unknown'],
    ['h-other', 'segment-unrelated'],
  ])('%s is out: %s', async (id, reason) => {
    const { whyNot } = await desk.targets(index, { ...question, whyNot: id }, records, patientAsker());
    expect(whyNot?.excluded?.reason).toBe(reason);
    expect(whyNot?.candidate).toBeNull();
  });

  it('answers "why not" for one that is a candidate after all', async () => {
    const { whyNot } = await desk.targets(index, { ...question, whyNot: 'a-same' }, records, patientAsker());
    expect(whyNot?.candidate?.firm.id).toBe('a-same');
    expect(whyNot?.excluded).toBeNull();
  });

  it('keeps a firm of which a criterion cannot be checked, marked', async () => {
    const criteria = { ...question.criteria, minEmployees: 2000 };
    const found = await desk.targets(index, { ...question, criteria }, records, patientAsker());
    expect(found.candidates.map((row) => row.firm.id)).not.toContain('a-same');
    expect(found.excluded.find((row) => row.firm.id === 'a-same')?.reason).toBe('criterion');
    expect(found.candidates.find((row) => row.firm.id === 'd-far')?.toVerify.map((one) => one.en)).toContain(
      'The number of employees is not known.',
    );
  });

  it('refuses a firm that does not exist', async () => {
    await expect(desk.targets(index, { ...question, whyNot: 'nobody' }, records, patientAsker())).rejects.toThrow(
      'There is no firm nobody',
    );
  });

  it('says how far the order hangs on the weights', async () => {
    const { stability } = await desk.targets(index, question, records, patientAsker());
    expect(stability?.draws).toBe(200);
    expect(stability?.firstStays).toBeGreaterThan(0);
    expect(stability?.topTenStays).toBe(1);
  });
});

describe('relocation', () => {
  const index = smallMap({
    ...SKETCH,
    parks: [
      { id: 'full', region: EAST, accepts: ['D1'], totalHa: 10, usedHa: 10, features: { central_wastewater: true } },
    ],
  });
  const question = {
    segment: 'D1',
    from: DELTA,
    firm: null,
    zones: null,
    compare: null,
    limit: 21,
    weights: [],
    parameters: [],
    lot: { firms: null, employees: null, landHa: 5 },
    today: TODAY,
  };

  it('every hard blocker names its measure and the clause', async () => {
    const { candidates } = await desk.relocation(index, question, typedRecords([]), patientAsker());
    expect(candidates.map((one) => [one.region.code, one.feasibility])).toEqual([
      [EAST, 'blocked'],
      [NORTH, 'blocked'],
    ]);
    for (const candidate of candidates) {
      expect(candidate.blockers.length).toBeGreaterThan(0);
      for (const blocker of candidate.blockers) {
        expect(blocker.measure?.id, blocker.code).toBe('S23-M19');
        expect(blocker.clause?.id, blocker.code).toBe('S23-M19-clause');
      }
    }
  });

  it('high-end links are not proposed to leave the Delta, by measure 4 and its clause', async () => {
    const { candidates, stays } = await desk.relocation(
      index,
      { ...question, segment: 'V1' },
      typedRecords([]),
      patientAsker(),
    );
    expect(stays?.clause?.id).toBe('S23-M4-clause');
    expect(candidates.every((one) => one.feasibility === 'blocked')).toBe(true);
    expect(candidates.flatMap((one) => one.blockers).find((one) => one.code === 'segment-stays')?.measure?.id).toBe(
      'S23-M4',
    );
  });

  it('a comparison leaves the scores as they are', async () => {
    const all = await desk.relocation(index, { ...question, segment: 'P' }, typedRecords([]), patientAsker());
    const one = await desk.relocation(
      index,
      { ...question, segment: 'P', compare: [NORTH] },
      typedRecords([]),
      patientAsker(),
    );
    expect(one.candidates).toHaveLength(1);
    expect(one.candidates[0]?.score).toEqual(all.candidates.find((row) => row.region.code === NORTH)?.score);
    expect(all.stability).toMatchObject({ draws: 200 });
    expect(one.stability).toBeNull();
  });

  it('a firm stands for what it makes and where it is', async () => {
    const records = typedRecords([{ id: 'f', places: [DELTA], segments: ['W'] }]);
    const found = await desk.relocation(
      index,
      { ...question, segment: null, from: null, firm: 'f' },
      records,
      patientAsker(),
    );
    expect([found.segment.code, found.from.code]).toEqual(['W', DELTA]);
  });
});

describe('park assignment', () => {
  const withPark = (totalHa?: number): MapIndex =>
    smallMap({
      ...SKETCH,
      parks: [
        {
          id: 'k',
          region: EAST,
          accepts: ['D1'],
          ...(totalHa === undefined ? {} : { totalHa, usedHa: 0 }),
          features: { central_wastewater: true },
        },
      ],
    });
  const lot = { segment: 'D1', from: DELTA, landHa: 6, firms: null, employees: null };
  const assign = (index: MapIndex, lots: readonly (typeof lot)[]) =>
    desk.parkAssignment(index, { lots, zones: null, parameters: [], today: TODAY }, patientAsker());

  it('splits what fits and says what does not', async () => {
    const found = await assign(withPark(8), [lot, lot]);
    expect(found.placedHa).toBeCloseTo(8, 6);
    expect(found.wantedHa).toBe(12);
    expect(found.unplaced.reduce((sum, rest) => sum + (rest.ha ?? 0), 0)).toBeCloseTo(4, 6);
    expect(found.unplaced.every((rest) => rest.reason === 'capacity-used')).toBe(true);
    const [first] = found.placed;
    expect(found.optimum).toBeCloseTo(8 * (first?.score.value ?? 0), 6);
    expect(first?.score.components).toHaveLength(7);
  });

  it('places nothing on land that nobody knows', async () => {
    const found = await assign(withPark(), [lot]);
    expect(found).toMatchObject({ placedHa: 0, placed: [] });
    expect(found.unplaced).toMatchObject([{ lot: 1, ha: 6, reason: 'park-land-unknown' }]);
    expect(found.parks).toMatchObject([{ freeHa: null, takenHa: 0 }]);
  });

  it('places nothing of a lot that does not say how much it needs', async () => {
    const found = await desk.parkAssignment(
      withPark(8),
      { lots: [{ ...lot, landHa: null }], zones: null, parameters: [], today: TODAY },
      patientAsker(),
    );
    expect(found.unplaced).toMatchObject([{ lot: 1, ha: null, reason: 'land-unknown' }]);
  });
});

describe('shift-share', () => {
  const yearly = { [DELTA]: { 2015: 100, 2023: 150 }, [NORTH]: { 2015: 100, 2023: 100 }, [EAST]: { 2015: 50 } };
  const index = smallMap({ ...SKETCH, indicators: ['industrial-enterprises'] });
  let found: Awaited<ReturnType<AnalysisDesk['shiftShare']>>;
  beforeAll(async () => {
    found = await desk.shiftShare(
      index,
      { fromYear: null, toYear: null, today: TODAY },
      typedRecords([], yearly),
      patientAsker(),
    );
  });

  it('of the chain is not held with one date', () => {
    expect(found.chain).toMatchObject({ held: false, cells: [] });
  });

  it('of all industries runs over the places known in both years', () => {
    expect(found.allIndustries).toMatchObject({ fromYear: 2015, toYear: 2023, growth: 0.25 });
    const of = (code: string) => found.allIndustries.rows.find((row) => row.region.code === code);
    expect(of(DELTA)).toMatchObject({ national: 25, regional: 25, growth: 0.5 });
    expect(of(NORTH)).toMatchObject({ national: 25, regional: -25, growth: 0 });
    expect(of(EAST)).toMatchObject({ before: 50, after: null, national: null, regional: null, growth: null });
  });

  it.each([
    [{ fromYear: 2014, toYear: null }, 'not held'],
    [{ fromYear: 2023, toYear: 2015 }, 'before'],
  ])('refuses %j', async (years, message) => {
    await expect(
      desk.shiftShare(index, { ...years, today: TODAY }, typedRecords([], yearly), patientAsker()),
    ).rejects.toThrow(message);
  });
});
