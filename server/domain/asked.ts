/** Who asks, and until when: goes with every question to the graph. */
export interface Asked {
  readonly requestId: string;
  /** Name of the GraphQL operation, for the database's query log. */
  readonly operation: string;
  /** Aborted when the client has left or the service stops. */
  readonly signal: AbortSignal;
}
