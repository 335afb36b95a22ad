import type { HeavyJobInput, HeavyJobKind, HeavyJobResult } from '../domain/analysis/heavy-jobs.ts';
import type { ErrorCode } from '../domain/app-error.ts';

/** What the pool sends to its worker: one job at a time. */
export type JobMessage = {
  readonly [Kind in HeavyJobKind]: {
    readonly id: number;
    readonly kind: Kind;
    readonly input: HeavyJobInput<Kind>;
  };
}[HeavyJobKind];

/** What the worker sends back, once for each job. */
export type ReplyMessage =
  | { readonly id: number; readonly state: 'done'; readonly result: HeavyJobResult<HeavyJobKind> }
  | {
      readonly id: number;
      readonly state: 'failed';
      /** Null for a fault that is none of ours. */
      readonly code: ErrorCode | null;
      readonly message: string;
      readonly where: string;
    };

/**
 * What the worker is started with: one shared cell that the pool sets to the id of a job that nobody waits for any more.
 * Computations look at it once a round.
 */
export interface WorkerStart {
  readonly stopCell: SharedArrayBuffer;
}
