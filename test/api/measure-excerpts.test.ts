import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMapService } from '../support/map-service.ts';
import type { TestService } from '../support/start-test-service.ts';

let test: TestService;
beforeAll(async () => {
  test = await startMapService();
});
afterAll(() => test.stop());

interface Excerpt {
  readonly code: string;
  readonly heading: string;
  readonly excerpt: string;
  readonly passages: readonly {
    readonly kind: string;
    readonly start: number;
    readonly end: number;
    readonly position: string;
    readonly thing: { readonly __typename: string; readonly name?: string };
  }[];
  readonly clause: {
    readonly text: string;
    readonly leads: readonly { readonly written: string }[];
    readonly supports: readonly { readonly written: string }[];
  } | null;
}

const EXCERPT = `code heading excerpt passages { kind start end position thing { __typename ... on Region { name } } }
  clause { text leads { written } supports { written } }`;

const words = ({ excerpt, passages }: Excerpt, kind: string): string[] =>
  passages.filter((passage) => passage.kind === kind).map(({ start, end }) => excerpt.slice(start, end));

describe('the excerpt of a measure', () => {
  it('holds heading, quoted sentences and clause of every measure in the order of the text, each once, with gaps shown', async () => {
    const { measures } = await test.ask<{ measures: { edges: { node: Excerpt }[] } }>(
      `{ measures(filter: { policy: "gd-textile-opinions-2023" }, first: 30) { edges { node { ${EXCERPT} } } } }`,
    );
    expect(measures.edges).toHaveLength(30);
    for (const { node } of measures.edges) {
      const { code, excerpt, heading, clause, passages } = node;
      expect(excerpt.replaceAll(' ', ''), code).toMatch(new RegExp(`^\\d+\\.${heading.replaceAll(' ', '')}`));
      expect(excerpt, code).toContain('……');
      // The clause closes the measure, and stands there once.
      expect(excerpt.endsWith(clause?.text ?? 'no clause'), code).toBe(true);
      expect(excerpt.split(clause?.text ?? 'no clause'), code).toHaveLength(2);
      // The words of every duty are the body's name as written.
      expect(words(node, 'LEAD').sort(), code).toEqual((clause?.leads ?? []).map(({ written }) => written).sort());
      expect(words(node, 'SUPPORT').sort(), code).toEqual(
        (clause?.supports ?? []).map(({ written }) => written).sort(),
      );
      // Order of the passages is that of their bytes.
      const bytes = passages.map(({ position }) => Number(/bytes (\d+)-/.exec(position)?.[1]));
      passages.forEach((passage, place) => {
        const next = passages[place + 1];
        if (next !== undefined && next.start >= passage.end) {
          expect(bytes[place + 1], `${code} ${next.position}`).toBeGreaterThanOrEqual(bytes[place] ?? 0);
        }
      });
    }
  });

  it('marks 汕头 and 揭阳 in the sentence of measure 19 on dyeing parks, and its target', async () => {
    const { measure } = await test.ask<{ measure: Excerpt }>(`{ measure(by: { code: "S23-M19" }) { ${EXCERPT} } }`);
    expect(measure.excerpt).toMatch(/^19\.推进环保印染洗水。/);
    expect(measure.excerpt).toContain('在汕头、揭阳等地建设完善现有的印染专业园区');
    expect(words(measure, 'REGION')).toEqual(['汕头', '揭阳']);
    expect(words(measure, 'TARGET').join()).toMatch(/全覆盖.*90/);
    // What no fact rests on is not held.
    expect(measure.excerpt).not.toContain('揭榜制');
  });
});
