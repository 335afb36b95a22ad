import type { Resolvers } from '../generated/schema-types.ts';
import { evidenced, textIn } from './wording.ts';

const STATES = { present: 'PRESENT', absent: 'ABSENT', unknown: 'UNKNOWN' } as const;

const CAUTION = {
  zh: '停摆影响是首轮暴露的上限，不是预测：不含省外供应、库存与替代。介数、割点只看结构，不看数量。',
  en: 'The loss is an upper bound of the first-round exposure, not a forecast: no supply from outside, no stock, no substitution. Betweenness and articulation speak of structure, not of quantity.',
} as const;

/** Criticality of segments. */
export const criticalityResolvers: Resolvers = {
  Query: {
    criticality: (_root, { cut, basis }, { analysis, index, today }) =>
      analysis.criticality(index, { cut: cut ?? null, basis: basis ?? null, today }),
  },
  Criticality: {
    release: (_answer, _args, { index }) => index.map.release,
    basisReason: (answer, args) => textIn(answer.basisReason.zh, answer.basisReason.en, args),
    cut: (answer, _args, { index }) => answer.cut.flatMap((code) => index.segment(code) ?? []),
    parameters: (answer) => [...answer.parameters],
    segments: (answer) => [...answer.segments],
    caution: (_answer, args) => textIn(CAUTION.zh, CAUTION.en, args),
  },
  SegmentCriticality: {
    state: (row) => STATES[row.state],
    loss: ({ low, high }) => ({ low, high }),
    facts: (row) => [...row.facts],
    ...evidenced,
  },
};
