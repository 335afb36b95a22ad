import { z } from 'zod';
import {
  count,
  date,
  datePrecision,
  datesAgree,
  key,
  number,
  oneOf,
  optional,
  period,
  regionCode,
  text,
} from '../cell.ts';
import { coverageOf } from '../coverage-of.ts';
import type { Evidence } from '../evidence.ts';
import { makeFact, type Fact, type FactKind, type FactValue } from '../fact.ts';
import { FIRM_COUNT_METRIC, metricIndicator } from '../metric-indicators.ts';
import type { RecordKind } from '../record-kind.ts';

const schema = z.object({
  id: key,
  indicator: key,
  region: optional(regionCode),
  segment: optional(key),
  period,
  value: number,
  scope: oneOf(['ABOVE_DESIGNATED_SIZE', 'ALL', 'UNKNOWN']),
  note: optional(text),
});
export type ObservationRow = z.infer<typeof schema>;

/** Published figures of a region, a segment, or both. */
export const observationRecords: RecordKind<ObservationRow> = {
  kind: 'observations',
  file: /^observations\.csv$/,
  columns: ['id', 'indicator', 'region', 'segment', 'period', 'value', 'scope', 'note'],
  schema,
  key: (row) => row.id,
  sourced: true,
  references: (row) => [
    { column: 'indicator', to: 'indicators', key: row.indicator },
    ...(row.region === null ? [] : [{ column: 'region', to: 'regions', key: row.region }]),
    ...(row.segment === null ? [] : [{ column: 'segment', to: 'segments', key: row.segment }]),
  ],
};

const firmCountSchema = z.object({
  region: regionCode,
  label: key,
  segment: optional(key),
  firms: count,
  asOf: date,
  method: oneOf(['STATED', 'NAME_RULE', 'DISCLOSED_PRODUCT', 'INDUSTRY_CLASS']),
  confidence: optional(oneOf(['HIGH', 'MEDIUM', 'LOW'])),
});
export type FirmCountRow = z.infer<typeof firmCountSchema>;

/** Firms by region and label. A label that no segment matches stays a fact of the region alone. */
export const firmCountRecords: RecordKind<FirmCountRow> = {
  kind: 'firm-counts',
  file: /^firm-counts\.csv$/,
  columns: ['region', 'label', 'segment', 'firms', 'asOf', 'method', 'confidence'],
  schema: firmCountSchema,
  key: (row) => `firm-count-${row.region}-${row.label}`,
  sourced: true,
  references: (row) => [
    { column: 'region', to: 'regions', key: row.region },
    ...(row.segment === null ? [] : [{ column: 'segment', to: 'segments', key: row.segment }]),
  ],
};

const metric = key.refine((name) => metricIndicator(name) !== undefined, 'this metric has no indicator yet');

const parkFigureSchema = z
  .object({
    park: key,
    metric,
    value: number,
    unit: text,
    asOf: optional(date),
    datePrecision: optional(datePrecision),
    note: optional(text),
  })
  .superRefine(datesAgree('asOf'))
  .superRefine(unitFits);
export type ParkFigureRow = z.infer<typeof parkFigureSchema>;

/** Land, capacity and other figures of parks, each as of a date. */
export const parkFigureRecords: RecordKind<ParkFigureRow> = {
  kind: 'park-figures',
  file: /^park-figures\.csv$/,
  columns: ['park', 'metric', 'value', 'unit', 'asOf', 'datePrecision', 'note'],
  schema: parkFigureSchema,
  key: (row) => `park-figure-${row.park}-${row.metric}-${row.asOf ?? 'undated'}`,
  sourced: true,
  references: (row) => [{ column: 'park', to: 'parks', key: row.park }],
};

const firmFigureSchema = z
  .object({ firm: key, metric, value: number, unit: text, period: optional(period), note: optional(text) })
  .superRefine(unitFits);
export type FirmFigureRow = z.infer<typeof firmFigureSchema>;

/** Employees, revenue and other figures of firms, each of a period. */
export const firmFigureRecords: RecordKind<FirmFigureRow> = {
  kind: 'firm-figures',
  file: /^firm-figures\.csv$/,
  columns: ['firm', 'metric', 'value', 'unit', 'period', 'note'],
  schema: firmFigureSchema,
  key: (row) => `firm-figure-${row.firm}-${row.metric}-${row.period ?? 'undated'}`,
  sourced: true,
  references: (row) => [{ column: 'firm', to: 'firms', key: row.firm }],
};

/** All figures are observations: one shape, whatever they are of. */
export const observationFacts: FactKind = {
  kind: 'observations',
  load: 'load/observations',
  existing: 'read/imports/existing-observations',
  remove: 'load/remove-observations',
  dependsOn: ['indicators', 'regions', 'segments', 'parks', 'firms'],
  facts: (tables, origin) => {
    const observation = (
      id: string,
      evidence: Evidence,
      properties: Readonly<Record<string, FactValue>>,
      ends: Readonly<Record<string, string | null>>,
    ): Fact =>
      makeFact({
        key: id,
        keyProperty: 'id',
        origin,
        evidence,
        properties,
        links: { indicator: null, region: null, segment: null, park: null, firm: null, ...ends },
      });
    return [
      ...tables.observations.map(({ key: id, row, evidence }) => {
        const { indicator, region, segment, ...properties } = row;
        return observation(id, evidence, properties, { indicator, region, segment });
      }),
      ...tables.firmCounts.map(({ key: id, row, evidence }) => {
        const { region, segment, label, firms, asOf, method, confidence } = row;
        const coverage = coverageOf(tables.coverage, evidence.sources, region);
        return observation(
          id,
          evidence,
          // The register copy holds firms of every size; what it lacks is said by its coverage.
          {
            value: firms,
            period: asOf,
            scope: 'ALL',
            label,
            method,
            confidence,
            coverage: coverage?.kind ?? null,
            coverageId: coverage?.id ?? null,
          },
          { indicator: FIRM_COUNT_METRIC, region, segment },
        );
      }),
      ...tables.parkFigures.map(({ key: id, row, evidence }) =>
        observation(
          id,
          evidence,
          { value: row.value, unit: row.unit, period: row.asOf, datePrecision: row.datePrecision, note: row.note },
          { indicator: row.metric, park: row.park },
        ),
      ),
      ...tables.firmFigures.map(({ key: id, row, evidence }) =>
        observation(
          id,
          evidence,
          { value: row.value, unit: row.unit, period: row.period, note: row.note },
          { indicator: row.metric, firm: row.firm },
        ),
      ),
    ];
  },
};

function unitFits<Row extends { readonly metric: string; readonly unit: string }>(
  row: Row,
  context: z.core.$RefinementCtx<Row>,
): void {
  const unit = metricIndicator(row.metric)?.unit;
  if (unit !== undefined && unit !== row.unit) {
    context.addIssue({ code: 'custom', path: ['unit'], message: `${row.metric} is measured in ${unit ?? 'no unit'}` });
  }
}
