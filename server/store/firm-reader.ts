import { z } from 'zod';
import type { Asked } from '../domain/asked.ts';
import type { FirmDirectory, FirmFilter, FirmOrder } from '../domain/firms/firm-directory.ts';
import type { FirmFact } from '../domain/map/industry-map.ts';
import { keyOfCursor, pageFrom, type PageArguments } from '../domain/paging/page.ts';
import { AppError } from '../domain/app-error.ts';
import { rowsAs, sourcedRow } from './fact-rows.ts';
import type { Graph } from './graph.ts';

const maybe = z.string().nullable();
const texts = z
  .array(z.string())
  .nullable()
  .transform((list) => list ?? []);

const firmRow = sourcedRow({
  id: z.string(),
  nameZh: z.string(),
  nameEn: maybe,
  shortNames: texts,
  uscc: maybe,
  stockCode: maybe,
  exchange: maybe,
  listingState: maybe,
  status: maybe,
}).transform(({ shortNames, ...row }): FirmFact => ({ type: 'Firm', ...row, aliases: shortNames }));
const placeRow = sourcedRow({ firm: z.string(), region: z.string(), kind: z.string(), method: maybe });
const segmentRow = sourcedRow({
  firm: z.string(),
  segment: z.string(),
  main: z.boolean().nullable(),
  products: texts,
  method: z.string(),
  confidence: z.string(),
});
const idRow = z.object({ id: z.string() });
const countRow = z.object({ firms: z.number() });

/** Between the parts of a cursor; stands in none of them. The first part names the list, so that no other is taken for it. */
const SEPARATOR = '\u001f';

/** Firms from the graph, page by page with keyset cursors: a page costs the same wherever it is. */
export function firmReader(graph: Graph): FirmDirectory {
  const keyed = <T extends { readonly firm: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> => {
    const result = new Map<string, T[]>();
    for (const row of rows) result.set(row.firm, [...(result.get(row.firm) ?? []), row]);
    return result;
  };
  return {
    page: async (filter, order, page, asked) => {
      const { file, parameters, key } = pageQuestion(order, page);
      const found = rowsAs(
        file,
        firmRow,
        await graph.read(file, { ...filterParameters(filter), ...parameters, limit: page.first + 1 }, asked),
      );
      return pageFrom(found.slice(0, page.first), key, {
        hasNextPage: found.length > page.first,
        hasPreviousPage: page.after !== null,
        totalCount: async () => {
          const [row] = rowsAs(
            'read/firms/count',
            countRow,
            await graph.read('read/firms/count', filterParameters(filter), asked),
          );
          return row?.firms ?? 0;
        },
      });
    },
    byIds: async (ids, asked) =>
      new Map(
        rowsAs('read/firms/by-ids', firmRow, await graph.read('read/firms/by-ids', { ids }, asked)).map((firm) => [
          firm.id,
          firm,
        ]),
      ),
    idByUscc: (uscc, asked) => onlyId(graph, 'read/firms/by-uscc', { uscc }, asked),
    idByStockCode: (stockCode, asked) => onlyId(graph, 'read/firms/by-stock-code', { stockCode }, asked),
    placesOf: async (ids, asked) =>
      keyed(rowsAs('read/firms/places', placeRow, await graph.read('read/firms/places', { ids }, asked))),
    segmentsOf: async (ids, asked) =>
      keyed(rowsAs('read/firms/segments', segmentRow, await graph.read('read/firms/segments', { ids }, asked))),
  };
}

function filterParameters(filter: FirmFilter) {
  return {
    segments: filter.segments,
    regions: filter.regions,
    notRegions: filter.notRegions,
    exchange: filter.exchange,
  };
}

function pageQuestion(order: FirmOrder, page: PageArguments) {
  const after = page.after === null ? null : keyOfCursor(page.after);
  switch (order) {
    case 'NAME': {
      const [order, name, id] = after?.split(SEPARATOR) ?? [];
      if (after !== null && (order !== 'firm by name' || id === undefined)) throw foreignCursor();
      return {
        file: 'read/firms/page-by-name',
        parameters: { afterName: name ?? null, afterId: id ?? null },
        key: (firm: FirmFact) => ['firm by name', firm.nameZh, firm.id].join(SEPARATOR),
      };
    }
    case 'CODE':
      return {
        file: 'read/firms/page-by-code',
        parameters: { afterId: after === null ? null : idAfter(after) },
        key: (firm: FirmFact) => ['firm by code', firm.id].join(SEPARATOR),
      };
  }
}

function idAfter(cursor: string): string {
  const [order, id] = cursor.split(SEPARATOR);
  if (order !== 'firm by code' || id === undefined) throw foreignCursor();
  return id;
}

function foreignCursor(): AppError {
  return new AppError('BAD_USER_INPUT', 'after is a cursor of another list or order; start again without it.', 'after');
}

async function onlyId(
  graph: Graph,
  file: string,
  parameters: Readonly<Record<string, string>>,
  asked: Asked,
): Promise<string | null> {
  const rows = rowsAs(file, idRow, await graph.read(file, parameters, asked));
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}
