/** Mean radius of the Earth, km (IUGG). The distances that the map holds were worked out with it too. */
const EARTH_KM = 6371.0088;

export interface Point {
  /** Degrees east. */
  readonly lon: number;
  /** Degrees north. */
  readonly lat: number;
}

/** Great-circle distance by the haversine formula, km; a straight line over land and water, no road. */
export function greatCircleKm(a: Point, b: Point): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
  const h = half(a.lat, b.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(a.lon, b.lon);
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}
