import { z } from 'zod';
import { flag, key, number, oneOf, optional, text } from '../cell.ts';
import type { RecordKind } from '../record-kind.ts';

const schema = z.object({
  from: key,
  to: key,
  kind: oneOf(['MATERIAL', 'EQUIPMENT', 'AUXILIARY', 'SERVICE', 'LOOP']),
  weight: optional(number.refine((weight) => weight > 0 && weight <= 1, 'must be above 0 and at most 1')),
  essential: flag,
  note: optional(text),
});

export type FeedRow = z.infer<typeof schema>;

/** Feeds as the sources state them: an end may be a parent, which stands for all its leaves. */
export const feedRecords: RecordKind<FeedRow> = {
  kind: 'feeds',
  file: /^feeds\.csv$/,
  columns: ['from', 'to', 'kind', 'weight', 'essential', 'note'],
  schema,
  key: (row) => `${row.from}>${row.to}:${row.kind}`,
  sourced: true,
  references: (row) => [
    { column: 'from', to: 'segments', key: row.from },
    { column: 'to', to: 'segments', key: row.to },
  ],
};
