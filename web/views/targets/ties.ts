interface Scored {
  readonly rank: number;
  readonly score: { readonly value: number | null };
}

/** Neighbours in the ranking with the very same score, as first and last place. */
export interface Tie {
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/** Difference below which two scores are the same: the service works them out in double precision. */
const SAME = 1e-9;

/** Runs of at least two candidates with the same score; where no score is given, nothing is said to be the same. */
export function tiesOf(candidates: readonly Scored[]): readonly Tie[] {
  const ties: Tie[] = [];
  let run: Scored[] = [];
  const close = (): void => {
    const [first] = run;
    const last = run[run.length - 1];
    if (first !== undefined && last !== undefined && run.length > 1) {
      ties.push({ first: first.rank, last: last.rank, count: run.length });
    }
  };
  for (const candidate of candidates) {
    const value = candidate.score.value;
    const before = run[0]?.score.value ?? null;
    if (value !== null && before !== null && Math.abs(value - before) < SAME) run.push(candidate);
    else {
      close();
      run = value === null ? [] : [candidate];
    }
  }
  close();
  return ties;
}
