import type { ObservationFact } from '../map/industry-map.ts';
import type { Page, PageArguments } from '../paging/page.ts';
import type { Asked } from '../asked.ts';

/** What a value is about. */
export type ObservedKind = 'region' | 'park' | 'firm';

/** Values can grow without bound (months, cities, segments): they stay in the graph and are asked for page by page. */
export interface ObservationShelf {
  /** Of one thing, by observation id; `indicator` null for all. */
  of(
    kind: ObservedKind,
    key: string,
    indicator: string | null,
    page: PageArguments,
    asked: Asked,
  ): Promise<Page<ObservationFact>>;
  /** Of one indicator; `region` null for all. */
  ofIndicator(
    indicator: string,
    region: string | null,
    page: PageArguments,
    asked: Asked,
  ): Promise<Page<ObservationFact>>;
  byIds(ids: readonly string[], asked: Asked): Promise<ReadonlyMap<string, ObservationFact>>;
}
