import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMapService } from '../support/map-service.ts';
import type { TestService } from '../support/start-test-service.ts';

let test: TestService;
beforeAll(async () => {
  test = await startMapService();
});
afterAll(() => test.stop());

interface Fact {
  readonly text: string;
  readonly sources: readonly { readonly source: { readonly id: string } }[];
}
interface Score {
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  readonly evidence: number;
  readonly components: readonly {
    readonly name: string;
    readonly state: 'KNOWN' | 'UNKNOWN' | 'NOT_APPLICABLE';
    readonly value: number | null;
    readonly weight: number;
    readonly contribution: number | null;
    readonly facts: readonly Fact[];
  }[];
}

const SCORE = `score { value low high evidence components {
  name state value weight contribution facts { text sources { source { id } } }
} }`;
const HEAD = 'release { id } parameters { name value }';

/** The rules of every score, worked out anew from its parts (reference formulas, "Combining components"). */
function expectCombined({ value, low, high, evidence, components }: Score): void {
  let applicable = 0;
  let known = 0;
  let sum = 0;
  for (const part of components) {
    expect(part.value === null).toBe(part.state !== 'KNOWN');
    expect(part.contribution === null).toBe(part.state !== 'KNOWN');
    if (part.state === 'NOT_APPLICABLE') continue;
    applicable += part.weight;
    if (part.value === null) continue;
    known += part.weight;
    sum += part.weight * part.value;
  }
  if (value !== null) expect(value).toBeCloseTo(sum / known, 9);
  expect(low).toBeCloseTo(sum / applicable, 9);
  expect(high).toBeCloseTo((sum + applicable - known) / applicable, 9);
  expect(evidence).toBeCloseTo(known / applicable, 9);
}

describe('the ranking of gaps', () => {
  interface Ranking {
    readonly count: number;
    readonly unscored: number;
    readonly stability: { draws: number; firstStays: number; topTenStays: number; tiedWithFirst: number } | null;
    readonly entries: readonly {
      readonly rank: number;
      readonly notDistinguishable: number;
      readonly notDistinguishableFromFirst: boolean;
      readonly cell: {
        readonly region: { readonly code: string };
        readonly segment: { readonly code: string };
        readonly action: string;
        readonly severity: { readonly value: number | null; readonly low: number; readonly high: number };
      };
    }[];
  }
  interface Cell {
    readonly action: string;
    readonly severity: { readonly value: number | null; readonly low: number; readonly high: number };
  }

  it('lists what calls for work from the most severe, counts overlapping ranges, and says how far it hangs on the weights', async () => {
    const { gaps } = await test.ask<{ gaps: { cells: Cell[]; ranking: Ranking } }>(
      `{ gaps { cells { action severity { value low high } } ranking(limit: 100) { count unscored
         stability { draws firstStays topTenStays tiedWithFirst }
         entries { rank notDistinguishable notDistinguishableFromFirst
           cell { region { code } segment { code } action severity { value low high } } } } } }`,
    );
    const wanted = gaps.cells.filter(({ action }) => ['FILL', 'EXTEND', 'STABILISE', 'VERIFY'].includes(action));
    const scored = wanted
      .filter(({ severity }) => severity.value !== null)
      .sort((a, b) => (b.severity.value ?? 0) - (a.severity.value ?? 0));
    const { entries, count, unscored, stability } = gaps.ranking;
    expect([count, unscored]).toEqual([scored.length, wanted.length - scored.length]);
    expect(count).toBeGreaterThan(1);
    expect(entries.map(({ rank }) => rank)).toEqual(scored.slice(0, 100).map((_cell, place) => place + 1));
    expect(entries.map(({ cell }) => cell.severity.value)).toEqual(
      scored.slice(0, 100).map((one) => one.severity.value),
    );
    entries.forEach(({ cell, notDistinguishable, notDistinguishableFromFirst }, place) => {
      const overlapping = scored.filter(
        (other) => other.severity.low <= cell.severity.high && cell.severity.low <= other.severity.high,
      );
      expect(notDistinguishable).toBe(overlapping.length - 1);
      const [first] = scored;
      expect(notDistinguishableFromFirst).toBe(place > 0 && first !== undefined && overlapping.includes(first));
    });
    expect(stability?.draws).toBe(200);
    for (const share of [stability?.firstStays, stability?.topTenStays]) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
  });

  it('keeps to its limit and refuses one out of range', async () => {
    const { gaps } = await test.ask<{ gaps: { ranking: Ranking } }>(
      '{ gaps { ranking(limit: 3) { count unscored entries { rank } } } }',
    );
    expect(gaps.ranking.entries.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    expect(await test.refusal('{ gaps { ranking(limit: 101) { count } } }')).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', where: 'limit' },
    });
  });
});

describe('completeness', () => {
  it('gives every prefecture a range, a rank where enough is known, and facts with sources', async () => {
    const { completeness } = await test.ask<{
      completeness: {
        release: { id: string };
        parameters: { name: string; value: number }[];
        leftOut: { code: string }[];
        regions: { rank: number | null; region: { code: string }; knownShare: number; score: Score }[];
      };
    }>(`{ completeness { ${HEAD} leftOut { code } regions { rank region { code } knownShare ${SCORE} } } }`);
    expect(completeness.regions).toHaveLength(21);
    expect(completeness.release.id).not.toBe('');
    expect(completeness.parameters).toContainEqual({ name: 'completeness_weight_depth', value: 0.4 });
    // Retail is counted by no source of the map.
    expect(completeness.leftOut.map((segment) => segment.code)).toContain('V3');
    for (const { rank, score, knownShare, region } of completeness.regions) {
      expect(rank === null, region.code).toBe(knownShare < 0.6);
      expect(score.value === null, region.code).toBe(knownShare < 0.6);
      expect(score.low, region.code).toBeLessThanOrEqual(score.value ?? score.high);
      expect(score.high, region.code).toBeGreaterThanOrEqual(score.value ?? score.low);
      expect(score.evidence).toBeCloseTo(knownShare, 12);
    }
    const ranks = completeness.regions.flatMap((row) => row.rank ?? []);
    expect(ranks).toEqual(ranks.map((_rank, place) => place + 1));
    expect(ranks.length).toBeGreaterThan(0);
  });
});

describe('target firms', () => {
  const query = `query ($segment: String!, $region: DivisionCode!, $whyNot: ID) {
    targetFirms(segment: $segment, region: $region, whyNot: $whyNot, limit: 50) {
      ${HEAD} candidateCount
      gap { class severity { value } }
      candidates { rank firm { code places { region { code } } } distanceKm employees ${SCORE} }
      exclusionCounts { reason count }
      excluded { firm { code } reason text sources { source { id } } }
      whyNot { excluded { reason } candidate { rank } }
      stability { draws firstStays topTenStays tiedWithFirst }
    }
  }`;
  interface Answer {
    targetFirms: {
      candidateCount: number;
      gap: { severity: { value: number | null } };
      candidates: {
        rank: number;
        firm: { code: string; places: { region: { code: string } }[] };
        distanceKm: number | null;
        employees: number | null;
        score: Score;
      }[];
      exclusionCounts: { reason: string; count: number }[];
      excluded: { firm: { code: string }; reason: string; text: string }[];
      whyNot: { excluded: { reason: string } | null; candidate: { rank: number } | null };
      stability: { draws: number; firstStays: number; topTenStays: number };
    };
  }

  it('weighs every firm of the list: a candidate or out for a reason', async () => {
    const { targetFirms, firms } = await test.ask<Answer & { firms: { totalCount: number } }>(
      `${query.slice(0, -1)} firms(first: 1) { totalCount } }`,
      { segment: 'D1', region: '445200', whyNot: 'cn-000045' },
    );
    const out = targetFirms.exclusionCounts.reduce((sum, one) => sum + one.count, 0);
    expect(targetFirms.candidateCount + out).toBe(firms.totalCount);
    expect(targetFirms.candidates.map((row) => row.rank)).toEqual(targetFirms.candidates.map((_row, i) => i + 1));
    for (const row of targetFirms.candidates) {
      expectCombined(row.score);
      const part = (name: string) => row.score.components.find((one) => one.name === name);
      // The map records no links and no employees: both are unknown, never 0.
      expect(part('linkage')?.state).toBe('UNKNOWN');
      expect(part('size')?.state).toBe('UNKNOWN');
      // Of a province as a whole there is no point to measure from; of its cities, 北京 and 上海 there is.
      const placed = row.firm.places.some(
        ({ region }) => region.code.startsWith('44') || !region.code.endsWith('0000') || /^[13]1/.test(region.code),
      );
      expect(part('proximity')?.state, row.firm.code).toBe(placed ? 'KNOWN' : 'UNKNOWN');
      expect(row.distanceKm === null).toBe(!placed);
      expect(part('need')?.value).toBe(targetFirms.gap.severity.value);
    }
    // Nothing is claimed of a firm by what is not known of it: below half of the weight the certain part decides.
    const [determined, others] = [true, false].map((known) =>
      targetFirms.candidates.filter(({ score }) => (score.value !== null) === known),
    );
    expect(targetFirms.candidates).toEqual([...(determined ?? []), ...(others ?? [])]);
    for (const [group, by] of [
      [determined, (score: Score) => score.value ?? 0],
      [others, (score: Score) => score.low],
    ] as const) {
      const places = (group ?? []).map(({ score }) => by(score));
      expect(places).toEqual([...places].sort((a, b) => b - a));
    }
    // 绍兴 (120.58 E, 30.00 N) to 揭阳 (116.36 E, 23.54 N), by the haversine formula worked out apart.
    const shaoxing = targetFirms.candidates.find((row) => row.firm.code === 'cn-002440');
    expect(shaoxing?.distanceKm).toBeCloseTo(831.0, 0);
    expect(targetFirms.stability.draws).toBe(200);
    expect(targetFirms.whyNot.candidate === null).toBe(targetFirms.whyNot.excluded !== null);
  });

  it('leaves out firms that the exchange marks or no longer lists, with the exchange as the source', async () => {
    const { targetFirms } = await test.ask<Answer>(query, { segment: 'P0', region: '441200', whyNot: null });
    const reasons = new Set(targetFirms.exclusionCounts.map((one) => one.reason));
    expect(reasons).toContain('SPECIAL_TREATMENT');
    expect(reasons).toContain('NOT_ON_LIST');
  });

  it('refuses a firm that is not there', async () => {
    const refusal = await test.refusal(query, { segment: 'D1', region: '445200', whyNot: 'cn-nobody' });
    expect(refusal.extensions).toMatchObject({ code: 'BAD_USER_INPUT', where: 'whyNot' });
  });
});

describe('disruption', () => {
  it('of dyeing in one city is a range between the shock and the province, worked out in the background', async () => {
    interface Range {
      low: number | null;
      high: number | null;
    }
    const { disruption } = await test.ask<{
      disruption: {
        direct: Range;
        loss: Range;
        settled: boolean;
        feedsUnmarked: number;
        regions: { region: { code: string }; loss: Range }[];
        mostHit: {
          region: { code: string };
          segment: { code: string };
          via: string;
          alternates: unknown[];
          sources: unknown[];
        }[];
        caution: string;
      };
    }>(`{ disruption(shocks: [{ region: "440600", segment: "D1" }]) { ${HEAD}
      direct { low high } loss { low high } settled feedsUnmarked caution
      regions { region { code } loss { low high } }
      mostHit { region { code } segment { code } via alternates { region { code } } sources { source { id } } }
    } }`);
    const { direct, loss } = disruption;
    expect(direct.low).toBe(direct.high);
    expect(loss.low ?? 0).toBeGreaterThanOrEqual(direct.low ?? 1);
    expect(loss.high ?? 0).toBeGreaterThan(loss.low ?? 1);
    expect(loss.high).toBeLessThan(1);
    expect(disruption.settled).toBe(true);
    expect(disruption.feedsUnmarked).toBeGreaterThan(0);
    expect(disruption.regions).toHaveLength(21);
    expect(disruption.mostHit[0]).toMatchObject({
      region: { code: '440600' },
      segment: { code: 'D1' },
      via: 'SHOCK',
    });
    expect(disruption.mostHit[0]?.alternates.length).toBe(3);
    for (const hit of disruption.mostHit) expect(hit.sources.length).toBeGreaterThan(0);
    expect(disruption.caution).toContain('上限');
  });
});

describe('criticality', () => {
  it('has a share for every counted segment and none for the others', async () => {
    const { criticality } = await test.ask<{
      criticality: {
        segments: {
          segment: { code: string };
          state: string;
          loss: { low: number | null; high: number | null };
          firms: number | null;
          topRegion: { code: string } | null;
          geographicHhi: number | null;
        }[];
      };
    }>(
      `{ criticality { ${HEAD} segments { segment { code } state loss { low high } firms topRegion { code } geographicHhi } } }`,
    );
    for (const row of criticality.segments) {
      expect(row.loss.low === null, row.segment.code).toBe(row.state === 'UNKNOWN');
      expect(row.firms === null, row.segment.code).toBe(row.state === 'UNKNOWN');
      if (row.loss.low !== null) expect(row.loss.high).toBeGreaterThanOrEqual(row.loss.low);
    }
    const known = criticality.segments.flatMap((row) => row.loss.high ?? []);
    expect(known).toEqual([...known].sort((a, b) => b - a));
  });
});

describe('shift-share', () => {
  it('of the chain is not held, and null; of all industries the parts add up to the change', async () => {
    const { shiftShare } = await test.ask<{
      shiftShare: {
        chain: { state: string; cells: unknown };
        allIndustries: {
          state: string;
          rows: { before: number; after: number; national: number; mix: null; regional: number; sources: unknown[] }[];
        };
      };
    }>(`{ shiftShare(fromYear: 2015, toYear: 2023) { ${HEAD} chain { state cells { before } }
      allIndustries { state rows { before after national mix regional sources { source { id } } } } } }`);
    expect(shiftShare.chain).toEqual({ state: 'NOT_HELD', cells: null });
    expect(shiftShare.allIndustries.state).toBe('HELD');
    expect(shiftShare.allIndustries.rows).toHaveLength(21);
    for (const row of shiftShare.allIndustries.rows) {
      expect(row.national + row.regional).toBeCloseTo(row.after - row.before, 6);
      expect(row.mix).toBeNull();
      expect(row.sources).toHaveLength(2);
    }
    // All regional parts together are nothing: what one place gains over the province another loses.
    expect(shiftShare.allIndustries.rows.reduce((sum, row) => sum + row.regional, 0)).toBeCloseTo(0, 6);
  });
});

describe('park assignment', () => {
  it('places nothing where no source gives free land, and says so for each lot', async () => {
    const { parkAssignment } = await test.ask<{
      parkAssignment: {
        optimum: number;
        placed: unknown[];
        unplaced: { lot: number; ha: number; reason: string }[];
        parks: { freeHa: number | null }[];
      };
    }>(`{ parkAssignment(lots: [
        { segment: "D1", from: "440600", landHa: 20 }, { segment: "P0", from: "440100", landHa: 5 }
      ]) { ${HEAD} optimum placed { ha } unplaced { lot ha reason } parks { freeHa } } }`);
    expect(parkAssignment).toMatchObject({
      optimum: 0,
      placed: [],
      unplaced: [
        { lot: 1, ha: 20, reason: 'PARK_LAND_UNKNOWN' },
        { lot: 2, ha: 5, reason: 'PARK_LAND_UNKNOWN' },
      ],
    });
    expect(parkAssignment.parks.length).toBeGreaterThan(0);
    expect(parkAssignment.parks.every((park) => park.freeHa === null)).toBe(true);
  });
});

describe('relocation', () => {
  it('names measure and clause of every hard blocker, and how stable the order is', async () => {
    const { relocationPaths } = await test.ask<{
      relocationPaths: {
        stability: { draws: number; firstStays: number; topTenStays: number };
        candidates: {
          feasibility: string;
          blockers: {
            code: string;
            hard: boolean;
            measure: { number: number } | null;
            clause: { text: string } | null;
          }[];
          score: Score;
        }[];
      };
    }>(`{ relocationPaths(segment: "D1", from: "440600") { ${HEAD} stability { draws firstStays topTenStays }
      candidates { feasibility blockers { code hard measure { number } clause { text } } ${SCORE} } } }`);
    const blocked = relocationPaths.candidates.filter((one) => one.feasibility === 'BLOCKED');
    expect(blocked.length).toBeGreaterThan(0);
    for (const candidate of blocked) {
      const [first] = candidate.blockers;
      expect(first).toMatchObject({ hard: true, measure: { number: 19 } });
      // Clause of measure 19: who leads and who takes part.
      expect(first?.clause?.text).toContain('省工业和信息化厅牵头');
    }
    for (const candidate of relocationPaths.candidates) expectCombined(candidate.score);
    expect(relocationPaths.stability.draws).toBe(200);
  });

  it('takes a firm for what it makes and where it is, and refuses a question without subject', async () => {
    const { relocationPaths } = await test.ask<{
      relocationPaths: { segment: { code: string }; from: { code: string } };
    }>('{ relocationPaths(firm: "cn-001209") { segment { code } from { code } } }');
    // 洪兴股份: home wear (main), registered in 潮南, 汕头.
    expect(relocationPaths).toEqual({ segment: { code: 'P22' }, from: { code: '440500' } });
    const refusal = await test.refusal('{ relocationPaths { segment { code } } }');
    expect(refusal.extensions).toMatchObject({ code: 'BAD_USER_INPUT', where: 'segment' });
  });
});

describe('parameters', () => {
  it.each([
    [
      'gaps',
      '{ gaps(parameters: [{ name: "weak_beta", value: 0.8 }], regions: ["440100"]) { parameters { name value } } }',
      'weak_beta',
      0.8,
    ],
    [
      'completeness',
      '{ completeness(parameters: [{ name: "completeness_weight_depth", value: 0.9 }]) { parameters { name value } } }',
      'completeness_weight_depth',
      0.9,
    ],
    [
      'relocationPaths',
      '{ relocationPaths(segment: "D1", from: "440600", parameters: [{ name: "distance_decay_km", value: 50 }]) { parameters { name value } } }',
      'distance_decay_km',
      50,
    ],
    [
      'targetFirms',
      '{ targetFirms(segment: "D1", region: "445200", parameters: [{ name: "target_related_min", value: 0.9 }]) { parameters { name value } } }',
      'target_related_min',
      0.9,
    ],
    [
      'disruption',
      '{ disruption(shocks: [{ segment: "D1" }], epsilon: 0.01) { parameters { name value } } }',
      'cascade_eps',
      0.01,
    ],
    [
      'parkAssignment',
      '{ parkAssignment(lots: [{ segment: "D1", from: "440600", landHa: 1 }], parameters: [{ name: "relocation_weight_park", value: 0.5 }]) { parameters { name value } } }',
      'relocation_weight_park',
      0.5,
    ],
  ])('of %s are taken and echoed', async (field, query, name, value) => {
    const data = await test.ask<Record<string, { parameters: { name: string; value: number }[] }>>(query);
    expect(data[field]?.parameters).toContainEqual({ name, value });
  });

  it('that are not of the question are refused with the ones that are', async () => {
    const refusal = await test.refusal('{ gaps(parameters: [{ name: "size_ref", value: 1 }]) { release { id } } }');
    expect(refusal.extensions).toMatchObject({ code: 'BAD_USER_INPUT', where: 'parameters' });
    expect(refusal.message).toContain('weak_beta');
  });
});
