import { AppError, invariant } from '../../domain/app-error.ts';
import { placeFacts, workFacts } from '../../domain/explore/firm-links.ts';
import type { Link, LinkFact } from '../../domain/explore/link.ts';
import { linkKey } from '../../domain/explore/link.ts';
import type { LinkGraph } from '../../domain/explore/link-graph.ts';
import { linksAmong } from '../../domain/explore/link-graph.ts';
import type { NeighbourGroup } from '../../domain/explore/neighbourhood.ts';
import { neighbourGroups, typeOfId } from '../../domain/explore/neighbourhood.ts';
import type { ExploreType } from '../../domain/explore/relations.ts';
import { EXPLORE_TYPES, relationOf } from '../../domain/explore/relations.ts';
import type { Hop } from '../../domain/explore/shortest-connection.ts';
import { shortestConnection } from '../../domain/explore/shortest-connection.ts';
import { thingFacts } from '../../domain/explore/thing-facts.ts';
import type { Entity, EvidenceRef, ReleaseFact } from '../../domain/map/industry-map.ts';
import type { Page } from '../../domain/paging/page.ts';
import { pageArguments, pageOf } from '../../domain/paging/page.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/schema-types.ts';
import { entityById } from '../global-id.ts';
import { detailOf, labelOf } from './search.ts';
import { textIn } from './wording.ts';

/** A thing in the link graph of the operation. */
export interface ThingInGraph {
  readonly graph: LinkGraph;
  readonly id: string;
  readonly entity: Entity;
}

/** A group with what its members need. */
export interface GroupInGraph extends NeighbourGroup {
  readonly graph: LinkGraph;
}

/** A member of a group. */
export interface NeighbourInGraph {
  readonly graph: LinkGraph;
  readonly id: string;
  readonly link: Link;
}

export type NeighbourPage = Page<NeighbourInGraph>;
export type NeighbourPageEdge = NeighbourPage['edges'][number];

export interface NeighbourhoodAnswer {
  readonly release: ReleaseFact;
  readonly centre: ThingInGraph;
  readonly groups: readonly GroupInGraph[];
}

export interface ShortestPathsAnswer {
  readonly release: ReleaseFact;
  readonly from: ThingInGraph;
  readonly to: ThingInGraph;
  readonly maxHops: number;
  readonly hops: number | null;
  readonly pathCount: number;
  readonly paths: readonly PathInGraph[];
}

export interface PathInGraph {
  readonly things: readonly ThingInGraph[];
  readonly hops: readonly Hop[];
}

/** Most things in one picture. */
const MAX_THINGS = 300;
/** Most links in one picture: with 300 things, 1,500 elements, what the page draws fluently. */
const MAX_LINKS = 1_200;

const TYPE_NAMES = {
  Cluster: 'CLUSTER',
  Segment: 'SEGMENT',
  Region: 'REGION',
  Zone: 'ZONE',
  Firm: 'FIRM',
  Park: 'PARK',
  Policy: 'POLICY',
  Measure: 'MEASURE',
  Department: 'DEPARTMENT',
  Target: 'TARGET',
  Asset: 'ASSET',
  Statement: 'STATEMENT',
} as const satisfies Record<ExploreType, string>;

/** Exploration of the graph: neighbours, links between things, shortest connections. */
export const exploreResolvers: Resolvers = {
  Query: {
    neighbourhood: async (_root, { id, group: only }, context) => {
      const graph = await context.links();
      const centre = await requireThing(context, graph, id, 'id');
      const groups = neighbourGroups(graph, id)
        .filter(
          (group) =>
            only == null ||
            (group.relation === only.relation &&
              group.direction === only.direction &&
              TYPE_NAMES[group.type] === only.type),
        )
        .map((group) => ({ ...group, graph }));
      return { release: context.index.map.release, centre, groups };
    },
    linksAmong: async (_root, { ids }, context) => {
      if (ids.length > MAX_THINGS) {
        throw new AppError(
          'BAD_USER_INPUT',
          `At most ${MAX_THINGS} things in one picture; there were ${ids.length}.`,
          'ids',
        );
      }
      const graph = await context.links();
      const wanted = [...new Set(ids)];
      for (const id of wanted) requireExplorable(id, 'ids');
      const found = await Promise.all(wanted.map((id) => findThing(context, graph, id)));
      const things = found.filter((thing) => thing !== null);
      const there = new Set(things.map((thing) => thing.id));
      const links = linksAmong(graph, [...there]);
      return {
        release: context.index.map.release,
        things,
        missing: wanted.filter((id) => !there.has(id)),
        links: links.slice(0, MAX_LINKS),
        linkCount: links.length,
      };
    },
    shortestConnection: async (_root, { from, to, maxHops }, context) => {
      const graph = await context.links();
      const [start, end] = await Promise.all([
        requireThing(context, graph, from, 'from'),
        requireThing(context, graph, to, 'to'),
      ]);
      const found = shortestConnection(graph, from, to, maxHops);
      const thingsById = new Map(
        await Promise.all(
          [...new Set(found.paths.flatMap((path) => path.things))].map(
            async (id) => [id, await requireThing(context, graph, id, 'from')] as const,
          ),
        ),
      );
      return {
        release: context.index.map.release,
        from: start,
        to: end,
        maxHops,
        hops: found.hops,
        pathCount: found.pathCount,
        paths: found.paths.map((path) => ({
          things: path.things.flatMap((id) => thingsById.get(id) ?? []),
          hops: path.hops,
        })),
      };
    },
  },
  ExploredThing: {
    node: (thing) => thing.entity,
    type: (thing) => TYPE_NAMES[explorable(thing.id)],
    label: (thing, args) => labelOf(thing.entity, args),
    detail: (thing, args, { index }) => textIn(...detailOf(index, thing.entity), args),
    neighbourCount: (thing) => thing.graph.neighbourCount(thing.id),
    facts: (thing, _args, { index }) => [...thingFacts(index, thing.entity)],
  },
  ExploredLink: {
    key: linkKey,
    label: (link, args) => {
      const { words } = relationOf(link.relation);
      return textIn(words.zh, words.en, args);
    },
    properties: async (link, args, context) => {
      const facts = await factsOf(context, link);
      return facts.flatMap((fact) => fact.properties.map((property) => textIn(property.zh, property.en, args)));
    },
    sources: async (link, _args, context) => eachOnce((await factsOf(context, link)).flatMap((fact) => fact.evidence)),
  },
  Neighbourhood: { groups: (answer) => [...answer.groups] },
  NeighbourGroup: {
    type: (group) => TYPE_NAMES[group.type],
    label: (group, args) => {
      const relation = relationOf(group.relation);
      const words = group.direction === 'OUT' ? relation.out : relation.in;
      return textIn(words.zh, words.en, args);
    },
    count: (group) => group.neighbours.length,
    neighbours: ({ graph, neighbours }, { first, after }) =>
      pageOf(
        neighbours.map((neighbour) => ({ ...neighbour, graph })),
        (neighbour) => neighbour.id,
        pageArguments(first, after),
      ),
  },
  NeighbourConnection: { edges: (page) => [...page.edges], totalCount: (page) => page.totalCount() },
  NeighbourEdge: {
    node: ({ node }, _args, context) => requireThing(context, node.graph, node.id, 'id'),
    link: ({ node }) => node.link,
  },
  ShortestPaths: {
    paths: (answer) => [...answer.paths],
    answer: ({ from, to, hops, pathCount, maxHops }, args) => {
      const [start, end] = [labelOf(from.entity, args), labelOf(to.entity, args)];
      if (hops === null) {
        return textIn(
          `「${start}」与「${end}」在 ${maxHops} 步以内没有连接。`,
          `“${start}” and “${end}” are not connected within ${maxHops} hops.`,
          args,
        );
      }
      return textIn(
        `「${start}」到「${end}」最短 ${hops} 步，共 ${pathCount} 条这样的路径。`,
        `“${start}” and “${end}” are ${hops} ${hops === 1 ? 'hop' : 'hops'} apart, by ${pathCount} such ${pathCount === 1 ? 'path' : 'paths'}.`,
        args,
      );
    },
  },
  ExploredPath: { things: (path) => [...path.things], hops: (path) => [...path.hops] },
  ExploredHop: { links: (hop) => [...hop.links] },
};

/** Error: BAD_USER_INPUT when the id is not of an explorable type. */
function requireExplorable(id: string, where: string): void {
  if (typeOfId(id) !== null) return;
  throw new AppError(
    'BAD_USER_INPUT',
    `"${id.slice(0, 80)}" cannot be explored; give a global id of ${EXPLORE_TYPES.join(', ')}, for example Segment:D1.`,
    where,
  );
}

function explorable(id: string): ExploreType {
  const type = typeOfId(id);
  invariant(type !== null, `${id} is in the link graph but not explorable`);
  return type;
}

async function findThing(context: Context, graph: LinkGraph, id: string): Promise<ThingInGraph | null> {
  const entity = graph.has(id) ? await entityById(context, id) : null;
  return entity === null ? null : { graph, id, entity };
}

/** Errors: BAD_USER_INPUT when the id is not of an explorable type, NOT_FOUND when nothing has it. */
async function requireThing(context: Context, graph: LinkGraph, id: string, where: string): Promise<ThingInGraph> {
  requireExplorable(id, where);
  const thing = await findThing(context, graph, id);
  if (thing !== null) return thing;
  throw new AppError('NOT_FOUND', `There is nothing with the id ${id.slice(0, 80)}; search { ... } finds ids.`, where);
}

/** What the sources say of a link; links of firms are read from the graph, a page of firms at a time. */
async function factsOf(context: Context, link: Link): Promise<readonly LinkFact[]> {
  if (link.facts !== null) return link.facts;
  const firm = link.from.slice('Firm:'.length);
  const target = link.to.slice(link.to.indexOf(':') + 1);
  return link.relation === 'LOCATED_IN'
    ? placeFacts((await context.placesOfFirm.load(firm)).filter((place) => place.region === target))
    : workFacts((await context.segmentsOfFirm.load(firm)).filter((work) => work.segment === target));
}

function eachOnce(evidence: readonly EvidenceRef[]): EvidenceRef[] {
  return [
    ...new Map(
      evidence.map((one) => [`${one.source} ${one.position ?? ''} ${one.quote ?? ''}`, one] as const),
    ).values(),
  ];
}
