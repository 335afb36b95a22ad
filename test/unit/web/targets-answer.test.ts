import { describe, expect, test } from 'vitest';
import { targetsZh } from '../../../web/i18n/targets.zh-CN.ts';
import { answerSentence, type AnswerCandidate, type AnswerFacts } from '../../../web/views/targets/answer-sentence.ts';

const words = { ...targetsZh.answer, reasonOf: (reason: keyof typeof targetsZh.reason) => targetsZh.reason[reason] };
const firm = (code: string, value: number | null, low: number, high: number): AnswerCandidate => ({
  code,
  name: `企业${code}`,
  score: { value, low, high, evidence: 0.5 },
});
const said = (facts: Partial<AnswerFacts>): string =>
  answerSentence(
    {
      region: '潮州',
      segment: '机织',
      count: facts.candidates?.length ?? 0,
      candidates: [],
      exclusions: [],
      unknownParts: [],
      ...facts,
    },
    words,
  )
    .map((piece) => piece.text)
    .join('');

describe('the answer in one sentence', () => {
  test('names the first only where its range stands apart', () => {
    expect(said({ candidates: [firm('1', 0.9, 0.8, 1), firm('2', 0.5, 0.3, 0.7)] })).toBe(
      '潮州要引进机织，先找谁：候选 2 家；企业1居首，与后面的区间不重叠。',
    );
  });

  test('claims no order between ranges that overlap, and says who is tied', () => {
    const candidates = [firm('1', 0.6, 0.3, 0.8), firm('2', 0.6, 0.3, 0.8), firm('3', 0.5, 0.2, 0.7)];
    expect(said({ candidates })).toBe('潮州要引进机织，先找谁：候选 3 家；3 家区间都重叠，分不出高下（前 2 家同分）。');
    expect(said({ candidates: [...candidates, firm('4', 0.1, 0.05, 0.15)] })).toContain('前 3 家区间重叠，分不出高下');
    expect(said({ candidates })).not.toContain('居首');
  });

  test('a range is compared with every one before it, not with the first alone', () => {
    const candidates = [firm('1', 0.6, 0.4, 0.8), firm('2', 0.5, 0.4, 0.5), firm('3', 0.5, 0.6, 0.7)];
    expect(said({ candidates })).toContain('前 2 家');
  });

  test('unknown scores are not said to be tied', () => {
    expect(said({ candidates: [firm('1', null, 0.1, 0.8), firm('2', null, 0.1, 0.8)] })).not.toContain('同分');
  });

  test('counts who is out by the three commonest reasons, and the rest together', () => {
    const text = said({
      candidates: [firm('1', 0.5, 0.2, 0.8)],
      exclusions: [
        { reason: 'ALREADY_IN_REGION', count: 2 },
        { reason: 'SEGMENT_UNRELATED', count: 120 },
        { reason: 'SPECIAL_TREATMENT', count: 5 },
        { reason: 'SEGMENT_UNKNOWN', count: 8 },
      ],
      unknownParts: ['规模', '联系'],
    });
    expect(text).toBe(
      '潮州要引进机织，先找谁：候选 1 家；企业1是唯一的候选；135 家不在内（环节不符 120 家、环节未知 8 家、风险警示 5 家、其他 2 家）；所有候选的规模、联系都未知。',
    );
  });

  test('says that there is nobody', () => {
    expect(said({})).toBe('潮州要引进机织，先找谁：名单里没有合适的企业。');
  });

  test('the first can be opened', () => {
    const pieces = answerSentence(
      {
        region: '潮州',
        segment: '机织',
        count: 1,
        candidates: [firm('1', 0.5, 0.2, 0.8)],
        exclusions: [],
        unknownParts: [],
      },
      words,
    );
    expect(pieces.find((piece) => piece.kind === 'firm')).toEqual({ kind: 'firm', code: '1', text: '企业1' });
  });
});
