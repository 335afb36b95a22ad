import type { Resolvers } from '../generated/schema-types.ts';
import { textIn } from './wording.ts';

/** Completeness of the chain by region. */
export const completenessResolvers: Resolvers = {
  Query: {
    completeness: (_root, { regions, cut, basis, parameters }, { analysis, index, today }) =>
      analysis.completeness(index, {
        regions: regions ?? null,
        cut: cut ?? null,
        basis: basis ?? null,
        parameters: parameters ?? [],
        today,
      }),
  },
  Completeness: {
    release: (_answer, _args, { index }) => index.map.release,
    basisReason: (answer, args) => textIn(answer.basisReason.zh, answer.basisReason.en, args),
    cut: (answer, _args, { index }) => answer.cut.flatMap((code) => index.segment(code) ?? []),
    leftOut: (answer) => [...answer.leftOut],
    parameters: (answer) => [...answer.parameters],
    regions: (answer) => [...answer.regions],
  },
  RegionCompleteness: {
    present: (row) => [...row.present],
    notDistinguishableFrom: (row) => [...row.notDistinguishableFrom],
  },
};
