import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeedKind, SegmentFeed } from '../../../server/domain/chain/feeds.ts';
import { segmentTree } from '../../../server/domain/chain/segment-tree.ts';

interface Row {
  readonly code: string;
  readonly parent: string | null;
  readonly level: number;
  readonly feeds: readonly string[];
}

/** The segment table of the textile and garment chain, typed from the chain model: `E:`, `A:`, `S:` mark the kind. */
export const rows = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/segments.json'), 'utf8'),
) as readonly Row[];

export const tree = segmentTree(rows);

const KINDS: Readonly<Record<string, FeedKind>> = { E: 'EQUIPMENT', A: 'AUXILIARY', S: 'SERVICE' };

/** Feeds as the table writes them, with one weight for all as the table gives none. */
export const written: readonly SegmentFeed[] = rows.flatMap((row) =>
  row.feeds.map((text): SegmentFeed => {
    const [mark, target] = text.includes(':') ? text.split(':') : ['', text];
    const kind = KINDS[mark ?? ''] ?? 'MATERIAL';
    return { source: row.code, target: target ?? '', kind, weight: 0.5, essential: false, assumed: true };
  }),
);
