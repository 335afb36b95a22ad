import { z } from 'zod';
import { date, datePrecision, datesAgree, key, list, oneOf, optional, text } from '../cell.ts';
import { makeFact, type FactKind } from '../fact.ts';
import type { RecordKind } from '../record-kind.ts';
import { searchProperties } from '../search-text.ts';

const schema = z
  .object({
    id: key,
    nameZh: text,
    nameEn: optional(text),
    kind: oneOf([
      'POLICY',
      'PLAN',
      'INTERPRETATION',
      'NICKNAME',
      'FUND',
      'STRATEGY',
      'PROGRAMME',
      'INSTRUMENT',
      'PLANNED_DOCUMENT',
      'FRAME',
    ]),
    number: optional(text),
    date: optional(date),
    datePrecision: optional(datePrecision),
    issuer: optional(key),
    status: optional(key),
    implements: list(key),
    interprets: list(key),
    namedIn: list(key),
  })
  .superRefine(datesAgree('date'));

export type PolicyRow = z.infer<typeof schema>;

/** Documents, programmes and instruments that the texts are or name. */
export const policyRecords: RecordKind<PolicyRow> = {
  kind: 'policies',
  file: /^policies\.csv$/,
  columns: [
    'id',
    'nameZh',
    'nameEn',
    'kind',
    'number',
    'date',
    'datePrecision',
    'issuer',
    'status',
    'implements',
    'interprets',
    'namedIn',
  ],
  schema,
  key: (row) => row.id,
  sourced: true,
  references: (row) => [
    ...(row.issuer === null ? [] : [{ column: 'issuer', to: 'departments', key: row.issuer }]),
    ...row.implements.map((id) => ({ column: 'implements', to: 'policies', key: id })),
    ...row.interprets.map((id) => ({ column: 'interprets', to: 'policies', key: id })),
    ...row.namedIn.map((id) => ({ column: 'namedIn', to: 'measures', key: id })),
  ],
};

export const policyFacts: FactKind = {
  kind: 'policies',
  load: 'load/policies',
  existing: 'read/imports/existing-policies',
  remove: 'load/remove-policies',
  dependsOn: ['departments'],
  selfLinks: ['implements', 'interprets'],
  facts: (tables, origin) =>
    tables.policies.map(({ key: id, row, evidence }) => {
      const { issuer, implements: carriesOut, interprets, ...properties } = row;
      return makeFact({
        key: id,
        keyProperty: 'id',
        origin,
        evidence,
        properties: { ...properties, ...searchProperties([row.nameZh, row.nameEn, row.number]) },
        links: { issuer, implements: carriesOut, interprets },
      });
    }),
};

/** (Measure)-[:NAMES]->(Policy): written apart from the policies, since measures are part of policies. */
export const policyMentionFacts: FactKind = {
  kind: 'policy-mentions',
  load: 'load/policy-mentions',
  existing: 'read/imports/existing-policy-mentions',
  remove: 'load/remove-policy-mentions',
  dependsOn: ['policies', 'measures'],
  facts: (tables, origin) =>
    tables.policies.flatMap(({ key: policy, row, evidence }) =>
      row.namedIn.map((measure) =>
        makeFact({
          key: `${measure}>${policy}`,
          keyProperty: 'factKey',
          origin,
          evidence,
          properties: {},
          links: { measure, policy },
        }),
      ),
    ),
};
