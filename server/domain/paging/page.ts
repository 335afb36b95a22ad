import { AppError } from '../app-error.ts';

/** One page of a list with keyset cursors. `totalCount` is only worked out when it is asked for. */
export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: () => number | Promise<number>;
}

export interface PageArguments {
  readonly first: number;
  readonly after: string | null;
}

/** Most items a page may hold (house rule: `first` from 1 to 100). */
export const MAX_PAGE = 100;

/** Checks what the caller asked for. Error: BAD_USER_INPUT with the field and the allowed range. */
export function pageArguments(first: number | null | undefined, after: string | null | undefined): PageArguments {
  const size = first ?? MAX_PAGE;
  if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE) {
    throw new AppError(
      'BAD_USER_INPUT',
      `first must be a whole number from 1 to ${MAX_PAGE}; it was ${size}.`,
      'first',
    );
  }
  return { first: size, after: after ?? null };
}

/** A cursor is the item's key, packed so that no client is tempted to build one. */
export function cursorOf(key: string): string {
  return Buffer.from(key, 'utf8').toString('base64url');
}

/** The key in a cursor. Error: BAD_USER_INPUT when the text is no cursor of ours. */
export function keyOfCursor(cursor: string): string {
  const key = Buffer.from(cursor, 'base64url').toString('utf8');
  if (key === '' || cursorOf(key) !== cursor) {
    throw new AppError(
      'BAD_USER_INPUT',
      'after is not a cursor of this list; take one from an edge or from pageInfo.',
      'after',
    );
  }
  return key;
}

/**
 * Pages through a list that is already ordered and held in memory. Keys must be unique in the list.
 * Error: BAD_USER_INPUT when `after` names an item that the list does not hold.
 */
export function pageOf<T>(items: readonly T[], key: (item: T) => string, asked: PageArguments): Page<T> {
  let start = 0;
  if (asked.after !== null) {
    const wanted = keyOfCursor(asked.after);
    const position = items.findIndex((item) => key(item) === wanted);
    if (position < 0) {
      throw new AppError(
        'BAD_USER_INPUT',
        'after names an item that this list does not hold; start again without it.',
        'after',
      );
    }
    start = position + 1;
  }
  const slice = items.slice(start, start + asked.first);
  return pageFrom(slice, key, {
    hasNextPage: start + slice.length < items.length,
    hasPreviousPage: start > 0,
    totalCount: () => items.length,
  });
}

/** Wraps items that a source has already cut to one page. */
export function pageFrom<T>(
  items: readonly T[],
  key: (item: T) => string,
  facts: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly totalCount: () => number | Promise<number>;
  },
): Page<T> {
  const edges = items.map((node) => ({ cursor: cursorOf(key(node)), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: facts.hasNextPage,
      hasPreviousPage: facts.hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: facts.totalCount,
  };
}
