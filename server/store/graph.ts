/** A record of a result: column name to plain value (see record-values.ts). Callers parse it with zod. */
export type Row = Readonly<Record<string, unknown>>;

/** Parameter name, without the dollar sign, to a plain value; null and undefined are Cypher's null. */
export type Parameters = Readonly<Record<string, unknown>>;

export interface QueryOptions {
  /** The caller's patience: aborted when the client has gone or the request has ended. */
  readonly signal: AbortSignal;
  /** Names the request in SHOW TRANSACTIONS and in the server's query log. */
  readonly requestId: string;
  /** What the query is for, for example the name of the GraphQL operation. */
  readonly operation: string;
  /** Milliseconds until the call fails with DEADLINE_EXCEEDED; by default 3,500 for reads and 30,000 for writes. */
  readonly timeoutMs?: number;
}

/** What a write changed; all zero means that it changed nothing. */
export interface WriteCounters {
  readonly nodesCreated: number;
  readonly nodesDeleted: number;
  readonly relationshipsCreated: number;
  readonly relationshipsDeleted: number;
  readonly propertiesSet: number;
  readonly labelsAdded: number;
  readonly labelsRemoved: number;
  readonly indexesAdded: number;
  readonly indexesRemoved: number;
  readonly constraintsAdded: number;
  readonly constraintsRemoved: number;
}

export interface WriteResult {
  readonly rows: readonly Row[];
  readonly counters: WriteCounters;
}

export interface ServerInfo {
  /** For example `5.26.31`. */
  readonly version: string;
  /** The Bolt protocol version in use, for example `5.8`. */
  readonly protocol: string;
  /** Host and port that answered. */
  readonly address: string;
}

/**
 * The graph as the rest of the service sees it. `file` names a Cypher file below cypher/ without its ending, for
 * example `read/regions/by-codes`. Every call settles: with its result, with the signal's reason when the caller has
 * aborted, or with an AppError: SERVICE_UNAVAILABLE (no server, or no free connection), DEADLINE_EXCEEDED (too slow),
 * CONFLICT (a unique key is taken), ENVIRONMENT (user, password or database refused), INTERNAL_SERVER_ERROR (a fault of
 * ours: unknown file, wrong parameters, Cypher that the server refuses).
 */
export interface Graph {
  /** Runs a read in a managed transaction, on any member of a cluster. */
  read(file: string, parameters: Parameters, options: QueryOptions): Promise<readonly Row[]>;
  /** Runs a write in a managed transaction, which may be tried again: the file must be idempotent. */
  write(file: string, parameters: Parameters, options: QueryOptions): Promise<WriteResult>;
  /** Runs a file with `CALL { } IN TRANSACTIONS`, which no managed transaction takes. Default limit 60,000 ms. */
  runAutoCommit(file: string, parameters: Parameters, options: QueryOptions): Promise<WriteResult>;
  /** Asks the server who it is; fails as the queries do, and with ENVIRONMENT when it is older than 5.26. */
  verify(signal: AbortSignal): Promise<ServerInfo>;
  /** Closes all connections. The owner calls it once, when no query is under way. */
  close(): Promise<void>;
}
