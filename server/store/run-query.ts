import { setMaxListeners } from 'node:events';
import neo4j, { Neo4jError } from 'neo4j-driver';
import type { Driver, ManagedTransaction, QueryResult, Session } from 'neo4j-driver';
import { bindParameters } from './bind-parameters.ts';
import type { CypherFile } from './cypher-files.ts';
import { fault } from './cypher-header.ts';
import type { Stage } from './driver-error.ts';
import { deadlineExceeded, serviceUnavailable, toAppError } from './driver-error.ts';
import type { Parameters as QueryParameters, QueryOptions, WriteCounters, WriteResult } from './graph.ts';
import { toRow } from './record-values.ts';

type TransactionConfig = Parameters<Session['executeRead']>[1];

export type Access = 'read' | 'write' | 'autoCommit';

/** Milliseconds. A read has to answer within 4 s whatever happens, so its own limit lies below that. */
export const DEFAULT_TIMEOUT_MS: Readonly<Record<Access, number>> = { read: 3_500, write: 30_000, autoCommit: 60_000 };

export interface QueryTarget {
  readonly driver: Driver;
  readonly database: string;
  /** Names the program in SHOW TRANSACTIONS. */
  readonly app: string;
  /** Called when a connection did not come free after its call had been given up; it may be dead. */
  readonly onStuck: () => void;
}

/**
 * Runs one file, and settles whatever the driver does. Three things that the driver (6.3) does not do by itself:
 * - an aborted signal is seen before anything is sent;
 * - an abort or a deadline settles the call at once, also while the driver waits between retries, where its own promise
 *   would stay pending for ever;
 * - a database that is down is known after the retry limits of the driver (graph-connection.ts), not after 30 s.
 * The server ends the transaction by itself after the same time, so nothing goes on running for nobody.
 */
export async function runQuery(
  target: QueryTarget,
  access: Access,
  file: CypherFile,
  parameters: QueryParameters,
  options: QueryOptions,
): Promise<WriteResult> {
  options.signal.throwIfAborted();
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS[access];
  const bound = bindParameters(file, parameters);
  const config: TransactionConfig = {
    timeout: timeoutMs,
    metadata: { app: target.app, operation: options.operation, requestId: options.requestId, file: file.name },
  };
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the driver declares its options as a class and takes any object
  const session = target.driver.session({
    database: target.database,
    defaultAccessMode: access === 'read' ? neo4j.session.READ : neo4j.session.WRITE,
    bookmarkManager: target.driver.executeQueryBookmarkManager,
  });
  let stage: Stage = 'connecting';
  const onStage = (now: Stage): void => {
    stage = now;
  };
  try {
    const work = execute(session, access, file.text, bound, config, onStage);
    const result = await settleBy(work, options.signal, timeoutMs, (cause) =>
      stage === 'connecting' ? serviceUnavailable(file.name, cause) : deadlineExceeded(file.name, cause),
    );
    return toWriteResult(result, file);
  } catch (error) {
    if (options.signal.aborted && error === options.signal.reason) throw error;
    throw toAppError(error, file.name, stage);
  } finally {
    closeInBackground(session, target.onStuck);
  }
}

async function execute(
  session: Session,
  access: Access,
  text: string,
  parameters: Record<string, unknown>,
  config: TransactionConfig,
  onStage: (stage: Stage) => void,
): Promise<QueryResult> {
  switch (access) {
    case 'read':
      return session.executeRead((transaction) => attempt(transaction, text, parameters, onStage), config);
    case 'write':
      return session.executeWrite((transaction) => attempt(transaction, text, parameters, onStage), config);
    case 'autoCommit': {
      const result = session.run(text, parameters, config);
      await result.keys();
      onStage('running');
      return await result;
    }
  }
}

/** One try of a managed transaction. After one that the driver tries again, there is no connection until it has a new one. */
async function attempt(
  transaction: ManagedTransaction,
  text: string,
  parameters: Record<string, unknown>,
  onStage: (stage: Stage) => void,
): Promise<QueryResult> {
  onStage('running');
  try {
    return await transaction.run(text, parameters);
  } catch (error) {
    if (error instanceof Neo4jError && error.retryable) onStage('connecting');
    throw error;
  }
}

/** The work, or the signal's reason, or the error made by `onDeadline`, whichever comes first. */
export function settleBy<T>(
  work: Promise<T>,
  signal: AbortSignal,
  timeoutMs: number,
  onDeadline: (cause: Error) => Error,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      reject(onDeadline(new Error(`No answer within ${timeoutMs} ms.`)));
    }, timeoutMs);
    // One request asks many questions at once under one signal; more than ten listeners are no leak here.
    setMaxListeners(0, signal);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    });
  });
}

/** A connection that works is back in the pool within milliseconds; the server resets a busy one well within this. */
const STUCK_AFTER_MS = 2_000;

/**
 * Gives the connection back, and takes the running transaction with it. The caller does not wait for it: on a dead
 * connection the driver's close stays pending for ever.
 */
function closeInBackground(session: Session, onStuck: () => void): void {
  const timer = setTimeout(onStuck, STUCK_AFTER_MS);
  timer.unref();
  session.close().then(
    () => {
      clearTimeout(timer);
    },
    () => {
      clearTimeout(timer);
    },
  );
}

function toWriteResult(result: QueryResult, file: CypherFile): WriteResult {
  const first = result.records[0];
  if (first !== undefined) checkColumns(file, first.keys.map(String));
  const updates = result.summary.counters.updates();
  const count = (name: string): number => updates[name] ?? 0;
  const counters: WriteCounters = {
    nodesCreated: count('nodesCreated'),
    nodesDeleted: count('nodesDeleted'),
    relationshipsCreated: count('relationshipsCreated'),
    relationshipsDeleted: count('relationshipsDeleted'),
    propertiesSet: count('propertiesSet'),
    labelsAdded: count('labelsAdded'),
    labelsRemoved: count('labelsRemoved'),
    indexesAdded: count('indexesAdded'),
    indexesRemoved: count('indexesRemoved'),
    constraintsAdded: count('constraintsAdded'),
    constraintsRemoved: count('constraintsRemoved'),
  };
  return { rows: result.records.map((record) => toRow(record, file.name)), counters };
}

function checkColumns(file: CypherFile, returned: readonly string[]): void {
  const declared = file.header.columns;
  const same = returned.length === declared.size && returned.every((name) => declared.has(name));
  if (!same) {
    const list = [...declared.keys()].join(', ');
    throw fault(file.name, `returns the columns ${returned.join(', ')} but declares ${list === '' ? 'none' : list}`);
  }
}
