import { describe, expect, it } from 'vitest';
import { rollUp } from '../../../server/domain/chain/roll-up.ts';
import type { SegmentFact } from '../../../server/domain/chain/roll-up.ts';
import { tree } from './segment-table.ts';

const firm = (segment: string, id: string): SegmentFact => ({ kind: 'firm', segment, firm: id });
const sample = (segment: string, count: number): SegmentFact => ({ kind: 'sample-count', segment, count });
const total = (segment: string, value: number): SegmentFact => ({ kind: 'published-total', segment, value });

describe('facts roll up to ancestors', () => {
  it('count a firm once for a parent, however many of its parts it works in', () => {
    const rolled = rollUp(tree, [firm('P13', 'a'), firm('P11', 'a'), firm('P24', 'b'), firm('P0', 'c')]);
    expect(['P13', 'P11', 'P1', 'P2', 'P0', 'P'].map((code) => rolled.get(code)?.firms)).toEqual([1, 1, 1, 1, 3, 3]);
  });

  it('and are never pushed down: parts without a fact stay unknown', () => {
    const rolled = rollUp(tree, [firm('P0', 'a'), sample('P0', 40), total('P0', 90)]);
    expect([...rolled.keys()].toSorted()).toEqual(['P', 'P0']);
  });

  it('add sample counts of different labels', () => {
    const rolled = rollUp(tree, [sample('S', 10), sample('S3', 4), sample('S4', 1)]);
    expect(['S', 'S3', 'S4'].map((code) => rolled.get(code)?.sampleCount)).toEqual([15, 4, 1]);
    expect(rolled.get('S')?.published).toBeNull();
  });

  it('do not add a published figure to the figures of its own parts', () => {
    const rolled = rollUp(tree, [total('P0', 100), total('P1', 60), total('P2', 30), total('P4', 5)]);
    expect(rolled.get('P0')?.published).toEqual({ value: 100, complete: true });
    // P5 has no figure: the sum for P is a lower bound.
    expect(rolled.get('P')?.published).toEqual({ value: 105, complete: false });
  });

  it('sum complete parts to a complete figure', () => {
    const rolled = rollUp(tree, [total('P1', 60), total('P2', 0)]);
    expect(rolled.get('P0')?.published).toEqual({ value: 60, complete: true });
  });

  it('refuse an unknown segment', () => {
    expect(() => rollUp(tree, [firm('X9', 'a')])).toThrow(/"X9"/);
  });
});
