import { computed, onUnmounted, watch } from 'vue';
import type {
  GapsQuery,
  GapsQueryVariables,
  RelocationSegmentsQuery,
  RelocationSegmentsQueryVariables,
  SavedTargetListQuery,
  SavedTargetListQueryVariables,
  TargetFirmDetailsQuery,
  TargetFirmDetailsQueryVariables,
  TargetListsQuery,
  TargetListsQueryVariables,
  TargetPlaceQuery,
  TargetPlaceQueryVariables,
  TargetRankingQuery,
  TargetRankingQueryVariables,
} from '../../api/generated/operations.ts';
import {
  GapsOperation,
  RelocationSegmentsOperation,
  SavedTargetListOperation,
  TargetFirmDetailsOperation,
  TargetListsOperation,
  TargetPlaceOperation,
  TargetRankingOperation,
} from '../../api/generated/operations.ts';
import { usePage } from '../../state/page.ts';
import type { Resource } from '../../state/resource.ts';
import { criteriaInput, criteriaOf, criteriaText, type Criteria } from './criteria.ts';
import { pickAll, picksText, togglePick } from './picks.ts';
import { targetsParams } from './targets-params.ts';
import { weightParameters, weightsOf, weightsText, type Weights } from './weights.ts';
import { worstGap } from './worst-gap.ts';

/** Measure 23 of the action plan: 招商引资, whose clause names the department in charge of promotion. */
export const PROMOTION_MEASURE = 'S23-M23';
/** Candidates shown before somebody asks for all: a list that a person works through. */
export const SHOWN_FIRST = 20;
/** Lists fetched at once. */
const LISTS_PAGE = 100;

export type Candidate = TargetRankingQuery['targetFirms']['candidates'][number];
export type Excluded = TargetRankingQuery['targetFirms']['excluded'][number];
export type ListLine = TargetListsQuery['targetLists']['edges'][number]['node'];
export type FirmDetails = TargetFirmDetailsQuery;
export type SavedList = NonNullable<SavedTargetListQuery['targetList']>;
export type SavedListResource = Resource<SavedTargetListQueryVariables, SavedTargetListQuery>;

/**
 * State of the view: what the link asks, what the service answers, which firms are picked. The service ranks; the page
 * claims no order of its own.
 */
export function useTargets() {
  const page = usePage();
  const segments = page.resource<RelocationSegmentsQuery, RelocationSegmentsQueryVariables>(
    'chain',
    RelocationSegmentsOperation,
  );
  const gaps = page.resource<GapsQuery, GapsQueryVariables>('gaps', GapsOperation);
  const ranking = page.resource<TargetRankingQuery, TargetRankingQueryVariables>('targets', TargetRankingOperation);
  const details = page.resource<TargetFirmDetailsQuery, TargetFirmDetailsQueryVariables>(
    'targets',
    TargetFirmDetailsOperation,
  );
  const lists = page.resource<TargetListsQuery, TargetListsQueryVariables>('lists', TargetListsOperation);
  const savedList: SavedListResource = page.resource<SavedTargetListQuery, SavedTargetListQueryVariables>(
    'lists',
    SavedTargetListOperation,
  );
  const place = page.resource<TargetPlaceQuery, TargetPlaceQueryVariables>('context', TargetPlaceOperation);
  onUnmounted(() => {
    for (const resource of [segments, gaps, ranking, details, lists, savedList, place]) resource.close();
  });

  const params = computed(() => targetsParams(page.url.extra));
  const lang = computed(() => (page.lang === 'en' ? ('EN' as const) : ('ZH' as const)));
  segments.load({});
  lists.load({ first: LISTS_PAGE, after: null });

  // Without a segment in the link, the place's most severe gap is what is asked about.
  watch(
    [() => page.url.region, () => page.url.segment] as const,
    ([region, segment]) => {
      if (segment === null) gaps.load({ regions: [region], cut: null });
    },
    { immediate: true },
  );
  const worst = computed(() =>
    gaps.key?.regions[0] === page.url.region ? worstGap(gaps.value?.gaps.cells ?? []) : null,
  );
  const segment = computed(() => page.url.segment ?? worst.value?.segment ?? null);
  /** Why this segment, where nobody named one. */
  const segmentFrom = computed(() => (page.url.segment === null ? (worst.value?.kind ?? null) : null));

  const question = computed<TargetRankingQueryVariables | null>(() => {
    const { criteria, weights } = params.value;
    if (segment.value === null) return null;
    return {
      segment: segment.value,
      region: page.url.region,
      criteria: criteriaInput(criteria),
      parameters: weights === null ? null : weightParameters(weights),
      promotion: PROMOTION_MEASURE,
      lang: lang.value,
    };
  });
  watch(
    question,
    (asked) => {
      if (asked !== null) ranking.load(asked);
    },
    { immediate: true },
  );
  watch(
    () => ranking.value?.targetFirms.release.id,
    (id) => {
      if (id !== undefined) page.sawRelease(id);
    },
  );
  watch(
    [() => page.regions, () => page.url.region] as const,
    ([regions, code]) => {
      if (regions.length === 0 || regions.some((region) => region.code === code)) return;
      const fallback = regions.find((region) => region.code === page.firstRegion) ?? regions[0];
      if (fallback === undefined) return;
      page.notify({
        key: 'url-region',
        kind: 'warning',
        text: (texts) => texts.notice.unknownRegion(code, page.nameOf({ zh: fallback.fullZh, en: fallback.fullEn })),
      });
      page.go({ region: fallback.code });
    },
    { immediate: true },
  );

  /** The answer to the present question; that to the one before is not shown under this one's name. */
  const answer = computed(() => {
    const { key, value } = ranking;
    const asked = question.value;
    if (key === null || value === null || asked === null) return null;
    return key.segment === asked.segment && key.region === asked.region ? value.targetFirms : null;
  });
  /** The measure on promotion, whose clause says which department is in charge. */
  const promotion = computed(() => (answer.value === null ? null : (ranking.value?.promotion ?? null)));
  const isStale = computed(() => JSON.stringify(ranking.key) !== JSON.stringify(question.value));
  const weights = computed<Weights | null>(
    () => params.value.weights ?? (answer.value === null ? null : weightsOf(answer.value.parameters)),
  );
  const shown = computed(() => {
    const all = answer.value?.candidates ?? [];
    return params.value.isAll ? all : all.slice(0, SHOWN_FIRST);
  });

  const openFirm = computed(() => params.value.plan ?? params.value.firm);
  const detailsKey = computed<TargetFirmDetailsQueryVariables | null>(() =>
    openFirm.value === null || question.value === null ? null : { ...question.value, firm: openFirm.value },
  );
  watch(
    detailsKey,
    (key) => {
      if (key !== null) details.load(key);
    },
    { immediate: true },
  );
  const shownDetails = computed(() =>
    JSON.stringify(details.key) === JSON.stringify(detailsKey.value) ? details.value : null,
  );

  watch(
    [() => params.value.list, lang] as const,
    ([list, inLang]) => {
      if (list !== null) savedList.load({ id: list, lang: inLang });
    },
    { immediate: true },
  );
  // Parks and firms of the place are for the sheet alone.
  watch(
    [() => params.value.plan, () => page.url.region, lang] as const,
    ([plan, region, inLang]) => {
      if (plan !== null) place.load({ region, lang: inLang });
    },
    { immediate: true },
  );
  const shownPlace = computed(() => (place.key?.region === page.url.region ? place.value : null));

  const setPicks = (picks: readonly string[]): void => {
    page.goExtra({ tpicks: picksText(picks) });
  };

  return {
    page,
    lang,
    segments,
    ranking,
    details,
    lists,
    params,
    segment,
    segmentFrom,
    question,
    answer,
    promotion,
    isStale,
    weights,
    shown,
    shownDetails,
    savedList,
    place,
    shownPlace,
    setRegion: (code: string): void => {
      page.go({ region: code, extra: without(page.url.extra, ['tfirm', 'tall']) });
    },
    setSegment: (code: string): void => {
      page.go({ segment: code, extra: without(page.url.extra, ['tfirm', 'tall']) });
    },
    setCriteria: (criteria: Criteria): void => {
      const text = criteriaText(criteria);
      page.goExtra({ tcriteria: text === '' ? null : text });
    },
    setWeights: (next: Weights | null): void => {
      page.goExtra({ tweights: next === null ? null : weightsText(next) });
    },
    setAll: (isAll: boolean): void => {
      page.goExtra({ tall: isAll ? '1' : null });
    },
    open: (firm: string | null): void => {
      page.goExtra({ tfirm: firm });
    },
    toggle: (firm: string): void => {
      setPicks(togglePick(params.value.picks, firm));
    },
    pickShown: (firms: readonly string[]): void => {
      setPicks(pickAll(params.value.picks, firms));
    },
    setPicks,
    showLists: (isOpen: boolean): void => {
      if (isOpen) lists.load({ first: LISTS_PAGE, after: null });
      page.goExtra({ tlists: isOpen ? '1' : null, tlist: null, tplan: null });
    },
    openList: (code: string | null): void => {
      page.goExtra({ tlists: '1', tlist: code, tplan: null });
    },
    nextLists: (): void => {
      const end = lists.value?.targetLists.pageInfo.endCursor ?? null;
      if (end !== null) lists.load({ first: LISTS_PAGE, after: end });
    },
    openPlan: (firm: string | null): void => {
      page.goExtra({ tplan: firm });
    },
    /** The sheet of a firm of a list: under the list's own question. */
    planFrom: (list: SavedList, firm: string): void => {
      page.go({
        region: list.regionCode,
        segment: list.segmentCode,
        extra: { ...without(page.url.extra, ['tcriteria', 'tweights', 'tfirm']), ...questionOf(list), tplan: firm },
      });
    },
    /** The list's question, asked of the present data. */
    askAgain: (list: SavedList): void => {
      page.go({ region: list.regionCode, segment: list.segmentCode, extra: questionOf(list) });
    },
  };
}

export type Targets = ReturnType<typeof useTargets>;

/** Criteria and weights of a list, for a link. */
function questionOf(list: SavedList): Record<string, string> {
  const criteria = criteriaText(criteriaOf(list.criteria));
  const weights = weightsOf(list.parameters);
  return {
    ...(criteria === '' ? {} : { tcriteria: criteria }),
    ...(weights === null ? {} : { tweights: weightsText(weights) }),
  };
}

/** Parameters without some of them. */
export function without(extra: Readonly<Record<string, string>>, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(extra).filter(([key]) => !keys.includes(key)));
}
