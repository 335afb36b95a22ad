import { z } from 'zod';
import { AppError } from '../domain/app-error.ts';
import type { Asked } from '../domain/asked.ts';
import type { ObservationFact } from '../domain/map/industry-map.ts';
import type { ObservationShelf } from '../domain/observations/observation-shelf.ts';
import { keyOfCursor, pageFrom, type Page, type PageArguments } from '../domain/paging/page.ts';
import { rowsAs, sourcedRow } from './fact-rows.ts';
import type { Graph } from './graph.ts';

const maybe = z.string().nullable();
const observationRow = sourcedRow({
  id: z.string(),
  indicator: z.string(),
  region: maybe,
  segment: maybe,
  park: maybe,
  firm: maybe,
  period: maybe,
  value: z.number(),
  scope: maybe,
  note: maybe,
}).transform((row): ObservationFact => ({ type: 'Observation', ...row }));
/** Begins every cursor of a list of values, so that no other is taken for it. */
const CURSOR_PREFIX = 'observation\u001f';

const countRow = z.object({ observations: z.number() });

function idAfter(cursor: string): string {
  const key = keyOfCursor(cursor);
  if (key.startsWith(CURSOR_PREFIX)) return key.slice(CURSOR_PREFIX.length);
  throw new AppError('BAD_USER_INPUT', 'after is a cursor of another list; start again without it.', 'after');
}

/** Values from the graph, page by page by id. */
export function observationReader(graph: Graph): ObservationShelf {
  const pageOfFile = async (
    file: string,
    countFile: string,
    parameters: Readonly<Record<string, string | null>>,
    page: PageArguments,
    asked: Asked,
  ): Promise<Page<ObservationFact>> => {
    const afterId = page.after === null ? null : idAfter(page.after);
    const found = rowsAs(
      file,
      observationRow,
      await graph.read(file, { ...parameters, afterId, limit: page.first + 1 }, asked),
    );
    return pageFrom(found.slice(0, page.first), (observation) => CURSOR_PREFIX + observation.id, {
      hasNextPage: found.length > page.first,
      hasPreviousPage: page.after !== null,
      totalCount: async () =>
        rowsAs(countFile, countRow, await graph.read(countFile, parameters, asked))[0]?.observations ?? 0,
    });
  };
  return {
    of: (kind, key, indicator, page, asked) =>
      pageOfFile(`read/observations/of-${kind}`, `read/observations/count-of-${kind}`, { key, indicator }, page, asked),
    ofIndicator: (indicator, region, page, asked) =>
      pageOfFile(
        'read/observations/of-indicator',
        'read/observations/count-of-indicator',
        { key: indicator, region },
        page,
        asked,
      ),
    byIds: async (ids, asked) =>
      new Map(
        rowsAs(
          'read/observations/by-ids',
          observationRow,
          await graph.read('read/observations/by-ids', { ids }, asked),
        ).map((observation) => [observation.id, observation]),
      ),
  };
}
