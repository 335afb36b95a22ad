/** States that were passed through, as far back as is kept. */
export interface StepHistory<State> {
  /** Oldest first. */
  readonly past: readonly State[];
  readonly present: State;
  /** Next first. */
  readonly future: readonly State[];
}

/** Steps that can be taken back. */
export const STEPS_KEPT = 200;

/** A history that begins here. */
export function beginHistory<State>(present: State): StepHistory<State> {
  return { past: [], present, future: [] };
}

/** One step on; what had been taken back is given up. The very same state again is no step. */
export function step<State>(history: StepHistory<State>, next: State): StepHistory<State> {
  if (next === history.present) return history;
  return { past: [...history.past, history.present].slice(-STEPS_KEPT), present: next, future: [] };
}

/** One step back; the same history when there is none. */
export function undo<State>(history: StepHistory<State>): StepHistory<State> {
  const before = history.past[history.past.length - 1];
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] };
}

/** One step forward again; the same history when there is none. */
export function redo<State>(history: StepHistory<State>): StepHistory<State> {
  const [after, ...rest] = history.future;
  if (after === undefined) return history;
  return { past: [...history.past, history.present], present: after, future: rest };
}
