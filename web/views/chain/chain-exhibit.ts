import type { ChainQuery, GapGrade, SizeBasis } from '../../api/generated/operations.ts';
import type { ExhibitTexts } from '../../i18n/exhibit-texts.ts';
import type { Named, SameTexts } from '../../i18n/texts.ts';
import type { zhCN } from '../../i18n/zh-CN.ts';
import type { Exhibit, ExhibitAttributes, ExhibitColumn, ExhibitPicture, ExhibitQuery } from '../../state/exhibit.ts';
import type { Theme } from '../../state/url-state.ts';
import { pictureWith, sourceLines, type NamedSource, type ShownPicture } from '../../ui/exhibit-parts.ts';
import { GAP_ORDER, GAP_STYLES } from '../../ui/gap-style.ts';
import { actionText, cellCoverage, measuresText, type GapCell } from './gap-cell.ts';
import type { SegmentRow } from './segment-table.tsx';

/** What the chain view shows whichever places it looks at, in the terms of the view. */
export interface ToldChain {
  readonly chain: ChainQuery['chain'];
  readonly basis: SizeBasis;
  readonly answer: string | null;
  /** Name of the segment selected. */
  readonly selected: string | null;
  readonly cut: readonly string[] | null;
  readonly shown: readonly GapGrade[] | null;
  readonly picture: ShownPicture | null;
  readonly queries: readonly ExhibitQuery[];
  readonly theme: Theme;
}

/** One place of the picture. */
export interface ShownPlace {
  readonly region: { readonly code: string; readonly name: string };
  /** All segments, in chain order. */
  readonly all: readonly SegmentRow[];
  /** Rows of the table after the filter, in the order shown. */
  readonly rows: readonly SegmentRow[];
}

export interface ShownChain extends ToldChain {
  /** One place, or two side by side with their rows in the same order. */
  readonly places: readonly ShownPlace[];
  /** Sources of a segment's cell in a place; empty as long as they are not fetched. */
  readonly sourcesOf: (segment: string, region: string) => readonly NamedSource[];
}

export interface ExhibitWords {
  readonly texts: SameTexts<typeof zhCN>;
  readonly words: ExhibitTexts;
  readonly nameOf: (thing: Named) => string;
}

/** What the chain view presents for exports: a row a segment, for two places a row a segment and place. */
export function chainExhibit(shown: ShownChain, exhibitWords: ExhibitWords): Exhibit {
  const { texts, words, nameOf } = exhibitWords;
  const { chain, places } = shown;
  const own = words.chain;
  const stageNames = new Map(chain.stages.map((stage) => [stage.segment.code, nameOf(stage.segment)] as const));
  const [first] = places;
  const lines = (first?.rows ?? []).flatMap((_row, position) =>
    places.flatMap((place) => {
      const row = place.rows[position];
      return row === undefined ? [] : [{ place, row }];
    }),
  );
  const title = places.map((place) => place.region.name).join(words.join);
  const columns = COLUMNS.filter(({ key }) => places.length > 1 || key !== 'region');
  const rowsOfGrades = places.flatMap((place) => place.all.map((row) => row.cell.grade));
  return {
    ...sheetOf(
      shown,
      title,
      places.map(({ region }) => `${region.name}（${region.code}）`).join(words.join),
      exhibitWords,
    ),
    table: {
      columns: columns.map((column) => ({ ...column, title: own.columns[column.key] })),
      rows: lines.map(({ place, row }) => {
        const values = valuesOf(row, place.region, shown, texts, words, stageNames);
        return columns.map(({ key }) => values[key]);
      }),
    },
    picture: drawnWith(shown.picture, rowsOfGrades, shown.theme, texts),
    graph: {
      nodes: (first?.all ?? []).map((row, position) => ({
        id: row.code,
        label: row.name,
        attributes: Object.assign(
          { stage: stageNames.get(row.stage) ?? row.stage },
          ...places.map((place, rank): ExhibitAttributes => attributesOf(place, place.all[position], rank)),
        ) as ExhibitAttributes,
      })),
      links: linksOf(chain),
    },
    sources: sourceLines(
      lines.flatMap(({ place, row }) => sourcesOfRow(shown, place.region.code, row)),
      words.undated,
    ),
  };
}

/** The parts of the sheet that do not depend on how many places are looked at. */
export function sheetOf(
  shown: ToldChain,
  title: string,
  place: string,
  { texts, words, nameOf }: ExhibitWords,
): Pick<Exhibit, 'fileStem' | 'title' | 'answer' | 'filters' | 'queries'> {
  const own = words.chain;
  return {
    fileStem: own.file(title, texts.chain.chainName),
    title: own.title(title, texts.chain.chainName),
    answer: shown.answer,
    filters: [
      { label: own.region, value: place },
      { label: own.cluster, value: `${nameOf(shown.chain.cluster)} › ${texts.chain.chainName}` },
      { label: own.basis, value: texts.basis[shown.basis] },
      { label: own.cut, value: shown.cut === null ? own.cutDefault : shown.cut.join(words.join) },
      {
        label: words.shown,
        value: shown.shown === null ? words.all : shown.shown.map((grade) => texts.gapGrade[grade]).join(words.join),
      },
      { label: own.selected, value: shown.selected ?? words.none },
    ],
    queries: shown.queries,
  };
}

/** Feeds of the chain as links of the exhibit's graph. */
export function linksOf(chain: ChainQuery['chain']): NonNullable<Exhibit['graph']>['links'] {
  return chain.feeds.map((feed) => ({
    id: `${feed.from.code}-${feed.to.code}-${feed.kind}`,
    from: feed.from.code,
    to: feed.to.code,
    attributes: { kind: feed.kind, weight: feed.weight, assumed: feed.assumed, essential: feed.essential },
  }));
}

/** The picture with the legend of the classes that it shows. */
export function drawnWith(
  picture: ShownPicture | null,
  grades: readonly GapGrade[],
  theme: Theme,
  texts: SameTexts<typeof zhCN>,
): ExhibitPicture | null {
  return picture === null ? null : pictureWith(picture, { legend: legendOf(grades, theme, texts) });
}

/** What is known of a segment in a place; a second place's come under names of their own. */
function attributesOf(place: ShownPlace, row: SegmentRow | undefined, rank: number): ExhibitAttributes {
  if (row === undefined) return {};
  const { cell } = row;
  const values: ExhibitAttributes = {
    region: place.region.code,
    grade: cell.grade,
    class: cell.class,
    state: cell.state,
    firms: cell.firms,
    namedFirms: cell.namedFirms,
    expectedFirms: cell.expectedFirms,
    locationQuotient: cell.locationQuotient,
    severity: cell.severity.value,
    severityLow: cell.severity.low,
    severityHigh: cell.severity.high,
    action: cell.action,
    // Filtered segments stay in the picture, faded.
    shown: place.rows.some((other) => other.code === row.code),
  };
  if (rank === 0) return values;
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`${key}_${String(rank + 1)}`, value]));
}

const COLUMNS = [
  { key: 'region', kind: 'text' },
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
  region: ShownPlace['region'],
  shown: ShownChain,
  texts: SameTexts<typeof zhCN>,
  words: ExhibitTexts,
  stageNames: ReadonlyMap<string, string>,
): Readonly<Record<ColumnKey, string | number | null>> {
  const { cell } = row;
  const coverage = cellCoverage(cell);
  const sources = sourcesOfRow(shown, region.code, row);
  return {
    region: region.name,
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
function sourcesOfRow(shown: ShownChain, region: string, row: SegmentRow): readonly NamedSource[] {
  const full = shown.sourcesOf(row.code, region);
  if (full.length > 0) return full;
  return row.cell.sources.map(({ source }) => ({
    code: source.code,
    title: source.code,
    publisher: null,
    date: source.date,
  }));
}

function legendOf(
  grades: readonly GapGrade[],
  theme: Theme,
  texts: SameTexts<typeof zhCN>,
): NonNullable<ExhibitPicture['legend']> {
  return GAP_ORDER.flatMap((grade) => {
    const count = grades.filter((one) => one === grade).length;
    if (count === 0) return [];
    const { glyph, fill, ink, border, borderStyle } = GAP_STYLES[theme][grade];
    return [{ sign: glyph, label: `${texts.gapGrade[grade]} ${count}`, fill, ink, border, borderStyle }];
  });
}
