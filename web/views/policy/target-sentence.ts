import type { Piece } from './selection.ts';
import type { TargetGroup, TargetLine } from './targets.ts';

/** Words that the sentence is put together from. */
export interface TargetSentenceWords {
  readonly join: string;
  readonly clause: string;
  readonly end: string;
  readonly year: (year: number | null) => string;
  readonly sentence: (total: number, parts: string) => string;
  readonly sentenceYear: (year: string, total: number) => string;
  readonly part: (year: string, count: number) => string;
  readonly partJoin: string;
  readonly allWithout: (count: number) => string;
  readonly someWithout: (count: number) => string;
  readonly noneWithout: string;
  readonly past: (count: number) => string;
  readonly leads: string;
  readonly leadCount: (count: number) => string;
  readonly noLeadCount: (count: number) => string;
}

/** A department with its name in the sentence. */
export interface LeadName {
  readonly code: string;
  readonly name: string;
}

/** How many targets by year, how many without progress data, how many past due; for one year also who leads. */
export function targetSentence(
  groups: readonly TargetGroup<TargetLine>[],
  leadsOf: (target: TargetLine) => readonly LeadName[],
  words: TargetSentenceWords,
): readonly Piece[] {
  const all = groups.flatMap((group) => group.targets);
  const [only] = groups;
  if (only === undefined) return [];
  const isOneYear = groups.length === 1;
  const start = isOneYear
    ? words.sentenceYear(words.year(only.year), all.length)
    : words.sentence(
        all.length,
        groups.map((group) => words.part(words.year(group.year), group.targets.length)).join(words.partJoin),
      );
  const without = all.filter((target) => target.progress === null).length;
  const past = groups
    .filter((group) => group.isPast)
    .flatMap((group) => group.targets)
    .filter((target) => target.progress === null).length;
  const text = (value: string): Piece => ({ kind: 'text', text: value });
  return [
    { kind: 'lead', text: start },
    text(words.clause),
    text(
      without === 0
        ? words.noneWithout
        : without === all.length
          ? words.allWithout(without)
          : words.someWithout(without),
    ),
    ...(past === 0 ? [] : [text(words.clause), text(words.past(past))]),
    ...(isOneYear ? [text(words.clause), ...leadPieces(all, leadsOf, words)] : []),
    text(words.end),
  ];
}

function leadPieces(
  targets: readonly TargetLine[],
  leadsOf: (target: TargetLine) => readonly LeadName[],
  words: TargetSentenceWords,
): Piece[] {
  const counts = new Map<string, { name: string; count: number }>();
  for (const target of targets) {
    for (const { code, name } of leadsOf(target)) {
      counts.set(code, { name, count: (counts.get(code)?.count ?? 0) + 1 });
    }
  }
  const none = targets.filter((target) => leadsOf(target).length === 0).length;
  const pieces = [...counts]
    .sort(([, a], [, b]) => b.count - a.count)
    .flatMap(([code, { name, count }], index): Piece[] => [
      ...(index === 0 ? [{ kind: 'text', text: words.leads } as const] : [{ kind: 'text', text: words.join } as const]),
      { kind: 'link', text: name, to: { kind: 'department', code } },
      { kind: 'text', text: words.leadCount(count) },
    ]);
  const rest: Piece[] = none === 0 ? [] : [{ kind: 'text', text: words.noLeadCount(none) }];
  return pieces.length > 0 && rest.length > 0
    ? [...pieces, { kind: 'text', text: words.clause }, ...rest]
    : [...pieces, ...rest];
}
