import { z } from 'zod';
import { flag, key, list, oneOf, optional, regionCode, text } from '../cell.ts';
import { makeFact, type FactKind } from '../fact.ts';
import type { RecordKind } from '../record-kind.ts';
import { searchProperties } from '../search-text.ts';
import { creditCodeFault, normaliseCreditCode } from '../unified-social-credit-code.ts';

const creditCode = z.string().transform((value, context) => {
  const code = normaliseCreditCode(value);
  const fault = creditCodeFault(code);
  if (fault !== null) context.addIssue({ code: 'custom', message: fault });
  return code;
});

const schema = z
  .object({
    id: key,
    nameZh: optional(text),
    nameEn: optional(text),
    shortNames: list(text),
    uscc: optional(creditCode),
    stockCode: optional(key),
    exchange: optional(key),
    listingState: optional(key),
    status: optional(key),
    signals: list(text),
  })
  .refine((row) => row.nameZh !== null || row.nameEn !== null, { path: ['nameZh'], message: 'a firm has a name' });

export type FirmRow = z.infer<typeof schema>;

/** Firms; every field but the name may be unknown. */
export const firmRecords: RecordKind<FirmRow> = {
  kind: 'firms',
  file: /^firms\.csv$/,
  columns: [
    'id',
    'nameZh',
    'nameEn',
    'shortNames',
    'uscc',
    'stockCode',
    'exchange',
    'listingState',
    'status',
    'signals',
  ],
  schema,
  key: (row) => row.id,
  sourced: true,
};

export const firmFacts: FactKind = {
  kind: 'firms',
  load: 'load/firms',
  existing: 'read/imports/existing-firms',
  remove: 'load/remove-firms',
  release: 'load/release-firm-codes',
  dependsOn: [],
  facts: (tables, origin) =>
    tables.firms.map(({ key: id, row, evidence }) =>
      makeFact({
        key: id,
        keyProperty: 'id',
        origin,
        evidence,
        properties: {
          ...row,
          ...searchProperties([row.nameZh, ...row.shortNames, row.nameEn, row.stockCode, row.uscc]),
        },
      }),
    ),
};

const placeSchema = z.object({
  firm: key,
  region: regionCode,
  kind: oneOf(['REGISTERED', 'OPERATING']),
  method: optional(key),
});
export type FirmPlaceRow = z.infer<typeof placeSchema>;

/** Where a firm is registered and where it works. */
export const firmPlaceRecords: RecordKind<FirmPlaceRow> = {
  kind: 'firm-places',
  file: /^firm-places\.csv$/,
  columns: ['firm', 'region', 'kind', 'method'],
  schema: placeSchema,
  key: (row) => `${row.firm}>${row.region}:${row.kind}`,
  sourced: true,
  references: (row) => [
    { column: 'firm', to: 'firms', key: row.firm },
    { column: 'region', to: 'regions', key: row.region },
  ],
};

export const firmPlaceFacts: FactKind = {
  kind: 'firm-places',
  load: 'load/firm-places',
  existing: 'read/imports/existing-firm-places',
  remove: 'load/remove-firm-places',
  dependsOn: ['firms', 'regions'],
  facts: (tables, origin) =>
    tables.firmPlaces.map(({ key: factKey, row, evidence }) => {
      const { firm, region, ...properties } = row;
      return makeFact({ key: factKey, keyProperty: 'factKey', origin, evidence, properties, links: { firm, region } });
    }),
};

const segmentSchema = z.object({
  firm: key,
  segment: key,
  main: optional(flag),
  products: list(text),
  method: oneOf(['STATED', 'NAME_RULE', 'DISCLOSED_PRODUCT', 'INDUSTRY_CLASS']),
  confidence: oneOf(['HIGH', 'MEDIUM', 'LOW']),
});
export type FirmSegmentRow = z.infer<typeof segmentSchema>;

/** What a firm does, at the level of the tree that the source supports. */
export const firmSegmentRecords: RecordKind<FirmSegmentRow> = {
  kind: 'firm-segments',
  file: /^firm-segments\.csv$/,
  columns: ['firm', 'segment', 'main', 'products', 'method', 'confidence'],
  schema: segmentSchema,
  key: (row) => `${row.firm}>${row.segment}`,
  sourced: true,
  references: (row) => [
    { column: 'firm', to: 'firms', key: row.firm },
    { column: 'segment', to: 'segments', key: row.segment },
  ],
};

export const firmSegmentFacts: FactKind = {
  kind: 'firm-segments',
  load: 'load/firm-segments',
  existing: 'read/imports/existing-firm-segments',
  remove: 'load/remove-firm-segments',
  dependsOn: ['firms', 'segments'],
  facts: (tables, origin) =>
    tables.firmSegments.map(({ key: factKey, row, evidence }) => {
      const { firm, segment, ...properties } = row;
      return makeFact({ key: factKey, keyProperty: 'factKey', origin, evidence, properties, links: { firm, segment } });
    }),
};
