import { GraphQLError } from 'graphql';
import type { AppError, ErrorCode } from '../domain/app-error.ts';

/** Status of a request that failed before any part of it was answered. */
const HTTP_STATUS: Readonly<Partial<Record<ErrorCode, number>>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  COST_LIMIT_EXCEEDED: 400,
  RATE_LIMITED: 429,
  SERVICE_UNAVAILABLE: 503,
  DATA_NOT_LOADED: 503,
  DEADLINE_EXCEEDED: 503,
};

/** Codes that are a fault of ours or of the machine: their words are for the log, not for the client. */
const PRIVATE: ReadonlySet<ErrorCode> = new Set(['INTERNAL_SERVER_ERROR', 'ENVIRONMENT', 'GRAPH_NEWER_THAN_CODE']);

/** Codes whose place is a file of ours, not a part of the question. */
const NOWHERE: ReadonlySet<ErrorCode> = new Set(['SERVICE_UNAVAILABLE', 'DEADLINE_EXCEEDED', 'DATA_NOT_LOADED']);

export const INTERNAL_MESSAGE = 'Something went wrong on our side. Quote the request id when you report it.';

/** What a client may see of an error of ours. */
export function publicError(error: AppError): {
  readonly code: ErrorCode;
  readonly message: string;
  readonly where: string;
} {
  if (PRIVATE.has(error.code)) return { code: 'INTERNAL_SERVER_ERROR', message: INTERNAL_MESSAGE, where: '' };
  return { code: error.code, message: error.message, where: NOWHERE.has(error.code) ? '' : error.where };
}

export function httpStatusOf(code: ErrorCode): number {
  return HTTP_STATUS[code] ?? 500;
}

/** An error of ours as GraphQL knows it, with the status that it has when it ends the whole request. */
export function graphqlErrorFrom(error: AppError): GraphQLError {
  const { code, message, where } = publicError(error);
  return new GraphQLError(message, {
    originalError: error,
    extensions: { code, ...(where === '' ? {} : { where }), http: { status: httpStatusOf(code) } },
  });
}
