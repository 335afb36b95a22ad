import type { FastifyInstance } from 'fastify';
import { MAX_PAGE } from '../domain/paging/page.ts';
import { MAX_TOKENS } from '../graphql/apollo.ts';
import { LIMITS } from '../graphql/plugins/limits.ts';
import { OPERATION_DEADLINE_MS } from './graphql.ts';

/**
 * What the explorer needs beside its files: its address without the slash, and the limits in force, read from the
 * constants that refuse, so that what is shown cannot differ from what is done.
 *
 * @param rateLimit requests a minute and address; 0 = no limit, told as null
 */
export function serveExplorer(server: FastifyInstance, rateLimit: number): void {
  server.get('/explorer', (request, reply) => reply.redirect(`/explorer/${searchOf(request.url)}`, 308));
  server.get('/explorer/limits.json', (_request, reply) =>
    reply.header('cache-control', 'no-cache').send({
      ...LIMITS,
      tokens: MAX_TOKENS,
      pageSize: MAX_PAGE,
      deadlineMs: OPERATION_DEADLINE_MS,
      requestsPerMinute: rateLimit > 0 ? rateLimit : null,
    }),
  );
}

function searchOf(url: string): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
}
