import { z } from 'zod';

/** The shape of a `dataset.json`: field names as in the file. What the fields mean to each other is `parseDataset`'s. */

const id = z.string({ error: 'must be an id in quotes' }).min(1, { error: 'must not be empty' });

const amount = z.number({ error: 'must be a number of 0 or more' }).min(0, { error: 'must be 0 or more' });

/** `null` is unknown, and has to be said: a field that is left out may as well be misspelt. */
const unknownOrAmount = z
  .number({ error: 'must be a number of 0 or more, or null where it is not known' })
  .min(0, { error: 'must be 0 or more, or null where it is not known' })
  .nullable();

const unknownOrCount = z
  .int({ error: 'must be a whole number of 0 or more, or null where it is not known' })
  .min(0, { error: 'must be 0 or more, or null where it is not known' })
  .nullable();

const share = z
  .number({ error: 'must be a number from 0 to 1' })
  .min(0, { error: 'must be 0 or more' })
  .max(1, { error: 'must be 1 or less' });

const list = <Item extends z.ZodType>(item: Item) => z.array(item, { error: 'must be a list' });
const entry = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape, { error: 'must be an object' });

export const datasetDocumentSchema = entry({
  params: z.record(z.string(), z.unknown(), { error: 'must be an object' }).default({}),
  regions: list(
    entry({
      id,
      area: z.string({ error: 'must be a text' }).default(''),
      destination: z.boolean({ error: 'must be true or false' }).default(false),
    }),
  ).min(1, { error: 'must hold at least one region' }),
  distances_km: list(list(unknownOrAmount)).optional(),
  segments: list(entry({ id })).min(1, { error: 'must hold at least one segment' }),
  feeds: list(
    entry({
      source: id,
      target: id,
      weight: z
        .number({ error: 'must be a number above 0 and up to 1' })
        .gt(0, { error: 'must be above 0' })
        .max(1, { error: 'must be 1 or less' }),
      essential: z.boolean({ error: 'must be true or false' }).default(false),
    }),
  ),
  cells: list(
    entry({
      region: id,
      segment: id,
      firms: unknownOrCount,
      employees: unknownOrAmount,
      revenue: unknownOrAmount,
      employees_t0: unknownOrAmount,
    }),
  ),
  firms: list(entry({ id, region: id, segment: id, employees: unknownOrAmount, revenue: unknownOrAmount })).default([]),
  supply_links: list(entry({ source: id, target: id, amount })).default([]),
  external_share: list(entry({ segment: id, region: id.nullable().default(null), share })).default([]),
  io_table: entry({ Z: list(list(amount)), F: list(amount), Y: list(amount) })
    .nullable()
    .default(null),
  parks: list(
    entry({
      id,
      region: id,
      accepts: list(id).default([]),
      capacity_ha: unknownOrAmount,
      used_ha: unknownOrAmount,
      features: list(id).default([]),
    }),
  ).default([]),
  measures: list(
    entry({
      id,
      segments: list(id).default([]),
      regions: list(id).default([]),
      areas: list(id).default([]),
      lead: id.nullable().default(null),
      support: list(id).default([]),
    }),
  ).default([]),
  counterpart_pairs: list(entry({ origin: id, destination: id })).default([]),
  relocation_queries: list(
    entry({
      id,
      segment: id,
      origin: id,
      employees: amount,
      land_ha: z.number({ error: 'must be a number above 0' }).gt(0, { error: 'must be above 0' }),
      requires: list(id).default([]),
    }),
  ).default([]),
  whatif: list(entry({ id, shocks: list(entry({ region: id, segment: id, loss: share })) })).default([]),
});

export type DatasetDocument = z.infer<typeof datasetDocumentSchema>;
