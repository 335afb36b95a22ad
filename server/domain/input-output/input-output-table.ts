/**
 * An input-output table over the segments. Money in the unit of the source.
 * `transactions` is row-major m x m: row i sells to column j. `output` is Y; Y of a row = its sales to the others +
 * final demand.
 */
export interface InputOutputTable {
  readonly size: number;
  readonly transactions: Float64Array;
  readonly finalDemand: Float64Array;
  readonly output: Float64Array;
}
