import type { TargetReply } from '../analysis/answer-targets.ts';
import { AppError, unreachable } from '../app-error.ts';
import type { Asked } from '../asked.ts';
import type { FirmDirectory } from '../firms/firm-directory.ts';
import type { FirmFact } from '../map/industry-map.ts';
import type { TargetListShelf, WriteOutcome } from './target-list-shelf.ts';
import {
  changeToken,
  firmErrors,
  isSameQuestion,
  nameErrors,
  tidyText,
  type FirmToList,
  type ListedFirm,
  type TargetListFact,
  type TargetListQuestion,
  type UserError,
} from './target-list.ts';

/** What a change of lists is made with. */
export interface TargetListTools {
  readonly lists: TargetListShelf;
  readonly firms: FirmDirectory;
  /** The ranking that a list is drawn from, on the present release. */
  readonly rankingFor: (question: TargetListQuestion) => Promise<TargetReply>;
  readonly releaseId: string;
  readonly now: Date;
  readonly newId: () => string;
  readonly asked: Asked;
}

export interface ListToSave {
  /** Key of the list to write over; null makes a new one. */
  readonly list: string | null;
  /** The revision that was read; null only for a new list. */
  readonly expectedRevision: number | null;
  /** The caller's own key for a new list; null lets the service choose. */
  readonly key: string | null;
  readonly name: string;
  readonly question: TargetListQuestion;
  readonly firms: readonly FirmToList[];
}

/**
 * What came of a change. With errors nothing was changed; on a clash `list` is what stands there now, so that the caller
 * can put the own change beside it.
 */
export interface TargetListResult {
  readonly list: TargetListFact | null;
  readonly errors: readonly UserError[];
}

/** Deleted lists can be brought back for so long, days. */
export const RESTORE_DAYS = 30;
const DAY_MS = 86_400_000;
const OWN_KEY = /^[A-Za-z0-9-]{8,64}$/;

/**
 * Saves a list, new or over the one that was read. A firm that was in the list keeps the score and the date of its first
 * time as long as the question is the same; the others get the score of the present release.
 *
 * Errors: BAD_USER_INPUT for a key of another form, and for `list` without `expectedRevision`.
 */
export async function saveTargetList(tools: TargetListTools, input: ListToSave): Promise<TargetListResult> {
  const { lists, asked, now } = tools;
  if (input.key !== null && !OWN_KEY.test(input.key)) {
    throw new AppError('BAD_USER_INPUT', 'key must have 8 to 64 letters, digits or hyphens.', 'input.key');
  }
  const name = tidyText(input.name);
  const wanted = input.firms.map(({ firm, note, nextStep }) => ({
    firm,
    note: tidyText(note),
    nextStep: tidyText(nextStep),
  }));
  const errors = [...nameErrors(name), ...firmErrors(wanted)];
  if (errors.length > 0) return { list: null, errors };

  let before: TargetListFact | null = null;
  let held: readonly ListedFirm[] = [];
  if (input.list !== null) {
    before = (await lists.byIds([input.list], asked)).get(input.list) ?? null;
    if (before === null) return { list: null, errors: [unknownList('list')] };
    held = (await lists.firmsOf([input.list], asked)).get(input.list) ?? [];
  }
  const known = await tools.firms.byIds(
    wanted.map(({ firm }) => firm),
    asked,
  );
  const strangers = wanted.flatMap(({ firm }, index) =>
    known.has(firm) || held.some((one) => one.firm === firm) ? [] : [unknownFirm(firm, index)],
  );
  if (strangers.length > 0) return { list: null, errors: strangers };

  const keeps = before !== null && isSameQuestion(before, input.question);
  const ranking = await tools.rankingFor(input.question);
  const firms = wanted.map((one, index) => {
    const old = held.find((candidate) => candidate.firm === one.firm);
    return listedFirm(tools, ranking, one, index + 1, { old, keeps, firm: known.get(one.firm) });
  });
  const content = { name, question: input.question, releaseId: tools.releaseId, firms };
  const token = changeToken({ name, question: input.question, firms: wanted });
  if (input.list === null) {
    const id = input.key ?? tools.newId();
    return answer(tools, id, await lists.create({ id, token, now }, content, asked), 'key');
  }
  const change = { id: input.list, expectedRevision: requireRevision(input.expectedRevision), token, now };
  return answer(tools, input.list, await lists.replace(change, content, asked), 'expectedRevision');
}

/** Gives a list another name. */
export async function renameTargetList(
  tools: TargetListTools,
  input: { readonly list: string; readonly expectedRevision: number; readonly name: string },
): Promise<TargetListResult> {
  const name = tidyText(input.name);
  const errors = nameErrors(name);
  if (errors.length > 0) return { list: null, errors };
  const { list: id, expectedRevision } = input;
  const change = { id, expectedRevision, token: changeToken({ name }), now: tools.now };
  return answer(tools, id, await tools.lists.rename(change, name, tools.asked), 'expectedRevision');
}

/** Takes a list out of sight; it can be brought back for 30 days. A list that is out of sight already stays so. */
export async function deleteTargetList(
  tools: TargetListTools,
  input: { readonly list: string; readonly expectedRevision: number },
): Promise<TargetListResult> {
  const { lists, asked, now } = tools;
  const { list: id, expectedRevision } = input;
  const outcome = await lists.remove({ id, expectedRevision, now }, asked);
  if (outcome !== 'done') return answer(tools, id, outcome, 'expectedRevision');
  await lists.purge(new Date(now.getTime() - RESTORE_DAYS * DAY_MS), asked);
  return { list: null, errors: [] };
}

/** Brings a deleted list back as it was. A list that is in sight stays so. */
export async function restoreTargetList(tools: TargetListTools, id: string): Promise<TargetListResult> {
  return answer(tools, id, await tools.lists.restore(id, tools.asked), 'list');
}

function listedFirm(
  { releaseId, now }: TargetListTools,
  ranking: TargetReply,
  wanted: FirmToList,
  position: number,
  found: { readonly old: ListedFirm | undefined; readonly keeps: boolean; readonly firm: FirmFact | undefined },
): ListedFirm {
  const { old, keeps, firm } = found;
  const texts = { position, firm: wanted.firm, note: wanted.note, nextStep: wanted.nextStep };
  const firmName = firm?.nameZh ?? old?.firmName ?? wanted.firm;
  const addedAt = old?.addedAt ?? now.toISOString();
  if (old !== undefined && keeps) return { ...texts, firmName, addedAt, releaseId: old.releaseId, score: old.score };
  const candidate = ranking.standingOf(wanted.firm)?.candidate ?? null;
  const score =
    candidate === null
      ? null
      : {
          value: candidate.score.value,
          low: candidate.score.low,
          high: candidate.score.high,
          rank: candidate.rank,
        };
  return { ...texts, firmName, addedAt, releaseId, score };
}

async function answer(
  { lists, asked }: TargetListTools,
  id: string,
  outcome: WriteOutcome,
  field: string,
): Promise<TargetListResult> {
  switch (outcome) {
    case 'missing':
      return { list: null, errors: [unknownList('list')] };
    case 'done':
      return { list: (await lists.byIds([id], asked)).get(id) ?? null, errors: [] };
    case 'clash': {
      const list = (await lists.byIds([id], asked)).get(id) ?? null;
      return { list, errors: [list === null ? unknownList('list') : clash(list, field)] };
    }
    default:
      return unreachable(outcome);
  }
}

function requireRevision(revision: number | null): number {
  if (revision !== null) return revision;
  throw new AppError(
    'BAD_USER_INPUT',
    'expectedRevision must say which revision of the list was read; targetList gives it.',
    'input.expectedRevision',
  );
}

function clash({ name, revision }: TargetListFact, field: string): UserError {
  return {
    code: 'CLASH',
    zh: `名单「${name}」在这期间被别人改过（现在是第 ${revision} 版），这次改动没有写入，也没有丢失：请对照后再存。`,
    en: `Somebody has changed the list "${name}" in the meantime (it is at revision ${revision} now). This change was not written and is not lost: compare, then save again.`,
    field: [field],
  };
}

function unknownList(field: string): UserError {
  return {
    code: 'UNKNOWN_LIST',
    zh: '没有这份名单，可能已被删除。',
    en: 'There is no such list; it may have been deleted.',
    field: [field],
  };
}

function unknownFirm(firm: string, index: number): UserError {
  return {
    code: 'UNKNOWN_FIRM',
    zh: `数据里没有企业 ${firm}。`,
    en: `There is no firm ${firm} in the data.`,
    field: ['firms', String(index), 'firm'],
  };
}
