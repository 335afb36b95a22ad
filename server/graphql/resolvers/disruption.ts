import type { Resolvers } from '../generated/schema-types.ts';
import { evidenced, textIn } from './wording.ts';

const VIA = { shock: 'SHOCK', inputs: 'INPUTS', buyers: 'BUYERS' } as const;

const CAUTION = {
  zh: '首轮暴露的上限，不是预测：不含库存、省外供应与时间上的替代；采购流向是推算的。',
  en: 'An upper bound of the first-round exposure, not a forecast: no stock, no supply from outside, no substitution over time; purchases are modelled.',
} as const;

/** What-if on cells. */
export const disruptionResolvers: Resolvers = {
  Query: {
    disruption: (
      _root,
      { shocks, cut, basis, depth, epsilon, limit, parameters },
      { analysis, index, firms, observations, today, asked },
    ) =>
      analysis.disruption(
        index,
        {
          shocks: shocks.map(({ region, segment, firm, park, loss }) => ({
            region: region ?? null,
            segment: segment ?? null,
            firm: firm ?? null,
            park: park ?? null,
            loss: loss ?? 1,
          })),
          cut: cut ?? null,
          basis: basis ?? null,
          depth: depth ?? null,
          limit,
          parameters: [...(parameters ?? []), ...(epsilon == null ? [] : [{ name: 'cascade_eps', value: epsilon }])],
          today,
        },
        { firms, observations },
        asked,
      ),
  },
  Disruption: {
    release: (_answer, _args, { index }) => index.map.release,
    basisReason: (answer, args) => textIn(answer.basisReason.zh, answer.basisReason.en, args),
    cut: (answer, _args, { index }) => answer.cut.flatMap((code) => index.segment(code) ?? []),
    parameters: (answer) => [...answer.parameters],
    shocks: (answer) => [...answer.shocks],
    loss: (answer) => answer.total,
    regions: (answer) => [...answer.regions],
    mostHit: (answer) => [...answer.mostHit],
    unknowns: (answer) => [...answer.unknowns],
    caution: (_answer, args) => textIn(CAUTION.zh, CAUTION.en, args),
  },
  Shock: {
    text: (shock, args) => textIn(shock.text.zh, shock.text.en, args),
    modelled: (shock) => shock.cells.length > 0,
    sources: (shock) => [...shock.text.evidence],
  },
  HitCell: {
    via: (hit) => VIA[hit.via],
    alternates: (hit) => [...hit.alternates],
    ...evidenced,
  },
  Alternate: evidenced,
};
