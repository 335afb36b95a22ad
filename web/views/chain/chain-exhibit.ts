import type { ChainQuery, GapGrade, SizeBasis } from '../../api/generated/operations.ts';
import type { ExhibitTexts } from '../../i18n/exhibit-texts.ts';
import type { Named, SameTexts } from '../../i18n/texts.ts';
import type { zhCN } from '../../i18n/zh-CN.ts';
import type { Exhibit, ExhibitColumn, ExhibitPicture, ExhibitQuery } from '../../state/exhibit.ts';
import type { Theme } from '../../state/url-state.ts';
import { pictureWith, sourceLines, type NamedSource } from '../../ui/exhibit-parts.ts';
import { GAP_ORDER, GAP_STYLES } from '../../ui/gap-style.ts';
import { actionText, cellCoverage, measuresText, type GapCell } from './gap-cell.ts';
import type { SegmentRow } from './segment-table.tsx';

/** All that the chain view shows, in the terms of the view. */
export interface ShownChain {
  readonly chain: ChainQuery['chain'];
  readonly region: { readonly code: string; readonly name: string };
  readonly basis: SizeBasis;
  readonly answer: string | null;
  /** All segments, in chain order. */
  readonly all: readonly SegmentRow[];
  /** Rows of the table after the filter, in the order shown. */
  readonly rows: readonly SegmentRow[];
  readonly selected: string | null;
  readonly cut: readonly string[] | null;
  readonly shown: readonly GapGrade[] | null;
  readonly picture: Pick<ExhibitPicture, 'width' | 'height' | 'toPng' | 'toSvg'> | null;
  /** Sources of a segment's cell; empty as long as they are not fetched. */
  readonly sourcesOf: (segment: string) => readonly NamedSource[];
  readonly queries: readonly ExhibitQuery[];
  readonly theme: Theme;
}

export interface ExhibitWords {
  readonly texts: SameTexts<typeof zhCN>;
  readonly words: ExhibitTexts;
  readonly nameOf: (thing: Named) => string;
}

/** What the chain view presents for exports. */
export function chainExhibit(shown: ShownChain, { texts, words, nameOf }: ExhibitWords): Exhibit {
  const { chain, region, rows, all } = shown;
  const own = words.chain;
  const stageNames = new Map(chain.stages.map((stage) => [stage.segment.code, nameOf(stage.segment)] as const));
  const sources = rows.flatMap((row) => sourcesOfRow(shown, row));
  const selected = all.find((row) => row.code === shown.selected);
  return {
    fileStem: own.file(region.name, texts.chain.chainName),
    title: own.title(region.name, texts.chain.chainName),
    answer: shown.answer,
    filters: [
      { label: own.region, value: `${region.name}（${region.code}）` },
      { label: own.cluster, value: `${nameOf(chain.cluster)} › ${texts.chain.chainName}` },
      { label: own.basis, value: texts.basis[shown.basis] },
      { label: own.cut, value: shown.cut === null ? own.cutDefault : shown.cut.join(words.join) },
      {
        label: words.shown,
        value: shown.shown === null ? words.all : shown.shown.map((grade) => texts.gapGrade[grade]).join(words.join),
      },
      { label: own.selected, value: selected?.name ?? words.none },
    ],
    table: {
      columns: COLUMNS.map((column) => ({ ...column, title: own.columns[column.key] })),
      rows: rows.map((row) => {
        const values = valuesOf(row, shown, texts, words, stageNames);
        return COLUMNS.map(({ key }) => values[key]);
      }),
    },
    picture: shown.picture === null ? null : pictureWith(shown.picture, { legend: legendOf(all, shown.theme, texts) }),
    graph: {
      nodes: all.map((row) => ({
        id: row.code,
        label: row.name,
        attributes: {
          stage: stageNames.get(row.stage) ?? row.stage,
          grade: row.cell.grade,
          class: row.cell.class,
          state: row.cell.state,
          firms: row.cell.firms,
          namedFirms: row.cell.namedFirms,
          expectedFirms: row.cell.expectedFirms,
          locationQuotient: row.cell.locationQuotient,
          severity: row.cell.severity.value,
          severityLow: row.cell.severity.low,
          severityHigh: row.cell.severity.high,
          action: row.cell.action,
          // Filtered segments stay in the picture, faded.
          shown: rows.some((other) => other.code === row.code),
        },
      })),
      links: chain.feeds.map((feed) => ({
        id: `${feed.from.code}-${feed.to.code}-${feed.kind}`,
        from: feed.from.code,
        to: feed.to.code,
        attributes: { kind: feed.kind, weight: feed.weight, assumed: feed.assumed, essential: feed.essential },
      })),
    },
    queries: shown.queries,
    sources: sourceLines(sources, words.undated),
  };
}

const COLUMNS = [
  { key: 'segment', kind: 'text' },
  { key: 'code', kind: 'text', onPaper: false },
  { key: 'stage', kind: 'text' },
  { key: 'state', kind: 'text' },
  { key: 'knowledge', kind: 'text' },
  { key: 'firms', kind: 'number' },
  { key: 'named', kind: 'number', onPaper: false },
  { key: 'expected', kind: 'number' },
  { key: 'quotient', kind: 'number' },
  { key: 'supply', kind: 'number', onPaper: false },
  { key: 'demand', kind: 'number', onPaper: false },
  { key: 'severity', kind: 'number' },
  { key: 'low', kind: 'number' },
  { key: 'high', kind: 'number' },
  { key: 'evidence', kind: 'number', onPaper: false },
  { key: 'action', kind: 'text' },
  { key: 'measures', kind: 'text' },
  { key: 'coverage', kind: 'text' },
  { key: 'date', kind: 'text' },
  { key: 'sources', kind: 'text', onPaper: false },
] as const satisfies readonly Omit<ExhibitColumn, 'title'>[];

type ColumnKey = (typeof COLUMNS)[number]['key'];

function valuesOf(
  row: SegmentRow,
  shown: ShownChain,
  texts: SameTexts<typeof zhCN>,
  words: ExhibitTexts,
  stageNames: ReadonlyMap<string, string>,
): Readonly<Record<ColumnKey, string | number | null>> {
  const { cell } = row;
  const coverage = cellCoverage(cell);
  const sources = sourcesOfRow(shown, row);
  return {
    segment: row.name,
    code: row.code,
    stage: stageNames.get(row.stage) ?? row.stage,
    state: texts.gapGrade[cell.grade],
    knowledge: texts.cellState[cell.state],
    firms: firmsKnown(cell),
    named: cell.namedFirms,
    expected: cell.expectedFirms,
    quotient: cell.locationQuotient,
    supply: cell.supplyShare,
    demand: cell.demandShare,
    severity: cell.severity.value,
    low: cell.severity.low,
    high: cell.severity.high,
    evidence: cell.severity.evidence,
    action: actionText(texts, cell),
    measures: measuresText(texts, cell, Infinity),
    coverage: coverage === null ? texts.chain.cells.noData : texts.chain.cells.coverage[coverage.kind],
    date: coverage === null || coverage.date === '' ? null : coverage.date,
    sources:
      sources.length === 0
        ? texts.chain.cells.noData
        : sourceLines(sources, words.undated).join(texts.chain.answer.clause),
  };
}

/** A number only where the state says that there is one: what the sample did not show is not none. */
function firmsKnown(cell: GapCell): number | null {
  return cell.state === 'OBSERVED' ? cell.firms : null;
}

/** Full sources where they are fetched; until then what the cell itself says of them. */
function sourcesOfRow(shown: ShownChain, row: SegmentRow): readonly NamedSource[] {
  const full = shown.sourcesOf(row.code);
  if (full.length > 0) return full;
  return row.cell.sources.map(({ source }) => ({
    code: source.code,
    title: source.code,
    publisher: null,
    date: source.date,
  }));
}

function legendOf(
  all: readonly SegmentRow[],
  theme: Theme,
  texts: SameTexts<typeof zhCN>,
): NonNullable<ExhibitPicture['legend']> {
  return GAP_ORDER.flatMap((grade) => {
    const count = all.filter((row) => row.cell.grade === grade).length;
    if (count === 0) return [];
    const { glyph, fill, ink, border, borderStyle } = GAP_STYLES[theme][grade];
    return [{ sign: glyph, label: `${texts.gapGrade[grade]} ${count}`, fill, ink, border, borderStyle }];
  });
}
