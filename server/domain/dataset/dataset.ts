import type { InputOutputTable } from '../input-output/input-output-table.ts';
import type { ChainMatrix } from '../matrix/chain-matrix.ts';
import type { AnalyticsParameters } from '../parameters.ts';

/**
 * A whole data set for the analytics, with its questions: what `parseDataset` makes of a `dataset.json`. Regions,
 * segments and firms are indices everywhere; `NaN` is unknown (see `ChainMatrix`).
 */
export interface Dataset {
  readonly matrix: ChainMatrix;
  readonly parameters: AnalyticsParameters;
  readonly firms: readonly DatasetFirm[];
  readonly supplyLinks: readonly DatasetSupplyLink[];
  /** Null when the data set holds no table. */
  readonly ioTable: InputOutputTable | null;
  readonly relocationQueries: readonly RelocationQuery[];
  readonly whatIfQueries: readonly WhatIfQuery[];
}

export interface DatasetFirm {
  readonly id: string;
  readonly region: number;
  readonly segment: number;
  /** NaN when unknown. */
  readonly employees: number;
  /** NaN when unknown. */
  readonly revenue: number;
}

export interface DatasetSupplyLink {
  /** Index into `firms`: the one that sells. */
  readonly source: number;
  /** Index into `firms`: the one that buys. */
  readonly target: number;
  /** In the unit of the revenues. */
  readonly amount: number;
}

/** A lot to be placed: a segment leaves an origin with so many employees and needs so much land. */
export interface RelocationQuery {
  readonly id: string;
  readonly segment: number;
  readonly origin: number;
  readonly employees: number;
  readonly landHa: number;
  /** Features that a park must have. */
  readonly requires: readonly string[];
}

export interface WhatIfQuery {
  readonly id: string;
  readonly shocks: readonly CellShock[];
}

export interface CellShock {
  /** Null: every region. */
  readonly region: number | null;
  /** Null: every segment. */
  readonly segment: number | null;
  /** Share of the capacity that is lost, 0..1. */
  readonly loss: number;
}
