import { AppError } from '../app-error.ts';
import type { ParkFact, RegionFact, SegmentFact, ZoneFact } from './industry-map.ts';
import type { MapIndex } from './map-index.ts';

/** A region that the caller named by code. Error: BAD_USER_INPUT with the code and what to do. */
export function requireRegion(index: MapIndex, code: string, where = 'region'): RegionFact {
  const region = index.region(code);
  if (region === undefined) {
    throw new AppError(
      'BAD_USER_INPUT',
      `There is no region ${code}. Use a GB/T 2260 code such as 445200; search { ... } finds codes by name.`,
      where,
    );
  }
  return region;
}

/** A segment that the caller named by code. Error: BAD_USER_INPUT with the code and what to do. */
export function requireSegment(index: MapIndex, code: string, where = 'segment'): SegmentFact {
  const segment = index.segment(code);
  if (segment === undefined) {
    throw new AppError(
      'BAD_USER_INPUT',
      `There is no segment ${code}. segments { ... } lists all codes; search { ... } finds them by name.`,
      where,
    );
  }
  return segment;
}

/** A zone that the caller named by code. Error: BAD_USER_INPUT with the code and what to do. */
export function requireZone(index: MapIndex, code: string, where = 'zones'): ZoneFact {
  const zone = index.zone(code);
  if (zone === undefined) {
    throw new AppError(
      'BAD_USER_INPUT',
      `There is no zone ${code}. zones { ... } lists them; the yearbook's are PRD, YUEDONG, YUEXI, YUEBEI.`,
      where,
    );
  }
  return zone;
}

/** A park that the caller named by id. Error: BAD_USER_INPUT with the id and what to do. */
export function requirePark(index: MapIndex, id: string, where = 'park'): ParkFact {
  const park = index.park(id);
  if (park === undefined) {
    throw new AppError('BAD_USER_INPUT', `There is no park ${id}. parks { ... } lists all codes.`, where);
  }
  return park;
}
