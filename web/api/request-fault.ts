/**
 * Why a request gave no answer, as a closed union.
 * `unreachable` nobody answered; `deadline` no answer in time; `refused` the service answered with an error code of its
 * own; `malformed` something answered that is not the service.
 */
export type RequestFault =
  | { readonly kind: 'unreachable'; readonly requestId: string }
  | { readonly kind: 'deadline'; readonly requestId: string; readonly afterMs: number }
  | { readonly kind: 'refused'; readonly requestId: string; readonly code: string; readonly message: string }
  | { readonly kind: 'malformed'; readonly requestId: string; readonly status: number };

/** Thrown by `request`; carries the fault. */
export class RequestError extends Error {
  readonly fault: RequestFault;

  constructor(fault: RequestFault) {
    super(`${fault.kind} (request ${fault.requestId})`);
    this.name = 'RequestError';
    this.fault = fault;
  }
}

/** Codes that may go away by themselves; the others need another question. */
const PASSING_CODES = new Set(['SERVICE_UNAVAILABLE', 'DEADLINE_EXCEEDED', 'RATE_LIMITED', 'DATA_NOT_LOADED']);

/** Whether the same request may succeed later without anybody changing it. */
export function isPassing(fault: RequestFault): boolean {
  switch (fault.kind) {
    case 'unreachable':
    case 'deadline':
      return true;
    case 'malformed':
      return fault.status >= 500;
    case 'refused':
      return PASSING_CODES.has(fault.code);
  }
}
