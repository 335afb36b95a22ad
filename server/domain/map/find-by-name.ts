import type { ClusterFact, DepartmentFact, ParkFact, PolicyFact, RegionFact, SegmentFact } from './industry-map.ts';
import type { MapIndex } from './map-index.ts';

/** Larger places first: 佛山 is the prefecture, not a town that happens to bear the name. */
const LEVEL_RANK: Readonly<Record<RegionFact['level'], number>> = { PROVINCE: 0, PREFECTURE: 1, COUNTY: 2, TOWN: 3 };

/** Finds a region by full, short, old or English name; undefined when none bears it. */
export function regionByName(index: MapIndex, name: string): RegionFact | undefined {
  const wanted = fold(name);
  return index.map.regions
    .filter((region) => namesOf(region.nameZh, region.nameEn, [region.shortZh, ...region.aliases]).has(wanted))
    .sort((a, b) => LEVEL_RANK[a.level] - LEVEL_RANK[b.level] || (a.code < b.code ? -1 : 1))[0];
}

/** Finds a segment by name or alias, the higher level first; undefined when none bears it. */
export function segmentByName(index: MapIndex, name: string): SegmentFact | undefined {
  const wanted = fold(name);
  const byOwnName = index.map.segments.find((segment) => namesOf(segment.nameZh, segment.nameEn, []).has(wanted));
  return (
    byOwnName ??
    index.map.segments.find((segment) => namesOf(segment.nameZh, segment.nameEn, segment.aliases).has(wanted))
  );
}

/**
 * Finds a department by any name: full, short, old or new, with or without the leading 省. A body that is still in
 * office wins over one that was succeeded only when both bear the very name.
 */
export function departmentByName(index: MapIndex, name: string): DepartmentFact | undefined {
  const wanted = fold(name);
  const bearing = index.map.departments.filter((department) => departmentNames(department).has(wanted));
  return bearing.find((department) => department.successor === null) ?? bearing[0];
}

/** All names of a department, folded, with and without the leading 省. */
export function departmentNames(department: DepartmentFact): ReadonlySet<string> {
  const names = namesOf(department.nameZh, department.nameEn, department.shortNames);
  return new Set([...names].flatMap((name) => (name.startsWith('省') ? [name, name.slice(1)] : [name])));
}

/** Finds a park by name or alias. */
export function parkByName(index: MapIndex, name: string): ParkFact | undefined {
  const wanted = fold(name);
  return index.map.parks.find((park) => namesOf(park.nameZh, park.nameEn, park.aliases).has(wanted));
}

/** Finds a policy by name. */
export function policyByName(index: MapIndex, name: string): PolicyFact | undefined {
  const wanted = fold(name);
  return index.map.policies.find((policy) => namesOf(policy.nameZh, policy.nameEn, []).has(wanted));
}

/** Finds a cluster by name. */
export function clusterByName(index: MapIndex, name: string): ClusterFact | undefined {
  const wanted = fold(name);
  return index.map.clusters.find((cluster) => namesOf(cluster.nameZh, cluster.nameEn, []).has(wanted));
}

function namesOf(zh: string, en: string | null, others: readonly string[]): ReadonlySet<string> {
  return new Set([zh, ...(en === null ? [] : [en]), ...others].map(fold));
}

function fold(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
