import type { ExploreRelation, ExploreType } from '../../api/generated/operations.ts';
import type { Exploration, ShownThing } from './exploration.ts';
import { MOST_THINGS, NOTHING } from './exploration.ts';
import { EXPLORE_TYPES, RELATIONS } from './thing-looks.ts';

/** One letter a type, so that a link holds as many things as it can. */
const LETTERS: Readonly<Record<ExploreType, string>> = {
  CLUSTER: 'c',
  SEGMENT: 's',
  REGION: 'r',
  ZONE: 'z',
  FIRM: 'f',
  PARK: 'k',
  POLICY: 'p',
  MEASURE: 'm',
  DEPARTMENT: 'd',
  TARGET: 't',
  ASSET: 'a',
  STATEMENT: 'n',
};

const PREFIXES: Readonly<Record<ExploreType, string>> = {
  CLUSTER: 'Cluster',
  SEGMENT: 'Segment',
  REGION: 'Region',
  ZONE: 'Zone',
  FIRM: 'Firm',
  PARK: 'Park',
  POLICY: 'Policy',
  MEASURE: 'Measure',
  DEPARTMENT: 'Department',
  TARGET: 'Target',
  ASSET: 'Asset',
  STATEMENT: 'Statement',
};

/** Positions in links are rounded to this many px. */
export const GRID = 4;
/** Longest link that mail and chat programs on intranets pass on whole, characters. */
export const LONGEST_LINK = 1_500;

const KEY = /^[^*]{1,80}$/;
const THING = /^([a-z][^*]*)\.(-?[0-9a-z]{1,5})\.(-?[0-9a-z]{1,5})\.(p?)(\d*)$/;

/** Type of a global id; null when it is none that can be explored. */
export function typeOfId(id: string): ExploreType | null {
  const prefix = id.slice(0, Math.max(0, id.indexOf(':')));
  return EXPLORE_TYPES.find((type) => PREFIXES[type] === prefix) ?? null;
}

/** `Segment:D1` as `sD1`; null for what cannot be explored. */
export function shortId(id: string): string | null {
  const type = typeOfId(id);
  const key = id.slice(id.indexOf(':') + 1);
  return type === null || !KEY.test(key) ? null : LETTERS[type] + key;
}

/** `sD1` as `Segment:D1`; null when it is no short id. */
export function longId(short: string): string | null {
  const type = EXPLORE_TYPES.find((candidate) => LETTERS[candidate] === short.slice(0, 1));
  const key = short.slice(1);
  return type === undefined || !KEY.test(key) ? null : `${PREFIXES[type]}:${key}`;
}

/** Link parameters of an exploration; null = not in the link. */
export interface LinkParts {
  readonly things: string | null;
  readonly path: string | null;
  readonly hideTypes: string | null;
  readonly hideLinks: string | null;
}

/** Puts an exploration into link parameters; positions are rounded. */
export function writeLink(state: Exploration): LinkParts {
  const places = new Map(state.things.map((thing, place) => [thing.id, place] as const));
  const list = state.things.flatMap((thing) => {
    const short = shortId(thing.id);
    if (short === null) return [];
    const via = thing.via === null ? undefined : places.get(thing.via);
    return [`${short}.${grid(thing.x)}.${grid(thing.y)}.${thing.pinned ? 'p' : ''}${via ?? ''}`];
  });
  const path = state.path?.flatMap((id) => shortId(id) ?? []) ?? [];
  return {
    things: list.length === 0 ? null : list.join('*'),
    path: path.length === 0 ? null : path.join('*'),
    hideTypes: state.hiddenTypes.length === 0 ? null : state.hiddenTypes.map((type) => LETTERS[type]).join(''),
    hideLinks: state.hiddenRelations.length === 0 ? null : state.hiddenRelations.join('*'),
  };
}

function grid(value: number): string {
  return Math.round(value / GRID).toString(36);
}

/** The things of a link; null when it holds anything else. */
export function readThings(text: string): readonly ShownThing[] | null {
  const things: ShownThing[] = [];
  const vias: (number | null)[] = [];
  for (const part of text.split('*')) {
    const [, short = '', x = '', y = '', pin = '', via = ''] = THING.exec(part) ?? [];
    const id = longId(short);
    if (id === null || things.some((thing) => thing.id === id)) return null;
    things.push({ id, via: null, x: parseInt(x, 36) * GRID, y: parseInt(y, 36) * GRID, pinned: pin === 'p' });
    vias.push(via === '' ? null : Number(via));
  }
  if (things.length > MOST_THINGS) return null;
  const linked = things.map((thing, place) => {
    const via = vias[place] ?? null;
    // A thing is expanded from one that was there before it; anything else would be a circle.
    return via === null || via >= place ? thing : { ...thing, via: things[via]?.id ?? null };
  });
  return linked;
}

export function readPath(text: string): readonly string[] | null {
  const ids = text.split('*').map(longId);
  const good = ids.filter((id) => id !== null);
  return good.length === ids.length && good.length > 1 ? good : null;
}

export function readTypes(text: string): readonly ExploreType[] | null {
  const types = Array.from(text).map((letter) => EXPLORE_TYPES.find((type) => LETTERS[type] === letter));
  const good = types.filter((type) => type !== undefined);
  return good.length === types.length && new Set(good).size === good.length ? good : null;
}

export function readRelations(text: string): readonly ExploreRelation[] | null {
  const relations = text.split('*').map((part) => RELATIONS.find((relation) => relation === part));
  const good = relations.filter((relation) => relation !== undefined);
  return good.length === relations.length && new Set(good).size === good.length ? good : null;
}

/** The exploration of a link; what is not in the link is as at the beginning. */
export function readLink(extra: Readonly<Record<string, string>>): Exploration {
  const things = extra['things'] === undefined ? [] : (readThings(extra['things']) ?? []);
  const there = new Set(things.map((thing) => thing.id));
  const path = extra['path'] === undefined ? null : readPath(extra['path']);
  return {
    ...NOTHING,
    things,
    path: path?.every((id) => there.has(id)) === true ? path : null,
    hiddenTypes: extra['hideTypes'] === undefined ? [] : (readTypes(extra['hideTypes']) ?? []),
    hiddenRelations: extra['hideLinks'] === undefined ? [] : (readRelations(extra['hideLinks']) ?? []),
  };
}

/** Keys of this view in links, each with the test of its value. */
export const EXPLORE_PARAMS: Readonly<Record<string, (value: string) => boolean>> = {
  node: (value) => typeOfId(value) !== null,
  things: (value) => readThings(value) !== null,
  path: (value) => readPath(value) !== null,
  hideTypes: (value) => readTypes(value) !== null,
  hideLinks: (value) => readRelations(value) !== null,
};
