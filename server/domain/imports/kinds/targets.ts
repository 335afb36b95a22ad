import { z } from 'zod';
import { key, list, number, oneOf, optional, text, integer } from '../cell.ts';
import { makeFact, type FactKind } from '../fact.ts';
import type { RecordKind } from '../record-kind.ts';

const schema = z
  .object({
    id: key,
    policy: key,
    measure: optional(key),
    subjectZh: text,
    subjectEn: optional(text),
    comparator: oneOf(['EQ', 'GTE', 'RANGE', 'MULTIPLE', 'COVERAGE']),
    value: number,
    high: optional(number),
    unit: optional(text),
    year: optional(integer.refine((year) => year >= 1949 && year <= 2100, 'must be a year')),
    yearBasis: oneOf(['STATED', 'TITLE', 'NONE']),
    base: optional(text),
    wording: optional(text),
    segments: list(key),
    note: optional(text),
  })
  .superRefine((row, context) => {
    const fault = (column: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [column], message });
    };
    if ((row.comparator === 'RANGE') !== (row.high !== null)) fault('high', 'stands for a RANGE and for nothing else');
    if (row.high !== null && row.high <= row.value) fault('high', 'must be above value');
    if (row.comparator === 'COVERAGE' && (row.value !== 100 || row.unit !== '%')) {
      fault('value', 'full coverage is 100 %');
    }
    if ((row.yearBasis === 'NONE') !== (row.year === null)) fault('year', 'is empty exactly where yearBasis is NONE');
  });

export type TargetRow = z.infer<typeof schema>;

/** Quantified targets; what the text leaves open (year, base) stays open. */
export const targetRecords: RecordKind<TargetRow> = {
  kind: 'targets',
  file: /^targets\.csv$/,
  columns: [
    'id',
    'policy',
    'measure',
    'subjectZh',
    'subjectEn',
    'comparator',
    'value',
    'high',
    'unit',
    'year',
    'yearBasis',
    'base',
    'wording',
    'segments',
    'note',
  ],
  schema,
  key: (row) => row.id,
  sourced: true,
  references: (row) => [
    { column: 'policy', to: 'policies', key: row.policy },
    ...(row.measure === null ? [] : [{ column: 'measure', to: 'measures', key: row.measure }]),
    ...row.segments.map((code) => ({ column: 'segments', to: 'segments', key: code })),
  ],
};

export const targetFacts: FactKind = {
  kind: 'targets',
  load: 'load/targets',
  existing: 'read/imports/existing-targets',
  remove: 'load/remove-targets',
  dependsOn: ['policies', 'measures', 'segments'],
  facts: (tables, origin) =>
    tables.targets.map(({ key: id, row, evidence }) => {
      const { policy, measure, segments, ...properties } = row;
      return makeFact({
        key: id,
        keyProperty: 'id',
        origin,
        evidence,
        properties,
        // A target of a measure hangs on the measure; one that only a chapter or the whole text states, on the policy.
        links: { measure, policy: measure === null ? policy : null, segments },
      });
    }),
};
