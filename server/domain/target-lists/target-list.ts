import { createHash } from 'node:crypto';
import type { TargetCriteria } from '../analysis/answer-targets.ts';
import type { ParameterAsked } from '../analysis/parameter-input.ts';
import { canonicalJson } from '../imports/fact.ts';

/** What a list of target firms is for: the question that its firms answer. */
export interface TargetListQuestion {
  /** Prefecture that wants, GB/T 2260 code. */
  readonly region: string;
  /** Segment that is wanted. */
  readonly segment: string;
  readonly criteria: TargetCriteria;
  /** Parameters in place of their defaults. */
  readonly parameters: readonly ParameterAsked[];
}

/**
 * A list of firms that somebody saved with a name. It is no fact of the map: it has no source, and no import touches it.
 * Place and segment are kept by code, since a later map may no longer hold them.
 */
export interface TargetListFact extends TargetListQuestion {
  readonly type: 'TargetList';
  readonly id: string;
  readonly name: string;
  /** ISO, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Release of the data when the list was last saved. */
  readonly releaseId: string;
  /** Counts up with every change; who writes says which one was read. */
  readonly revision: number;
  readonly firmCount: number;
}

/** A score as it was: 0..1, null when too little was known; the place in the ranking from 1. */
export interface ScoreThen {
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  readonly rank: number | null;
}

/** A firm in a list. Key and name stay when the map no longer holds the firm. */
export interface ListedFirm {
  /** From 1. */
  readonly position: number;
  readonly firm: string;
  readonly firmName: string;
  readonly note: string;
  /** What to do next, in free words. */
  readonly nextStep: string;
  /** ISO, UTC. */
  readonly addedAt: string;
  /** Release that the score was worked out from. */
  readonly releaseId: string;
  /** Null when the firm was no candidate then. */
  readonly score: ScoreThen | null;
}

export const MAX_LISTED_FIRMS = 200;
export const MAX_LIST_NAME = 80;
export const MAX_NOTE = 500;
export const MAX_NEXT_STEP = 200;

/** Why a change of a list was not made, as a closed set. */
export const USER_ERROR_CODES = [
  'EMPTY_NAME',
  'NAME_TOO_LONG',
  'NOTE_TOO_LONG',
  'NEXT_STEP_TOO_LONG',
  'UNKNOWN_FIRM',
  'REPEATED_FIRM',
  'TOO_MANY_FIRMS',
  'UNKNOWN_LIST',
  'CLASH',
] as const;
export type UserErrorCode = (typeof USER_ERROR_CODES)[number];

/** A refusal that belongs to the business: what was wrong, in words, and the field of the input that it is about. */
export interface UserError {
  readonly code: UserErrorCode;
  readonly zh: string;
  readonly en: string;
  readonly field: readonly string[];
}

/** A firm as somebody puts it into a list. */
export interface FirmToList {
  readonly firm: string;
  readonly note: string;
  readonly nextStep: string;
}

/** Text as people mean it: control characters and runs of white space are one space each, none at the ends. */
export function tidyText(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** Length as people count it: a character beyond the basic plane is one. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** What is wrong with a name; `name` as tidied. */
export function nameErrors(name: string): readonly UserError[] {
  const length = lengthOf(name);
  if (length === 0) {
    return [{ code: 'EMPTY_NAME', zh: '请给名单起个名字。', en: 'Give the list a name.', field: ['name'] }];
  }
  if (length <= MAX_LIST_NAME) return [];
  return [
    {
      code: 'NAME_TOO_LONG',
      zh: `名字最多 ${MAX_LIST_NAME} 个字，现在有 ${length} 个。`,
      en: `A name has at most ${MAX_LIST_NAME} characters; this one has ${length}.`,
      field: ['name'],
    },
  ];
}

/** What is wrong with the firms of a list, as far as the list alone tells; texts as tidied. */
export function firmErrors(firms: readonly FirmToList[]): readonly UserError[] {
  const errors: UserError[] = [];
  if (firms.length > MAX_LISTED_FIRMS) {
    errors.push({
      code: 'TOO_MANY_FIRMS',
      zh: `一份名单最多 ${MAX_LISTED_FIRMS} 家企业，现在有 ${firms.length} 家；请分成几份。`,
      en: `A list holds at most ${MAX_LISTED_FIRMS} firms, this one ${firms.length}; make several lists of it.`,
      field: ['firms'],
    });
  }
  const seen = new Set<string>();
  firms.forEach(({ firm, note, nextStep }, index) => {
    const at = (name: string): readonly string[] => ['firms', String(index), name];
    if (seen.has(firm)) {
      errors.push({
        code: 'REPEATED_FIRM',
        zh: `${firm} 在名单里出现了两次。`,
        en: `${firm} stands in the list twice.`,
        field: at('firm'),
      });
    }
    seen.add(firm);
    if (lengthOf(note) > MAX_NOTE) {
      errors.push({
        code: 'NOTE_TOO_LONG',
        zh: `备注最多 ${MAX_NOTE} 个字，现在有 ${lengthOf(note)} 个。`,
        en: `A note has at most ${MAX_NOTE} characters; this one has ${lengthOf(note)}.`,
        field: at('note'),
      });
    }
    if (lengthOf(nextStep) > MAX_NEXT_STEP) {
      errors.push({
        code: 'NEXT_STEP_TOO_LONG',
        zh: `下一步最多 ${MAX_NEXT_STEP} 个字，现在有 ${lengthOf(nextStep)} 个。`,
        en: `A next step has at most ${MAX_NEXT_STEP} characters; this one has ${lengthOf(nextStep)}.`,
        field: at('nextStep'),
      });
    }
  });
  return errors;
}

/** Whether scores of two questions can stand side by side. */
export function isSameQuestion(a: TargetListQuestion, b: TargetListQuestion): boolean {
  return questionText(a) === questionText(b);
}

function questionText({ region, segment, criteria, parameters }: TargetListQuestion): string {
  const byName = [...parameters].sort((a, b) => (a.name < b.name ? -1 : 1));
  return canonicalJson({ region, segment, criteria, parameters: byName });
}

/**
 * Names the content of a change, so that the same change sent again (the answer was lost on its way, a transaction was
 * tried again) is known for the same and not taken for a clash.
 */
export function changeToken(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
