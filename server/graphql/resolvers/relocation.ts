import type { Resolvers } from '../generated/schema-types.ts';
import { textIn } from './wording.ts';

const FEASIBILITY = { feasible: 'FEASIBLE', unverified: 'UNVERIFIED', blocked: 'BLOCKED' } as const;

const CAUTION = {
  zh: '这是按七项条件的适配排序，不是对效益的预测；已有研究发现产业转移政策曾降低承接县的生产率。',
  en: 'A ranking of fit by seven criteria, not a forecast of benefit: research has found that the transfer policy lowered productivity in receiving counties.',
} as const;

/** Relocation paths. */
export const relocationResolvers: Resolvers = {
  Query: {
    relocationPaths: (
      _root,
      { segment, from, firm, zones, compare, limit, weights, lot, parameters },
      { analysis, index, firms, observations, today, asked },
    ) =>
      analysis.relocation(
        index,
        {
          segment: segment ?? null,
          from: from ?? null,
          firm: firm ?? null,
          zones: zones ?? null,
          compare: compare ?? null,
          limit,
          weights: weights ?? [],
          parameters: parameters ?? [],
          lot: { firms: lot?.firms ?? null, employees: lot?.employees ?? null, landHa: lot?.landHa ?? null },
          today,
        },
        { firms, observations },
        asked,
      ),
  },
  RelocationAnswer: {
    release: (_answer, _args, { index }) => index.map.release,
    parameters: (answer) => [...answer.parameters],
    candidates: (answer) => [...answer.candidates],
    unknowns: (answer) => [...answer.unknowns],
    caution: (_answer, args) => textIn(CAUTION.zh, CAUTION.en, args),
  },
  RelocationCandidate: {
    feasibility: (candidate) => FEASIBILITY[candidate.feasibility],
    blockers: (candidate) => [...candidate.blockers],
    notDistinguishableFrom: (candidate) => [...candidate.notDistinguishableFrom],
    measures: (candidate) => [...candidate.measures],
    paths: (candidate) => [...candidate.paths],
  },
  Blocker: {
    text: (blocker, args) => textIn(blocker.text.zh, blocker.text.en, args),
    sources: (blocker) => [...blocker.text.evidence],
  },
  ExplanationPath: { hops: (path) => [...path.hops] },
  PathHop: {
    node: (hop) => hop.entity,
    label: (hop, args) => textIn(hop.labelZh, hop.labelEn, args),
    note: (hop, args) => textIn(hop.noteZh, hop.noteEn, args),
    sources: (hop) => [...hop.evidence],
  },
};
