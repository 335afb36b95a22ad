import type { Resolvers } from '../generated/schema-types.ts';
import { evidenced, textIn } from './wording.ts';

/** Shift-share. */
export const shiftShareResolvers: Resolvers = {
  Query: {
    shiftShare: (_root, { fromYear, toYear }, { analysis, index, firms, observations, today, asked }) =>
      analysis.shiftShare(
        index,
        { fromYear: fromYear ?? null, toYear: toYear ?? null, today },
        { firms, observations },
        asked,
      ),
  },
  ShiftShare: {
    release: (_answer, _args, { index }) => index.map.release,
    parameters: ({ allIndustries: { fromYear, toYear } }) => [
      ...(fromYear === null ? [] : [{ name: 'from_year', value: fromYear }]),
      ...(toYear === null ? [] : [{ name: 'to_year', value: toYear }]),
    ],
    chain: ({ chain }) => chain,
  },
  ChainShiftShare: {
    state: (chain) => (chain.held ? 'HELD' : 'NOT_HELD'),
    text: (chain, args) => textIn(chain.text.zh, chain.text.en, args),
    cells: (chain) => (chain.held ? [...chain.cells] : null),
  },
  ShiftShareCell: evidenced,
  AllIndustriesShift: {
    state: (shift) => (shift.fromYear === null ? 'NOT_HELD' : 'HELD'),
    years: (shift) => [...shift.years],
    rows: (shift) => [...shift.rows],
    facts: (shift) => [...shift.facts],
  },
  AllIndustriesRow: { mix: () => null, ...evidenced },
};
