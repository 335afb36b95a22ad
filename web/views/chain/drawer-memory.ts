import { onUnmounted } from 'vue';
import type {
  CellContextQuery,
  CellContextQueryVariables,
  FirmsInPlaceQuery,
  FirmsInPlaceQueryVariables,
} from '../../api/generated/operations.ts';
import { CellContextOperation, FirmsInPlaceOperation } from '../../api/generated/operations.ts';
import type { Lang } from '../../state/url-state.ts';
import { usePage } from '../../state/page.ts';
import type { AnswerMemory } from './answer-memory.ts';
import { createAnswerMemory } from './answer-memory.ts';
import type { GapCell } from './gap-cell.ts';

/** What the drawer needs beyond the picture's answers, fetched while the pointer rests on a segment. */
export interface DrawerMemory {
  readonly context: AnswerMemory<CellContextQueryVariables, CellContextQuery>;
  readonly firms: AnswerMemory<FirmsInPlaceQueryVariables, FirmsInPlaceQuery>;
  /** The pointer came to rest on a segment of a place: its drawer may be wanted next. */
  foresee(cell: GapCell): void;
}

/** Answers kept: more than the segments of a picture in both languages. */
const KEPT = 120;
/** Firms of the first page; it must not push what follows out of sight. */
const FIRST_FIRMS = 5;

export function useDrawerMemory(): DrawerMemory {
  const page = usePage();
  const version = (): string => page.release?.id ?? '';
  const context = createAnswerMemory<CellContextQueryVariables, CellContextQuery>(
    (key, signal) => page.ask(CellContextOperation, key, signal),
    version,
    KEPT,
  );
  const firms = createAnswerMemory<FirmsInPlaceQueryVariables, FirmsInPlaceQuery>(
    (key, signal) => page.ask(FirmsInPlaceOperation, key, signal),
    version,
    KEPT,
  );
  onUnmounted(() => {
    context.close();
    firms.close();
  });
  return {
    context,
    firms,
    foresee: (cell) => {
      context.foresee(contextWanted(cell, page.lang));
      firms.foresee(firmsWanted(cell.segment.code, cell.region.code, page.lang));
    },
  };
}

/** The policies behind a cell. */
export function contextWanted(cell: Pick<GapCell, 'measures'>, lang: Lang): CellContextQueryVariables {
  return { measures: cell.measures.map((measure) => measure.id), lang: lang === 'en' ? 'EN' : 'ZH' };
}

/** The first firms of a segment in a place. */
export function firmsWanted(segment: string, region: string, lang: Lang): FirmsInPlaceQueryVariables {
  return { segment, region, first: FIRST_FIRMS, after: null, lang: lang === 'en' ? 'EN' : 'ZH' };
}
