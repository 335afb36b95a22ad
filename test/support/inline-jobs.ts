import {
  HEAVY_JOBS,
  type HeavyJobInput,
  type HeavyJobKind,
  type HeavyJobResult,
  type HeavyJobRunner,
  type JobTools,
} from '../../server/domain/analysis/heavy-jobs.ts';
import { loadLinearProgramSolver } from '../../server/load-linear-program-solver.ts';

/** Runs heavy jobs on the thread of the test. */
export function inlineJobs(): HeavyJobRunner {
  return {
    run: async <Kind extends HeavyJobKind>(kind: Kind, input: HeavyJobInput<Kind>, signal: AbortSignal) => {
      const job: (input: HeavyJobInput<Kind>, tools: JobTools) => HeavyJobResult<Kind> | Promise<HeavyJobResult<Kind>> =
        HEAVY_JOBS[kind];
      return job(input, { shouldStop: () => signal.aborted, solver: loadLinearProgramSolver });
    },
  };
}
