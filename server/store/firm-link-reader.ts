import { z } from 'zod';
import type { FirmLinkShelf } from '../domain/explore/firm-links.ts';
import { rowsAs } from './fact-rows.ts';
import type { Graph } from './graph.ts';

const QUESTION = 'read/explore/firm-links';
const linkRow = z.object({ firm: z.string(), regions: z.array(z.string()), segments: z.array(z.string()) });

/** Links of firms from the graph, in the order of their keys. */
export function firmLinkReader(graph: Graph): FirmLinkShelf {
  return {
    after: async (firm, limit, asked) =>
      rowsAs(QUESTION, linkRow, await graph.read(QUESTION, { afterId: firm, limit }, asked)),
  };
}
