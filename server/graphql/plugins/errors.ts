import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { GraphQLError } from 'graphql';
import { AppError } from '../../domain/app-error.ts';
import { INTERNAL_MESSAGE, publicError } from '../graphql-error.ts';

/** Errors that the caller of GraphQL itself makes: their words are GraphQL's and safe to show. */
const GRAPHQL_CODES: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Faults of the machines around us: to be seen in the log, but no fault of this code. */
const ENVIRONMENT_CODES: ReadonlySet<unknown> = new Set([
  'SERVICE_UNAVAILABLE',
  'DEADLINE_EXCEEDED',
  'DATA_NOT_LOADED',
]);

/**
 * Shapes every error that leaves: a code of the closed set, words that help, where it lies. What we did not foresee
 * becomes one fixed sentence; a stack, a Cypher text or a driver's words never leave.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const place = {
    ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
  };
  const cause = causeOf(error);
  if (cause instanceof AppError) {
    const { code, message, where } = publicError(cause);
    return { message, ...place, extensions: { code, ...(where === '' ? {} : { where }) } };
  }
  const code = formatted.extensions?.['code'];
  if (GRAPHQL_CODES.has(code)) return { message: formatted.message, ...place, extensions: { code } };
  return { message: INTERNAL_MESSAGE, ...place, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}

function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError !== undefined ? causeOf(error.originalError) : error;
}

export interface ErrorLog {
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** Logs what went wrong on our side or around us, with its cause; the caller's own faults are not news. */
export function errorLogPlugin(log: ErrorLog): ApolloServerPlugin<{ readonly asked: { readonly requestId: string } }> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors: ({ errors, contextValue, operationName }) => {
          for (const error of errors) {
            const cause = causeOf(error);
            const code =
              cause instanceof AppError
                ? publicError(cause).code
                : (error.extensions['code'] ?? 'INTERNAL_SERVER_ERROR');
            const facts = { err: cause, requestId: contextValue.asked.requestId, operation: operationName };
            if (ENVIRONMENT_CODES.has(code)) log.warn(facts, 'operation not answered');
            else if (code === 'INTERNAL_SERVER_ERROR') log.error(facts, 'operation failed');
          }
          return Promise.resolve();
        },
      }),
  };
}
