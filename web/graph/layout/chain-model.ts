/** How one segment feeds another; LOOP closes a circle and is left out of the order of stages. */
export type FeedKind = 'MATERIAL' | 'EQUIPMENT' | 'AUXILIARY' | 'SERVICE' | 'LOOP';

/** A segment of the chain as the picture needs it. */
export interface ChainSegment {
  readonly code: string;
  readonly name: string;
  /** From the root down to the parent; left out where nothing can be expanded. */
  readonly ancestors?: readonly { readonly code: string; readonly name: string }[];
  /** It has children and can be expanded in place. */
  readonly hasParts?: boolean;
}

/** A stage with its members; `side` stages feed in from a lane below the columns. */
export interface ChainStage {
  readonly code: string;
  readonly name: string;
  readonly side: boolean;
  readonly members: readonly ChainSegment[];
}

/** `from` supplies `to`; both are members of stages of the same model. */
export interface ChainFeed {
  readonly from: string;
  readonly to: string;
  readonly kind: FeedKind;
}

/** A chain on one cut of the segment tree: stages in the order of the flow, links between their members. */
export interface ChainModel {
  readonly stages: readonly ChainStage[];
  readonly feeds: readonly ChainFeed[];
}

/** Key of a link, unique in a model. */
export function feedId(feed: ChainFeed): string {
  return `${feed.from}>${feed.to}:${feed.kind}`;
}
