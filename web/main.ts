import 'element-plus/theme-chalk/base.css';
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import { createApp } from 'vue';
import { Shell } from './ui/shell.tsx';
import { GAP_ORDER } from './ui/gap-style.ts';
import type { UrlFormat } from './state/url-state.ts';
import { createPage, PAGE } from './state/page.ts';
import { VIEWS } from './views/registry.ts';

/** The service answers within 4 s or says so; a little more for the way. */
const DEADLINE_MS = 6_000;
/** 揭阳, the place of the first question that the page was made for. */
const FIRST_REGION = '445200';

const format: UrlFormat = {
  views: VIEWS.map((view) => view.id),
  gapGrades: GAP_ORDER,
  extra: Object.assign({}, ...VIEWS.map((view) => view.params)) as UrlFormat['extra'],
  defaults: {
    view: VIEWS[0]?.id ?? '',
    region: FIRST_REGION,
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

const newRequestId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const page = createPage(
  { fetch: (input, init) => fetch(input, init), newRequestId, deadlineMs: DEADLINE_MS },
  {
    now: () => Date.now(),
    random: () => Math.random(),
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => {
        clearTimeout(timer);
      };
    },
  },
  {
    search: () => location.search,
    origin: () => location.origin + location.pathname,
    pushState: (search) => {
      history.pushState(null, '', search);
    },
    replaceState: (search) => {
      history.replaceState(null, '', search);
    },
    onPopState: (run) => {
      window.addEventListener('popstate', run);
    },
  },
  format,
);
page.atlas.load(null);
createApp(Shell).provide(PAGE, page).mount('#page');
