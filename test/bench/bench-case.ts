/** One thing that is measured. */
export interface BenchCase {
  readonly name: string;
  /** What it must meet, as the issue words it. */
  readonly bar: string;
  run(): Promise<BenchResult>;
}

export interface BenchResult {
  /** The figure that the bar is about, in `unit`. */
  readonly value: number;
  readonly unit: 'ms' | 's' | 'KB' | 'x';
  /** Upper bound of the bar, in `unit`. */
  readonly limit: number;
  /** To a plain loop over the same data in the same run: says something on any machine. */
  readonly ratioToPlainLoop?: number;
  readonly detail?: string;
}

/** The value below which the given share of the sample lies. */
export function quantile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(sample: readonly number[]): number {
  return quantile(sample, 0.5);
}
