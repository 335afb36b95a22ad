import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../domain/app-error.ts';
import { makeContext, type Context, type Services } from '../graphql/context.ts';
import { graphqlErrorFrom } from '../graphql/graphql-error.ts';

/**
 * Longest time that one operation may take, ms: a person waits that long for an answer, and "the database is down" must
 * be said before. The slowest worked question takes a tenth of it.
 */
export const OPERATION_DEADLINE_MS = 3_900;

/** GraphQL over HTTP at /graphql. `all` and not a list of methods: another method must get 405, not 404. */
export function serveGraphql(
  server: FastifyInstance,
  apollo: ApolloServer<Context>,
  services: Services,
  limited: boolean,
): void {
  const handler = fastifyApolloHandler(apollo, {
    context: async (request, reply) => {
      const signal = patience(reply);
      try {
        return await makeContext(services, { requestId: request.id, operation: operationName(request), signal });
      } catch (error) {
        request.log.warn({ err: error, requestId: request.id }, 'no context for the operation');
        throw graphqlErrorFrom(
          error instanceof AppError ? error : new AppError('INTERNAL_SERVER_ERROR', 'No context', '', error),
        );
      }
    },
  });
  server.all('/graphql', limited ? { config: { rateLimit: {} } } : {}, handler);
}

/**
 * Ends with the deadline, or as soon as the client has left: `close` on the raw reply with an unfinished answer means
 * that nobody waits any more. The request's own `close` fires as soon as the body is read, so it says nothing.
 */
function patience(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(
      new AppError('DEADLINE_EXCEEDED', 'The question took too long and was stopped; ask for less, or try again.'),
    );
  }, OPERATION_DEADLINE_MS);
  timer.unref();
  reply.raw.once('close', () => {
    clearTimeout(timer);
    if (!reply.raw.writableFinished) controller.abort(new AppError('DEADLINE_EXCEEDED', 'The client has left.'));
  });
  return controller.signal;
}

function operationName(request: FastifyRequest): string {
  const body: unknown = request.body;
  if (typeof body === 'object' && body !== null && 'operationName' in body && typeof body.operationName === 'string') {
    return body.operationName.slice(0, 80);
  }
  return 'anonymous';
}
