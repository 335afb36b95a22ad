import neo4j, { Neo4jError } from 'neo4j-driver';
import { AppError } from '../domain/app-error.ts';

/** How far a call had come when it failed: without a connection the cause is the server, not the query. */
export type Stage = 'connecting' | 'running';

/**
 * The error that callers see for one of the driver, by its code and never by its text, which stays in `cause` for the
 * log. What is an AppError already passes through.
 */
export function toAppError(error: unknown, file: string, stage: Stage): AppError {
  if (error instanceof AppError) return error;
  if (!(error instanceof Neo4jError)) {
    return new AppError(
      'INTERNAL_SERVER_ERROR',
      'The query could not be run. This is a fault of the service.',
      file,
      error,
    );
  }
  const { code } = error;
  if (code.startsWith('Neo.ClientError.Security.')) {
    return new AppError(
      'ENVIRONMENT',
      'The graph database refuses the user or the password. Check NEO4J_USER and NEO4J_PASSWORD.',
      'NEO4J_PASSWORD',
      error,
    );
  }
  if (code === 'Neo.ClientError.Database.DatabaseNotFound') {
    return new AppError(
      'ENVIRONMENT',
      'The graph database server has no database of the configured name. Check NEO4J_DATABASE.',
      'NEO4J_DATABASE',
      error,
    );
  }
  if (code === 'Neo.ClientError.Schema.ConstraintValidationFailed') {
    return new AppError('CONFLICT', 'Another record has the same key already.', file, error);
  }
  if (code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut')) return deadlineExceeded(file, error);
  if (stage === 'connecting' || UNAVAILABLE.has(code) || code.startsWith('Neo.TransientError.')) {
    return serviceUnavailable(file, error);
  }
  return new AppError(
    'INTERNAL_SERVER_ERROR',
    'The graph database could not run the query. This is a fault of the service.',
    file,
    error,
  );
}

/** Codes that mean "no server", "it is going down" or "it is not the one to ask now". */
const UNAVAILABLE: ReadonlySet<string> = new Set([
  neo4j.error.SERVICE_UNAVAILABLE,
  neo4j.error.SESSION_EXPIRED,
  'Neo.ClientError.Transaction.Terminated',
  'Neo.ClientError.Transaction.LockClientStopped',
  'Neo.ClientError.Cluster.NotALeader',
  'Neo.ClientError.General.ForbiddenOnReadOnlyDatabase',
  'Neo.DatabaseError.General.DatabaseUnavailable',
]);

export function serviceUnavailable(file: string, cause: unknown): AppError {
  return new AppError(
    'SERVICE_UNAVAILABLE',
    'The graph database does not answer at the moment. Try again in a few seconds.',
    file,
    cause,
  );
}

export function deadlineExceeded(file: string, cause: unknown): AppError {
  return new AppError('DEADLINE_EXCEEDED', 'The query took too long and was ended. Ask for less at once.', file, cause);
}
