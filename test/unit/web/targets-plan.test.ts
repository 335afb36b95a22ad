import { describe, expect, test } from 'vitest';
import { numbersIn } from '../../../web/i18n/numbers.ts';
import { relocationTexts } from '../../../web/i18n/relocation-texts.ts';
import { shellTexts } from '../../../web/i18n/shell-texts.ts';
import { targetsTexts } from '../../../web/i18n/targets-texts.ts';
import { nameIn, textsIn } from '../../../web/i18n/texts.ts';
import {
  PLAN_SECTIONS,
  planSections,
  type PlanFacts,
  type PlanSection,
  type PlanSectionName,
  type PlanWords,
} from '../../../web/views/targets/plan-lines.ts';

const WORDS: PlanWords = {
  texts: textsIn(targetsTexts, 'zh'),
  shell: textsIn(shellTexts, 'zh'),
  relocation: textsIn(relocationTexts, 'zh'),
  numbers: numbersIn('zh'),
  nameOf: (thing) => nameIn(thing, 'zh'),
  inSentence: (name) => name,
};

type Details = PlanFacts['details'];
type Firm = PlanFacts['firm'];
const evidence = (id: string): Firm['sources'][number] => ({
  source: { id, code: id, title: id, publisher: null, date: '2024', url: null, kind: 'NEWS', note: null, coverage: [] },
  quote: null,
  position: null,
});
const REGION = {
  id: 'Region:445100',
  code: '445100',
  zh: '潮州',
  en: 'Chaozhou',
  fullZh: '潮州市',
  fullEn: 'Chaozhou',
};
const SEGMENT = { id: 'Segment:W1', code: 'W1', zh: '机织', en: 'Weaving' };
const part = (
  name: string,
  label: string,
  value: number | null,
): NonNullable<NonNullable<Details['targetFirms']['whyNot']>['candidate']>['score']['components'][number] => ({
  name,
  label,
  state: value === null ? 'UNKNOWN' : 'KNOWN',
  value,
  weight: 0.25,
  contribution: value,
  facts: [{ text: `${label}的事实。`, sources: value === null ? [] : [evidence(`source-of-${name}`)] }],
});

/** A firm of which the data hold a name and where the name is from. */
const BARE_FIRM: Firm = {
  id: 'Firm:cn-1',
  code: 'cn-1',
  zh: '某企业',
  en: '',
  stockCode: null,
  exchange: null,
  aliases: [],
  uscc: null,
  listingState: null,
  status: null,
  places: [],
  segments: [],
  observations: { edges: [] },
  sources: [evidence('list')],
};
const BARE: PlanFacts = {
  firm: BARE_FIRM,
  candidateCount: 0,
  place: {
    release: { id: 'r' },
    region: { id: REGION.id, code: REGION.code, parks: [] },
    firms: { totalCount: 0, edges: [] },
  },
  details: {
    promotion: null,
    firm: BARE_FIRM,
    targetFirms: {
      release: { id: 'r', at: '2026-11-22T00:00:00Z' },
      segment: SEGMENT,
      region: REGION,
      gap: { grade: 'NO_DATA', facts: [], neighbours: [], measures: [], sources: [] },
      blockers: [],
      whyNot: {
        text: '没有来源说明它做什么。',
        candidate: null,
        excluded: { reason: 'SEGMENT_UNKNOWN', text: '没有来源说明它做什么。', measure: null, sources: [] },
      },
      caution: '',
    },
  },
};

const linesOf = (sections: readonly PlanSection[], name: PlanSectionName): readonly string[] =>
  sections
    .filter((section) => section.name === name)
    .flatMap((section) => section.groups.flatMap((group) => group.lines.map((line) => line.lead + line.text)));

describe('the sheet of a firm', () => {
  test('of which nothing is known is short, honest and free of invented text', () => {
    const sections = planSections(BARE, WORDS);
    expect(sections.map((section) => section.name)).toEqual(PLAN_SECTIONS);
    expect(linesOf(sections, 'profile')).toEqual(['证券：未上市或未知']);
    expect(linesOf(sections, 'fit')).toEqual(['✕ 它不在候选之内：环节未知。没有来源说明它做什么。']);
    for (const name of ['mates', 'parks', 'measures'] as const) expect(linesOf(sections, name), name).toEqual([]);
    expect(sections.find((section) => section.name === 'parks')?.empty).toBe('数据里没有潮州的园区，不等于没有');
    expect(linesOf(sections, 'unknowns')).toEqual(['信用代码：未知', '没有来源说明在哪里', '没有来源说明做什么']);
    const text = JSON.stringify(sections);
    expect(text).not.toMatch(/undefined|NaN|null%|"0 家/);
  });

  test('puts what is known under what fits, each line with its sources, and what is not known under that', () => {
    const facts: PlanFacts = {
      ...BARE,
      candidateCount: 27,
      details: {
        ...BARE.details,
        targetFirms: {
          ...BARE.details.targetFirms,
          whyNot: {
            text: '',
            excluded: null,
            candidate: {
              rank: 2,
              segment: SEGMENT,
              distanceKm: null,
              employees: null,
              notDistinguishable: 26,
              toVerify: [{ text: '从业人数未知。' }],
              score: {
                value: 0.65,
                low: 0.33,
                high: 0.83,
                evidence: 0.5,
                components: [part('match', '环节匹配', 1), part('size', '企业规模', null)],
              },
            },
          },
        },
      },
    };
    const sections = planSections(facts, WORDS);
    expect(linesOf(sections, 'fit')).toEqual([
      '得分 0.65，可能 0.33–0.83第 2 位，共 27 家候选 · 与另外 26 家区间重叠，分不出高下',
      '环节匹配 1.00环节匹配的事实。',
    ]);
    const [score, match] = sections.find((section) => section.name === 'fit')?.groups[0]?.lines ?? [];
    expect(score?.sources).toBe('computed');
    expect(match?.sources).toEqual([evidence('source-of-match')]);
    expect(linesOf(sections, 'unknowns')).toContain('企业规模：企业规模的事实。');
    expect(linesOf(sections, 'unknowns')).toContain('从业人数未知。');
    expect(linesOf(sections, 'next')).toContain('核实：从业人数未知。');
  });

  test('names the neighbours with what is there of them; a count that is not known is no number', () => {
    const neighbour = (code: string, direction: 'UP' | 'DOWN', firms: number | null) => ({
      segment: { id: `Segment:${code}`, code, zh: `环节${code}`, en: '' },
      direction,
      weight: 0.5,
      state: firms === null ? ('NO_COVERAGE' as const) : ('OBSERVED' as const),
      firms,
    });
    const facts: PlanFacts = {
      ...BARE,
      place: {
        ...BARE.place,
        firms: {
          totalCount: 1,
          edges: [
            {
              node: {
                id: 'Firm:cn-2',
                code: 'cn-2',
                zh: '本地企业',
                en: '',
                stockCode: null,
                exchange: null,
                segments: [{ segment: { code: 'P11', ancestors: [{ code: 'P0' }] } }],
                sources: [evidence('local')],
              },
            },
          ],
        },
      },
      details: {
        ...BARE.details,
        targetFirms: {
          ...BARE.details.targetFirms,
          gap: {
            ...BARE.details.targetFirms.gap,
            neighbours: [neighbour('Y', 'UP', null), neighbour('P0', 'DOWN', 14)],
            sources: [evidence('counts')],
          },
        },
      },
    };
    const sections = planSections(facts, WORDS);
    expect(linesOf(sections, 'mates')).toEqual(['环节Y无数据 · 点不出名字', '环节P014 家 · 点得出名字的：本地企业']);
    const down = sections.find((section) => section.name === 'mates')?.groups[1];
    expect(down?.heading).toBe('客户（下游）');
    expect(down?.lines[0]?.sources).toEqual([evidence('counts'), evidence('local')]);
  });
});
