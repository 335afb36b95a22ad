import { AppError } from '../app-error.ts';

/** Asked once a round by the long computations; true = nobody waits for the answer any more. */
export type StopCheck = () => boolean;

/** Throws `DEADLINE_EXCEEDED` when the check says so: a cascade cut short is not a smaller result but a wrong one. */
export function throwIfStopped(shouldStop: StopCheck | undefined): void {
  if (shouldStop?.() === true) {
    throw new AppError('DEADLINE_EXCEEDED', 'The cascade was stopped before it had settled; ask again with more time.');
  }
}
