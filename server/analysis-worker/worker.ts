import { parentPort, workerData } from 'node:worker_threads';
import { HEAVY_JOBS, type HeavyJobKind, type HeavyJobResult, type JobTools } from '../domain/analysis/heavy-jobs.ts';
import { AppError } from '../domain/app-error.ts';
import type { LinearProgramSolver } from '../domain/relocation/park-assignment.ts';
import { loadLinearProgramSolver } from '../load-linear-program-solver.ts';
import type { JobMessage, ReplyMessage, WorkerStart } from './messages.ts';

/** Entry of the worker thread: takes one job, answers it, waits for the next. It is ended from outside. */
const port = parentPort;
if (port === null) throw new AppError('INTERNAL_SERVER_ERROR', 'worker.ts runs as a worker thread only.');

const { stopCell } = workerData as WorkerStart;
const stopped = new Int32Array(stopCell);
let solver: Promise<LinearProgramSolver> | null = null;

port.on('message', (job: JobMessage) => {
  const tools: JobTools = {
    shouldStop: () => Atomics.load(stopped, 0) === job.id,
    solver: () => (solver ??= loadLinearProgramSolver()),
  };
  void answer(job, tools).then((reply) => {
    port.postMessage(reply, reply.state === 'done' ? buffersOf(reply.result) : []);
  });
});

async function answer(job: JobMessage, tools: JobTools): Promise<ReplyMessage> {
  try {
    return { id: job.id, state: 'done', result: await run(job, tools) };
  } catch (error) {
    return {
      id: job.id,
      state: 'failed',
      code: error instanceof AppError ? error.code : null,
      message: error instanceof Error ? error.message : String(error),
      where: error instanceof AppError ? error.where : '',
    };
  }
}

function run(job: JobMessage, tools: JobTools): HeavyJobResult<HeavyJobKind> | Promise<HeavyJobResult<HeavyJobKind>> {
  switch (job.kind) {
    case 'what-if':
      return HEAVY_JOBS['what-if'](job.input, tools);
    case 'firm-cascade':
      return HEAVY_JOBS['firm-cascade'](job.input, tools);
    case 'relatedness':
      return HEAVY_JOBS.relatedness(job.input, tools);
    case 'park-assignment':
      return HEAVY_JOBS['park-assignment'](job.input, tools);
    case 'rank-stability':
      return HEAVY_JOBS['rank-stability'](job.input, tools);
  }
}

/** The array buffers of a result, to be handed over instead of copied; each once, however often it is referred to. */
function buffersOf(result: object | null): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const visit = (value: unknown): void => {
    if (value instanceof Float64Array) {
      if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
    } else if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(result);
  return [...found];
}
