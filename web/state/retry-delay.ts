/** First and longest wait before the page asks again, ms. */
const FIRST_MS = 1_000;
const LONGEST_MS = 15_000;

/**
 * Wait before attempt number `attempt` (1 = first repetition), ms: doubles up to 15 s, spread by up to a fifth so that
 * many open pages do not all ask at once. `random` is in [0, 1).
 */
export function retryDelay(attempt: number, random: number): number {
  const base = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempt - 1));
  return Math.round(base * (1 + 0.2 * random));
}
