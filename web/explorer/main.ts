import 'graphiql/style.css';
import './explorer.css';
import { GraphiQL } from 'graphiql';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { askService } from './ask-service.ts';
import { fillHeader } from './header.ts';
import { openingTabs, operationOfLink, storedTab } from './opening-tabs.ts';
import { explorerTexts, type Limits } from './texts.ts';
import { keepThemeInStep } from './theme.ts';
import { WORKED_QUESTIONS } from './worked-questions.ts';

/** Where GraphiQL keeps its tabs and its theme. */
const TABS_KEY = 'graphiql:tabState';
const THEME_KEY = 'graphiql:theme';

/** The browser's memory, or null where it is forbidden: then nothing is kept, and all the rest works. */
function browserMemory(): Storage | null {
  try {
    localStorage.getItem(TABS_KEY);
    return localStorage;
  } catch {
    return null;
  }
}

async function readLimits(): Promise<Limits | null> {
  try {
    const response = await fetch('/explorer/limits.json');
    return response.ok ? ((await response.json()) as Limits) : null;
  } catch {
    return null;
  }
}

function open(main: HTMLElement, header: HTMLElement): void {
  const params = new URLSearchParams(location.search);
  const lang = params.get('lang') === 'en' ? 'en' : 'zh';
  document.documentElement.lang = lang === 'en' ? 'en' : 'zh-CN';
  document.title = explorerTexts[lang].documentTitle;
  fillHeader(header, { lang, questions: WORKED_QUESTIONS, limits: readLimits() });

  const memory = browserMemory();
  const { tabs, active } = openingTabs(
    memory?.getItem(TABS_KEY) ?? null,
    operationOfLink(location.hash),
    WORKED_QUESTIONS,
  );
  // The theme that a link of the page brings is taken once; from then on GraphiQL's own switch decides.
  const theme = params.get('theme');
  if (theme === 'light' || theme === 'dark') {
    memory?.setItem(THEME_KEY, theme);
    params.delete('theme');
    const search = params.toString();
    history.replaceState(null, '', `${location.pathname}${search === '' ? '' : `?${search}`}${location.hash}`);
  }
  const newId = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');
  memory?.setItem(TABS_KEY, JSON.stringify({ activeTabIndex: active, tabs: tabs.map((tab) => storedTab(tab, newId)) }));
  keepThemeInStep(document);
  const front = tabs[active];
  createRoot(main).render(
    createElement(GraphiQL, {
      fetcher: askService,
      // Read only where nothing can be kept. GraphiQL would open them without the variables of the one in front, and
      // looks for the tab in front by its contents: both are given apart.
      defaultTabs: tabs.map(({ query, variables }) => ({ query, variables, headers: null })),
      query: front?.query ?? '',
      variables: front?.variables ?? '',
      ...(memory === null ? { storage: null as unknown as Storage } : {}),
      shouldPersistHeaders: false,
      isHeadersEditorEnabled: false,
      defaultEditorToolsVisibility: 'variables',
      inputValueDeprecation: true,
      schemaDescription: true,
    }),
  );
}

const main = document.getElementById('explorer');
const header = document.getElementById('explorer-header');
if (main !== null && header !== null) open(main, header);
// Another operation in the same window: opened like any link.
window.addEventListener('hashchange', () => {
  location.reload();
});
