import { AppError } from '../domain/app-error.ts';
import type { Entity } from '../domain/map/industry-map.ts';
import type { Context } from './context.ts';
import type { NodeEntity } from './entities.ts';

/** The public business key of a thing. */
export function keyOf(entity: NodeEntity): string {
  return 'code' in entity ? entity.code : entity.id;
}

/** `Type:key`; public and stable, the database's own ids never leave the store. */
export function globalId(entity: NodeEntity): string {
  return `${entity.type}:${keyOf(entity)}`;
}

/**
 * Fetches whatever bears a global id, also what somebody saved; null when there is none.
 * Error: as `entityById`.
 */
export async function nodeById(context: Context, id: string): Promise<NodeEntity | null> {
  return id.startsWith(SAVED_LIST) && id.length > SAVED_LIST.length
    ? context.targetListById.load(id.slice(SAVED_LIST.length))
    : entityById(context, id);
}

const SAVED_LIST = 'TargetList:';

/**
 * Fetches a thing of the map by its global id; null when there is none.
 * Error: BAD_USER_INPUT when the text is not of the form `Type:key` with a known type.
 */
export async function entityById(context: Context, id: string): Promise<Entity | null> {
  const separator = id.indexOf(':');
  const type = id.slice(0, Math.max(0, separator));
  const key = id.slice(separator + 1);
  const find = Object.hasOwn(FINDERS, type) ? FINDERS[type] : undefined;
  if (find === undefined || key === '') {
    throw new AppError(
      'BAD_USER_INPUT',
      `"${id.slice(0, 80)}" is not a global id; use Type:key with one of ${[...Object.keys(FINDERS), 'TargetList'].join(', ')}.`,
      'id',
    );
  }
  return (await find(context, key)) ?? null;
}

type Finder = (context: Context, key: string) => Entity | null | undefined | Promise<Entity | null | undefined>;

const FINDERS: Readonly<Record<string, Finder>> = {
  Source: ({ index }, key) => index.source(key),
  Cluster: ({ index }, key) => index.cluster(key),
  Segment: ({ index }, key) => index.segment(key),
  Region: ({ index }, key) => index.region(key),
  Zone: ({ index }, key) => index.zone(key),
  Park: ({ index }, key) => index.park(key),
  Policy: ({ index }, key) => index.policy(key),
  Measure: ({ index }, key) => index.measure(key),
  Clause: ({ index }, key) => index.map.clauses.find((clause) => clause.id === key),
  Department: ({ index }, key) => index.department(key),
  Target: ({ index }, key) => index.target(key),
  Asset: ({ index }, key) => index.asset(key),
  Statement: ({ index }, key) => index.statement(key),
  Indicator: ({ index }, key) => index.indicator(key),
  Firm: ({ firmById }, key) => firmById.load(key),
  Observation: ({ observationById }, key) => observationById.load(key),
};
