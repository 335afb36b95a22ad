import type { FastifyInstance } from 'fastify';

/** Whether the service can answer questions, and if not, why: shown to operators, so no secrets in it. */
export interface Readiness {
  check(signal: AbortSignal): Promise<{ readonly ready: boolean; readonly reason: string }>;
}

/** Longest wait for the database to say that it is there, ms. */
const CHECK_TIMEOUT_MS = 3_500;

/** /health/live never touches the database; /health/ready asks it. Neither is limited or shed under pressure. */
export function serveHealth(server: FastifyInstance, readiness: Readiness): void {
  server.get('/health/live', () => ({ status: 'live' }));
  server.get('/health/ready', async (_request, reply) => {
    const { ready, reason } = await readiness.check(AbortSignal.timeout(CHECK_TIMEOUT_MS));
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', reason });
  });
}
