import { z } from 'zod';
import { count, flag, key, oneOf, optional, text } from '../cell.ts';
import { makeFact, type FactKind } from '../fact.ts';
import type { RecordKind } from '../record-kind.ts';

const schema = z.object({ id: key, measure: key, text, leadExplicit: flag });
export type ClauseRow = z.infer<typeof schema>;

/** Responsibility clauses, word for word; `leadExplicit` is false where the text says no 牵头. */
export const clauseRecords: RecordKind<ClauseRow> = {
  kind: 'clauses',
  file: /^clauses\.csv$/,
  columns: ['id', 'measure', 'text', 'leadExplicit'],
  schema,
  key: (row) => row.id,
  sourced: true,
  references: (row) => [{ column: 'measure', to: 'measures', key: row.measure }],
};

export const clauseFacts: FactKind = {
  kind: 'clauses',
  load: 'load/clauses',
  existing: 'read/imports/existing-clauses',
  remove: 'load/remove-clauses',
  dependsOn: ['measures'],
  facts: (tables, origin) =>
    tables.clauses.map(({ key: id, row, evidence }) => {
      const { measure, ...properties } = row;
      return makeFact({ key: id, keyProperty: 'id', origin, evidence, properties, links: { measure } });
    }),
};

const roleSchema = z.object({
  clause: key,
  department: key,
  role: oneOf(['LEAD', 'SUPPORT']),
  written: text,
  rank: optional(count),
});
export type ClauseRoleRow = z.infer<typeof roleSchema>;

/** Who leads and who supports; a body named in both roles of one clause has a row for each. */
export const clauseRoleRecords: RecordKind<ClauseRoleRow> = {
  kind: 'clause-roles',
  file: /^clause-roles\.csv$/,
  columns: ['clause', 'department', 'role', 'written', 'rank'],
  schema: roleSchema,
  key: (row) => `${row.clause}>${row.department}:${row.role}`,
  sourced: true,
  references: (row) => [
    { column: 'clause', to: 'clauses', key: row.clause },
    { column: 'department', to: 'departments', key: row.department },
  ],
};

export const clauseRoleFacts: FactKind = {
  kind: 'clause-roles',
  load: 'load/clause-roles',
  existing: 'read/imports/existing-clause-roles',
  remove: 'load/remove-clause-roles',
  dependsOn: ['clauses', 'departments'],
  facts: (tables, origin) =>
    tables.clauseRoles.map(({ key: factKey, row, evidence }) =>
      makeFact({
        key: factKey,
        keyProperty: 'factKey',
        origin,
        evidence,
        properties: { written: row.written, rank: row.rank },
        links: {
          clause: row.clause,
          lead: row.role === 'LEAD' ? row.department : null,
          support: row.role === 'SUPPORT' ? row.department : null,
        },
      }),
    ),
};
