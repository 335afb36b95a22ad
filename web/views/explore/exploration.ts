import type { ExploreRelation, ExploreType } from '../../api/generated/operations.ts';

/** A thing on the picture. Positions are px at a scale of 1, whole numbers. */
export interface ShownThing {
  /** Global id. */
  readonly id: string;
  /** The thing that it was expanded from; null = put there by the reader. */
  readonly via: string | null;
  readonly x: number;
  readonly y: number;
  /** Stays where the reader put it, and stays when the thing that it came from is collapsed. */
  readonly pinned: boolean;
}

/** What has been explored, and how it is looked at. Never changed in place. */
export interface Exploration {
  /** In the order in which they came; each id once, `via` always one of them. */
  readonly things: readonly ShownThing[];
  readonly hiddenTypes: readonly ExploreType[];
  readonly hiddenRelations: readonly ExploreRelation[];
  /** Things along a connection drawn strongly, from end to end; all of them are shown. Null = none. */
  readonly path: readonly string[] | null;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Most things on one picture: with their links 1,500 elements, what is drawn fluently on an office computer. */
export const MOST_THINGS = 300;

export const NOTHING: Exploration = { things: [], hiddenTypes: [], hiddenRelations: [], path: null };

/** Puts things on the picture, each at its place; those that are there stay as they are, those beyond the limit stay away. */
export function addThings(
  state: Exploration,
  added: readonly { readonly id: string; readonly place: Place }[],
  via: string | null,
): Exploration {
  const there = new Set(state.things.map((thing) => thing.id));
  const parent = via !== null && there.has(via) ? via : null;
  const fresh: ShownThing[] = [];
  for (const { id, place } of added) {
    if (there.has(id) || there.size >= MOST_THINGS) continue;
    there.add(id);
    fresh.push({ id, via: parent, x: Math.round(place.x), y: Math.round(place.y), pinned: false });
  }
  return fresh.length === 0 ? state : { ...state, things: [...state.things, ...fresh] };
}

/** All that was expanded from a thing, and from that in turn; pinned things stay, and what hangs on them. */
export function expandedFrom(state: Exploration, id: string): ReadonlySet<string> {
  const children = new Map<string, ShownThing[]>();
  for (const thing of state.things) {
    if (thing.via !== null) children.set(thing.via, [...(children.get(thing.via) ?? []), thing]);
  }
  const found = new Set<string>();
  const visit = (parent: string): void => {
    for (const child of children.get(parent) ?? []) {
      if (child.pinned || found.has(child.id)) continue;
      found.add(child.id);
      visit(child.id);
    }
  };
  visit(id);
  found.delete(id);
  return found;
}

/** Takes back what was expanded from a thing; what is pinned of it hangs on the thing itself from then on. */
export function collapse(state: Exploration, id: string): Exploration {
  return without(state, expandedFrom(state, id), id);
}

/** Takes one thing off the picture; what was expanded from it hangs on what it came from. */
export function removeThing(state: Exploration, id: string): Exploration {
  const gone = state.things.find((thing) => thing.id === id);
  return gone === undefined ? state : without(state, new Set([id]), gone.via);
}

function without(state: Exploration, gone: ReadonlySet<string>, newVia: string | null): Exploration {
  if (gone.size === 0) return state;
  const things = state.things
    .filter((thing) => !gone.has(thing.id))
    .map((thing) => (thing.via !== null && gone.has(thing.via) ? { ...thing, via: newVia } : thing));
  const path = state.path?.some((id) => gone.has(id)) === true ? null : state.path;
  return { ...state, things, path };
}

/** The reader put a thing somewhere: it is pinned there. */
export function moveThing(state: Exploration, id: string, place: Place): Exploration {
  return changeThing(state, id, (thing) => ({
    ...thing,
    x: Math.round(place.x),
    y: Math.round(place.y),
    pinned: true,
  }));
}

/** Pins a thing where it is, or lets it go. */
export function togglePin(state: Exploration, id: string): Exploration {
  return changeThing(state, id, (thing) => ({ ...thing, pinned: !thing.pinned }));
}

function changeThing(state: Exploration, id: string, change: (thing: ShownThing) => ShownThing): Exploration {
  if (!state.things.some((thing) => thing.id === id)) return state;
  return { ...state, things: state.things.map((thing) => (thing.id === id ? change(thing) : thing)) };
}

/** New places from a layout; pinned things and things without a new place stay. */
export function arrange(state: Exploration, places: ReadonlyMap<string, Place>): Exploration {
  return {
    ...state,
    things: state.things.map((thing) => {
      const place = places.get(thing.id);
      return thing.pinned || place === undefined ? thing : { ...thing, x: Math.round(place.x), y: Math.round(place.y) };
    }),
  };
}

export function toggleType(state: Exploration, type: ExploreType): Exploration {
  return { ...state, hiddenTypes: toggled(state.hiddenTypes, type) };
}

export function toggleRelation(state: Exploration, relation: ExploreRelation): Exploration {
  return { ...state, hiddenRelations: toggled(state.hiddenRelations, relation) };
}

/** Takes the filters of the legend back. */
export function showAll(state: Exploration): Exploration {
  if (state.hiddenTypes.length === 0 && state.hiddenRelations.length === 0) return state;
  return { ...state, hiddenTypes: [], hiddenRelations: [] };
}

function toggled<T>(list: readonly T[], item: T): readonly T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}

/** Draws a connection strongly; null takes the mark away. Things along it that are not shown make it none. */
export function markPath(state: Exploration, path: readonly string[] | null): Exploration {
  const there = new Set(state.things.map((thing) => thing.id));
  const usable = path !== null && path.length > 1 && path.every((id) => there.has(id)) ? path : null;
  return usable === null && state.path === null ? state : { ...state, path: usable };
}
