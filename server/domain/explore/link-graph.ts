import type { Asked } from '../asked.ts';
import type { IndustryMap } from '../map/industry-map.ts';
import type { MapIndex } from '../map/map-index.ts';
import type { FirmLinkShelf } from './firm-links.ts';
import { readFirmLinks } from './firm-links.ts';
import type { Link } from './link.ts';
import { linkKey, otherEnd } from './link.ts';
import { mapLinks } from './map-links.ts';
import { EXPLORE_TYPES, relationPlace } from './relations.ts';

/** All things of a release that can be explored, by global id, with their links. */
export interface LinkGraph {
  has(id: string): boolean;
  /** In a fixed order: relation, direction, size, other end. Empty for a thing without links. */
  linksOf(id: string): readonly Link[];
  /** Number of different things linked to this one. */
  neighbourCount(id: string): number;
  /** Sorts ids: by type, then in the order of the map; firms by key. */
  readonly compare: (a: string, b: string) => number;
}

/** The graph over given links; links to things that are not there are left out. */
export function linkGraph(map: IndustryMap, firms: readonly string[], links: readonly Link[]): LinkGraph {
  const places = new Map<string, number>();
  for (const id of [...thingIds(map), ...firms.map((firm) => `Firm:${firm}`)]) places.set(id, places.size);
  const adjacent = new Map<string, Link[]>();
  const put = (id: string, link: Link): void => {
    const list = adjacent.get(id);
    if (list === undefined) adjacent.set(id, [link]);
    else list.push(link);
  };
  for (const link of links) {
    if (!places.has(link.from) || !places.has(link.to)) continue;
    put(link.from, link);
    if (link.to !== link.from) put(link.to, link);
  }
  const typePlace = (id: string): number => EXPLORE_TYPES.findIndex((type) => id.startsWith(`${type}:`));
  const compare = (a: string, b: string): number =>
    typePlace(a) - typePlace(b) || (places.get(a) ?? 0) - (places.get(b) ?? 0);
  const sorted = new Map<string, readonly Link[]>();
  return {
    has: (id) => places.has(id),
    linksOf: (id) => {
      const held = sorted.get(id);
      if (held !== undefined) return held;
      const list = (adjacent.get(id) ?? []).toSorted(
        (a, b) =>
          relationPlace(a.relation) - relationPlace(b.relation) ||
          Number(a.to === id) - Number(b.to === id) ||
          typePlace(otherEnd(a, id)) - typePlace(otherEnd(b, id)) ||
          (b.size ?? -1) - (a.size ?? -1) ||
          compare(otherEnd(a, id), otherEnd(b, id)),
      );
      sorted.set(id, list);
      return list;
    },
    neighbourCount: (id) => new Set((adjacent.get(id) ?? []).map((link) => otherEnd(link, id))).size,
    compare,
  };
}

/** Links between things of a set, each once, in the order of the things. */
export function linksAmong(graph: LinkGraph, ids: readonly string[]): readonly Link[] {
  const among = new Set(ids);
  const found = new Map<string, Link>();
  for (const id of ids) {
    for (const link of graph.linksOf(id)) {
      if (among.has(otherEnd(link, id))) found.set(linkKey(link), link);
    }
  }
  return [...found.values()];
}

function thingIds(map: IndustryMap): readonly string[] {
  const coded = [...map.clusters, ...map.segments, ...map.regions, ...map.zones];
  const keyed = [
    ...map.parks,
    ...map.policies,
    ...map.measures,
    ...map.departments,
    ...map.targets,
    ...map.assets,
    ...map.statements,
  ];
  return [...coded.map((thing) => `${thing.type}:${thing.code}`), ...keyed.map((thing) => `${thing.type}:${thing.id}`)];
}

/**
 * Keeps the link graph of the release that was asked about last: links change only with the release. Whoever asks first for
 * a new one reads the links of its firms; others wait for the same read, what fails is not kept.
 */
export function linkGraphs(shelf: FirmLinkShelf): (index: MapIndex, asked: Asked) => Promise<LinkGraph> {
  let kept: { readonly release: string; readonly graph: Promise<LinkGraph> } | null = null;
  return async (index, asked) => {
    const release = index.map.release.id;
    if (kept?.release === release) {
      // The one who read it may have left; then it is read again on this one's own time.
      try {
        return await kept.graph;
      } catch {
        asked.signal.throwIfAborted();
      }
    }
    const graph = readFirmLinks(shelf, asked).then(({ firms, links }) =>
      linkGraph(index.map, firms, [...mapLinks(index.map), ...links]),
    );
    const entry = { release, graph };
    kept = entry;
    graph.catch(() => {
      if (kept === entry) kept = null;
    });
    return graph;
  };
}
