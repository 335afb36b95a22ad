import type { SearchQuery } from '../api/generated/operations.ts';
import type { UrlState } from '../state/url-state.ts';

type HitNode = SearchQuery['search']['edges'][number]['node']['node'];

interface Place {
  readonly divisionCode: string;
  readonly within?: Place | null;
}

/** The prefecture that a place is or lies in; null when it lies in none that the page knows. */
export function prefectureOf(place: Place | null | undefined, prefectures: ReadonlySet<string>): string | null {
  for (let at = place; at !== null && at !== undefined; at = at.within) {
    if (prefectures.has(at.divisionCode)) return at.divisionCode;
  }
  return null;
}

/** What choosing a hit changes in the link; null when the hit leads to nothing that can be shown. */
export function targetOfHit(node: HitNode, prefectures: ReadonlySet<string>): Partial<UrlState> | null {
  if (node.__typename === 'Segment') return { segment: node.code };
  if (node.__typename === 'Region') return combine(prefectureOf(node, prefectures), undefined);
  if (node.__typename === 'Firm') {
    const region = node.places.map((place) => prefectureOf(place.region, prefectures)).find((code) => code !== null);
    return combine(region, node.segments[0]?.segment.code);
  }
  if (node.__typename === 'Park') {
    return combine(prefectureOf(node.region, prefectures), node.accepts[0]?.segment.code);
  }
  if (node.__typename === 'Measure') return inPolicyView({ measure: node.measureCode });
  if (node.__typename === 'Department') return inPolicyView({ dept: node.departmentCode });
  if (node.__typename === 'Policy') return inPolicyView({ board: 'documents', doc: node.policyCode });
  return null;
}

/** What the policy view keeps in links for the thing that is open (views/policy/policy-params.ts). */
function inPolicyView(extra: Readonly<Record<string, string>>): Partial<UrlState> {
  return { view: 'policy', extra };
}

function combine(region: string | null | undefined, segment: string | undefined): Partial<UrlState> | null {
  const target: Partial<UrlState> = {
    ...(region === null || region === undefined ? {} : { region }),
    ...(segment === undefined ? {} : { segment }),
  };
  return Object.keys(target).length === 0 ? null : target;
}
