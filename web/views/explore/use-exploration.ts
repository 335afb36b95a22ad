import type { ComputedRef, InjectionKey, Ref, ShallowRef } from 'vue';
import { computed, inject, onMounted, onUnmounted, ref, shallowRef, watch } from 'vue';
import type {
  ExploreConnectionQuery,
  ExploreConnectionQueryVariables,
  ExploreLinksQuery,
  ExploreLinksQueryVariables,
  ExploreRelation,
  ExploreThingQuery,
  ExploreThingQueryVariables,
  LinkLineFragment,
  ThingLineFragment,
} from '../../api/generated/operations.ts';
import {
  ExploreConnectionOperation,
  ExploreLinksOperation,
  ExploreNextOperation,
  ExploreThingOperation,
} from '../../api/generated/operations.ts';
import { isPassing, RequestError } from '../../api/request-fault.ts';
import { LayoutError, layOut } from '../../graph/explore/elk-layout.ts';
import type { DrawnLink, DrawnThing, ExploreGraph } from '../../graph/explore/explore-graph.ts';
import { placesAround } from '../../graph/explore/place-around.ts';
import { thingBox } from '../../graph/explore/thing-box.ts';
import { exploreTexts } from '../../i18n/explore-texts.ts';
import type { SameTexts } from '../../i18n/texts.ts';
import type { Page } from '../../state/page.ts';
import { usePage } from '../../state/page.ts';
import type { Resource } from '../../state/resource.ts';
import type { StepHistory } from '../../state/step-history.ts';
import { beginHistory, redo, step, undo } from '../../state/step-history.ts';
import type { Exploration, Place } from './exploration.ts';
import {
  addThings,
  arrange,
  collapse,
  expandedFrom,
  markPath,
  moveThing,
  MOST_THINGS,
  NOTHING,
  removeThing,
  togglePin,
} from './exploration.ts';
import type { LinkParts } from './exploration-link.ts';
import { LONGEST_LINK, readLink, typeOfId, writeLink } from './exploration-link.ts';
import type { NeighbourGroupKey } from './next-neighbours.ts';
import { EXPANSION, nextNeighbours } from './next-neighbours.ts';
import { DERIVED_RELATIONS, lookOf } from './thing-looks.ts';

export type ThingLine = ThingLineFragment;
export type LinkLine = LinkLineFragment;

/** A thing on the picture with what is known of it. */
export interface VisibleThing {
  readonly line: ThingLine;
  readonly id: string;
  readonly name: string;
  readonly pinned: boolean;
  /** Different things on the picture that it is linked to. */
  readonly shown: number;
  /** Neighbours that are not on the picture. */
  readonly hidden: number;
}

/** All that the parts of the view share. */
export interface ExplorationState {
  readonly page: Page;
  readonly texts: ComputedRef<SameTexts<typeof exploreTexts.zh>>;
  readonly state: ComputedRef<Exploration>;
  readonly history: ShallowRef<StepHistory<Exploration>>;
  readonly links: Resource<ExploreLinksQueryVariables, ExploreLinksQuery>;
  readonly thing: Resource<ExploreThingQueryVariables, ExploreThingQuery>;
  readonly connection: Resource<ExploreConnectionQueryVariables, ExploreConnectionQuery>;
  /** Global id looked at; null = none. */
  readonly selected: ComputedRef<string | null>;
  /** All that is on the picture but for what the legend filters out, in the order in which it came. */
  readonly things: ComputedRef<readonly VisibleThing[]>;
  readonly lines: ComputedRef<readonly LinkLine[]>;
  /** Everything on the picture before the legend's filter, for its counts. */
  readonly allThings: ComputedRef<readonly ThingLine[]>;
  readonly allLines: ComputedRef<readonly LinkLine[]>;
  readonly drawnThings: ComputedRef<readonly DrawnThing[]>;
  readonly drawnLinks: ComputedRef<readonly DrawnLink[]>;
  /** Thing marked as the start of a connection. */
  readonly pathStart: Ref<string | null>;
  /** What has just happened, for screen readers. */
  readonly spoken: Ref<string>;
  readonly isLayingOut: Ref<boolean>;
  readonly isExpanding: Ref<boolean>;
  /** Counts up when the whole picture should be brought into sight. */
  readonly fitWanted: Ref<number>;
  /** The graph once it is open, for exports; null where no picture is shown. */
  readonly drawing: ShallowRef<ExploreGraph | null>;
  nameOf(id: string): string;
  knownThing(id: string): ThingLine | null;
  isShown(id: string): boolean;
  select(id: string | null): void;
  /** Puts a thing on the picture, beside `via` where that is given, and selects it. */
  put(id: string, via: string | null): void;
  expand(id: string, group: NeighbourGroupKey | null): Promise<void>;
  collapse(id: string): void;
  remove(id: string): void;
  pin(id: string): void;
  readonly move: (id: string, place: Place) => void;
  change(next: (now: Exploration) => Exploration): void;
  undo(): boolean;
  redo(): boolean;
  readonly clear: () => void;
  layOut(): Promise<void>;
  connect(from: string, to: string): void;
  showPath(ids: readonly string[]): void;
}

const EXPLORATION: InjectionKey<ExplorationState> = Symbol('exploration');
export { EXPLORATION };

/** The state of the view, inside one of its parts. */
export function useExplored(): ExplorationState {
  const found = inject(EXPLORATION);
  if (found === undefined) throw new Error('A part of the exploration stands outside of it.');
  return found;
}

/** Most hops of a connection that the page asks for. */
export const MAX_HOPS = 6;

/** Explorations of this page visit, so that coming back to the view finds all steps. */
const KEPT = new WeakMap<Page, StepHistory<Exploration>>();

const NOT_IN_LINK: LinkParts = { things: null, path: null, hideTypes: null, hideLinks: null };

/** Makes the state of the view; call it once, in its setup. */
export function createExploration(): ExplorationState {
  const page = usePage();
  const texts = computed(() => page.textsOf(exploreTexts));
  const links = page.resource<ExploreLinksQuery, ExploreLinksQueryVariables>('explore', ExploreLinksOperation);
  const thing = page.resource<ExploreThingQuery, ExploreThingQueryVariables>('explore', ExploreThingOperation);
  const connection = page.resource<ExploreConnectionQuery, ExploreConnectionQueryVariables>(
    'explore',
    ExploreConnectionOperation,
  );
  const leaving = new AbortController();
  onUnmounted(() => {
    leaving.abort();
    KEPT.set(page, history.value);
    for (const resource of [links, thing, connection]) resource.close();
  });

  const selected = computed(() => page.url.extra['node'] ?? null);
  const pathStart = ref<string | null>(null);
  const spoken = ref('');
  const isLayingOut = ref(false);
  const isExpanding = ref(false);
  const fitWanted = ref(0);
  const drawing = shallowRef<ExploreGraph | null>(null);

  // What is known of things and links stays, so that steps back are there at once.
  const known = shallowRef<ReadonlyMap<string, ThingLine>>(new Map());
  const knownLinks = shallowRef<ReadonlyMap<string, LinkLine>>(new Map());
  const learn = (lines: readonly ThingLine[]): void => {
    if (lines.length === 0) return;
    known.value = new Map([...known.value, ...lines.map((line) => [line.node.id, line] as const)]);
  };

  const { history, written } = beginFromLink(page);
  const state = computed(() => history.value.present);
  const isShown = (id: string): boolean => state.value.things.some((one) => one.id === id);

  const writeToLink = (): void => {
    const parts = writeLink(state.value);
    page.goExtra({ ...parts });
    const { length } = page.link();
    if (length > LONGEST_LINK && parts.things !== null) {
      written.value = NOT_IN_LINK;
      page.goExtra({ ...NOT_IN_LINK });
      page.notify({
        key: 'explore-link',
        kind: 'warning',
        text: () => texts.value.notice.tooLong(length, LONGEST_LINK),
      });
      return;
    }
    written.value = parts;
    page.dismiss('explore-link');
  };
  const commit = (next: StepHistory<Exploration>): void => {
    if (next === history.value) return;
    history.value = next;
    writeToLink();
  };
  const change = (next: (now: Exploration) => Exploration): void => {
    commit(step(history.value, next(state.value)));
  };
  // The link was changed by something else, for example by the browser's back button: that is a step too.
  watch(
    () => page.url.extra,
    (extra) => {
      const before = written.value;
      const differs = (Object.keys(before) as (keyof LinkParts)[]).some((key) => (extra[key] ?? null) !== before[key]);
      if (!differs || page.url.view !== 'explore') return;
      history.value = step(history.value, readLink(extra));
      written.value = writeLink(state.value);
    },
  );

  const freePlaces = (around: string | null, count: number): readonly Place[] => {
    const taken = state.value.things.map(({ x, y }) => ({ x, y }));
    const centre = state.value.things.find((one) => one.id === around) ?? state.value.things[0];
    if (centre === undefined) return [{ x: 0, y: 0 }, ...placesAround({ x: 0, y: 0 }, [], count - 1)];
    return placesAround({ x: centre.x, y: centre.y }, taken, count);
  };
  const addAround = (now: Exploration, ids: readonly string[], via: string | null): Exploration => {
    const fresh = ids.filter((id) => !now.things.some((one) => one.id === id));
    const places = freePlaces(via, fresh.length);
    return addThings(
      now,
      fresh.map((id, place) => ({ id, place: places[place] ?? { x: 0, y: 0 } })),
      via,
    );
  };

  const select = (id: string | null): void => {
    const key = id === null ? '' : id.slice(id.indexOf(':') + 1);
    const isSegment = id?.startsWith('Segment:') === true && /^[A-Z][A-Z0-9]{0,7}$/.test(key);
    const isPrefecture = id?.startsWith('Region:') === true && page.regions.some((region) => region.code === key);
    const extra: Record<string, string> = { ...page.url.extra };
    if (id === null) Reflect.deleteProperty(extra, 'node');
    else extra['node'] = id;
    // One selection for all views: the others show the same segment and place.
    page.go({ extra, ...(isSegment ? { segment: key } : {}), ...(isPrefecture ? { region: key } : {}) });
  };
  const nameOf = (id: string): string => {
    const line = known.value.get(id);
    return line === undefined ? id : page.nameOf(line);
  };
  const say = (words: string): void => {
    spoken.value = words;
  };

  const put = (id: string, via: string | null): void => {
    if (!isShown(id)) {
      if (state.value.things.length >= MOST_THINGS) {
        tellLimit();
        return;
      }
      change((now) => addAround(now, [id], via));
    }
    select(id);
  };
  const tellLimit = (): void => {
    page.notify({ key: 'explore-limit', kind: 'warning', text: () => texts.value.notice.limit(MOST_THINGS) });
    say(texts.value.notice.limit(MOST_THINGS));
  };

  const expand = async (id: string, group: NeighbourGroupKey | null): Promise<void> => {
    if (isExpanding.value) return;
    const room = MOST_THINGS - state.value.things.length - (isShown(id) ? 0 : 1);
    // The limit is told before anything is fetched.
    if (room <= 0) {
      tellLimit();
      return;
    }
    page.dismiss('explore-limit');
    if (room < EXPANSION) {
      page.notify({
        key: 'explore-limit',
        kind: 'info',
        text: () => texts.value.notice.nearLimit(MOST_THINGS, room),
      });
    }
    isExpanding.value = true;
    try {
      const ids = await nextNeighbours(
        (variables) => page.ask(ExploreNextOperation, variables, leaving.signal),
        id,
        group,
        isShown,
        Math.min(EXPANSION, room),
      );
      if (ids.length === 0 && isShown(id)) {
        say(texts.value.picture.nothingHidden(nameOf(id)));
        return;
      }
      change((now) => {
        const there = addAround(now, [id], null);
        const taken = there.things.map(({ x, y }) => ({ x, y }));
        const centre = there.things.find((one) => one.id === id);
        if (centre === undefined) return there;
        const places = placesAround({ x: centre.x, y: centre.y }, taken, ids.length);
        return addThings(
          there,
          ids.map((neighbour, place) => ({ id: neighbour, place: places[place] ?? { x: 0, y: 0 } })),
          id,
        );
      });
      const total = known.value.get(id)?.neighbourCount ?? 0;
      lastExpanded = { id, added: ids.length, total };
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      if (leaving.signal.aborted) return;
      const { fault } = error;
      page.notify({
        key: 'explore-expand',
        kind: 'warning',
        text: (shell) =>
          shell.fault.part(shell.fault.parts.explore) + (isPassing(fault) ? '' : ` (${fault.requestId})`),
      });
    } finally {
      isExpanding.value = false;
    }
  };
  let lastExpanded: { readonly id: string; readonly added: number; readonly total: number } | null = null;

  const allThings = computed(() => state.value.things.flatMap((one) => known.value.get(one.id) ?? []));
  const allLines = computed(() => {
    const there = new Set(state.value.things.map((one) => one.id));
    return [...knownLinks.value.values()].filter((line) => there.has(line.from) && there.has(line.to));
  });
  const visibleIds = computed(() => {
    const hidden = new Set(state.value.hiddenTypes);
    return new Set(allThings.value.filter((line) => !hidden.has(line.type)).map((line) => line.node.id));
  });
  const neighbours = computed(() => {
    const found = new Map<string, Set<string>>();
    for (const { from, to } of allLines.value) {
      if (!visibleIds.value.has(from) || !visibleIds.value.has(to)) continue;
      for (const [one, other] of [
        [from, to],
        [to, from],
      ] as const) {
        const list = found.get(one);
        if (list === undefined) found.set(one, new Set([other]));
        else list.add(other);
      }
    }
    return found;
  });
  const things = computed(() =>
    state.value.things.flatMap((one): VisibleThing[] => {
      const line = known.value.get(one.id);
      if (line === undefined || !visibleIds.value.has(one.id)) return [];
      const shown = neighbours.value.get(one.id)?.size ?? 0;
      return [
        {
          line,
          id: one.id,
          name: page.nameOf(line),
          pinned: one.pinned,
          shown,
          hidden: Math.max(0, line.neighbourCount - shown),
        },
      ];
    }),
  );
  const lines = computed(() => {
    const hidden = new Set<ExploreRelation>(state.value.hiddenRelations);
    return allLines.value.filter(
      (line) => !hidden.has(line.relation) && visibleIds.value.has(line.from) && visibleIds.value.has(line.to),
    );
  });

  // Links are asked for with every new set; the same set again is known.
  watch(
    () =>
      state.value.things
        .map((one) => one.id)
        .slice()
        .sort(),
    (ids) => {
      if (ids.length === 0) return;
      links.load({ ids });
    },
    { immediate: true },
  );
  watch(
    () => links.value,
    (answer) => {
      if (answer === null) return;
      const { things: lines, links: found, missing, linkCount, release } = answer.linksAmong;
      page.sawRelease(release.id);
      learn(lines);
      knownLinks.value = new Map([...knownLinks.value, ...found.map((line) => [line.key, line] as const)]);
      if (linkCount > found.length) {
        page.notify({
          key: 'explore-links',
          kind: 'warning',
          text: () => texts.value.notice.linkLimit(found.length, linkCount),
        });
      } else page.dismiss('explore-links');
      const gone = missing.filter(isShown);
      if (gone.length > 0) {
        page.notify({
          key: 'explore-missing',
          kind: 'warning',
          text: () => texts.value.notice.missing(gone.join('、')),
        });
        history.value = beginHistory(gone.reduce((now, id) => removeThing(now, id), state.value));
        writeToLink();
      }
      if (lastExpanded !== null) {
        const { id, added } = lastExpanded;
        lastExpanded = null;
        const hidden = things.value.find((one) => one.id === id)?.hidden ?? 0;
        say(texts.value.picture.expanded(nameOf(id), added, hidden));
      }
    },
  );
  watch(
    selected,
    (id) => {
      if (id !== null) thing.load({ id });
    },
    { immediate: true },
  );
  watch(
    () => thing.value,
    (answer) => {
      if (answer !== null) learn([answer.neighbourhood.centre]);
    },
  );
  watch(
    () => connection.value,
    (answer) => {
      if (answer !== null) learn(answer.shortestConnection.paths.flatMap((path) => path.things));
    },
  );
  // The search box at the top chooses for all views: what it chose comes on the picture.
  watch(
    () => page.url.segment,
    (code) => {
      const id = code === null ? null : `Segment:${code}`;
      if (id !== null && id !== selected.value && page.url.view === 'explore') put(id, null);
    },
  );
  watch(
    () => page.url.region,
    (code) => {
      const id = `Region:${code}`;
      if (id !== selected.value && page.url.view === 'explore' && selected.value?.startsWith('Region:') !== true)
        put(id, null);
    },
  );
  onMounted(() => {
    const asked = selected.value ?? startOf(page);
    if (selected.value === null) select(asked);
    if (state.value.things.length === 0) {
      // The first thing is where the history begins, not a step of it.
      history.value = beginHistory(addThings(NOTHING, [{ id: asked, place: { x: 0, y: 0 } }], null));
      writeToLink();
    } else if (!isShown(asked)) put(asked, null);
  });

  const drawnThings = computed(() => {
    const theme = page.url.theme;
    const places = new Map(state.value.things.map((one) => [one.id, one] as const));
    return things.value.flatMap((one): DrawnThing[] => {
      const place = places.get(one.id);
      if (place === undefined) return [];
      const look = lookOf(one.line.type);
      const { fill, border, ink } = look[theme];
      const box = thingBox(look.glyph, one.name);
      return [
        {
          id: one.id,
          x: place.x,
          y: place.y,
          ...box,
          shape: look.shape,
          borderStyle: look.borderStyle,
          fill,
          border,
          ink,
          pinned: one.pinned,
          hidden: one.hidden,
        },
      ];
    });
  });
  const onPath = computed(() => {
    const path = state.value.path ?? [];
    return new Set(path.slice(1).flatMap((id, place) => [`${path[place] ?? ''} ${id}`, `${id} ${path[place] ?? ''}`]));
  });
  const drawnLinks = computed(() =>
    lines.value.map((line): DrawnLink => {
      const [property] = page.lang === 'en' ? line.enProperties : line.zhProperties;
      const words = property === undefined ? '' : `·${property.length > 18 ? `${property.slice(0, 17)}…` : property}`;
      return {
        id: line.key,
        from: line.from,
        to: line.to,
        label: `${page.nameOf(line)}${words}`,
        isDerived: DERIVED_RELATIONS.has(line.relation),
        isOnPath: onPath.value.has(`${line.from} ${line.to}`),
      };
    }),
  );

  const arrangeAgain = async (): Promise<void> => {
    if (isLayingOut.value) return;
    isLayingOut.value = true;
    try {
      const boxes = drawnThings.value.map(({ id, x, y, width, height, pinned }) => ({
        id,
        x,
        y,
        width,
        height,
        pinned,
      }));
      const places = await layOut(boxes, drawnLinks.value, leaving.signal);
      change((now) => arrange(now, places));
      fitWanted.value += 1;
      say(texts.value.picture.laidOut);
    } catch (error) {
      if (!(error instanceof LayoutError)) throw error;
      if (leaving.signal.aborted) return;
      const { fault } = error;
      page.notify({
        key: 'explore-layout',
        kind: 'warning',
        text: () => (fault === 'timeout' ? texts.value.notice.timeout : texts.value.notice.layoutFailed),
      });
    } finally {
      isLayingOut.value = false;
    }
  };

  return {
    page,
    texts,
    state,
    history,
    links,
    thing,
    connection,
    selected,
    things,
    lines,
    allThings,
    allLines,
    drawnThings,
    drawnLinks,
    pathStart,
    spoken,
    isLayingOut,
    isExpanding,
    fitWanted,
    drawing,
    nameOf,
    knownThing: (id) => known.value.get(id) ?? null,
    isShown,
    select,
    put,
    expand,
    collapse: (id) => {
      const gone = expandedFrom(state.value, id).size;
      change((now) => collapse(now, id));
      say(
        gone === 0 ? texts.value.picture.nothingExpanded(nameOf(id)) : texts.value.picture.collapsed(nameOf(id), gone),
      );
    },
    remove: (id) => {
      change((now) => removeThing(now, id));
      say(texts.value.picture.removed(nameOf(id)));
    },
    pin: (id) => {
      change((now) => togglePin(now, id));
      const isPinned = state.value.things.find((one) => one.id === id)?.pinned === true;
      say(isPinned ? texts.value.picture.pinned(nameOf(id)) : texts.value.picture.unpinned(nameOf(id)));
    },
    move: (id, place) => {
      change((now) => moveThing(now, id, place));
    },
    change,
    undo: () => {
      const before = history.value;
      commit(undo(before));
      if (before !== history.value) say(texts.value.picture.undone);
      return before !== history.value;
    },
    redo: () => {
      const before = history.value;
      commit(redo(before));
      if (before !== history.value) say(texts.value.picture.redone);
      return before !== history.value;
    },
    clear: () => {
      change(() => NOTHING);
      select(null);
      fitWanted.value += 1;
    },
    layOut: arrangeAgain,
    connect: (from, to) => {
      connection.load({ from, to, maxHops: MAX_HOPS });
    },
    showPath: (ids) => {
      const fresh = ids.filter((id) => !isShown(id));
      if (state.value.things.length + fresh.length > MOST_THINGS) {
        tellLimit();
        return;
      }
      change((now) => {
        const there = ids.reduce((grown, id, place) => {
          if (grown.things.some((one) => one.id === id)) return grown;
          const before = ids[place - 1] ?? null;
          const centre = grown.things.find((one) => one.id === before) ?? grown.things[0];
          const [spot] = centre === undefined ? [] : placesAround(centre, grown.things, 1);
          return addThings(grown, [{ id, place: spot ?? { x: 0, y: 0 } }], before);
        }, now);
        return markPath(there, ids);
      });
      fitWanted.value += 1;
    },
  };
}

/** What the page is looking at when the view is opened without a thing: the chosen segment, else the place. */
function startOf(page: Page): string {
  return page.url.segment === null ? `Region:${page.url.region}` : `Segment:${page.url.segment}`;
}

/** The exploration of the link; with all its steps when it is the one that was left. */
function beginFromLink(page: Page): {
  readonly history: ShallowRef<StepHistory<Exploration>>;
  readonly written: ShallowRef<LinkParts>;
} {
  const fromLink = readLink(page.url.extra);
  const kept = KEPT.get(page);
  const inLink = writeLink(fromLink);
  const isKept =
    kept !== undefined &&
    (inLink.things === null || JSON.stringify(writeLink(kept.present)) === JSON.stringify(inLink));
  const history = shallowRef(isKept ? kept : beginHistory(fromLink));
  const asked = page.url.extra;
  const written = shallowRef<LinkParts>({
    things: asked['things'] ?? null,
    path: asked['path'] ?? null,
    hideTypes: asked['hideTypes'] ?? null,
    hideLinks: asked['hideLinks'] ?? null,
  });
  return { history, written };
}

/** Whether an id can be put on the picture. */
export function isExplorable(id: string): boolean {
  return typeOfId(id) !== null;
}
