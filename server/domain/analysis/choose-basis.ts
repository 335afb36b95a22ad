import type { MapIndex } from '../map/map-index.ts';
import type { SizeBasis } from '../matrix/chain-matrix.ts';
import { cellKnowledge } from './cell-knowledge.ts';
import type { Sentence } from './explained-score.ts';
import { percent } from './figures.ts';

/** From the finest: jobs say more about size than firms, revenue is the rarest. */
const FINEST_FIRST: readonly SizeBasis[] = ['EMPLOYEES', 'REVENUE', 'FIRMS'];

/** Share of the occupied cells in which a basis must be known to be chosen (product rule for a matrix). */
export const MIN_KNOWN_SHARE = 0.8;

const NAMES: Readonly<Record<SizeBasis, { readonly zh: string; readonly en: string }>> = {
  EMPLOYEES: { zh: '从业人数', en: 'jobs' },
  REVENUE: { zh: '营收', en: 'revenue' },
  FIRMS: { zh: '企业数', en: 'firms' },
};

/**
 * Chooses what shares are worked out from: the basis asked for, else the finest that is known in at least 0.8 of the
 * cells in which some firm is known to be; failing that, firms. The reason says the known share of each.
 */
export function chooseBasis(
  index: MapIndex,
  cut: readonly string[],
  asked: SizeBasis | null,
): { readonly basis: SizeBasis; readonly reason: Sentence } {
  const occupied = index.prefectures
    .flatMap((region) => cut.map((segment) => cellKnowledge(index, region.code, segment)))
    .filter((cell) => (cell.firms ?? 0) > 0);
  const known = (basis: SizeBasis): number =>
    occupied.length === 0
      ? 0
      : occupied.filter((cell) => {
          switch (basis) {
            case 'EMPLOYEES':
              return cell.employees !== null;
            case 'REVENUE':
              return cell.revenue !== null;
            case 'FIRMS':
              return true;
          }
        }).length / occupied.length;
  const shares = FINEST_FIRST.map((basis) => ({ basis, share: known(basis) }));
  const basis = asked ?? shares.find(({ share }) => share >= MIN_KNOWN_SHARE)?.basis ?? 'FIRMS';
  return {
    basis,
    reason: {
      zh: `口径：${NAMES[basis].zh}${asked === null ? '（最细且已知占比不低于 80 % 的）' : '（指定）'}；已知占比：${shares.map((one) => `${NAMES[one.basis].zh} ${percent(one.share)}`).join('，')}。`,
      en: `Basis: ${NAMES[basis].en} (${asked === null ? 'the finest known in at least 80 % of the cells' : 'as asked'}); known: ${shares.map((one) => `${NAMES[one.basis].en} ${percent(one.share)}`).join(', ')}.`,
      evidence: [],
    },
  };
}
