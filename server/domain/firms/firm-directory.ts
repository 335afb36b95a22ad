import type { FirmFact, FirmPlaceFact, FirmSegmentFact } from '../map/industry-map.ts';
import type { Page, PageArguments } from '../paging/page.ts';
import type { Asked } from '../asked.ts';

/** Conditions joined by "and"; null leaves a condition out. Regions and segments are given with all below them. */
export interface FirmFilter {
  readonly segments: readonly string[] | null;
  readonly regions: readonly string[] | null;
  readonly notRegions: readonly string[] | null;
  readonly exchange: string | null;
}

export type FirmOrder = 'NAME' | 'CODE';

/**
 * Firms can grow without bound, so they stay in the graph and are asked for page by page. The union of the pages of a
 * filter is what its count says, without repeats, while firms are added.
 */
export interface FirmDirectory {
  page(filter: FirmFilter, order: FirmOrder, page: PageArguments, asked: Asked): Promise<Page<FirmFact>>;
  byIds(ids: readonly string[], asked: Asked): Promise<ReadonlyMap<string, FirmFact>>;
  idByUscc(uscc: string, asked: Asked): Promise<string | null>;
  /** Null when no firm, or more than one, has the code. */
  idByStockCode(stockCode: string, asked: Asked): Promise<string | null>;
  placesOf(ids: readonly string[], asked: Asked): Promise<ReadonlyMap<string, readonly FirmPlaceFact[]>>;
  segmentsOf(ids: readonly string[], asked: Asked): Promise<ReadonlyMap<string, readonly FirmSegmentFact[]>>;
}
