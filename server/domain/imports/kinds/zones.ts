import { z } from 'zod';
import { key, list, optional, regionCode, text } from '../cell.ts';
import { makeFact, type FactKind } from '../fact.ts';
import type { RecordKind } from '../record-kind.ts';
import { searchProperties } from '../search-text.ts';

const schema = z.object({ code: key, nameZh: text, nameEn: optional(text), scheme: key, aliases: list(text) });
export type ZoneRow = z.infer<typeof schema>;

/** Areas of several prefectures (珠三角, 粤东, 两极 ...), each by a scheme. */
export const zoneRecords: RecordKind<ZoneRow> = {
  kind: 'zones',
  file: /^zones\.csv$/,
  columns: ['code', 'nameZh', 'nameEn', 'scheme', 'aliases'],
  schema,
  key: (row) => row.code,
  sourced: true,
};

export const zoneFacts: FactKind = {
  kind: 'zones',
  load: 'load/zones',
  existing: 'read/imports/existing-zones',
  remove: 'load/remove-zones',
  dependsOn: [],
  facts: (tables, origin) =>
    tables.zones.map(({ key: code, row, evidence }) =>
      makeFact({
        key: code,
        keyProperty: 'code',
        origin,
        evidence,
        properties: { ...row, ...searchProperties([row.nameZh, row.nameEn, ...row.aliases]) },
      }),
    ),
};

const memberSchema = z.object({ region: regionCode, zone: key, scheme: key, note: optional(text) });
export type ZoneMemberRow = z.infer<typeof memberSchema>;

/** Which region a scheme counts to which zone: schemes differ, so the scheme stands on the membership. */
export const zoneMemberRecords: RecordKind<ZoneMemberRow> = {
  kind: 'zone-members',
  file: /^zone-members\.csv$/,
  columns: ['region', 'zone', 'scheme', 'note'],
  schema: memberSchema,
  key: (row) => `${row.region}>${row.zone}:${row.scheme}`,
  sourced: true,
  references: (row) => [
    { column: 'region', to: 'regions', key: row.region },
    { column: 'zone', to: 'zones', key: row.zone },
  ],
};

export const zoneMemberFacts: FactKind = {
  kind: 'zone-members',
  load: 'load/zone-members',
  existing: 'read/imports/existing-zone-members',
  remove: 'load/remove-zone-members',
  dependsOn: ['regions', 'zones'],
  facts: (tables, origin) =>
    tables.zoneMembers.map(({ key: factKey, row, evidence }) => {
      const { region, zone, ...properties } = row;
      return makeFact({ key: factKey, keyProperty: 'factKey', origin, evidence, properties, links: { region, zone } });
    }),
};
