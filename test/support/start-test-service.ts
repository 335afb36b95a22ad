import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startService, type Service } from '../../server/service.ts';
import type { GraphAddress } from '../../server/store/graph-connection.ts';
import { REPOSITORY } from './repository.ts';

/** What stands in `errors` of an answer. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly requestId: string; readonly where?: string };
}

/** An answer as it came over the wire. */
export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly data?: T | null;
    readonly errors?: readonly AnswerError[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  };
  readonly text: string;
  readonly milliseconds: number;
}

export type Variables = Readonly<Record<string, unknown>>;

export interface TestService {
  readonly service: Service;
  readonly url: string;
  /** Asks and expects data without errors. */
  ask<T>(query: string, variables?: Variables): Promise<T>;
  /** Asks and expects one refusal. */
  refusal(query: string, variables?: Variables): Promise<AnswerError & { readonly status: number }>;
  /** Asks and hands back whatever came. */
  post<T>(query: string, variables?: Variables, signal?: AbortSignal): Promise<Answer<T>>;
  /** Any request to a path of the service. */
  send(path: string, init?: RequestInit): Promise<Answer<unknown>>;
  stop(): Promise<void>;
}

/** The day that the tests live on; it decides which counterpart pairs are in force. */
export const TODAY = '2026-11-22';
export const PAGE = '<!doctype html><meta charset="utf-8"><title>page of the test</title>';
/** Longest that a test waits for one answer, ms: above the service's own limit, so that the limit itself is tested. */
const ANSWER_MS = 20_000;

/** The service in this process, on a port of its own, over the Neo4j given. `prepared` is not awaited. */
export async function startTestService(neo4j: GraphAddress, today = TODAY): Promise<TestService> {
  const webDir = await mkdtemp(join(tmpdir(), 'yuelian-test-page-'));
  await writeFile(join(webDir, 'index.html'), PAGE);
  let requests = 0;
  const service = await startService({
    host: '127.0.0.1',
    port: 0,
    neo4j,
    projectDir: REPOSITORY,
    webDir,
    rateLimit: 0,
    log: pino({ level: 'silent' }),
    now: () => new Date(`${today}T04:00:00Z`),
    clock: () => performance.now(),
    newId: () => `test-${(requests += 1)}`,
    report: () => undefined,
  });
  const { url } = service;

  const send = async <T>(path: string, init: RequestInit = {}): Promise<Answer<T>> => {
    const startedAt = performance.now();
    const response = await fetch(`${url}${path}`, { signal: AbortSignal.timeout(ANSWER_MS), ...init });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? (JSON.parse(text) as Answer<T>['body']) : {},
      text,
      milliseconds: performance.now() - startedAt,
    };
  };
  const post = <T>(query: string, variables: Variables = {}, signal?: AbortSignal): Promise<Answer<T>> =>
    send<T>('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
      ...(signal === undefined ? {} : { signal }),
    });

  return {
    service,
    url,
    send,
    post,
    async ask<T>(query: string, variables?: Variables) {
      const { status, body, text } = await post<T>(query, variables);
      if (status !== 200 || body.errors !== undefined || body.data == null) {
        throw new Error(`expected data, got ${status} ${text.slice(0, 600)}`);
      }
      return body.data;
    },
    async refusal(query, variables) {
      const { status, body, text } = await post(query, variables);
      const [error, ...others] = body.errors ?? [];
      if (error === undefined || others.length > 0)
        throw new Error(`expected one refusal, got ${status} ${text.slice(0, 600)}`);
      return { ...error, status };
    },
    async stop() {
      await service.stop();
      await rm(webDir, { recursive: true, force: true });
    },
  };
}
