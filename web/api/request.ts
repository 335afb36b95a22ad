import type { Operation } from './operation.ts';
import { RequestError } from './request-fault.ts';

/** What the wrapper needs from outside. */
export interface Transport {
  readonly fetch: typeof globalThis.fetch;
  /** A new id for the log of both sides. */
  readonly newRequestId: () => string;
  /** Longest wait for an answer, ms. */
  readonly deadlineMs: number;
}

interface GraphqlAnswer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/**
 * Sends an operation and returns its data. Throws a `RequestError` for every fault, and the signal's reason when the
 * caller aborted. An answer with data and errors counts as refused: half an answer is not shown as a whole one.
 */
export async function request<Result, Variables>(
  transport: Transport,
  operation: Operation<Result, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Result> {
  const ownId = transport.newRequestId();
  const deadline = new AbortController();
  if (signal.aborted) deadline.abort();
  const timer = setTimeout(() => {
    deadline.abort();
  }, transport.deadlineMs);
  const forward = (): void => {
    deadline.abort();
  };
  signal.addEventListener('abort', forward);
  try {
    const response = await transport.fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        'x-request-id': ownId,
      },
      body: JSON.stringify({ operationName: operation.name, query: operation.text, variables }),
      signal: deadline.signal,
    });
    const requestId = response.headers.get('x-request-id') ?? ownId;
    const answer = await readAnswer<Result>(response, requestId);
    const [error] = answer.errors ?? [];
    if (error !== undefined) {
      const code = error.extensions?.code ?? 'INTERNAL_SERVER_ERROR';
      throw new RequestError({ kind: 'refused', requestId, code, message: error.message });
    }
    if (answer.data === undefined || answer.data === null) {
      throw new RequestError({ kind: 'malformed', requestId, status: response.status });
    }
    return answer.data;
  } catch (error) {
    if (error instanceof RequestError) throw error;
    if (signal.aborted) throw new DOMException('The page no longer needs the answer.', 'AbortError');
    if (deadline.signal.aborted) {
      throw new RequestError({ kind: 'deadline', requestId: ownId, afterMs: transport.deadlineMs });
    }
    throw new RequestError({ kind: 'unreachable', requestId: ownId });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', forward);
  }
}

/** The body as a GraphQL answer; anything else (a proxy's error page, an empty body) is malformed. */
async function readAnswer<Result>(response: Response, requestId: string): Promise<GraphqlAnswer<Result>> {
  const body = await response.text();
  try {
    const parsed = JSON.parse(body) as unknown;
    if (typeof parsed === 'object' && parsed !== null && ('data' in parsed || 'errors' in parsed)) {
      return parsed as GraphqlAnswer<Result>;
    }
  } catch {
    // Not JSON: falls through to the malformed fault.
  }
  throw new RequestError({ kind: 'malformed', requestId, status: response.status });
}
