/** What was done and undone: states before and after the present one, oldest first. */
export interface UndoTimeline<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  /** The last step recorded; null after an undo, so that nothing is added to a step that was taken back. */
  readonly last: { readonly what: string | null; readonly at: number } | null;
}

/** Steps that can be taken back. */
export const UNDO_LIMIT = 200;
/** Changes of the same thing within this time are one step: a slider that is dragged, ms. */
const SAME_STEP_MS = 250;

export function startTimeline<State>(present: State): UndoTimeline<State> {
  return { past: [], present, future: [], last: null };
}

/**
 * A new step. `what` names what changed and `at` when (ms): the same thing changed again at once joins the step before;
 * null never joins.
 * What was undone is given up, as everywhere.
 */
export function recordStep<State>(
  timeline: UndoTimeline<State>,
  present: State,
  what: string | null,
  at: number,
): UndoTimeline<State> {
  const { last, past } = timeline;
  const joins = last !== null && what !== null && last.what === what && at - last.at < SAME_STEP_MS && past.length > 0;
  return {
    past: joins ? past : [...past, timeline.present].slice(-UNDO_LIMIT),
    present,
    future: [],
    last: { what, at },
  };
}

/** The present state put right, without a step of its own: a bad link corrected, the language changed. */
export function amendStep<State>(timeline: UndoTimeline<State>, present: State): UndoTimeline<State> {
  return { ...timeline, present };
}

/** One step back; the same timeline where there is none. */
export function undoStep<State>(timeline: UndoTimeline<State>): UndoTimeline<State> {
  const before = timeline.past[timeline.past.length - 1];
  if (before === undefined) return timeline;
  return {
    past: timeline.past.slice(0, -1),
    present: before,
    future: [timeline.present, ...timeline.future],
    last: null,
  };
}

/** One step forward again; the same timeline where there is none. */
export function redoStep<State>(timeline: UndoTimeline<State>): UndoTimeline<State> {
  const [next, ...future] = timeline.future;
  if (next === undefined) return timeline;
  return { past: [...timeline.past, timeline.present], present: next, future, last: null };
}
