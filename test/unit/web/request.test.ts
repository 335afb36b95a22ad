import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { operation } from '../../../web/api/operation.ts';
import type { RequestFault } from '../../../web/api/request-fault.ts';
import { isPassing, RequestError } from '../../../web/api/request-fault.ts';
import { request } from '../../../web/api/request.ts';

const ping = operation<{ readonly ping: string }, Record<string, never>>('Ping', '{ping}');
const answer = (body: string, status = 200, headers: Record<string, string> = {}): typeof fetch =>
  vi.fn(() => Promise.resolve(new Response(body, { status, headers })));
const send = (fetch: typeof globalThis.fetch, signal = new AbortController().signal) =>
  request({ fetch, newRequestId: () => 'own-1', deadlineMs: 1_000 }, ping, {}, signal);
const faultOf = async (promise: Promise<unknown>): Promise<RequestFault | string> => {
  try {
    await promise;
    return 'no fault';
  } catch (error) {
    return error instanceof RequestError ? error.fault : String(error);
  }
};

/** Answers only when aborted, as a server that hangs. */
const hanging: typeof fetch = (_, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => {
      reject(new DOMException('aborted', 'AbortError'));
    });
  });

describe('request', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('gives the data', async () => {
    expect(await send(answer('{"data":{"ping":"pong"}}'))).toEqual({ ping: 'pong' });
  });

  it.each<[string, typeof fetch, RequestFault]>([
    [
      'an error of the service, with the id that it gave',
      answer('{"data":null,"errors":[{"message":"no such region","extensions":{"code":"NOT_FOUND"}}]}', 200, {
        'x-request-id': 'r-7',
      }),
      { kind: 'refused', requestId: 'r-7', code: 'NOT_FOUND', message: 'no such region' },
    ],
    [
      'half an answer',
      answer('{"data":{"ping":"x"},"errors":[{"message":"part failed"}]}'),
      { kind: 'refused', requestId: 'own-1', code: 'INTERNAL_SERVER_ERROR', message: 'part failed' },
    ],
    [
      "a proxy's error page",
      answer('<html>Bad gateway</html>', 502),
      { kind: 'malformed', requestId: 'own-1', status: 502 },
    ],
    ['an answer without data', answer('{"data":null}'), { kind: 'malformed', requestId: 'own-1', status: 200 }],
    [
      'nobody there',
      () => Promise.reject(new TypeError('Failed to fetch')),
      { kind: 'unreachable', requestId: 'own-1' },
    ],
  ])('names %s', async (_, fetch, fault) => {
    expect(await faultOf(send(fetch))).toEqual(fault);
  });

  it('gives up at the deadline', async () => {
    const fault = faultOf(send(hanging));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await fault).toEqual({ kind: 'deadline', requestId: 'own-1', afterMs: 1_000 });
  });

  it('is no fault of the service when the page itself aborts', async () => {
    const controller = new AbortController();
    const fault = faultOf(send(hanging, controller.signal));
    controller.abort();
    expect(await fault).toContain('AbortError');
  });

  it.each<[RequestFault, boolean]>([
    [{ kind: 'unreachable', requestId: '' }, true],
    [{ kind: 'deadline', requestId: '', afterMs: 1 }, true],
    [{ kind: 'malformed', requestId: '', status: 502 }, true],
    [{ kind: 'malformed', requestId: '', status: 404 }, false],
    [{ kind: 'refused', requestId: '', code: 'SERVICE_UNAVAILABLE', message: '' }, true],
    [{ kind: 'refused', requestId: '', code: 'BAD_USER_INPUT', message: '' }, false],
  ])('repeats only what may pass: %o', (fault, passing) => {
    expect(isPassing(fault)).toBe(passing);
  });
});
