import type { Asked } from '../asked.ts';
import type { FirmPlaceFact, FirmSegmentFact } from '../map/industry-map.ts';
import type { Link, LinkFact } from './link.ts';
import { methodWords } from './map-links.ts';
import type { Words } from './relations.ts';

/** Where a firm is and what it does, keys only. */
export interface FirmKeys {
  readonly firm: string;
  readonly regions: readonly string[];
  readonly segments: readonly string[];
}

/** Links of firms as the graph holds them, by firm. */
export interface FirmLinkShelf {
  /** The next firms after a key, at most `limit`; '' begins. */
  after(firm: string, limit: number, asked: Asked): Promise<readonly FirmKeys[]>;
}

/** Firms a read: about a tenth of a second of the graph. */
const BATCH = 5_000;

/** All firms by key, with or without links, and their links. */
export interface FirmLinks {
  readonly firms: readonly string[];
  readonly links: readonly Link[];
}

/** Reads the links of all firms, so that counts, pages and connections are worked out over the same ones. */
export async function readFirmLinks(shelf: FirmLinkShelf, asked: Asked): Promise<FirmLinks> {
  const firms: string[] = [];
  const links: Link[] = [];
  let last = '';
  for (;;) {
    const batch = await shelf.after(last, BATCH, asked);
    for (const { firm, regions, segments } of batch) {
      const from = `Firm:${firm}`;
      firms.push(firm);
      for (const segment of new Set(segments)) {
        links.push({ relation: 'OPERATES_IN', from, to: `Segment:${segment}`, size: null, facts: null });
      }
      for (const region of new Set(regions)) {
        links.push({ relation: 'LOCATED_IN', from, to: `Region:${region}`, size: null, facts: null });
      }
    }
    last = batch.at(-1)?.firm ?? '';
    if (batch.length < BATCH) return { firms, links };
  }
}

const PLACE_WORDS: Readonly<Record<string, Words>> = {
  REGISTERED: { zh: '注册地', en: 'registered there' },
  OPERATING: { zh: '经营地', en: 'operates there' },
};

const CONFIDENCE_WORDS: Readonly<Record<string, Words>> = {
  HIGH: { zh: '把握高', en: 'high confidence' },
  MEDIUM: { zh: '把握中', en: 'medium confidence' },
  LOW: { zh: '把握低', en: 'low confidence' },
};

/** What the sources say of a firm's place. */
export function placeFacts(places: readonly FirmPlaceFact[]): readonly LinkFact[] {
  return places.map((place) => ({
    properties: [
      PLACE_WORDS[place.kind] ?? { zh: place.kind, en: place.kind },
      ...(place.method === null ? [] : [methodWords(place.method)]),
    ],
    evidence: place.evidence,
  }));
}

/** What the sources say of a firm's work in a segment. */
export function workFacts(segments: readonly FirmSegmentFact[]): readonly LinkFact[] {
  return segments.map((work) => ({
    properties: [
      ...(work.main === true ? [{ zh: '主业', en: 'main line' }] : []),
      ...(work.products.length === 0
        ? []
        : [{ zh: `产品：${work.products.join('、')}`, en: `products: ${work.products.join(', ')}` }]),
      methodWords(work.method),
      CONFIDENCE_WORDS[work.confidence] ?? { zh: work.confidence, en: work.confidence },
    ],
    evidence: work.evidence,
  }));
}
