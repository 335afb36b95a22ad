import { z } from 'zod';
import { list, number, oneOf, optional, regionCode, text, flag } from '../cell.ts';
import { makeFact, type FactKind, type FactValue } from '../fact.ts';
import type { RecordKind } from '../record-kind.ts';
import { searchProperties } from '../search-text.ts';

const schema = z
  .object({
    code: regionCode,
    nameZh: text,
    nameEn: optional(text),
    shortZh: optional(text),
    level: oneOf(['PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWN']),
    parent: optional(regionCode),
    lon: optional(number.refine((lon) => lon >= -180 && lon <= 180, 'must be degrees east, -180 to 180')),
    lat: optional(number.refine((lat) => lat >= -90 && lat <= 90, 'must be degrees north, -90 to 90')),
    aliases: list(text),
  })
  .superRefine((row, context) => {
    const fault = (column: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [column], message });
    };
    if ((row.lon === null) !== (row.lat === null)) fault('lon', 'lon and lat stand together or not at all');
    const shape = CODE_SHAPES[row.level];
    if (!shape.pattern.test(row.code)) fault('code', `the code of a ${row.level} ${shape.rule}`);
    if ((row.level === 'PROVINCE') !== (row.parent === null)) fault('parent', 'only a province has no parent');
    if (row.parent !== null && !row.code.startsWith(significantDigits(row.parent))) {
      fault('parent', 'the code must begin with the significant digits of its parent');
    }
  });

const CODE_SHAPES = {
  PROVINCE: { pattern: /^\d{2}0000$/, rule: 'ends in 0000' },
  PREFECTURE: { pattern: /^\d{2}(?!00)\d{2}00$/, rule: 'ends in 00 and is not a province' },
  COUNTY: { pattern: /^\d{4}(?!00)\d{2}$/, rule: 'has six digits and does not end in 00' },
  TOWN: { pattern: /^\d{9}$/, rule: 'has nine digits' },
} as const;

/** 440000 -> 44, 440100 -> 4401, 440105 -> 440105: what the codes below it begin with. */
function significantDigits(code: string): string {
  return code.replace(/^(\d\d)0000$/, '$1').replace(/^(\d{4})00$/, '$1');
}

export type RegionRow = z.infer<typeof schema>;

/** Divisions by GB/T 2260; points are WGS-84. */
export const regionRecords: RecordKind<RegionRow> = {
  kind: 'regions',
  file: /^regions(-[a-z]+)*\.csv$/,
  columns: ['code', 'nameZh', 'nameEn', 'shortZh', 'level', 'parent', 'lon', 'lat', 'aliases'],
  schema,
  key: (row) => row.code,
  sourced: true,
  references: (row) => (row.parent === null ? [] : [{ column: 'parent', to: 'regions', key: row.parent }]),
};

const receiverSchema = z.object({ region: regionCode, receiver: flag });
export type ReceiverRow = z.infer<typeof receiverSchema>;

/** Whether the province's transfer policy names a city as a receiver; it has sources of its own. */
export const receiverRecords: RecordKind<ReceiverRow> = {
  kind: 'receivers',
  file: /^receivers\.csv$/,
  columns: ['region', 'receiver'],
  schema: receiverSchema,
  key: (row) => row.region,
  sourced: true,
  references: (row) => [{ column: 'region', to: 'regions', key: row.region }],
};

export const regionFacts: FactKind = {
  kind: 'regions',
  load: 'load/regions',
  existing: 'read/imports/existing-regions',
  remove: 'load/remove-regions',
  dependsOn: [],
  selfLinks: ['parent'],
  facts: (tables, origin) => {
    const receivers = new Map(tables.receivers.map((record) => [record.key, record]));
    return tables.regions.map(({ key: code, row, evidence }) => {
      const { parent, ...properties } = row;
      const stated = receivers.get(code);
      const receiver: Record<string, FactValue> =
        stated === undefined
          ? {}
          : {
              receiver: stated.row.receiver,
              receiverSources: stated.evidence.sources,
              receiverPositions: stated.evidence.positions,
              receiverQuotes: stated.evidence.quotes,
            };
      return makeFact({
        key: code,
        keyProperty: 'code',
        origin,
        evidence,
        properties: {
          ...properties,
          ...receiver,
          ...searchProperties([row.nameZh, row.shortZh, row.nameEn, ...row.aliases]),
        },
        links: { parent },
      });
    });
  },
};
