import { invariant } from '../../domain/app-error.ts';
import { requireRegion, requireSegment } from '../../domain/map/require.ts';
import { pageArguments } from '../../domain/paging/page.ts';
import type { Resolvers } from '../generated/schema-types.ts';
import { globalId } from '../global-id.ts';
import { withAllBelow } from './regions.ts';
import { evidenced, nameIn } from './wording.ts';

/** Firms compiled by name. */
export const firmResolvers: Resolvers = {
  Query: {
    firm: async (_root, { by }, { firms, firmById, asked }) => {
      const id =
        by.code ??
        (by.uscc === undefined ? await firms.idByStockCode(by.stockCode, asked) : await firms.idByUscc(by.uscc, asked));
      return id === null ? null : firmById.load(id);
    },
    firms: (_root, { filter, orderBy, first, after }, { index, firms, asked }) => {
      const regions = (code: string | null | undefined, where: string): readonly string[] | null =>
        code == null ? null : withAllBelow(index, requireRegion(index, code, where).code);
      const segment = filter?.segment == null ? null : requireSegment(index, filter.segment, 'filter.segment').code;
      return firms.page(
        {
          segments: segment === null ? null : [segment, ...index.descendants(segment)],
          regions: regions(filter?.region, 'filter.region'),
          notRegions: regions(filter?.notIn, 'filter.notIn'),
          exchange: filter?.exchange ?? null,
        },
        orderBy,
        pageArguments(first, after),
        asked,
      );
    },
  },
  Firm: {
    id: globalId,
    code: (firm) => firm.id,
    name: nameIn,
    aliases: (firm) => [...firm.aliases],
    places: async (firm, _args, { placesOfFirm }) => [...(await placesOfFirm.load(firm.id))],
    segments: async (firm, _args, { segmentsOfFirm }) => [...(await segmentsOfFirm.load(firm.id))],
    observations: (firm, { first, after }, { observations, asked }) =>
      observations.of('firm', firm.id, null, pageArguments(first, after), asked),
    ...evidenced,
  },
  FirmPlace: {
    region: (place, _args, { index }) => {
      const region = index.region(place.region);
      invariant(region !== undefined, `the place ${place.region} of a firm is not in the map`);
      return region;
    },
    ...evidenced,
  },
  FirmSegment: {
    segment: (operates, _args, { index }) => {
      const segment = index.segment(operates.segment);
      invariant(segment !== undefined, `the segment ${operates.segment} of a firm is not in the map`);
      return segment;
    },
    products: (operates) => [...operates.products],
    ...evidenced,
  },
  FirmConnection: { edges: (page) => [...page.edges], totalCount: (page) => page.totalCount() },
};
