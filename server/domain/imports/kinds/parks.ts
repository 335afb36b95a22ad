import { z } from 'zod';
import { date, flag, key, list, oneOf, optional, regionCode, text } from '../cell.ts';
import { makeFact, type FactKind } from '../fact.ts';
import type { RecordKind } from '../record-kind.ts';
import { searchProperties } from '../search-text.ts';

const schema = z.object({
  id: key,
  nameZh: text,
  nameEn: optional(text),
  aliases: list(text),
  region: optional(regionCode),
  state: optional(oneOf(['PLANNED', 'OPERATING'])),
  kind: oneOf(['DYEING_PARK', 'INDUSTRY_PARK', 'BASE', 'TRANSFER_PARK', 'TREATMENT_CENTRE']),
  note: optional(text),
});

export type ParkRow = z.infer<typeof schema>;

/** Parks, bases and treatment centres; the place is unknown where the text gives none. */
export const parkRecords: RecordKind<ParkRow> = {
  kind: 'parks',
  file: /^parks\.csv$/,
  columns: ['id', 'nameZh', 'nameEn', 'aliases', 'region', 'state', 'kind', 'note'],
  schema,
  key: (row) => row.id,
  sourced: true,
  references: (row) => (row.region === null ? [] : [{ column: 'region', to: 'regions', key: row.region }]),
};

export const parkFacts: FactKind = {
  kind: 'parks',
  load: 'load/parks',
  existing: 'read/imports/existing-parks',
  remove: 'load/remove-parks',
  dependsOn: ['regions'],
  facts: (tables, origin) =>
    tables.parks.map(({ key: id, row, evidence }) => {
      const { region, ...properties } = row;
      return makeFact({
        key: id,
        keyProperty: 'id',
        origin,
        evidence,
        properties: { ...properties, ...searchProperties([row.nameZh, row.nameEn, ...row.aliases]) },
        links: { region },
      });
    }),
};

const acceptSchema = z.object({ park: key, segment: key, method: oneOf(['STATED', 'NAME']) });
export type ParkAcceptRow = z.infer<typeof acceptSchema>;

/** Which segments a park takes: stated by a source, or read from its name. */
export const parkAcceptRecords: RecordKind<ParkAcceptRow> = {
  kind: 'park-accepts',
  file: /^park-accepts\.csv$/,
  columns: ['park', 'segment', 'method'],
  schema: acceptSchema,
  key: (row) => `${row.park}>${row.segment}`,
  sourced: true,
  references: (row) => [
    { column: 'park', to: 'parks', key: row.park },
    { column: 'segment', to: 'segments', key: row.segment },
  ],
};

export const parkAcceptFacts: FactKind = {
  kind: 'park-accepts',
  load: 'load/park-accepts',
  existing: 'read/imports/existing-park-accepts',
  remove: 'load/remove-park-accepts',
  dependsOn: ['parks', 'segments'],
  facts: (tables, origin) =>
    tables.parkAccepts.map(({ key: factKey, row, evidence }) => {
      const { park, segment, ...properties } = row;
      return makeFact({ key: factKey, keyProperty: 'factKey', origin, evidence, properties, links: { park, segment } });
    }),
};

const featureSchema = z.object({ park: key, feature: key, present: flag, asOf: optional(date) });
export type ParkFeatureRow = z.infer<typeof featureSchema>;

/** Features known to be there or known to be absent; a feature without a row is unknown. */
export const parkFeatureRecords: RecordKind<ParkFeatureRow> = {
  kind: 'park-features',
  file: /^park-features\.csv$/,
  columns: ['park', 'feature', 'present', 'asOf'],
  schema: featureSchema,
  key: (row) => `${row.park}:${row.feature}`,
  sourced: true,
  references: (row) => [{ column: 'park', to: 'parks', key: row.park }],
};

export const parkFeatureFacts: FactKind = {
  kind: 'park-features',
  load: 'load/park-features',
  existing: 'read/imports/existing-park-features',
  remove: 'load/remove-park-features',
  dependsOn: ['parks'],
  facts: (tables, origin) =>
    tables.parkFeatures.map(({ key: id, row, evidence }) => {
      const { park, ...properties } = row;
      return makeFact({ key: id, keyProperty: 'id', origin, evidence, properties, links: { park } });
    }),
};
