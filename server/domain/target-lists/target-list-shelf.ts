import type { Asked } from '../asked.ts';
import type { Page, PageArguments } from '../paging/page.ts';
import type { ListedFirm, TargetListFact, TargetListQuestion } from './target-list.ts';

/** What a list says of itself when it is written. */
export interface TargetListContent {
  readonly name: string;
  readonly question: TargetListQuestion;
  readonly releaseId: string;
  readonly firms: readonly ListedFirm[];
}

/** `done`: written, now or by the same change before; `clash`: somebody else has written since; `missing`: no such list. */
export type WriteOutcome = 'done' | 'clash' | 'missing';

/** A change of a list: which, over which revision, by what content, when. */
export interface TargetListChange {
  readonly id: string;
  /** The revision that was read. */
  readonly expectedRevision: number;
  /** Names the content (`changeToken`). */
  readonly token: string;
  readonly now: Date;
}

/**
 * Lists that people saved. Reads leave deleted lists out. Every write either happens whole or not at all, and is refused
 * when the list is no longer at the revision that was read.
 */
export interface TargetListShelf {
  /** From the newest. */
  page(page: PageArguments, asked: Asked): Promise<Page<TargetListFact>>;
  byIds(ids: readonly string[], asked: Asked): Promise<ReadonlyMap<string, TargetListFact>>;
  /** Firms by list, in order; a list without firms is not in the result. */
  firmsOf(ids: readonly string[], asked: Asked): Promise<ReadonlyMap<string, readonly ListedFirm[]>>;
  create(
    change: Omit<TargetListChange, 'expectedRevision'>,
    content: TargetListContent,
    asked: Asked,
  ): Promise<WriteOutcome>;
  replace(change: TargetListChange, content: TargetListContent, asked: Asked): Promise<WriteOutcome>;
  rename(change: TargetListChange, name: string, asked: Asked): Promise<WriteOutcome>;
  /** Out of sight, not gone: `restore` brings it back until it is purged. */
  remove(change: Omit<TargetListChange, 'token'>, asked: Asked): Promise<WriteOutcome>;
  restore(id: string, asked: Asked): Promise<Exclude<WriteOutcome, 'clash'>>;
  /** Removes for good what was deleted before. */
  purge(before: Date, asked: Asked): Promise<void>;
}
