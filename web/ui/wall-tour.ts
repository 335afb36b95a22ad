import type { UrlState } from '../state/url-state.ts';

/** A change of the link that shows one place. */
export type TourStop = Partial<UrlState>;

/**
 * The stop after the present one, the first after the last; the first where the present link is none of them; null
 * without stops.
 */
export function nextStop(stops: readonly TourStop[], url: UrlState): TourStop | null {
  const present = stops.findIndex((stop) => isAt(stop, url));
  return stops[(present + 1) % stops.length] ?? null;
}

function isAt(stop: TourStop, url: UrlState): boolean {
  return (Object.keys(stop) as (keyof UrlState)[]).every(
    (key) => JSON.stringify(stop[key]) === JSON.stringify(url[key]),
  );
}
