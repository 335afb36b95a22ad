import { z } from 'zod';
import { key, optional, text } from '../cell.ts';
import { mergedEvidence, type Evidence } from '../evidence.ts';
import { makeFact, type Fact, type FactKind } from '../fact.ts';
import { FIRM_COUNT_METRIC, metricIndicator } from '../metric-indicators.ts';
import type { RecordKind } from '../record-kind.ts';
import { searchProperties } from '../search-text.ts';
import type { Tables } from '../tables.ts';

const schema = z.object({
  id: key,
  nameZh: text,
  nameEn: optional(text),
  metric: key,
  unit: optional(text),
  note: optional(text),
});

export type IndicatorRow = z.infer<typeof schema>;

/** What observations measure. */
export const indicatorRecords: RecordKind<IndicatorRow> = {
  kind: 'indicators',
  file: /^indicators\.csv$/,
  columns: ['id', 'nameZh', 'nameEn', 'metric', 'unit', 'note'],
  schema,
  key: (row) => row.id,
  sourced: true,
};

/**
 * The stated indicators, and one for each metric that figures of parks and firms and the firm counts use; such an
 * indicator rests on the sources of its figures.
 */
export const indicatorFacts: FactKind = {
  kind: 'indicators',
  load: 'load/indicators',
  existing: 'read/imports/existing-indicators',
  remove: 'load/remove-indicators',
  dependsOn: [],
  facts: (tables, origin) => {
    const fact = (row: IndicatorRow, evidence: Evidence): Fact =>
      makeFact({
        key: row.id,
        keyProperty: 'id',
        origin,
        evidence,
        properties: { ...row, ...searchProperties([row.nameZh, row.nameEn]) },
      });
    const stated = tables.indicators.map(({ row, evidence }) => fact(row, evidence));
    const used = new Map<string, Evidence[]>();
    for (const [metric, evidence] of usedMetrics(tables)) used.set(metric, [...(used.get(metric) ?? []), evidence]);
    const derived = [...used].flatMap(([metric, evidences]) => {
      const indicator = metricIndicator(metric);
      if (indicator === undefined || tables.indicators.some(({ row }) => row.id === indicator.id)) return [];
      return [fact({ ...indicator, metric }, mergedEvidence(evidences))];
    });
    return [...stated, ...derived];
  },
};

function usedMetrics(tables: Tables): readonly (readonly [string, Evidence])[] {
  return [
    ...tables.parkFigures.map(({ row, evidence }) => [row.metric, evidence] as const),
    ...tables.firmFigures.map(({ row, evidence }) => [row.metric, evidence] as const),
    ...tables.firmCounts.map(({ evidence }) => [FIRM_COUNT_METRIC, evidence] as const),
  ];
}
