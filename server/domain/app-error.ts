/**
 * The closed set of errors that the service tells anyone about. `code` is what a client acts on, `message` is a
 * sentence in plain words that says what was wrong, where, and what to do; it never holds Cypher, a stack or a
 * driver's text. `cause` keeps the original for the log.
 */
export const ERROR_CODES = [
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'CONFLICT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'COST_LIMIT_EXCEEDED',
  'RATE_LIMITED',
  'PAYLOAD_TOO_LARGE',
  'DEADLINE_EXCEEDED',
  'SERVICE_UNAVAILABLE',
  'DATA_NOT_LOADED',
  'GRAPH_NEWER_THAN_CODE',
  'ENVIRONMENT',
  'INTERNAL_SERVER_ERROR',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export class AppError extends Error {
  readonly code: ErrorCode;
  /** Where the fault lies: a field path, a file and row, an environment variable; empty when there is no such place. */
  readonly where: string;

  constructor(code: ErrorCode, message: string, where = '', cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'AppError';
    this.code = code;
    this.where = where;
  }
}

/** A fault of ours: a state that the code rules out was reached. */
export function invariant(condition: boolean, message: string): asserts condition {
  if (!condition) throw new AppError('INTERNAL_SERVER_ERROR', `Broken invariant: ${message}`);
}

/** Makes an incomplete switch fail to compile. */
export function unreachable(value: never): never {
  throw new AppError('INTERNAL_SERVER_ERROR', `Unreachable case: ${String(value)}`);
}
