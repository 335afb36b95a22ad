import type * as facts from '../domain/map/industry-map.ts';
import type { CellKnowledge } from '../domain/analysis/cell-knowledge.ts';
import type { FeedStep } from '../domain/analysis/follow-feeds.ts';
import type { WhyNotRow } from '../domain/analysis/answer-targets.ts';
import type { ListedFirm, ScoreThen, TargetListFact, UserError } from '../domain/target-lists/target-list.ts';
import type { Page } from '../domain/paging/page.ts';

/** Names for the types behind connections and unions: the code generator refers to types by one plain name each. */
export type ClusterPage = Page<facts.ClusterFact>;
export type SegmentPage = Page<facts.SegmentFact>;
export type RegionPage = Page<facts.RegionFact>;
export type ZonePage = Page<facts.ZoneFact>;
export type ParkPage = Page<facts.ParkFact>;
export type PolicyPage = Page<facts.PolicyFact>;
export type MeasurePage = Page<facts.MeasureFact>;
export type DutyPage = Page<facts.DutyFact>;
export type DepartmentPage = Page<facts.DepartmentFact>;
export type TargetPage = Page<facts.TargetFact>;
export type AppliesToPage = Page<facts.ApplicationFact>;
export type AssetPage = Page<facts.AssetFact>;
export type StatementPage = Page<facts.StatementFact>;
export type IndicatorPage = Page<facts.IndicatorFact>;
export type ObservationPage = Page<facts.ObservationFact>;
export type FirmPage = Page<facts.FirmFact>;
export type SourcePage = Page<facts.SourceFact>;
export type HostPage = Page<CellKnowledge>;
export type FeedHopPage = Page<FeedStep>;
export type SearchPage = Page<SearchHitEntity> & { readonly release: facts.ReleaseFact };

export type TargetListPage = Page<TargetListFact>;

/** Under names of their own: the generated types have these names too. */
export type ScoreThenEntity = ScoreThen;
export type UserErrorEntity = UserError;

/** Whatever bears a global id: a thing of the map, or one that somebody saved. */
export type NodeEntity = facts.Entity | TargetListFact;

/** A firm of a list with what the present data say of it; null where the map no longer holds the firm, place or segment. */
export interface TargetListEntryEntity {
  readonly entry: ListedFirm;
  readonly now: () => Promise<WhyNotRow | null>;
}

export type AppliesToEntity =
  facts.SegmentFact | facts.RegionFact | facts.ZoneFact | facts.ParkFact | facts.ClusterFact;

export type SourcedEntity = facts.Fact;

/** A search hit: the thing itself. */
export interface SearchHitEntity {
  readonly entity: facts.Entity;
}
