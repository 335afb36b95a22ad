import { describe, expect, it } from 'vitest';
import { amendStep, recordStep, redoStep, startTimeline, undoStep, UNDO_LIMIT } from '../../../web/state/undo.ts';
import { createPage, type Page, type PageHost } from '../../../web/state/page.ts';
import type { UrlFormat } from '../../../web/state/url-state.ts';

describe('timeline of steps', () => {
  it('takes more than 100 steps back and forward again, one by one', () => {
    let timeline = startTimeline(0);
    for (let step = 1; step <= 150; step += 1) timeline = recordStep(timeline, step, `thing ${step}`, step * 1_000);
    for (let step = 149; step >= 0; step -= 1) {
      timeline = undoStep(timeline);
      expect(timeline.present).toBe(step);
    }
    expect(undoStep(timeline)).toBe(timeline);
    for (let step = 1; step <= 150; step += 1) {
      timeline = redoStep(timeline);
      expect(timeline.present).toBe(step);
    }
    expect(redoStep(timeline)).toBe(timeline);
  });

  it('forgets the oldest beyond the limit', () => {
    let timeline = startTimeline(0);
    for (let step = 1; step <= UNDO_LIMIT + 50; step += 1) timeline = recordStep(timeline, step, `thing ${step}`, step);
    expect(timeline.past).toHaveLength(UNDO_LIMIT);
    expect(timeline.past[0]).toBe(50);
  });

  it('gives up what was undone as soon as something else is done', () => {
    const done = undoStep(recordStep(recordStep(startTimeline('a'), 'b', 'x', 0), 'c', 'y', 1_000));
    expect(done.future).toEqual(['c']);
    const other = recordStep(done, 'd', 'z', 2_000);
    expect(other).toMatchObject({ past: ['a', 'b'], present: 'd', future: [] });
  });

  it.each([
    { what: 'the same thing at once is one step', second: 'weights', at: 200, past: ['a'] },
    { what: 'the same thing later is another step', second: 'weights', at: 300, past: ['a', 'b'] },
    { what: 'another thing at once is another step', second: 'land', at: 10, past: ['a', 'b'] },
  ])('$what', ({ second, at, past }) => {
    const timeline = recordStep(recordStep(startTimeline('a'), 'b', 'weights', 0), 'c', second, at);
    expect(timeline.past).toEqual(past);
  });

  it('adds nothing to a step that was taken back', () => {
    const undone = undoStep(recordStep(startTimeline('a'), 'b', 'weights', 0));
    expect(recordStep(undone, 'c', 'weights', 1).past).toEqual(['a']);
  });

  it('puts the present right without a step', () => {
    const timeline = amendStep(recordStep(startTimeline('a'), 'b', 'x', 0), 'B');
    expect(timeline).toMatchObject({ past: ['a'], present: 'B' });
  });
});

const format: UrlFormat = {
  views: ['chain', 'relocation'],
  gapGrades: ['MISSING', 'SHORT'],
  extra: { weights: () => true, from: () => true },
  defaults: {
    view: 'chain',
    region: '445200',
    segment: null,
    cut: null,
    lang: 'zh',
    theme: 'light',
    mode: 'both',
    show: null,
    wall: false,
    tour: null,
    extra: {},
  },
};

/** A browser with a history of links, as far as the page touches it. */
function openPage(search = ''): {
  readonly page: Page;
  readonly history: readonly string[];
  readonly back: () => void;
  readonly wait: (ms: number) => void;
} {
  const entries = [search];
  let at = 0;
  let time = 0;
  let onPop: () => void = () => undefined;
  const host: PageHost = {
    search: () => entries[at] ?? '',
    origin: () => 'http://page.test/',
    pushState: (link) => {
      entries.splice(at + 1, entries.length, link);
      at += 1;
    },
    replaceState: (link) => {
      entries[at] = link;
    },
    onPopState: (run) => {
      onPop = run;
    },
  };
  const page = createPage(
    { fetch: () => Promise.reject(new Error('No service here.')), newRequestId: () => 'id', deadlineMs: 1 },
    { now: () => time, random: () => 0.5, after: () => () => undefined },
    host,
    format,
  );
  return {
    page,
    history: entries,
    back: () => {
      at -= 1;
      onPop();
    },
    wait: (ms) => {
      time += ms;
    },
  };
}

describe('undo of the page', () => {
  it('takes regions, selections, filters and parameters back, and the link with them', () => {
    const { page, history } = openPage();
    expect([page.canUndo, page.canRedo]).toEqual([false, false]);
    const first = page.link();
    page.go({ region: '440500' });
    page.go({ segment: 'D1' });
    page.go({ show: ['SHORT'] });
    page.goExtra({ from: '440100' });
    const last = page.link();
    for (let step = 0; step < 4; step += 1) page.undo();
    expect(page.link()).toBe(first);
    expect([page.canUndo, page.canRedo]).toEqual([false, true]);
    for (let step = 0; step < 4; step += 1) page.redo();
    expect(page.link()).toBe(last);
    expect(history[0]).toBe(last.replace('http://page.test/', ''));
  });

  it('leaves language, theme and wall mode as they are', () => {
    const { page } = openPage();
    page.go({ region: '440500' });
    page.go({ lang: 'en' });
    page.go({ theme: 'dark' });
    page.undo();
    expect(page.url).toMatchObject({ region: '445200', lang: 'en', theme: 'dark' });
    page.redo();
    expect(page.url).toMatchObject({ region: '440500', lang: 'en', theme: 'dark' });
    expect(page.canUndo).toBe(true);
    page.undo();
    expect(page.canUndo).toBe(false);
  });

  it('makes no step of what the page itself puts right', () => {
    const { page } = openPage('?region=999999');
    page.go({ region: '445200' }, 'correction');
    expect(page.canUndo).toBe(false);
    page.go({ region: '440500' });
    page.undo();
    expect(page.url.region).toBe('445200');
  });

  it('makes one step of a slider that is dragged, and two of two drags', () => {
    const { page, wait } = openPage();
    for (const weights of ['1', '2', '3']) {
      page.goExtra({ weights });
      wait(40);
    }
    wait(1_000);
    page.goExtra({ weights: '9' });
    page.undo();
    expect(page.url.extra['weights']).toBe('3');
    page.undo();
    expect(page.url.extra['weights']).toBeUndefined();
  });

  it('works beside the back button: going back is a step, and the history grows with views only', () => {
    const { page, history, back } = openPage();
    page.go({ segment: 'D1' });
    page.go({ view: 'relocation' });
    expect(history).toHaveLength(2);
    back();
    expect(page.url).toMatchObject({ view: 'chain', segment: 'D1' });
    page.undo();
    expect(page.url.view).toBe('relocation');
    expect(history).toHaveLength(2);
    back();
    expect(page.url.view).toBe('chain');
  });

  it('writes the view that it returns to as a new entry, so that back leads to where the reader was', () => {
    const { page, back } = openPage();
    page.go({ view: 'relocation' });
    page.undo();
    expect(page.url.view).toBe('chain');
    back();
    expect(page.url.view).toBe('relocation');
  });
});
