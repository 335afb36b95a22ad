import highs from 'highs';
import type { LinearProgramSolver } from './domain/relocation/park-assignment.ts';

/**
 * Loads HiGHS (WebAssembly, 3.5 MB, once a process or worker). `solve` blocks its thread and uses a fresh native instance
 * each time, so one answer never depends on the one before.
 */
export async function loadLinearProgramSolver(): Promise<LinearProgramSolver> {
  return load();
}

// The package's types describe a CommonJS module with a `default`; the module that Node imports is the loader itself.
const load = highs as unknown as typeof highs.default;
