import type { FirmDirectory } from '../domain/firms/firm-directory.ts';
import type { ObservationShelf } from '../domain/observations/observation-shelf.ts';
import type { Page } from '../domain/paging/page.ts';

/** Runs work when its turn has come. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * At most `places` pieces of work at a time, the others in the order in which they came. A piece that waits costs
 * nothing; one that fails gives its place on.
 */
export function takeTurns(places: number): Turns {
  const waiting: (() => void)[] = [];
  let free = places;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}

/** The same directory, its pages read in turns. */
export function firmsInTurns(firms: FirmDirectory, turns: Turns): FirmDirectory {
  return {
    ...firms,
    page: async (...question) => pageInTurns(await turns(() => firms.page(...question)), turns),
  };
}

/** The same shelf, its pages read in turns. */
export function observationsInTurns(observations: ObservationShelf, turns: Turns): ObservationShelf {
  return {
    ...observations,
    of: async (...question) => pageInTurns(await turns(() => observations.of(...question)), turns),
    ofIndicator: async (...question) => pageInTurns(await turns(() => observations.ofIndicator(...question)), turns),
  };
}

function pageInTurns<T>(page: Page<T>, turns: Turns): Page<T> {
  return { ...page, totalCount: () => turns(async () => page.totalCount()) };
}
