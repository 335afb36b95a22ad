import { at } from '../matrix/typed-array-access.ts';
import type { FirmNetwork } from './firm-network.ts';
import { throwIfStopped, type StopCheck } from './stop-check.ts';

export interface FirmShock {
  /** Index of the firm. */
  readonly firm: number;
  /** Share of its capacity lost, 0..1; 1 = it stops. */
  readonly loss: number;
}

export interface FirmCascadeOptions {
  /** A round in which no value falls by more than this is the last (share of capacity). */
  readonly epsilon: number;
  /** Depth: the most rounds; left out = until it settles. */
  readonly maxRounds?: number;
  readonly shouldStop?: StopCheck;
}

/** Losses are shares 0..1 of the employees of the firms of known size; NaN when no size is known. */
export interface FirmCascade {
  /** Economic systemic risk index: loss with min(h, h'). */
  readonly loss: number;
  readonly downstream: number;
  readonly upstream: number;
  readonly direct: number;
  readonly rounds: number;
  /** False when `maxRounds` ended it. */
  readonly settled: boolean;
  /** Remaining capacity per firm, 0..1. */
  readonly down: Float64Array;
  readonly up: Float64Array;
  readonly shocked: Float64Array;
}

/**
 * Firm cascade on recorded links (reference formulas; after Diem et al. 2022): an essential input counts by the share
 * of that input segment bought from the firm, others by their share of all recorded purchases; sigma(i) = min(1,
 * sales(i)/sum over the firms of the segment of h sales); upstream by amount/max(recorded sales, revenue). Both sides
 * are updated from the previous round until no value falls by more than epsilon. Weights: employees, 0 where unknown.
 *
 * O(firms + links) a round; values only fall, so it ends on cycles. Links that nobody recorded are not seen: the figure
 * speaks of the recorded network alone.
 *
 * Errors: DEADLINE_EXCEEDED when `shouldStop` says so.
 */
export function firmCascade(
  network: FirmNetwork,
  shocks: readonly FirmShock[],
  options: FirmCascadeOptions,
): FirmCascade {
  const { firms } = network;
  const shocked = new Float64Array(firms).fill(1);
  for (const shock of shocks) shocked[shock.firm] = Math.min(shocked[shock.firm] ?? 1, 1 - shock.loss);

  const maxRounds = options.maxRounds ?? Number.POSITIVE_INFINITY;
  let down: Float64Array = shocked.slice();
  let up: Float64Array = shocked.slice();
  let nextDown: Float64Array = new Float64Array(firms);
  let nextUp: Float64Array = new Float64Array(firms);
  const failing = new Float64Array(firms);
  const stillSold = new Float64Array(network.segments);
  let rounds = 0;
  let settled = false;
  while (!settled && rounds < maxRounds) {
    throwIfStopped(options.shouldStop);
    rounds += 1;
    unreplacedLoss(network, down, stillSold, failing);
    const fallDown = downstreamRound(network, shocked, failing, down, nextDown);
    const fallUp = upstreamRound(network, shocked, up, nextUp);
    [down, nextDown] = [nextDown, down];
    [up, nextUp] = [nextUp, up];
    settled = Math.max(fallDown, fallUp) <= options.epsilon;
  }

  let loss = 0;
  let downstream = 0;
  let upstream = 0;
  let direct = 0;
  for (let i = 0; i < firms; i += 1) {
    const weight = at(network.weight, i);
    const h = at(down, i);
    const g = at(up, i);
    loss += weight * (1 - Math.min(h, g));
    downstream += weight * (1 - h);
    upstream += weight * (1 - g);
    direct += weight * (1 - at(shocked, i));
  }
  const total = network.totalWeight;
  return {
    loss: loss / total,
    downstream: downstream / total,
    upstream: upstream / total,
    direct: direct / total,
    rounds,
    settled,
    down,
    up,
    shocked,
  };
}

/** One firm and what it loses. */
export interface HitFirm {
  readonly firm: number;
  /** Share of its capacity lost, 0..1. */
  readonly loss: number;
  /** Loss x known employees; 0 where the size is unknown. */
  readonly lostSize: number;
}

/** The firms that lose most employees' worth, then most of their capacity, then by index; firms without loss left out. */
export function mostHitFirms(network: FirmNetwork, cascade: FirmCascade, limit: number): readonly HitFirm[] {
  const hits: HitFirm[] = [];
  for (let firm = 0; firm < network.firms; firm += 1) {
    const loss = 1 - Math.min(at(cascade.down, firm), at(cascade.up, firm));
    if (loss > 0) hits.push({ firm, loss, lostSize: loss * at(network.weight, firm) });
  }
  return hits.sort((a, b) => b.lostSize - a.lostSize || b.loss - a.loss || a.firm - b.firm).slice(0, limit);
}

/** sigma(i) (1 - h(i)) per firm: the part of its sales that is lost and that the rest of its segment cannot replace. */
function unreplacedLoss(
  network: FirmNetwork,
  down: Float64Array,
  stillSold: Float64Array,
  failing: Float64Array,
): void {
  stillSold.fill(0);
  for (let i = 0; i < network.firms; i += 1) {
    const s = network.segment[i] ?? 0;
    stillSold[s] = at(stillSold, s) + at(down, i) * at(network.recordedSales, i);
  }
  for (let i = 0; i < network.firms; i += 1) {
    const lost = 1 - at(down, i);
    const sales = at(network.recordedSales, i);
    failing[i] = lost > 0 && sales > 0 ? lost * Math.min(1, sales / at(stillSold, network.segment[i] ?? 0)) : 0;
  }
}

/** Writes the next round into `next`; returns the largest fall. */
function downstreamRound(
  network: FirmNetwork,
  shocked: Float64Array,
  failing: Float64Array,
  down: Float64Array,
  next: Float64Array,
): number {
  const { groupsOf, linksOf, essential, seller, share } = network.purchases;
  let fall = 0;
  for (let i = 0; i < network.firms; i += 1) {
    let left = at(shocked, i);
    let gradual = 0;
    const lastGroup = groupsOf[i + 1] ?? 0;
    for (let g = groupsOf[i] ?? 0; g < lastGroup; g += 1) {
      let lost = 0;
      const end = linksOf[g + 1] ?? 0;
      for (let k = linksOf[g] ?? 0; k < end; k += 1) lost += (share[k] ?? 0) * (failing[seller[k] ?? 0] ?? 0);
      if (essential[g] === 1) {
        if (1 - lost < left) left = 1 - lost;
      } else gradual += lost;
    }
    const value = Math.max(0, Math.min(left, 1 - gradual));
    next[i] = value;
    if (at(down, i) - value > fall) fall = at(down, i) - value;
  }
  return fall;
}

/** Writes the next round into `next`; returns the largest fall. */
function upstreamRound(network: FirmNetwork, shocked: Float64Array, up: Float64Array, next: Float64Array): number {
  const { linksOf, buyer, share } = network.sales;
  let fall = 0;
  for (let i = 0; i < network.firms; i += 1) {
    let lost = 0;
    const end = linksOf[i + 1] ?? 0;
    for (let k = linksOf[i] ?? 0; k < end; k += 1) lost += (share[k] ?? 0) * (1 - (up[buyer[k] ?? 0] ?? 1));
    const value = Math.max(0, Math.min(at(shocked, i), 1 - lost));
    next[i] = value;
    if (at(up, i) - value > fall) fall = at(up, i) - value;
  }
  return fall;
}
