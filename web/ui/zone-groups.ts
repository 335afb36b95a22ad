import type { AtlasRegion } from '../state/page.ts';

/** The four zones of the provincial statistics, receivers of the transfer policy first. */
const ZONE_ORDER: readonly string[] = ['YUEDONG', 'YUEXI', 'YUEBEI', 'PRD'];

/** Prefectures of one zone. */
export interface ZoneGroup {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly regions: readonly AtlasRegion[];
}

/** The zone of the statistics that a prefecture belongs to; other schemes group differently and are left aside. */
export function zoneOf(region: AtlasRegion): { readonly code: string; readonly zh: string; readonly en: string } {
  const zone = region.zones.map((membership) => membership.zone).find((entry) => ZONE_ORDER.includes(entry.code));
  return zone ?? { code: '', zh: '其他', en: 'Other' };
}

/** Prefectures by zone, zones without one left out. */
export function groupByZone(regions: readonly AtlasRegion[]): ZoneGroup[] {
  const groups = new Map<string, { code: string; zh: string; en: string; regions: AtlasRegion[] }>();
  for (const region of regions) {
    const { code, zh, en } = zoneOf(region);
    const group = groups.get(code) ?? { code, zh, en, regions: [] };
    group.regions.push(region);
    groups.set(code, group);
  }
  const rank = (code: string): number => (ZONE_ORDER.includes(code) ? ZONE_ORDER.indexOf(code) : ZONE_ORDER.length);
  return [...groups.values()].sort((a, b) => rank(a.code) - rank(b.code));
}
