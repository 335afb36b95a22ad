/**
 * Share of the buyer's input need that a link carries where no source states one: 0..1, shown as `assumed`. Origin:
 * the product's rule for missing weights (0.5 on all feeds of the buyer); only ratios between them matter.
 */
export const DEFAULT_FEED_WEIGHT = 0.5;
