import type { InjectionKey } from 'vue';
import { computed, inject, reactive, shallowRef } from 'vue';
import type { AtlasQuery } from '../api/generated/operations.ts';
import { AtlasOperation } from '../api/generated/operations.ts';
import type { Operation } from '../api/operation.ts';
import type { Transport } from '../api/request.ts';
import { request } from '../api/request.ts';
import type { RequestFault } from '../api/request-fault.ts';
import { isPassing } from '../api/request-fault.ts';
import type { Numbers } from '../i18n/numbers.ts';
import { numbersIn } from '../i18n/numbers.ts';
import { shellTexts } from '../i18n/shell-texts.ts';
import type { Named, SameTexts, TextPair } from '../i18n/texts.ts';
import { nameIn, textsIn } from '../i18n/texts.ts';
import type { zhCN } from '../i18n/zh-CN.ts';
import type { Exhibit } from './exhibit.ts';
import type { Resource, ResourceClock } from './resource.ts';
import { createResource } from './resource.ts';
import type { UndoTimeline } from './undo.ts';
import { amendStep, recordStep, redoStep, startTimeline, undoStep } from './undo.ts';
import type { Lang, UrlFormat, UrlState } from './url-state.ts';
import { parseUrl, serialiseUrl } from './url-state.ts';

export type Release = AtlasQuery['release'];
export type AtlasRegion = AtlasQuery['regions']['edges'][number]['node'];

/** A sentence for the user at the top of the view, closed by the user. */
export interface Notice {
  /** A second notice with the same key replaces the first. */
  readonly key: string;
  readonly kind: 'info' | 'warning';
  readonly text: (texts: SameTexts<typeof zhCN>, lang: Lang) => string;
}

/** A resource that the shell watches for lost connections. */
export interface Watched {
  readonly part: keyof typeof zhCN.fault.parts;
  readonly resource: Resource<unknown, unknown>;
}

/** What the shell gives to every view; see web/README.md. */
export interface Page {
  /** State of the link; read-only, changed by `go`. */
  readonly url: UrlState;
  readonly lang: Lang;
  readonly texts: SameTexts<typeof zhCN>;
  readonly numbers: Numbers;
  /** Dictionary of a view in the present language. */
  textsOf<Texts>(pair: TextPair<Texts>): SameTexts<Texts>;
  nameOf(thing: Named): string;

  /**
   * Changes the link: a new entry in the history when the view changes, otherwise the present one is replaced. A `step` of
   * the reader can be undone; a `correction` by the page (a bad link, the tour of a wall) takes the place of what it corrects.
   */
  go(change: Partial<UrlState>, as?: 'step' | 'correction'): void;
  /** Changes parameters that the present view declares; null takes one out. */
  goExtra(change: Readonly<Record<string, string | null>>): void;
  /** The present link as an absolute address. */
  link(): string;
  /** Takes the reader's last step back or repeats it; language, theme and wall mode stay as they are. */
  undo(): void;
  redo(): void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The present time, ms. */
  now(): number;

  /** Release and prefectures. */
  readonly atlas: Resource<null, AtlasQuery>;
  readonly release: Release | null;
  readonly regions: readonly AtlasRegion[];
  /** Code of the prefecture shown when the link names none. */
  readonly firstRegion: string;
  /** The prefecture of the link; null until the atlas is there. */
  readonly region: AtlasRegion | null;

  /** Fetches by an operation; the shell shows lost connections of all that is made here. Close it on unmount. */
  resource<Result, Variables>(
    part: Watched['part'],
    operation: Operation<Result, Variables>,
  ): Resource<Variables, Result>;
  /** One request without keeping; throws RequestError. */
  ask<Result, Variables>(
    operation: Operation<Result, Variables>,
    variables: Variables,
    signal: AbortSignal,
  ): Promise<Result>;
  /** Views report the release of their answers, so that an older page notices a newer one. */
  sawRelease(id: string): void;

  /**
   * A view says what it shows, from its setup: `read` is called again whenever what it reads changes; null while there is
   * nothing to show. Returns how to take it back; call that on unmount.
   */
  present(read: () => Exhibit | null): () => void;
  /** What the present view shows; null while there is nothing. */
  readonly exhibit: Exhibit | null;

  readonly notices: readonly Notice[];
  notify(notice: Notice): void;
  dismiss(key: string): void;
  /** Resources whose last request failed in a way that may pass. */
  readonly lost: readonly (Watched & { readonly fault: RequestFault })[];
}

/** The browser, as far as the page state touches it. */
export interface PageHost {
  readonly search: () => string;
  readonly origin: () => string;
  readonly pushState: (search: string) => void;
  readonly replaceState: (search: string) => void;
  readonly onPopState: (run: () => void) => void;
}

/** Makes the page state; nothing is fetched before `atlas.load(null)`. */
export function createPage(transport: Transport, clock: ResourceClock, host: PageHost, format: UrlFormat): Page {
  const url = shallowRef<UrlState>(format.defaults);
  const notices = reactive<Notice[]>([]) as Notice[];
  const watched = reactive(new Set<Watched>()) as Set<Watched>;

  const notify = (notice: Notice): void => {
    dismiss(notice.key);
    notices.push(notice);
  };
  const dismiss = (key: string): void => {
    const index = notices.findIndex((notice) => notice.key === key);
    if (index >= 0) notices.splice(index, 1);
  };
  const readUrl = (): void => {
    const { state, faults } = parseUrl(host.search(), format);
    url.value = state;
    for (const fault of faults) {
      notify({
        key: `url-${fault.key}`,
        kind: 'warning',
        text: (texts) => {
          const names: Readonly<Record<string, string>> = texts.notice.keys;
          const key = names[fault.key] ?? texts.notice.key(fault.key);
          return texts.notice.badValue(key, fault.value, texts.notice.defaultValue);
        },
      });
    }
  };
  readUrl();
  const timeline = shallowRef<UndoTimeline<UrlState>>(startTimeline(url.value));
  /** What a step is about: how the page looks and on what it is shown is none. */
  const stepOf = (state: UrlState): string => {
    const { lang, theme, wall, tour } = format.defaults;
    return serialiseUrl({ ...state, lang, theme, wall, tour }, format);
  };
  const record = (as: 'step' | 'correction'): void => {
    const before = timeline.value.present;
    timeline.value =
      as === 'correction' || stepOf(before) === stepOf(url.value)
        ? amendStep(timeline.value, url.value)
        : recordStep(timeline.value, url.value, changedParameters(before, url.value), clock.now());
  };
  host.onPopState(() => {
    readUrl();
    record('step');
  });

  const show = (next: UrlState): void => {
    const push = next.view !== url.value.view;
    url.value = next;
    (push ? host.pushState : host.replaceState)(serialiseUrl(next, format));
  };
  const go: Page['go'] = (change, as = 'step') => {
    show({ ...url.value, ...change });
    record(as);
  };
  const turnTo = (next: UndoTimeline<UrlState>): void => {
    if (next === timeline.value) return;
    const { lang, theme, wall, tour } = url.value;
    show({ ...next.present, lang, theme, wall, tour });
    timeline.value = amendStep(next, url.value);
  };

  const ask: Page['ask'] = (operation, variables, signal) => request(transport, operation, variables, signal);
  const resource: Page['resource'] = <Result, Variables>(
    part: Watched['part'],
    operation: Operation<Result, Variables>,
  ) => {
    const made: Resource<Variables, Result> = createResource<Variables, Result>(
      (variables, signal) => ask(operation, variables, signal),
      clock,
      () => watched.delete(entry),
    );
    const entry: Watched = { part, resource: made };
    watched.add(entry);
    return made;
  };

  const atlasByVariables = resource('atlas', AtlasOperation);
  const atlas = atlasByVariables as unknown as Resource<null, AtlasQuery>;
  const regions = computed(() => atlas.value?.regions.edges.map((edge) => edge.node) ?? []);
  const presenting = shallowRef<(() => Exhibit | null) | null>(null);
  const exhibit = computed(() => presenting.value?.() ?? null);
  const lost = computed(() =>
    [...watched].flatMap((entry) => {
      const { fault } = entry.resource;
      return fault !== null && isPassing(fault) ? [{ ...entry, fault }] : [];
    }),
  );

  return {
    get url() {
      return url.value;
    },
    get lang() {
      return url.value.lang;
    },
    get texts() {
      return textsIn(shellTexts, url.value.lang);
    },
    get numbers() {
      return numbersIn(url.value.lang);
    },
    textsOf: (pair) => textsIn(pair, url.value.lang),
    nameOf: (thing) => nameIn(thing, url.value.lang),
    go,
    goExtra: (change) => {
      const extra = { ...url.value.extra };
      for (const [key, value] of Object.entries(change)) {
        if (value === null) Reflect.deleteProperty(extra, key);
        else extra[key] = value;
      }
      go({ extra });
    },
    link: () => host.origin() + serialiseUrl(url.value, format),
    undo: () => {
      turnTo(undoStep(timeline.value));
    },
    redo: () => {
      turnTo(redoStep(timeline.value));
    },
    get canUndo() {
      return timeline.value.past.length > 0;
    },
    get canRedo() {
      return timeline.value.future.length > 0;
    },
    now: () => clock.now(),
    atlas,
    get release() {
      return atlas.value?.release ?? null;
    },
    get regions() {
      return regions.value;
    },
    firstRegion: format.defaults.region,
    get region() {
      return regions.value.find((region) => region.code === url.value.region) ?? null;
    },
    resource,
    ask,
    sawRelease: (id) => {
      const known = atlas.value?.release.id;
      if (known === undefined || known === id || atlas.loading) return;
      notify({ key: 'release', kind: 'info', text: (texts) => texts.notice.newRelease });
      atlas.reload();
    },
    present: (read) => {
      presenting.value = read;
      // A view that is left may take its own back after the next one has said what it shows.
      return () => {
        if (presenting.value === read) presenting.value = null;
      };
    },
    get exhibit() {
      return exhibit.value;
    },
    notices,
    notify,
    dismiss,
    get lost() {
      return lost.value;
    },
  };
}

/**
 * The parameters of views in which two states differ, when they differ in nothing else; else null. Sliders write such
 * parameters, many a second.
 */
function changedParameters(before: UrlState, after: UrlState): string | null {
  const rest = ({ extra: _, ...state }: UrlState): string => JSON.stringify(state);
  if (rest(before) !== rest(after)) return null;
  const keys = new Set([...Object.keys(before.extra), ...Object.keys(after.extra)]);
  return [...keys].filter((key) => before.extra[key] !== after.extra[key]).join(' ');
}

export const PAGE: InjectionKey<Page> = Symbol('page');

/** The page, inside a component. */
export function usePage(): Page {
  const page = inject(PAGE);
  if (page === undefined) throw new Error('A component that uses the page stands outside of it.');
  return page;
}
