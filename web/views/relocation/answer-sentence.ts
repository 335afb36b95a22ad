import type { CandidateBlocker } from './candidate.ts';
import { indistinguishableHead, type Feasibility, type ScoreRange } from './ranking.ts';

/** A piece of the sentence: words, or a candidate that can be selected. */
export type AnswerPiece =
  | { readonly kind: 'lead'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'place'; readonly code: string; readonly text: string };

/** A candidate in its place of the ranking, with its names in the language of the sentence. */
export interface AnswerCandidate {
  readonly code: string;
  readonly name: string;
  readonly feasibility: Feasibility;
  readonly score: ScoreRange;
  readonly blockers: readonly (Pick<CandidateBlocker, 'code' | 'hard'> & {
    readonly text: string;
    readonly measure: { readonly code: string; readonly number: number } | null;
  })[];
}

export interface AnswerQuestion {
  readonly origin: string;
  readonly segment: string;
  /** Why the segment is not proposed to leave, in words, with its measure; null when it may. */
  readonly stays: { readonly text: string; readonly measure: number | null } | null;
}

/** The words that the sentence is made of, in one language. */
export interface AnswerWords {
  readonly join: string;
  readonly clause: string;
  readonly end: string;
  readonly lead: (origin: string, segment: string) => string;
  readonly stays: (reason: string) => string;
  readonly none: string;
  readonly noneFeasible: string;
  readonly feasible: (count: number) => string;
  readonly feasibleSame: (count: number) => string;
  readonly feasibleFirst: string;
  readonly feasibleMore: (count: number) => string;
  readonly others: (count: number) => string;
  readonly unverified: (count: number, reason: string) => string;
  readonly blocked: (count: number, reason: string) => string;
  readonly restUnverified: (count: number) => string;
  readonly restBlocked: (count: number) => string;
  readonly measure: (reason: string, measure: number) => string;
  readonly noReason: string;
  /** Words for a kind of blocker whose sentences differ between places; undefined for a kind not known here. */
  readonly reasonOf: (code: string) => string | undefined;
}

/** Names given in a clause before the rest is only counted. */
const NAMED = { feasible: 4, unverified: 3, blocked: 2 } as const;
/** Clauses of one kind; further groups are counted together. */
const CLAUSES = 2;

/**
 * The answer to "where could it go", from the ranked list and nothing else: the feasible ones, said to be equal where
 * their ranges overlap; those to be verified and the blocked ones with the reason that they share and its measure.
 */
export function answerSentence(
  ranked: readonly AnswerCandidate[],
  question: AnswerQuestion,
  words: AnswerWords,
): AnswerPiece[] {
  const clauses: AnswerPiece[][] = [];
  if (question.stays !== null) {
    const { text, measure } = question.stays;
    clauses.push(textOnly(words.stays(measure === null ? text : words.measure(text, measure))));
  }
  const of = (feasibility: Feasibility): AnswerCandidate[] =>
    ranked.filter((candidate) => candidate.feasibility === feasibility);
  if (ranked.length === 0) clauses.push(textOnly(words.none));
  else clauses.push(...feasibleClauses(of('FEASIBLE'), words));
  clauses.push(
    ...reasonClauses(of('UNVERIFIED'), words, {
      named: NAMED.unverified,
      predicate: words.unverified,
      rest: words.restUnverified,
    }),
    ...reasonClauses(of('BLOCKED'), words, {
      named: NAMED.blocked,
      predicate: words.blocked,
      rest: words.restBlocked,
    }),
  );
  return [
    { kind: 'lead', text: words.lead(question.origin, question.segment) },
    ...clauses.flatMap((clause, index): AnswerPiece[] => [...(index === 0 ? [] : textOnly(words.clause)), ...clause]),
    { kind: 'text', text: words.end },
  ];
}

function textOnly(text: string): AnswerPiece[] {
  return [{ kind: 'text', text }];
}

/** The first names as links, joined; the others as a number. */
function names(members: readonly AnswerCandidate[], limit: number, words: AnswerWords): AnswerPiece[] {
  const shown = members.slice(0, limit);
  const pieces = shown.flatMap((candidate, index): AnswerPiece[] => [
    ...(index === 0 ? [] : textOnly(words.join)),
    { kind: 'place', code: candidate.code, text: candidate.name },
  ]);
  return members.length > shown.length ? [...pieces, ...textOnly(words.others(members.length))] : pieces;
}

function feasibleClauses(members: readonly AnswerCandidate[], words: AnswerWords): AnswerPiece[][] {
  if (members.length === 0) return [textOnly(words.noneFeasible)];
  if (members.length === 1) return [[...names(members, 1, words), ...textOnly(words.feasible(1))]];
  const same = indistinguishableHead(members);
  const head = members.slice(0, same);
  const tail = members.slice(same);
  const first =
    same === 1
      ? [...names(head, 1, words), ...textOnly(words.feasibleFirst)]
      : [...names(head, NAMED.feasible, words), ...textOnly(words.feasibleSame(same))];
  if (tail.length === 0) return [first];
  return [first, [...names(tail, NAMED.feasible, words), ...textOnly(words.feasibleMore(tail.length))]];
}

interface ReasonGroup {
  readonly members: AnswerCandidate[];
  readonly texts: Set<string>;
  readonly code: string | null;
  readonly measure: number | null;
}

/** The blocker that decides: the first that forbids, else the first that must be verified. */
function decisive(candidate: AnswerCandidate): AnswerCandidate['blockers'][number] | null {
  const [first] = candidate.blockers;
  if (candidate.feasibility !== 'BLOCKED') return first ?? null;
  return candidate.blockers.find((blocker) => blocker.hard) ?? first ?? null;
}

function reasonGroups(members: readonly AnswerCandidate[]): ReasonGroup[] {
  const groups = new Map<string, ReasonGroup>();
  for (const candidate of members) {
    const blocker = decisive(candidate);
    const key = `${blocker?.code ?? ''}/${blocker?.measure?.code ?? ''}`;
    const group = groups.get(key) ?? {
      members: [],
      texts: new Set<string>(),
      code: blocker?.code ?? null,
      measure: blocker?.measure?.number ?? null,
    };
    group.members.push(candidate);
    if (blocker !== null) group.texts.add(blocker.text);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** One clause a shared reason, in the order in which the reasons first appear in the ranking. */
function reasonClauses(
  members: readonly AnswerCandidate[],
  words: AnswerWords,
  form: {
    readonly named: number;
    readonly predicate: (count: number, reason: string) => string;
    readonly rest: (count: number) => string;
  },
): AnswerPiece[][] {
  const groups = reasonGroups(members);
  const clauses = groups.slice(0, CLAUSES).map((group) => {
    const reason = reasonOf(group, words);
    return [...names(group.members, form.named, words), ...textOnly(form.predicate(group.members.length, reason))];
  });
  const rest = groups.slice(CLAUSES).reduce((sum, group) => sum + group.members.length, 0);
  if (rest > 0) clauses.push(textOnly(form.rest(rest)));
  return clauses;
}

/** The service's own words where they are the same for all of a group, else the words for the kind. */
function reasonOf(group: ReasonGroup, words: AnswerWords): string {
  const [only] = group.texts;
  const shared = group.texts.size === 1 ? only : undefined;
  const text = shared ?? (group.code === null ? undefined : words.reasonOf(group.code)) ?? words.noReason;
  return group.measure === null ? text : words.measure(text, group.measure);
}
