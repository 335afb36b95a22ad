import type { Named } from '../../i18n/texts.ts';

/** A body with everything it is or was called. */
export interface NamedBody extends Named {
  readonly code: string;
  readonly shortNames: readonly string[];
  readonly succeededBy: { readonly code: string } | null;
}

/** A body found by name, and the very name that matched where it is not the full one. */
export interface FoundBody<Found extends NamedBody> {
  readonly body: Found;
  readonly by: string | null;
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/**
 * Bodies that bear the words in any name, old, new, short or English: exact names first, then names that begin with the
 * words, then the rest; a successor stands behind the one that bore the name, so that both are offered.
 */
export function findDepartments<Found extends NamedBody>(
  all: readonly Found[],
  typed: string,
): readonly FoundBody<Found>[] {
  const wanted = folded(typed);
  if (wanted === '') return all.map((body) => ({ body, by: null }));
  const rank = (name: string): number => {
    const text = folded(name);
    if (text === wanted || text === `省${wanted}`) return 0;
    if (text.startsWith(wanted) || text.startsWith(`省${wanted}`)) return 1;
    return text.includes(wanted) ? 2 : 3;
  };
  const found = all
    .map((body) => {
      const names = [body.zh, body.en, ...body.shortNames].map((name) => ({ name, rank: rank(name) }));
      const best = names.reduce((a, b) => (b.rank < a.rank ? b : a));
      return { body, by: best.name === body.zh || best.name === body.en ? null : best.name, rank: best.rank };
    })
    .filter((one) => one.rank < 3)
    .sort((a, b) => a.rank - b.rank);
  const result: FoundBody<Found>[] = [];
  for (const { body, by } of found) {
    if (result.some((one) => one.body.code === body.code)) continue;
    result.push({ body, by });
    const successor = all.find((one) => one.code === body.succeededBy?.code);
    if (successor !== undefined && !result.some((one) => one.body.code === successor.code)) {
      result.push({ body: successor, by: null });
    }
  }
  return result;
}
