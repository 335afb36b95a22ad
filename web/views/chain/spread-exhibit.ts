import type { GapGrade } from '../../api/generated/operations.ts';
import type { Exhibit } from '../../state/exhibit.ts';
import { sourceLines } from '../../ui/exhibit-parts.ts';
import { GAP_ORDER } from '../../ui/gap-style.ts';
import { drawnWith, linksOf, sheetOf, type ExhibitWords, type ToldChain } from './chain-exhibit.ts';
import type { SpreadRow } from './spread-table.tsx';

/** The chain over several places, in the terms of the view. */
export interface ShownSpread extends ToldChain {
  /** The choice of places in words. */
  readonly place: string;
  /** All segments, in chain order. */
  readonly all: readonly SpreadRow[];
  /** Rows of the table after the filter, in the order shown. */
  readonly rows: readonly SpreadRow[];
}

/**
 * What the chain view presents for exports when it looks at several places: a row a segment, places counted by class.
 * Firms are those of the places that have a number, beside how many these are; no sum stands for all.
 */
export function spreadExhibit(shown: ShownSpread, exhibitWords: ExhibitWords): Exhibit {
  const { texts, words } = exhibitWords;
  const own = words.chain;
  const grades = GAP_ORDER.filter((grade) => shown.all.some(({ spread }) => spread.counts.has(grade)));
  const countIn = (row: SpreadRow, grade: GapGrade): number => row.spread.counts.get(grade) ?? 0;
  return {
    ...sheetOf(shown, shown.place, shown.place, exhibitWords),
    table: {
      columns: [
        { key: 'segment', kind: 'text', title: own.columns.segment },
        { key: 'code', kind: 'text', title: own.columns.code },
        { key: 'places', kind: 'number', title: own.columns.places },
        { key: 'gaps', kind: 'number', title: own.columns.gaps },
        ...grades.map((grade) => ({ key: grade, kind: 'number' as const, title: texts.gapGrade[grade] })),
        { key: 'firms', kind: 'number', title: own.columns.firms },
        { key: 'firmPlaces', kind: 'number', title: own.columns.firmPlaces },
      ],
      rows: shown.rows.map((row) => [
        row.name,
        row.code,
        row.spread.cells.length,
        row.spread.gaps,
        ...grades.map((grade) => countIn(row, grade)),
        row.spread.firms?.count ?? null,
        row.spread.firms?.places ?? 0,
      ]),
    },
    picture: drawnWith(
      shown.picture,
      shown.all.map((row) => row.spread.grade),
      shown.theme,
      texts,
    ),
    graph: {
      nodes: shown.all.map((row) => ({
        id: row.code,
        label: row.name,
        attributes: {
          grade: row.spread.grade,
          places: row.spread.cells.length,
          gaps: row.spread.gaps,
          ...Object.fromEntries(grades.map((grade) => [`places_${grade}`, countIn(row, grade)])),
          firms: row.spread.firms?.count ?? null,
          firmPlaces: row.spread.firms?.places ?? 0,
          shown: shown.rows.some((other) => other.code === row.code),
        },
      })),
      links: linksOf(shown.chain),
    },
    sources: sourceLines(
      shown.rows.flatMap((row) =>
        row.spread.cells.flatMap((cell) =>
          cell.sources.map(({ source }) => ({
            code: source.code,
            title: source.code,
            publisher: null,
            date: source.date,
          })),
        ),
      ),
      words.undated,
    ),
  };
}
