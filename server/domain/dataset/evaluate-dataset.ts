import type { LinearProgramSolver } from '../relocation/park-assignment.ts';
import { cellReport } from './cell-report.ts';
import type { Dataset } from './dataset.ts';
import { moveReport } from './move-report.ts';

/**
 * Every measure of a data set as one JSON value in the shape of the reference results: keys, nesting and order. Regions,
 * segments, firms, parks and measures stand by their ids; unknown is null. Pure: the solver is the only thing given in.
 *
 * Errors: DATA_NOT_LOADED when a what-if is asked and distances that it needs are unknown.
 */
export function evaluateDataset(dataset: Dataset, solver: LinearProgramSolver) {
  return { ...cellReport(dataset), ...moveReport(dataset, solver) };
}
