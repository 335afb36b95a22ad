import { z } from 'zod';
import { AppError } from '../domain/app-error.ts';
import type { EvidenceRef } from '../domain/map/industry-map.ts';
import type { Row } from './graph.ts';

/** The three parallel lists that every fact carries in the graph, as evidence; an empty text in them is "none". */
export function evidenceOf(lists: {
  readonly sources: readonly string[];
  readonly positions: readonly string[];
  readonly quotes: readonly string[];
}): readonly EvidenceRef[] {
  return lists.sources.map((source, place) => ({
    source,
    position: lists.positions[place] === '' ? null : (lists.positions[place] ?? null),
    quote: lists.quotes[place] === '' ? null : (lists.quotes[place] ?? null),
  }));
}

const evidenceLists = {
  sources: z.array(z.string()),
  positions: z.array(z.string()),
  quotes: z.array(z.string()),
};

/** A row of these columns plus the evidence lists, read as the columns plus `evidence`. */
export function sourcedRow<Shape extends z.ZodRawShape>(shape: Shape) {
  const own = z.object(shape);
  const lists = z.object(evidenceLists);
  return z.unknown().transform((row, context): z.infer<typeof own> & { evidence: readonly EvidenceRef[] } => {
    const columns = own.safeParse(row);
    const evidence = lists.safeParse(row);
    for (const result of [columns, evidence]) {
      if (!result.success) for (const issue of result.error.issues) context.addIssue({ ...issue, code: 'custom' });
    }
    if (!columns.success || !evidence.success) return z.NEVER;
    return { ...columns.data, evidence: evidenceOf(evidence.data) };
  });
}

/** Parses every row of an answer; a row of another shape is a fault of ours, named by question, row and column. */
export function rowsAs<T>(question: string, schema: z.ZodType<T>, rows: readonly Row[]): readonly T[] {
  return rows.map((row, position) => {
    const result = schema.safeParse(row);
    if (result.success) return result.data;
    const issue = result.error.issues[0];
    throw new AppError(
      'INTERNAL_SERVER_ERROR',
      `Row ${position} of ${question} does not have the agreed shape at ${issue?.path.join('.') ?? '?'}: ${issue?.message ?? '?'}`,
      question,
      result.error,
    );
  });
}
