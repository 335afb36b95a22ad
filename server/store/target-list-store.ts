import { z } from 'zod';
import type { TargetCriteria } from '../domain/analysis/answer-targets.ts';
import { AppError } from '../domain/app-error.ts';
import { keyOfCursor, pageFrom, type PageArguments } from '../domain/paging/page.ts';
import type {
  TargetListChange,
  TargetListContent,
  TargetListShelf,
  WriteOutcome,
} from '../domain/target-lists/target-list-shelf.ts';
import type { ListedFirm, TargetListFact } from '../domain/target-lists/target-list.ts';
import { rowsAs } from './fact-rows.ts';
import type { Graph, WriteResult } from './graph.ts';

const maybe = z.string().nullable();
const time = z.date().transform((date) => date.toISOString());

const listRow = z
  .object({
    id: z.string(),
    name: z.string(),
    region: z.string(),
    segment: z.string(),
    sameSegmentOnly: z.boolean(),
    exchange: maybe,
    minEmployees: z.number().nullable(),
    maxKm: z.number().nullable(),
    origin: z.enum(['in-province', 'outside']).nullable(),
    includeFlagged: z.boolean(),
    parameterNames: z.array(z.string()),
    parameterValues: z.array(z.number()),
    releaseId: z.string(),
    revision: z.number(),
    createdAt: time,
    updatedAt: time,
    firmCount: z.number(),
  })
  .transform(
    ({
      sameSegmentOnly,
      exchange,
      minEmployees,
      maxKm,
      origin,
      includeFlagged,
      parameterNames,
      parameterValues,
      ...row
    }): TargetListFact => ({
      type: 'TargetList',
      ...row,
      criteria: { sameSegmentOnly, exchange, minEmployees, maxKm, origin, includeFlagged },
      parameters: parameterNames.map((name, index) => ({ name, value: parameterValues[index] ?? 0 })),
    }),
  );
const firmRow = z
  .object({
    list: z.string(),
    position: z.number(),
    firm: z.string(),
    firmName: z.string(),
    note: z.string(),
    nextStep: z.string(),
    addedAt: time,
    releaseId: z.string(),
    isCandidate: z.boolean(),
    score: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    rank: z.number().nullable(),
  })
  .transform(({ list, isCandidate, score, low, high, rank, ...row }): { list: string; entry: ListedFirm } => ({
    list,
    entry: { ...row, score: isCandidate ? { value: score, low: low ?? 0, high: high ?? 1, rank } : null },
  }));
const countRow = z.object({ lists: z.number() });
const writtenRow = z.object({ revision: z.number(), token: z.string(), deleted: z.boolean() });
const removedRow = z.object({ revision: z.number(), deleted: z.boolean() });

/** Between the parts of a cursor; stands in none of them. */
const SEPARATOR = '\u001f';
const CURSOR = 'target list';

/** Saved lists in the graph. Each write is one statement that looks at the revision under the list's lock. */
export function targetListStore(graph: Graph): TargetListShelf {
  return {
    page: async (page, asked) => {
      const parameters = { ...afterOf(page), limit: page.first + 1 };
      const found = rowsAs(
        'read/target-lists/page',
        listRow,
        await graph.read('read/target-lists/page', parameters, asked),
      );
      return pageFrom(found.slice(0, page.first), ({ createdAt, id }) => [CURSOR, createdAt, id].join(SEPARATOR), {
        hasNextPage: found.length > page.first,
        hasPreviousPage: page.after !== null,
        totalCount: async () => {
          const rows = await graph.read('read/target-lists/count', {}, asked);
          return rowsAs('read/target-lists/count', countRow, rows)[0]?.lists ?? 0;
        },
      });
    },
    byIds: async (ids, asked) =>
      new Map(
        rowsAs('read/target-lists/by-ids', listRow, await graph.read('read/target-lists/by-ids', { ids }, asked)).map(
          (list) => [list.id, list],
        ),
      ),
    firmsOf: async (ids, asked) => {
      const rows = rowsAs(
        'read/target-lists/firms',
        firmRow,
        await graph.read('read/target-lists/firms', { ids }, asked),
      );
      const byList = new Map<string, ListedFirm[]>();
      for (const { list, entry } of rows) byList.set(list, [...(byList.get(list) ?? []), entry]);
      return byList;
    },
    create: async ({ id, token, now }, content, asked) => {
      const file = 'write/target-lists/create';
      return outcomeOf(file, await graph.write(file, { id, token, now, ...contentRows(content) }, asked), token, 1);
    },
    replace: async (change, content, asked) => {
      const file = 'write/target-lists/replace';
      const result = await graph.write(file, { ...changeParameters(change), ...contentRows(content) }, asked);
      return outcomeOf(file, result, change.token, change.expectedRevision + 1);
    },
    rename: async (change, name, asked) => {
      const file = 'write/target-lists/rename';
      const result = await graph.write(file, { ...changeParameters(change), name }, asked);
      return outcomeOf(file, result, change.token, change.expectedRevision + 1);
    },
    remove: async ({ id, expectedRevision, now }, asked) => {
      const file = 'write/target-lists/delete';
      const { rows } = await graph.write(file, { id, expectedRevision, now }, asked);
      const [row] = rowsAs(file, removedRow, rows);
      if (row === undefined) return 'missing';
      return row.deleted ? 'done' : 'clash';
    },
    restore: async (id, asked) =>
      (await graph.write('write/target-lists/restore', { id }, asked)).rows.length === 0 ? 'missing' : 'done',
    purge: async (before, asked) => {
      await graph.write('write/target-lists/purge', { before }, asked);
    },
  };
}

function changeParameters({ id, token, expectedRevision, now }: TargetListChange) {
  return { id, token, expectedRevision, now };
}

function contentRows({ name, question, releaseId, firms }: TargetListContent) {
  const { region, segment, criteria, parameters } = question;
  return {
    list: {
      name,
      region,
      segment,
      ...criteriaProperties(criteria),
      parameterNames: parameters.map((parameter) => parameter.name),
      parameterValues: parameters.map((parameter) => parameter.value),
      releaseId,
    },
    firms: firms.map(({ score, ...firm }) => ({
      ...firm,
      isCandidate: score !== null,
      score: score?.value ?? null,
      low: score?.low ?? null,
      high: score?.high ?? null,
      rank: score?.rank ?? null,
    })),
  };
}

/** Null takes the property away. */
function criteriaProperties(criteria: TargetCriteria) {
  const { sameSegmentOnly, exchange, minEmployees, maxKm, origin, includeFlagged } = criteria;
  return { sameSegmentOnly, exchange, minEmployees, maxKm, origin, includeFlagged };
}

/** The list is now at the revision that this very change makes: then it was written, by this call or by one before it. */
function outcomeOf(file: string, { rows }: WriteResult, token: string, revision: number): WriteOutcome {
  const [row] = rowsAs(file, writtenRow, rows);
  if (row === undefined || row.deleted) return 'missing';
  return row.token === token && row.revision === revision ? 'done' : 'clash';
}

function afterOf({ after }: PageArguments) {
  if (after === null) return { afterCreatedAt: null, afterId: null };
  const [kind, createdAt, id] = keyOfCursor(after).split(SEPARATOR);
  const time = new Date(createdAt ?? '');
  if (kind !== CURSOR || id === undefined || Number.isNaN(time.getTime())) {
    throw new AppError(
      'BAD_USER_INPUT',
      'after is a cursor of another list or order; start again without it.',
      'after',
    );
  }
  return { afterCreatedAt: time, afterId: id };
}
