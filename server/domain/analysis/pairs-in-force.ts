import type { PairingFact } from '../map/industry-map.ts';
import type { MapIndex } from '../map/map-index.ts';

/**
 * Counterpart pairs in force on a day. A pair whose end is not known holds until a later pair names another helper for
 * the same place: sources give beginnings, hardly ever ends.
 *
 * @param today ISO date; a partial date of a pair counts from its first day to its last
 */
export function pairsInForce(index: Pick<MapIndex, 'map'>, today: string): readonly PairingFact[] {
  const begun = index.map.pairings.filter((pair) => pair.validFrom !== null && pair.validFrom <= today);
  return begun.filter(
    (pair) =>
      (pair.validTo === null || pair.validTo >= today.slice(0, pair.validTo.length)) &&
      (pair.validTo !== null || !begun.some((other) => replaces(other, pair))),
  );
}

function replaces(later: PairingFact, earlier: PairingFact): boolean {
  return later.to === earlier.to && later.from !== earlier.from && (later.validFrom ?? '') > (earlier.validFrom ?? '');
}
