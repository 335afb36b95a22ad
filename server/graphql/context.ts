import DataLoader from 'dataloader';
import type { Asked } from '../domain/asked.ts';
import type { LinkGraph } from '../domain/explore/link-graph.ts';
import type { FirmDirectory } from '../domain/firms/firm-directory.ts';
import type { FirmFact, FirmPlaceFact, FirmSegmentFact, ObservationFact } from '../domain/map/industry-map.ts';
import type { MapIndex } from '../domain/map/map-index.ts';
import type { ObservationShelf } from '../domain/observations/observation-shelf.ts';
import type { SearchIndex } from '../domain/search/search-index.ts';
import type { TargetListShelf } from '../domain/target-lists/target-list-shelf.ts';
import type { ListedFirm, TargetListFact } from '../domain/target-lists/target-list.ts';
import type { AnalysisDesk } from '../domain/analysis/analysis-desk.ts';
import { firmsInTurns, observationsInTurns, takeTurns } from './take-turns.ts';

/** What the whole service shares. */
export interface Services {
  /** The current release; asks the graph whether it still is. */
  readonly currentMap: (asked: Asked) => Promise<MapIndex>;
  readonly firms: FirmDirectory;
  readonly observations: ObservationShelf;
  readonly search: SearchIndex;
  readonly targetLists: TargetListShelf;
  readonly analysis: AnalysisDesk;
  /** Links of a release; reads those of its firms once. */
  readonly linkGraph: (index: MapIndex, asked: Asked) => Promise<LinkGraph>;
  /** Today, ISO; decides which pairings are in force. */
  readonly today: () => string;
  readonly now: () => Date;
  /** Keys of what people save; each call gives a new one. */
  readonly newId: () => string;
}

/**
 * What one operation sees. The release is pinned once: all parts of an answer come from the same data, even while a new
 * release is being loaded.
 */
export interface Context {
  readonly index: MapIndex;
  readonly asked: Asked;
  readonly today: string;
  readonly firms: FirmDirectory;
  readonly observations: ObservationShelf;
  readonly search: SearchIndex;
  readonly targetLists: TargetListShelf;
  readonly analysis: AnalysisDesk;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Links of the release of the operation. */
  readonly links: () => Promise<LinkGraph>;
  readonly firmById: DataLoader<string, FirmFact | null>;
  readonly placesOfFirm: DataLoader<string, readonly FirmPlaceFact[]>;
  readonly segmentsOfFirm: DataLoader<string, readonly FirmSegmentFact[]>;
  readonly observationById: DataLoader<string, ObservationFact | null>;
  readonly targetListById: DataLoader<string, TargetListFact | null>;
  readonly firmsOfTargetList: DataLoader<string, readonly ListedFirm[]>;
}

/** Most keys in one batch to the graph: the size of a page. */
const MAX_BATCH = 100;

/**
 * Pages that one operation reads from the graph at the same time. The pool has 25 connections: one question that asks for
 * the firms of each of 61 segments must not take them all from the others, and from itself.
 */
const READS_AT_ONCE = 6;

export async function makeContext(services: Services, asked: Asked): Promise<Context> {
  const turns = takeTurns(READS_AT_ONCE);
  const firms = firmsInTurns(services.firms, turns);
  const observations = observationsInTurns(services.observations, turns);
  const batched = <T>(load: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>, missing: T) =>
    new DataLoader<string, T>(
      async (ids) => {
        const found = await load(ids);
        return ids.map((id) => found.get(id) ?? missing);
      },
      { maxBatchSize: MAX_BATCH },
    );
  const index = await services.currentMap(asked);
  return {
    index,
    asked,
    today: services.today(),
    firms,
    observations,
    search: services.search,
    targetLists: services.targetLists,
    analysis: services.analysis,
    now: services.now,
    newId: services.newId,
    links: () => services.linkGraph(index, asked),
    firmById: batched<FirmFact | null>((ids) => firms.byIds(ids, asked), null),
    placesOfFirm: batched<readonly FirmPlaceFact[]>((ids) => firms.placesOf(ids, asked), []),
    segmentsOfFirm: batched<readonly FirmSegmentFact[]>((ids) => firms.segmentsOf(ids, asked), []),
    observationById: batched<ObservationFact | null>((ids) => observations.byIds(ids, asked), null),
    targetListById: batched<TargetListFact | null>((ids) => services.targetLists.byIds(ids, asked), null),
    firmsOfTargetList: batched<readonly ListedFirm[]>((ids) => services.targetLists.firmsOf(ids, asked), []),
  };
}
