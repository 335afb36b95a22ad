/** What the choice of flows must know of a candidate. */
export interface FlowCandidate {
  /** GB/T 2260 code. */
  readonly code: string;
  readonly feasibility: Feasibility;
}

export type Feasibility = 'FEASIBLE' | 'UNVERIFIED' | 'BLOCKED';

/** The flows drawn and how many of each kind are left to the table. */
export interface FlowSelection<Candidate> {
  readonly drawn: readonly Candidate[];
  readonly rest: readonly Candidate[];
  readonly restCounts: Readonly<Record<Feasibility, number>>;
}

/**
 * The first `limit` candidates in their order, and those chosen by the reader whatever their place. Of the blocked at
 * most a third of the lines, so that what is possible stays legible; each blocked place keeps its mark on the map.
 */
export function selectFlows<Candidate extends FlowCandidate>(
  ranked: readonly Candidate[],
  limit: number,
  chosen: readonly string[],
): FlowSelection<Candidate> {
  const blockedLimit = Math.ceil(limit / 3);
  const drawn: Candidate[] = [];
  const rest: Candidate[] = [];
  let blocked = 0;
  for (const candidate of ranked) {
    const isBlocked = candidate.feasibility === 'BLOCKED';
    const hasRoom = drawn.length < limit && (!isBlocked || blocked < blockedLimit);
    if (chosen.includes(candidate.code) || hasRoom) {
      drawn.push(candidate);
      if (isBlocked) blocked += 1;
    } else {
      rest.push(candidate);
    }
  }
  const count = (feasibility: Feasibility): number => rest.filter((one) => one.feasibility === feasibility).length;
  return {
    drawn,
    rest,
    restCounts: { FEASIBLE: count('FEASIBLE'), UNVERIFIED: count('UNVERIFIED'), BLOCKED: count('BLOCKED') },
  };
}
