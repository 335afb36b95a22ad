import type { Component } from 'vue';
import { POLICY_PARAMS } from './policy/policy-params.ts';
import { EXPLORE_PARAMS } from './explore/exploration-link.ts';
import { CHAIN_PARAMS } from './chain/chain-params.ts';
import { TARGETS_PARAMS } from './targets/targets-params.ts';
import type { AtlasRegion } from '../state/page.ts';
import type { Lang, UrlState } from '../state/url-state.ts';
import { zoneOf } from '../ui/zone-groups.ts';
import { RELOCATION_PARAMS, withoutPlace } from './relocation/relocation-params.ts';

/** A view of the page. Adding one means adding an entry to `VIEWS`. */
export interface ViewEntry {
  /** Value of `view` in links. */
  readonly id: string;
  /** Label of the tab. */
  readonly label: Readonly<Record<Lang, string>>;
  /** Link parameters of its own, with the test of their value; other values are refused with a notice. */
  readonly params: Readonly<Record<string, (value: string) => boolean>>;
  /**
   * What the tour of a wall changes to show a place; null = the place is not part of the tour. Left out, the tour goes
   * through `region`.
   */
  readonly tour?: (region: AtlasRegion, url: UrlState) => Partial<UrlState> | null;
  /** Fetches the component; it takes no props, everything comes from `usePage()`. */
  readonly load: () => Promise<{ readonly default: Component }>;
}

/** The tabs, in order. */
export const VIEWS: readonly ViewEntry[] = [
  {
    id: 'chain',
    label: { zh: '产业链', en: 'Chain' },
    params: CHAIN_PARAMS,
    load: () => import('./chain/view.tsx'),
  },
  {
    id: 'relocation',
    label: { zh: '转移路径', en: 'Relocation' },
    params: RELOCATION_PARAMS,
    // From one place of the Delta after the other.
    tour: (region, { extra }) =>
      zoneOf(region).code === 'PRD' ? { extra: { ...withoutPlace(extra), from: region.code } } : null,
    load: () => import('./relocation/view.tsx'),
  },
  {
    id: 'targets',
    label: { zh: '招商目标', en: 'Targets' },
    params: TARGETS_PARAMS,
    load: () => import('./targets/view.tsx'),
  },
  {
    id: 'policy',
    label: { zh: '政策', en: 'Policy' },
    params: POLICY_PARAMS,
    load: () => import('./policy/view.tsx'),
  },
  {
    id: 'explore',
    label: { zh: '图谱', en: 'Explore' },
    params: EXPLORE_PARAMS,
    load: () => import('./explore/view.tsx'),
  },
];

/** Whether a view is there, so that no button leads nowhere. */
export function hasView(id: string): boolean {
  return VIEWS.some((view) => view.id === id);
}
