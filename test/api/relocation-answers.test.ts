import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pairsInForce } from '../../server/domain/analysis/pairs-in-force.ts';
import type { PairingFact } from '../../server/domain/map/industry-map.ts';
import { startMapService } from '../support/map-service.ts';
import type { TestService } from '../support/start-test-service.ts';

interface Candidate {
  rank: number | null;
  region: { code: string; shortName: string };
  zone: { code: string };
  feasibility: 'FEASIBLE' | 'UNVERIFIED' | 'BLOCKED';
  distanceKm: number | null;
  firms: number | null;
  missingHop: string | null;
  park: { code: string } | null;
  measures: { code: string }[];
  notDistinguishableFrom: { code: string }[];
  blockers: {
    code: string;
    hard: boolean;
    text: string;
    measure: { code: string } | null;
    sources: { quote: string | null }[];
  }[];
  score: {
    value: number | null;
    low: number;
    high: number;
    evidence: number;
    components: {
      name: string;
      state: string;
      value: number | null;
      weight: number;
      contribution: number | null;
      facts: { text: string; sources: unknown[] }[];
    }[];
  };
  paths: {
    strength: number;
    hops: { kind: string; label: string; strength: number | null; node: { id: string }; sources: unknown[] }[];
  }[];
}
interface Answer {
  firmsAtOrigin: number | null;
  basis: string;
  stays: { code: string; measure: { code: string }; sources: { quote: string }[] } | null;
  parameters: { name: string; value: number }[];
  topStability: number | null;
  unknowns: { text: string }[];
  caution: string;
  candidates: Candidate[];
}

const QUESTION = `query ($segment: String!, $from: DivisionCode!, $zones: [String!], $limit: Int! = 21, $weights: [WeightInput!], $lot: LotInput) {
  relocationPaths(segment: $segment, from: $from, zones: $zones, limit: $limit, weights: $weights, lot: $lot) {
    firmsAtOrigin basis stays { code measure { code } sources { quote } } parameters { name value } topStability unknowns { text } caution
    candidates { rank region { code shortName } zone { code } feasibility distanceKm firms missingHop park { code } measures { code }
      notDistinguishableFrom { code }
      blockers { code hard text measure { code } sources { quote } }
      score { value low high evidence components { name state value weight contribution facts { text sources { position } } } }
      paths { strength hops { kind label strength node { id } sources { position } } } } } }`;

let service: TestService;
let dyeing: Answer;
const ask = async (variables: Record<string, unknown>): Promise<Answer> =>
  (await service.ask<{ relocationPaths: Answer }>(QUESTION, { segment: 'D1', from: '440100', ...variables }))
    .relocationPaths;

beforeAll(async () => {
  service = await startMapService();
  dyeing = await ask({});
});
afterAll(() => service.stop());

function placeOf(answer: Answer, shortName: string): Candidate {
  const found = answer.candidates.find(({ region }) => region.shortName === shortName);
  if (found === undefined) throw new Error(`${shortName} is no candidate`);
  return found;
}
const componentOf = (candidate: Candidate, name: string) => candidate.score.components.find((one) => one.name === name);

describe('dyeing from 广州', () => {
  it('can go to the receiving cities of the policy, none of them left out', () => {
    expect(dyeing.firmsAtOrigin).toBe(28);
    expect(dyeing.candidates.map(({ region }) => region.shortName).sort()).toEqual(
      [
        '韶关',
        '汕头',
        '江门',
        '湛江',
        '茂名',
        '肇庆',
        '惠州',
        '梅州',
        '汕尾',
        '河源',
        '阳江',
        '清远',
        '潮州',
        '揭阳',
        '云浮',
      ].sort(),
    );
    expect(dyeing.caution).toMatch(/预测|效益/);
    expect(dyeing.stays).toBeNull();
  });

  it('汕头 and 揭阳 first, which have a dyeing park that treats its waste water', () => {
    expect(
      dyeing.candidates
        .slice(0, 2)
        .map(({ region, feasibility, rank, blockers }) => [region.shortName, feasibility, rank, blockers]),
    ).toEqual([
      ['汕头', 'FEASIBLE', 1, []],
      ['揭阳', 'FEASIBLE', 2, []],
    ]);
    for (const candidate of dyeing.candidates.slice(0, 2)) expect(candidate.park).not.toBeNull();
  });

  it('清远 is to be verified: of its transfer park nobody says whether it treats waste water', () => {
    const candidate = placeOf(dyeing, '清远');
    expect([candidate.feasibility, candidate.rank]).toEqual(['UNVERIFIED', 3]);
    expect(candidate.blockers.map(({ code, hard, measure }) => [code, hard, measure?.code])).toContainEqual([
      'park-feature-unknown',
      false,
      'S23-M19',
    ]);
    expect(componentOf(candidate, 'pairing')?.value).toBe(1);
    expect(componentOf(candidate, 'park')).toMatchObject({ state: 'UNKNOWN', value: null });
  });

  it.each(['湛江', '韶关'])('%s is blocked by measure 19, which is quoted', (name) => {
    const candidate = placeOf(dyeing, name);
    expect([candidate.feasibility, candidate.rank]).toEqual(['BLOCKED', null]);
    expect(candidate.blockers).toHaveLength(1);
    expect(candidate.blockers[0]).toMatchObject({ code: 'no-park-accepts', hard: true, measure: { code: 'S23-M19' } });
    expect(candidate.blockers[0]?.sources[0]?.quote).toMatch(/印染/);
  });

  it('feasible before unverified before blocked, in each by score; only those that can be are numbered', () => {
    const ORDER = ['FEASIBLE', 'UNVERIFIED', 'BLOCKED'];
    dyeing.candidates.forEach((candidate, position) => {
      const next = dyeing.candidates[position + 1];
      if (next !== undefined) {
        const step = ORDER.indexOf(next.feasibility) - ORDER.indexOf(candidate.feasibility);
        expect(step).toBeGreaterThanOrEqual(0);
        if (step === 0) expect(next.score.value ?? -1).toBeLessThanOrEqual(candidate.score.value ?? -1);
      }
      expect(candidate.rank).toBe(candidate.feasibility === 'BLOCKED' ? null : position + 1);
    });
  });

  it('the whole of 汕头 recomputed: fit of the chain, policy, distance', () => {
    const candidate = placeOf(dyeing, '汕头');
    // One more dyer: 19 of 154. What is there of each supplier and buyer, as a share of the province, over that.
    const share = 19 / 154;
    const fits: [weight: number, fit: number][] = [
      [(0.5 * 3) / 4, Math.min(1, 39 / 149 / share)],
      [(0.5 * 1) / 4, Math.min(1, 19 / 115 / share)],
      [(0.5 * 7) / 9, Math.min(1, 136 / 1378 / share)],
      [0.5, Math.min(1, 2 / 22 / share)],
    ];
    const fit =
      fits.reduce((sum, [weight, value]) => sum + weight * value, 0) / fits.reduce((sum, [weight]) => sum + weight, 0);
    expect(componentOf(candidate, 'chainFit')?.value).toBeCloseTo(fit, 10);
    expect(candidate.distanceKm).toBeCloseTo(351.3, 6);
    expect(componentOf(candidate, 'proximity')?.value).toBeCloseTo(Math.exp(-351.3 / 200), 10);
    expect(componentOf(candidate, 'policy')?.value).toBeCloseTo(1 - 0.5 ** candidate.measures.length, 10);
    expect(componentOf(candidate, 'gradient')).toMatchObject({ state: 'UNKNOWN', value: null, contribution: null });
  });

  it('each score is the weighted mean of its known parts, between the values at 0 and at 1 of the others', () => {
    const WEIGHTS = {
      chainFit: 0.3,
      park: 0.2,
      policy: 0.15,
      pairing: 0.1,
      gradient: 0.1,
      proximity: 0.1,
      relatedness: 0.05,
    };
    for (const { score, region } of dyeing.candidates) {
      expect(Object.fromEntries(score.components.map(({ name, weight }) => [name, weight]))).toEqual(WEIGHTS);
      const known = score.components.filter(({ state }) => state === 'KNOWN');
      const weight = known.reduce((sum, one) => sum + one.weight, 0);
      const sum = known.reduce((total, one) => total + one.weight * (one.value ?? Number.NaN), 0);
      expect(score.value, region.shortName).toBeCloseTo(sum / weight, 10);
      expect(score.low, region.shortName).toBeCloseTo(sum, 10);
      expect(score.high, region.shortName).toBeCloseTo(sum + 1 - weight, 10);
      expect(score.evidence, region.shortName).toBeCloseTo(weight, 10);
      expect(known.reduce((total, one) => total + (one.contribution ?? Number.NaN), 0)).toBeCloseTo(
        score.value ?? Number.NaN,
        10,
      );
    }
  });

  it('says of each candidate from which others its range cannot tell it apart, both ways', () => {
    for (const one of dyeing.candidates) {
      const expected = dyeing.candidates
        .filter(
          (other) =>
            other !== one &&
            other.feasibility === one.feasibility &&
            other.score.low <= one.score.high &&
            other.score.high >= one.score.low,
        )
        .map(({ region }) => region.code);
      expect(one.notDistinguishableFrom.map(({ code }) => code).sort()).toEqual(expected.sort());
    }
  });

  it('has a path through a park, a measure and a department, each hop with source and strength; otherwise names the hop that is missing', async () => {
    const ids = new Set<string>();
    for (const candidate of dyeing.candidates) {
      expect(candidate.paths.length > 0, candidate.region.shortName).toBe(candidate.missingHop === null);
      expect(candidate.paths.length).toBeLessThanOrEqual(3);
      for (const path of candidate.paths) {
        expect(path.hops.map(({ kind }) => kind)).toEqual([
          'segment',
          'neighbour',
          'region',
          'park',
          'measure',
          'department',
        ]);
        const [first, ...others] = path.hops;
        expect(first?.strength).toBeNull();
        expect(others.reduce((product, hop) => product * (hop.strength ?? Number.NaN), 1)).toBeCloseTo(
          path.strength,
          12,
        );
        for (const hop of path.hops) {
          expect(hop.sources.length, hop.label).toBeGreaterThan(0);
          ids.add(hop.node.id);
        }
      }
    }
    const { nodes } = await service.ask<{ nodes: ({ id: string } | null)[] }>(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids: [...ids] },
    );
    expect(nodes.map((node) => node?.id)).toEqual([...ids]);
    expect(ids.size).toBeGreaterThan(8);
  });

  it('each known part stands on a sentence with a source; a part without one says what is not recorded', () => {
    for (const { score, region } of dyeing.candidates) {
      for (const { name, state, facts } of score.components) {
        expect(facts.length, `${region.shortName} ${name}`).toBeGreaterThan(0);
        for (const { text, sources } of facts) {
          if (sources.length === 0) expect(text, `${region.shortName} ${name} ${state}`).toMatch(/没有|未知/);
        }
      }
    }
  });
});

describe('what changes the answer', () => {
  it('weights: only distance puts the nearest first in each group, the same every time', async () => {
    const weights = ['chainFit', 'park', 'policy', 'pairing', 'gradient', 'relatedness'].map((name) => ({
      name,
      value: 0,
    }));
    const answer = await ask({ weights });
    for (const feasibility of ['FEASIBLE', 'UNVERIFIED', 'BLOCKED']) {
      const distances = answer.candidates
        .filter((one) => one.feasibility === feasibility)
        .map(({ distanceKm }) => distanceKm ?? Number.NaN);
      expect(distances).toEqual([...distances].sort((a, b) => a - b));
    }
    // 揭阳 317 km, 汕头 351 km: the other way round than by all parts.
    expect(answer.candidates.slice(0, 2).map(({ region }) => region.shortName)).toEqual(['揭阳', '汕头']);
    expect(answer.parameters).toContainEqual({ name: 'chainFit', value: 0 });
    expect(answer.parameters).toContainEqual({ name: 'proximity', value: 0.1 });
    expect(await ask({ weights })).toEqual(answer);
  });

  it('a limit cuts the list at its end and changes nothing before', async () => {
    const answer = await ask({ limit: 3 });
    expect(answer.candidates).toEqual(dyeing.candidates.slice(0, 3));
  });

  it('zones: only places in them', async () => {
    const answer = await ask({ zones: ['YUEXI'] });
    expect(answer.candidates.map(({ region }) => region.shortName).sort()).toEqual(['湛江', '茂名', '阳江'].sort());
  });

  it('land: with a need the parks’ land is tested, and where it is not known nothing is feasible', async () => {
    const answer = await ask({ lot: { landHa: 5 } });
    expect(answer.candidates.filter(({ feasibility }) => feasibility === 'FEASIBLE')).toEqual([]);
    const candidate = placeOf(answer, '汕头');
    expect(candidate.feasibility).toBe('UNVERIFIED');
    expect(candidate.blockers.map(({ code }) => code)).toContain('park-land-unknown');
    expect(componentOf(candidate, 'park')?.state).toBe('UNKNOWN');
    expect(answer.parameters).toContainEqual({ name: 'lot_land_ha', value: 5 });
    expect(dyeing.unknowns.some(({ text }) => text.startsWith('用地'))).toBe(true);
    expect(answer.unknowns.some(({ text }) => text.startsWith('用地'))).toBe(false);
  });

  it('a larger lot fits less well', async () => {
    const answer = await ask({ lot: { firms: 20 } });
    const share = 38 / 154;
    const fits = [
      [0.375, 1],
      [0.125, 19 / 115 / share],
      [0.5 * (7 / 9), 136 / 1378 / share],
      [0.5, 2 / 22 / share],
    ] as const;
    const weight = fits.reduce((sum, [one]) => sum + one, 0);
    const expected = fits.reduce((sum, [one, fit]) => sum + one * Math.min(1, fit), 0) / weight;
    expect(componentOf(placeOf(answer, '汕头'), 'chainFit')?.value).toBeCloseTo(expected, 10);
  });

  it('a part of dyeing is bound by the same rule', async () => {
    const answer = await ask({ segment: 'D11' });
    expect(placeOf(answer, '湛江').blockers[0]).toMatchObject({
      code: 'no-park-accepts',
      measure: { code: 'S23-M19' },
    });
    expect(placeOf(answer, '汕头').feasibility).toBe('FEASIBLE');
    expect(componentOf(placeOf(answer, '汕头'), 'chainFit')?.value).toBeNull();
  });

  it('a segment that no rule binds to a park is to be verified where parks are not all known, not blocked', async () => {
    const answer = await ask({ segment: 'P0' });
    expect(answer.candidates.filter(({ feasibility }) => feasibility === 'BLOCKED')).toEqual([]);
    expect(placeOf(answer, '湛江').feasibility).toBe('UNVERIFIED');
  });

  it('design is a high-end link: not proposed to leave the Delta, with the words of measure 4', async () => {
    const answer = await ask({ segment: 'V1' });
    expect(answer.stays).toMatchObject({ code: 'segment-stays', measure: { code: 'S23-M4' } });
    expect(answer.stays?.sources[0]?.quote).toContain('保留产业链上的高端链条');
    for (const candidate of answer.candidates.filter(({ zone }) => zone.code !== 'PRD')) {
      expect(candidate.feasibility, candidate.region.shortName).toBe('BLOCKED');
      expect(
        candidate.blockers.map(({ code }) => code),
        candidate.region.shortName,
      ).toContain('segment-stays');
    }
  });

  it('the day: before a pair was named it does not count', async () => {
    const early = await startMapService('2012-06-30');
    try {
      const { relocationPaths } = await early.ask<{ relocationPaths: Answer }>(QUESTION, {
        segment: 'D1',
        from: '440100',
      });
      for (const name of ['清远', '梅州']) {
        expect(componentOf(placeOf(relocationPaths, name), 'pairing')?.value).toBe(0);
        expect(componentOf(placeOf(dyeing, name), 'pairing')?.value).toBe(1);
      }
    } finally {
      await early.stop();
    }
  });
});

describe('counterpart pairs in force', () => {
  const pair = (from: string, to: string, validFrom: string | null, validTo: string | null = null): PairingFact => ({
    from,
    to,
    validFrom,
    validTo,
    note: null,
    evidence: [],
  });
  const inForce = (pairings: PairingFact[], today: string): string[] =>
    pairsInForce({ map: { pairings } } as never, today).map(({ from, to }) => `${from}>${to}`);

  it.each([
    ['before it began', [pair('A', 'B', '2013')], '2012-12-31', []],
    ['from its first day', [pair('A', 'B', '2013')], '2013-01-01', ['A>B']],
    ['until its end', [pair('A', 'B', '2013', '2020')], '2020-12-31', ['A>B']],
    ['not after its end', [pair('A', 'B', '2013', '2020')], '2021-01-01', []],
    ['to the last day of a month', [pair('A', 'B', '2013-01', '2020-06')], '2020-06-30', ['A>B']],
    [
      'until another helper is named for the place',
      [pair('A', 'B', '2013'), pair('C', 'B', '2023-03-20')],
      '2023-03-19',
      ['A>B'],
    ],
    [
      'not after another helper is named for the place',
      [pair('A', 'B', '2013'), pair('C', 'B', '2023-03-20')],
      '2023-03-20',
      ['C>B'],
    ],
    [
      'beside the same helper’s other places',
      [pair('A', 'B', '2013'), pair('A', 'D', '2023')],
      '2024-01-01',
      ['A>B', 'A>D'],
    ],
    ['never without a beginning', [pair('A', 'B', null)], '2024-01-01', []],
  ])('%s', (_name, pairings, today, expected) => {
    expect(inForce(pairings, today)).toEqual(expected);
  });
});
