import { AppError } from '../../domain/app-error.ts';
import type { Entity } from '../../domain/map/industry-map.ts';
import type { MapIndex } from '../../domain/map/map-index.ts';
import { keyOfCursor, MAX_PAGE, pageArguments, pageFrom } from '../../domain/paging/page.ts';
import { MAX_QUERY_LENGTH, SEARCH_TYPES, type SearchType } from '../../domain/search/search-index.ts';
import type { Resolvers } from '../generated/schema-types.ts';
import { entityById, globalId, nodeById } from '../global-id.ts';
import { nameIn, textIn } from './wording.ts';

const TYPE_NAMES: Readonly<Record<SearchType, Entity['type']>> = {
  CLUSTER: 'Cluster',
  SEGMENT: 'Segment',
  REGION: 'Region',
  ZONE: 'Zone',
  FIRM: 'Firm',
  PARK: 'Park',
  POLICY: 'Policy',
  MEASURE: 'Measure',
  DEPARTMENT: 'Department',
  ASSET: 'Asset',
};

/** How deep a search can be paged: beyond that a better question is needed, not another page. */
const MAX_HITS = 500;

/** Search and look-up by global id. */
export const searchResolvers: Resolvers = {
  Query: {
    node: (_root, { id }, context) => nodeById(context, id),
    nodes: (_root, { ids }, context) => {
      if (ids.length > MAX_PAGE) {
        throw new AppError('BAD_USER_INPUT', `At most ${MAX_PAGE} ids at once; there were ${ids.length}.`, 'ids');
      }
      return Promise.all(ids.map((id) => nodeById(context, id)));
    },
    search: async (_root, { query, types, first, after }, context) => {
      const words = query.trim();
      if (words === '' || words.length > MAX_QUERY_LENGTH) {
        throw new AppError(
          'BAD_USER_INPUT',
          `query must have from 1 to ${MAX_QUERY_LENGTH} characters; it had ${words.length}.`,
          'query',
        );
      }
      const asked = pageArguments(first, after);
      const offset = asked.after === null ? 0 : offsetOf(asked.after);
      const wanted = types == null || types.length === 0 ? SEARCH_TYPES : types;
      const findings = await context.search.find(
        words,
        wanted,
        Math.min(MAX_HITS, offset + asked.first + 1),
        context.asked,
      );
      const shown = findings.slice(offset, offset + asked.first);
      const entities = await Promise.all(
        shown.map((finding) => entityById(context, `${TYPE_NAMES[finding.type]}:${finding.key}`)),
      );
      const hits = entities.flatMap((entity, position) =>
        entity === null ? [] : [{ entity, position: offset + position + 1 }],
      );
      const page = pageFrom(hits, (hit) => `hit ${hit.position}`, {
        hasNextPage: findings.length > offset + asked.first,
        hasPreviousPage: offset > 0,
        totalCount: () => findings.length,
      });
      return { ...page, release: context.index.map.release };
    },
  },
  SearchHit: {
    node: (hit) => hit.entity,
    type: (hit) => {
      const type = SEARCH_TYPES.find((candidate) => TYPE_NAMES[candidate] === hit.entity.type);
      return type ?? 'ASSET';
    },
    label: (hit, args) => labelOf(hit.entity, args),
    detail: (hit, args, { index }) => textIn(...detailOf(index, hit.entity), args),
  },
  SearchConnection: { edges: (page) => [...page.edges] },
};

function offsetOf(cursor: string): number {
  const match = /^hit (\d{1,4})$/.exec(keyOfCursor(cursor));
  if (match === null) {
    throw new AppError('BAD_USER_INPUT', 'after is not a cursor of a search; take one from an edge.', 'after');
  }
  return Number(match[1]);
}

/** The name of a thing of any type. */
export function labelOf(entity: Entity, args: { lang?: 'ZH' | 'EN' | null | undefined }): string {
  if ('nameZh' in entity) return nameIn(entity, args);
  switch (entity.type) {
    case 'Measure':
      return textIn(entity.headingZh, entity.headingEn, args);
    case 'Clause':
      return entity.text;
    case 'Target':
      return textIn(entity.subjectZh, entity.subjectEn, args);
    case 'Statement':
      return textIn(entity.textZh, entity.textEn, args);
    case 'Source':
      return entity.title;
    case 'Observation':
      return globalId(entity);
  }
}

/** One line that tells a hit from others of the same name, in both languages. */
export function detailOf(index: MapIndex, entity: Entity): [zh: string, en: string] {
  switch (entity.type) {
    case 'Region': {
      const above = index
        .regionChain(entity.code)
        .slice(1)
        .flatMap((code) => index.region(code) ?? []);
      return [
        [...above.map((region) => region.nameZh).reverse(), entity.code].join(' · '),
        [...above.map((region) => region.nameEn ?? region.nameZh).reverse(), entity.code].join(' · '),
      ];
    }
    case 'Segment': {
      const above = index.ancestors(entity.code).flatMap((code) => index.segment(code) ?? []);
      return [
        [...above.map((segment) => segment.nameZh), entity.code].join(' › '),
        [...above.map((segment) => segment.nameEn ?? segment.nameZh), entity.code].join(' › '),
      ];
    }
    case 'Measure': {
      const policy = index.policy(entity.policy);
      return [
        `${policy?.nameZh ?? entity.policy} · 第 ${entity.number} 条`,
        `${policy?.nameEn ?? policy?.nameZh ?? entity.policy} · no. ${entity.number}`,
      ];
    }
    case 'Firm':
      return [
        [entity.exchange, entity.stockCode].filter((part) => part !== null).join(' '),
        [entity.exchange, entity.stockCode].filter((part) => part !== null).join(' '),
      ];
    case 'Park': {
      const place = entity.region === null ? undefined : index.region(entity.region);
      return [place?.nameZh ?? '地点未知', place?.nameEn ?? place?.nameZh ?? 'place not known'];
    }
    case 'Department': {
      const successor = entity.successor === null ? undefined : index.department(entity.successor);
      return successor === undefined
        ? [entity.shortNames.join('、'), entity.nameEn ?? '']
        : [`现为 ${successor.nameZh}`, `now ${successor.nameEn ?? successor.nameZh}`];
    }
    case 'Policy':
      return [entity.number ?? entity.date ?? '', entity.number ?? entity.date ?? ''];
    case 'Zone':
      return [entity.scheme, entity.scheme];
    case 'Cluster':
    case 'Clause':
    case 'Target':
    case 'Asset':
    case 'Statement':
    case 'Indicator':
    case 'Observation':
    case 'Source':
      return ['', ''];
  }
}
