import fastifyCompress from '@fastify/compress';
import fastifyHelmet from '@fastify/helmet';
import fastifyRateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import fastifyUnderPressure from '@fastify/under-pressure';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { makeApollo } from '../graphql/apollo.ts';
import type { Services } from '../graphql/context.ts';
import { answerError, handleErrors } from './error-handler.ts';
import { serveExplorer } from './explorer.ts';
import { serveExports } from './exports.ts';
import { serveGraphql } from './graphql.ts';
import { nameTheRequest } from './name-the-request.ts';
import { serveHealth, type Readiness } from './health.ts';
import { securityHeaders } from './security-headers.ts';

export interface AppOptions {
  readonly services: Services;
  readonly readiness: Readiness;
  /** Folder of the built page. */
  readonly webDir: string;
  readonly log: FastifyBaseLogger;
  readonly newRequestId: () => string;
  /** GraphQL requests a minute and address; 0 = no limit. */
  readonly rateLimit: number;
}

export interface App {
  readonly server: FastifyInstance;
  /** Ends in order: answers carry `connection: close`, then no new connections, then what is under way ends. */
  close(): Promise<void>;
}

/** Largest request body in bytes: no question of ours comes near it. */
const BODY_LIMIT = 1_048_576;
/** How often connections that nobody waits on are closed while the service stops, ms. */
const SWEEP_MS = 100;
/** Time for a request whose first bytes are under way to arrive before its connection is closed, ms. */
const ARRIVAL_MS = 500;
/** 1 (fast) to 9 (small). */
const GZIP_LEVEL = 3;
/** Event loop delay from which requests are refused with 503, ms. */
const MAX_LOOP_DELAY = 1_000;

/** Puts the HTTP side together: page, GraphQL, health. */
export async function makeApp(options: AppOptions): Promise<App> {
  let draining = false;
  const server = Fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    genReqId: options.newRequestId,
    requestIdHeader: false,
    frameworkErrors: (error, request, reply) => {
      void answerError(error, request, reply);
    },
  });
  // Counted on Node's own server: also requests that no hook of Fastify sees.
  let underWay = 0;
  server.server.on('request', (_request, response) => {
    underWay += 1;
    response.once('close', () => {
      underWay -= 1;
    });
  });
  const apollo = await makeApollo(options.log, [fastifyApolloDrainPlugin(server)]);
  await apollo.start();

  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  server.addHook('onSend', (request, reply, payload, done) => {
    if (draining) void reply.header('connection', 'close');
    const refused = reply.statusCode >= 400 && typeof payload === 'string';
    if (!refused) {
      done(null, payload);
      return;
    }
    const named = nameTheRequest(payload, reply.statusCode, request.id);
    if (reply.hasHeader('content-length')) void reply.header('content-length', Buffer.byteLength(named));
    done(null, named);
  });
  server.addHook('onResponse', (request, reply, done) => {
    options.log.debug(
      { requestId: request.id, url: request.url, status: reply.statusCode, ms: reply.elapsedTime },
      'request',
    );
    done();
  });
  handleErrors(server);
  await server.register(fastifyHelmet, securityHeaders);
  // gzip at a low level: on a fast line the time to compress counts more than the last tenth of the size.
  await server.register(fastifyCompress, { global: true, encodings: ['gzip'], zlibOptions: { level: GZIP_LEVEL } });
  await server.register(fastifyUnderPressure, { maxEventLoopDelay: MAX_LOOP_DELAY });
  if (options.rateLimit > 0) {
    await server.register(fastifyRateLimit, { global: false, max: options.rateLimit, timeWindow: '1 minute' });
  }
  serveHealth(server, options.readiness);
  serveGraphql(server, apollo, options.services, options.rateLimit > 0);
  serveExplorer(server, options.rateLimit);
  serveExports(server, options.rateLimit > 0);
  await server.register(fastifyStatic, {
    root: options.webDir,
    index: 'index.html',
    // Built files carry a hash of their content in their names; the page itself must always be asked for again.
    setHeaders: (reply, path) => {
      void reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  return {
    server,
    close: async () => {
      draining = true;
      // A client that keeps an idle connection, or opened one and never asked, would hold the close for more than a
      // minute. Node counts the second kind as busy, so it is closed once no request is under way.
      let sweeps = 0;
      const sweep = setInterval(() => {
        sweeps += 1;
        if (underWay === 0 && sweeps * SWEEP_MS >= ARRIVAL_MS) server.server.closeAllConnections();
        else server.server.closeIdleConnections();
      }, SWEEP_MS);
      try {
        await server.close();
      } finally {
        clearInterval(sweep);
      }
    },
  };
}
