/** A firm of a list as somebody is editing it. */
export interface DraftRow {
  readonly firm: string;
  readonly note: string;
  readonly nextStep: string;
}

/** The rows of a list as it was read. */
export function draftOf(
  firms: readonly { readonly firmCode: string; readonly note: string; readonly nextStep: string }[],
): readonly DraftRow[] {
  return firms.map(({ firmCode, note, nextStep }) => ({ firm: firmCode, note, nextStep }));
}

/** Whether saving the draft would change anything; white space at the ends does not count, for the service takes it away. */
export function isChanged(draft: readonly DraftRow[], read: readonly DraftRow[]): boolean {
  return draft.length !== read.length || draft.some((row, index) => !isSameRow(row, read[index]));
}

function isSameRow(row: DraftRow, other: DraftRow | undefined): boolean {
  return (
    other !== undefined &&
    row.firm === other.firm &&
    row.note.trim() === other.note.trim() &&
    row.nextStep.trim() === other.nextStep.trim()
  );
}

/** The draft with another text in one row. */
export function written(
  draft: readonly DraftRow[],
  firm: string,
  change: Partial<Pick<DraftRow, 'note' | 'nextStep'>>,
): readonly DraftRow[] {
  return draft.map((row) => (row.firm === firm ? { ...row, ...change } : row));
}

/** How a score has moved between two releases, when both are known: `null` = nothing can be said. */
export function movement(
  then: number | null,
  now: number | null,
): { readonly kind: 'same' | 'up' | 'down'; readonly by: number } | null {
  if (then === null || now === null) return null;
  // What reads the same in two decimals is the same.
  const by = Math.round(now * 100) - Math.round(then * 100);
  return { kind: by === 0 ? 'same' : by > 0 ? 'up' : 'down', by: Math.abs(by) / 100 };
}

/**
 * Puts two changes of one list together, both made from `base`: of each text the one that was changed, mine where both
 * changed it; a firm that either has taken out stays out unless the other has written to it; firms that either has put
 * in are there. The order is mine, what only the other has put in stands at the end.
 */
export function merged(
  base: readonly DraftRow[],
  mine: readonly DraftRow[],
  theirs: readonly DraftRow[],
): readonly DraftRow[] {
  const of = (rows: readonly DraftRow[], firm: string): DraftRow | undefined => rows.find((row) => row.firm === firm);
  const order = [...mine.map((row) => row.firm), ...theirs.map((row) => row.firm)];
  return [...new Set(order)].flatMap((firm): DraftRow[] => {
    const [was, my, their] = [of(base, firm), of(mine, firm), of(theirs, firm)];
    if (my === undefined || their === undefined) {
      const kept = my ?? their;
      // Put in by one of the two, or taken out by one and written to by the other.
      return kept !== undefined && !isSameRow(kept, was) ? [kept] : [];
    }
    const text = (field: 'note' | 'nextStep'): string =>
      was !== undefined && my[field].trim() === was[field].trim() ? their[field] : my[field];
    return [{ firm, note: text('note'), nextStep: text('nextStep') }];
  });
}
