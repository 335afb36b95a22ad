import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '../domain/app-error.ts';
import { makeWorkbook, parseWorkbookTable } from './table-workbook.ts';

/** Largest table that is taken, bytes of JSON. */
const BODY_LIMIT = 8 * 1_048_576;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Files made from what the page shows: `POST /exports/table.xlsx` turns a table into a workbook. Only for the page
 * itself: a foreign page must not make the service work, nor put its texts into files that seem to come from here.
 */
export function serveExports(server: FastifyInstance, limited: boolean): void {
  server.post(
    '/exports/table.xlsx',
    { bodyLimit: BODY_LIMIT, ...(limited ? { config: { rateLimit: {} } } : {}) },
    async (request, reply) => {
      refuseForeignPages(request);
      const workbook = await makeWorkbook(parseWorkbookTable(request.body));
      return reply
        .type(XLSX)
        .header('content-disposition', 'attachment; filename="table.xlsx"')
        .header('cache-control', 'no-store')
        .send(workbook);
    },
  );
}

/** Browsers say where a request comes from; programs that say nothing are no foreign page. */
function refuseForeignPages(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  const { origin, host } = request.headers;
  const isForeignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  const isForeignOrigin = origin !== undefined && hostOf(origin) !== host;
  if (isForeignSite || isForeignOrigin) {
    throw new AppError('FORBIDDEN', 'Files are made for the page of this service only, not for other sites.');
  }
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
