import type { CellEvidenceQuery, ChainQuery, CoverageKind, GapsQuery } from '../../api/generated/operations.ts';
import type { Numbers } from '../../i18n/numbers.ts';
import type { SameTexts } from '../../i18n/texts.ts';
import type { zhCN } from '../../i18n/zh-CN.ts';

/** One segment in the region looked at. */
export type GapCell = GapsQuery['gaps']['cells'][number];
/** The facts behind it, fetched after the picture stands. */
export type CellEvidence = CellEvidenceQuery['gaps']['cells'][number];
export type ChainStageData = ChainQuery['chain']['stages'][number];
export type ChainMember = ChainStageData['members'][number];

type Texts = SameTexts<typeof zhCN>;

/** The line under a segment's name. Unknown never reads as a number. */
export function cellLine(texts: Texts, numbers: Numbers, cell: GapCell | null): string {
  const words = texts.chain.node;
  if (cell === null) return words.waiting;
  switch (cell.state) {
    case 'OBSERVED':
      if (cell.firms === null) return words.sizeUnknown;
      if (cell.firms === 0) return words.none;
      return cell.locationQuotient === null
        ? words.observedPlain(numbers.count(cell.firms))
        : words.observed(numbers.count(cell.firms), numbers.ratio(cell.locationQuotient));
    case 'UNSEEN':
      return cell.expectedFirms === null ? words.unseenPlain : words.unseen(numbers.expected(cell.expectedFirms));
    case 'SIZE_UNKNOWN':
      return cell.namedFirms > 0 ? words.named(numbers.count(cell.namedFirms)) : words.sizeUnknown;
    case 'NO_COVERAGE':
      return cell.namedFirms > 0 ? words.named(numbers.count(cell.namedFirms)) : words.noCoverage;
  }
}

/** The firms column: a number, or why there is none. */
export function firmsText(texts: Texts, numbers: Numbers, cell: GapCell): string {
  switch (cell.state) {
    case 'OBSERVED':
      return cell.firms === null ? texts.chain.cells.unknown : numbers.count(cell.firms);
    case 'UNSEEN':
      return texts.chain.cells.unseen;
    case 'SIZE_UNKNOWN':
    case 'NO_COVERAGE':
      return texts.chain.cells.unknown;
  }
}

/** Coverage and date of what a cell stands on; null when no source covers it. */
export function cellCoverage(cell: GapCell): { readonly kind: CoverageKind; readonly date: string } | null {
  for (const { source } of cell.sources) {
    const coverage = source.coverage.find((entry) => entry.kind !== 'LIST');
    if (coverage !== undefined) return { kind: coverage.kind, date: coverage.asOf ?? source.date ?? '' };
  }
  return null;
}

/** The data column: coverage and date. */
export function dataText(texts: Texts, cell: GapCell): string {
  const coverage = cellCoverage(cell);
  if (coverage === null) return texts.chain.cells.noData;
  const kind = texts.chain.cells.coverage[coverage.kind];
  return coverage.date === '' ? kind : texts.chain.cells.data(kind, coverage.date);
}

/** Measures that fit the column; the drawer has them all. */
const MEASURES_SHOWN = 3;

/** A measure by its number, a special action (which carries no responsibility clause) by its own. */
export function measureName(texts: Texts, measure: { readonly code: string; readonly number: number }): string {
  const { cells } = texts.chain;
  return /-P\d+$/.test(measure.code) ? cells.specialAction(measure.number) : cells.measure(measure.number);
}

/**
 * The first measures, as the service orders them (those about segment and place first), and how many more. With room for
 * all, special actions are named, too.
 */
export function measuresText(texts: Texts, cell: GapCell, most: number = MEASURES_SHOWN): string {
  const { cells } = texts.chain;
  const numbered = cell.measures.filter((measure) => !/-P\d+$/.test(measure.code));
  const shown = numbered.slice(0, most).map((measure) => measure.number);
  if (shown.length === 0) {
    return cell.measures[0] === undefined ? cells.noMeasures : measureName(texts, cell.measures[0]);
  }
  if (most >= cell.measures.length) {
    const special = cell.measures.filter((measure) => !numbered.includes(measure));
    return [cells.measures(shown.join(texts.chain.answer.join)), ...special.map((one) => measureName(texts, one))].join(
      texts.chain.answer.clause,
    );
  }
  const rest = cell.measures.length - shown.length;
  const words = cells.measures(shown.join(texts.chain.answer.join));
  return rest === 0 ? words : `${words} +${rest}`;
}

/** The action; for what must be verified first, what follows if it proves true. */
export function actionText(texts: Texts, cell: GapCell): string {
  const action = texts.action[cell.action];
  return cell.action === 'VERIFY' && cell.grade === 'LIKELY_MISSING'
    ? texts.chain.drawer.actionThen(action, texts.action.FILL)
    : action;
}

/** Order in which gaps are worth looking at: by severity, then by what it could be at most, then by chain order. */
export function bySeverity(a: Pick<GapCell, 'severity'>, b: Pick<GapCell, 'severity'>): number {
  const value = (cell: Pick<GapCell, 'severity'>): number =>
    cell.severity.value ?? (cell.severity.low + cell.severity.high) / 2;
  return value(b) - value(a) || b.severity.high - a.severity.high;
}
