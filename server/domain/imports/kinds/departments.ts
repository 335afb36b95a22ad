import { z } from 'zod';
import { date, key, list, oneOf, optional, text } from '../cell.ts';
import { makeFact, type FactKind } from '../fact.ts';
import type { RecordKind } from '../record-kind.ts';
import { searchProperties } from '../search-text.ts';

const schema = z
  .object({
    id: key,
    nameZh: text,
    nameEn: optional(text),
    shortNames: list(text),
    kind: oneOf(['PROVINCIAL', 'CENTRAL', 'MASS', 'COLLECTIVE', 'LEADING_GROUP']),
    validFrom: optional(date),
    validTo: optional(date),
    successor: optional(key),
    note: optional(text),
  })
  .refine((row) => row.successor !== row.id, { path: ['successor'], message: 'a body does not succeed itself' });

export type DepartmentRow = z.infer<typeof schema>;

/** Bodies that policies name, with the time a name was in use and the body that took over. */
export const departmentRecords: RecordKind<DepartmentRow> = {
  kind: 'departments',
  file: /^departments\.csv$/,
  columns: ['id', 'nameZh', 'nameEn', 'shortNames', 'kind', 'validFrom', 'validTo', 'successor', 'note'],
  schema,
  key: (row) => row.id,
  sourced: true,
  references: (row) => (row.successor === null ? [] : [{ column: 'successor', to: 'departments', key: row.successor }]),
};

export const departmentFacts: FactKind = {
  kind: 'departments',
  load: 'load/departments',
  existing: 'read/imports/existing-departments',
  remove: 'load/remove-departments',
  dependsOn: [],
  selfLinks: ['successor'],
  facts: (tables, origin) =>
    tables.departments.map(({ key: id, row, evidence }) => {
      const { successor, ...properties } = row;
      return makeFact({
        key: id,
        keyProperty: 'id',
        origin,
        evidence,
        properties: { ...properties, ...searchProperties([row.nameZh, row.nameEn, ...row.shortNames]) },
        links: { successor },
      });
    }),
};
