import neo4j from 'neo4j-driver';
import { AppError } from '../domain/app-error.ts';
import type { Row } from './graph.ts';

/** What this module needs of a driver's record. */
export interface DriverRecord {
  readonly keys: readonly PropertyKey[];
  get(key: string): unknown;
}

/** A record as a plain object; `where` names the Cypher file in errors. */
export function toRow(record: DriverRecord, where: string): Row {
  const row: Record<string, unknown> = {};
  for (const key of record.keys) row[String(key)] = plainValue(record.get(String(key)), where);
  return row;
}

/**
 * A value of the driver in plain form:
 * - DateTime: Date (nanoseconds cut to milliseconds). Date: `YYYY-MM-DD`. Duration, Time, LocalTime, LocalDateTime:
 *   their ISO 8601 text, which holds no zone name.
 * - Point: `{ longitude, latitude }` for WGS-84, `{ x, y }` else, with `height` or `z` where there are three.
 * - Integer is a number already (disableLosslessIntegers); bigint becomes decimal text.
 * - A node, relationship or path is refused: its internal identity must not leave the store, so a Cypher file returns
 *   the properties that it means.
 */
export function plainValue(value: unknown, where: string): unknown {
  if (value === undefined) return null;
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((element: unknown) => plainValue(element, where));
  if (neo4j.isDateTime(value)) return value.toStandardDate();
  if (neo4j.isDate(value)) return value.toString();
  if (neo4j.isDuration(value)) return durationText(value);
  if (neo4j.isTime(value) || neo4j.isLocalTime(value) || neo4j.isLocalDateTime(value)) {
    return value.toString();
  }
  if (neo4j.isInt(value)) return neo4j.integer.inSafeRange(value) ? value.toNumber() : value.toString();
  if (neo4j.isPoint(value)) return plainPoint(value);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new AppError(
      'INTERNAL_SERVER_ERROR',
      `cypher/${where}.cypher returns a ${value.constructor.name}; it has to return named properties.`,
      where,
    );
  }
  return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, plainValue(element, where)]));
}

/**
 * A duration as ISO 8601 text, for example `P1Y2M3DT4.5S`. The driver's own text of one without a time part ends in a
 * bare `T` (`P1Y2MT`), which the standard does not allow. Months, days and seconds are kept apart, as Cypher does.
 */
function durationText(duration: { months: unknown; days: unknown; seconds: unknown; nanoseconds: unknown }): string {
  const months = Number(duration.months);
  const years = Math.trunc(months / 12);
  const days = Number(duration.days);
  const nanoseconds = BigInt(Number(duration.seconds)) * 1_000_000_000n + BigInt(Number(duration.nanoseconds));
  const part = (amount: number, unit: string): string => (amount === 0 ? '' : `${amount}${unit}`);
  const date = part(years, 'Y') + part(months % 12, 'M') + part(days, 'D');
  const time = nanoseconds === 0n ? '' : `T${secondsText(nanoseconds)}S`;
  return date + time === '' ? 'PT0S' : `P${date}${time}`;
}

function secondsText(nanoseconds: bigint): string {
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  const fraction = String(size % 1_000_000_000n)
    .padStart(9, '0')
    .replace(/0+$/, '');
  return `${nanoseconds < 0n ? '-' : ''}${size / 1_000_000_000n}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Spatial reference systems that Cypher calls WGS-84, in two and three dimensions (EPSG 4326 and 4979). */
const WGS_84 = [4326, 4979];

function plainPoint(point: { srid: unknown; x: number; y: number; z?: number | undefined }): Row {
  const third = point.z;
  if (WGS_84.includes(Number(point.srid))) {
    return { longitude: point.x, latitude: point.y, ...(third === undefined ? {} : { height: third }) };
  }
  return { x: point.x, y: point.y, ...(third === undefined ? {} : { z: third }) };
}
