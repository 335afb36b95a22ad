/** An operation as a tab of the explorer holds it. */
export interface TabContent {
  readonly query: string;
  /** JSON text; null = none. */
  readonly variables: string | null;
}

/** Tabs as GraphiQL keeps them under `graphiql:tabState`; only the fields that matter here are named. */
export interface StoredTab extends Readonly<Record<string, unknown>> {
  readonly query: string | null;
  readonly variables: string | null;
}

export interface OpeningTabs {
  readonly tabs: readonly (StoredTab | TabContent)[];
  /** The tab in front. */
  readonly active: number;
}

/**
 * Reads an operation out of the fragment of a link: `#query=...&variables=...`, both percent-encoded. Variables that are
 * JSON are set out in lines; others stay as they are, so that the reader sees what is wrong. Null where there is none.
 */
export function operationOfLink(hash: string): TabContent | null {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const query = params.get('query');
  if (query === null || query.trim() === '') return null;
  const variables = params.get('variables');
  return { query, variables: variables === null || variables.trim() === '' ? null : inLines(variables) };
}

/** The fragment that opens an operation: the inverse of `operationOfLink`. */
export function linkOfOperation({ query, variables }: TabContent): string {
  return `#query=${encodeURIComponent(query)}${variables === null ? '' : `&variables=${encodeURIComponent(variables)}`}`;
}

function inLines(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/**
 * Which tabs open: those that were open last time, or the worked questions the first time; an operation of the link comes
 * first and in front, and is not opened twice.
 *
 * @param stored what GraphiQL kept; anything that is not its shape counts as nothing kept
 */
export function openingTabs(
  stored: string | null,
  linked: TabContent | null,
  questions: readonly TabContent[],
): OpeningTabs {
  const kept = keptTabs(stored);
  const tabs = kept?.tabs ?? questions;
  if (linked === null) return { tabs, active: kept?.active ?? 0 };
  const same = tabs.find((tab) => sameOperation(tab, linked));
  return { tabs: [same ?? linked, ...tabs.filter((tab) => tab !== same)], active: 0 };
}

function sameOperation(one: StoredTab | TabContent, other: TabContent): boolean {
  return one.query === other.query && (one.variables ?? '') === (other.variables ?? '');
}

function keptTabs(stored: string | null): { readonly tabs: readonly StoredTab[]; readonly active: number } | null {
  if (stored === null) return null;
  try {
    const state: unknown = JSON.parse(stored);
    if (typeof state !== 'object' || state === null || !('tabs' in state) || !Array.isArray(state.tabs)) return null;
    const tabs: readonly unknown[] = state.tabs;
    if (tabs.length === 0 || !tabs.every(isTab)) return null;
    const active = 'activeTabIndex' in state ? Number(state.activeTabIndex) : 0;
    return { tabs, active: tabs[active] === undefined ? 0 : active };
  } catch {
    return null;
  }
}

function isTab(tab: unknown): tab is StoredTab {
  if (typeof tab !== 'object' || tab === null || !('query' in tab) || !('variables' in tab)) return false;
  const text = (value: unknown): boolean => value === null || typeof value === 'string';
  return text(tab.query) && text(tab.variables);
}

/** The tab with all fields that GraphiQL asks of a kept tab; the name shown is read out of the operation. */
export function storedTab(tab: StoredTab | TabContent, newId: () => string): StoredTab {
  const title = operationName(tab.query ?? '') ?? '<untitled>';
  return { id: newId(), title, headers: null, operationName: null, response: null, hash: null, ...tab };
}

function operationName(query: string): string | null {
  return /^\s*(?:query|mutation|subscription)\s+(\w+)/m.exec(query)?.[1] ?? null;
}
