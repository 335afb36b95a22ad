import { computed, onUnmounted, shallowRef, watch } from 'vue';
import type {
  RelocationEvidenceQuery,
  RelocationEvidenceQueryVariables,
  RelocationPathsQuery,
  RelocationPathsQueryVariables,
  RelocationPlaceQuery,
  RelocationPlaceQueryVariables,
  RelocationSegmentsQuery,
  RelocationSegmentsQueryVariables,
} from '../../api/generated/operations.ts';
import {
  RelocationEvidenceOperation,
  RelocationPathsOperation,
  RelocationPlaceOperation,
  RelocationSegmentsOperation,
} from '../../api/generated/operations.ts';
import { selectFlows } from '../../graph/map/flow-selection.ts';
import type { GraphPicture } from '../../graph/picture/graph-picture.ts';
import { relocationTexts } from '../../i18n/relocation-texts.ts';
import { nameIn, textsIn } from '../../i18n/texts.ts';
import { usePage } from '../../state/page.ts';
import { zoneOf } from '../../ui/zone-groups.ts';
import { candidateOf, weightsOf, type Candidate } from './candidate.ts';
import { rangesOverlap, rank, topStability, type Ranked, type Weights } from './ranking.ts';
import { COMPARE_LIMIT, relocationParams, withoutPlace, ZONES, type ZoneCode } from './relocation-params.ts';
import { sameWeights, weightsText } from './weights-text.ts';

/** 广州, the origin of the question that the view was made for; used unless the link names another one. */
const FIRST_ORIGIN = '440100';
/** 印染, its segment. */
const FIRST_SEGMENT = 'D1';

/** Flows drawn at once; more cannot be told apart. */
const FLOW_LIMIT = 9;

export type RankedCandidate = Ranked<Candidate>;
export type EvidenceCandidate = RelocationEvidenceQuery['relocationPaths']['candidates'][number];

/**
 * State of the view: what the link asks, what the service answers, and the order that follows from the weights. Weights
 * and zones change the order on the page alone; only origin, segment and lot ask the service again.
 */
export function useRelocation() {
  const page = usePage();
  const segments = page.resource<RelocationSegmentsQuery, RelocationSegmentsQueryVariables>(
    'chain',
    RelocationSegmentsOperation,
  );
  const paths = page.resource<RelocationPathsQuery, RelocationPathsQueryVariables>('paths', RelocationPathsOperation);
  const evidence = page.resource<RelocationEvidenceQuery, RelocationEvidenceQueryVariables>(
    'evidence',
    RelocationEvidenceOperation,
  );
  const place = page.resource<RelocationPlaceQuery, RelocationPlaceQueryVariables>('context', RelocationPlaceOperation);
  onUnmounted(() => {
    for (const resource of [segments, paths, evidence, place]) resource.close();
  });

  const params = computed(() => relocationParams(page.url.extra));
  // A place of the Delta that the reader looked at before is what would be moved from; a receiving one is not.
  const origin = computed(() => {
    const { from } = params.value;
    if (from !== null && (page.regions.length === 0 || page.regions.some((one) => one.code === from))) return from;
    const { region } = page;
    return region !== null && zoneOf(region).code === 'PRD' ? region.code : FIRST_ORIGIN;
  });
  const segment = computed(() => page.url.segment ?? FIRST_SEGMENT);
  const question = computed<RelocationPathsQueryVariables>(() => {
    const { landHa } = params.value;
    return { segment: segment.value, from: origin.value, lot: landHa === null ? null : { landHa } };
  });

  segments.load({});
  watch(
    [question, () => page.atlas.value !== null] as const,
    ([asked, isReady]) => {
      if (isReady) paths.load(asked);
    },
    { immediate: true },
  );
  // The facts follow the picture, so that the picture does not wait for them.
  watch([() => paths.key, () => page.lang] as const, ([key, lang]) => {
    if (key !== null) evidence.load({ ...key, lang: lang === 'en' ? 'EN' : 'ZH' });
  });
  watch(
    () => paths.value?.relocationPaths.release.id,
    (id) => {
      if (id !== undefined) page.sawRelease(id);
    },
  );

  // A link may name a place that is none; the page says what it shows instead.
  watch(
    [() => params.value.from, () => page.regions] as const,
    ([from, regions]) => {
      if (from === null || regions.length === 0 || regions.some((one) => one.code === from)) return;
      const used = regions.find((one) => one.code === origin.value);
      page.notify({
        key: 'from',
        kind: 'warning',
        text: (_texts, lang) =>
          textsIn(relocationTexts, lang).notice.unknownFrom(
            from,
            used === undefined ? origin.value : nameIn(used, lang),
          ),
      });
    },
    { immediate: true },
  );

  const answer = computed(() => paths.value?.relocationPaths ?? null);
  const candidates = computed(() => answer.value?.candidates.map(candidateOf) ?? []);
  const zones = computed<readonly ZoneCode[]>(() => params.value.zones ?? ZONES);
  const inZones = computed(() => candidates.value.filter((candidate) => zones.value.includes(candidate.zone)));
  const defaults = computed<Weights | null>(() =>
    answer.value === null || candidates.value.length === 0 ? null : weightsOf(answer.value),
  );
  const weights = computed<Weights | null>(() =>
    defaults.value === null ? null : (params.value.weights ?? defaults.value),
  );
  const ranked = computed<readonly RankedCandidate[]>(() =>
    weights.value === null ? [] : rank(inZones.value, weights.value),
  );
  const isAsServed = computed(
    () =>
      weights.value !== null &&
      defaults.value !== null &&
      sameWeights(weights.value, defaults.value) &&
      inZones.value.length === candidates.value.length,
  );
  const stability = computed<number | null>(() => {
    if (weights.value === null || answer.value === null) return null;
    return isAsServed.value ? answer.value.topStability : topStability(inZones.value, weights.value);
  });

  /** The candidate that the link names, if it is in the list. */
  const chosen = computed(() => ranked.value.find((one) => one.candidate.code === params.value.to) ?? null);
  /** The one whose details are open: the chosen, else the first. */
  const shown = computed(() => chosen.value ?? ranked.value[0] ?? null);
  watch(
    [() => params.value.to, candidates] as const,
    ([to, list]) => {
      if (to === null || list.length === 0 || list.some((candidate) => candidate.code === to)) return;
      page.notify({
        key: 'to',
        kind: 'warning',
        text: (_texts, lang) => textsIn(relocationTexts, lang).notice.unknownTo(to),
      });
    },
    { immediate: true },
  );
  watch(
    [() => shown.value?.candidate, () => page.lang] as const,
    ([candidate, lang]) => {
      if (candidate === undefined) return;
      place.load({
        region: candidate.code,
        measures: candidate.measures.map((measure) => measure.id),
        lang: lang === 'en' ? 'EN' : 'ZH',
      });
    },
    { immediate: true },
  );
  const flows = computed(() =>
    selectFlows(
      ranked.value.map((one) => ({ ...one, code: one.candidate.code, feasibility: one.candidate.feasibility })),
      FLOW_LIMIT,
      chosen.value === null ? [] : [chosen.value.candidate.code],
    ),
  );
  /** The map while it is drawn, with the words that it must carry; for exports. */
  const map = shallowRef<{ readonly picture: GraphPicture; readonly note: string } | null>(null);
  /** The facts of the present question in the present language, by place. */
  const evidenceByCode = computed<ReadonlyMap<string, EvidenceCandidate>>(() => {
    const asked = JSON.stringify({ ...paths.key, lang: page.lang === 'en' ? 'EN' : 'ZH' });
    if (JSON.stringify(evidence.key) !== asked) return new Map();
    return new Map((evidence.value?.relocationPaths.candidates ?? []).map((one) => [one.region.code, one] as const));
  });
  const shownEvidence = computed<EvidenceCandidate | null>(
    () => evidenceByCode.value.get(shown.value?.candidate.code ?? '') ?? null,
  );
  /** Sources of all that is said of a place: its parts, its blockers, its paths. */
  const sourcesOf = (code: string) => {
    const one = evidenceByCode.value.get(code);
    if (one === undefined) return [];
    const lines = [
      ...one.score.components.flatMap((part) => part.facts.flatMap((fact) => fact.sources)),
      ...one.blockers.flatMap((blocker) => blocker.sources),
      ...one.paths.flatMap((path) => path.hops.flatMap((hop) => hop.sources)),
    ];
    return lines.map((line) => line.source);
  };
  const shownPlace = computed(() =>
    place.value?.region?.code === shown.value?.candidate.code ? (place.value ?? null) : null,
  );

  /** Candidates of the same kind whose ranges overlap with one's: the order between them says nothing. */
  const sameAs = (one: RankedCandidate): RankedCandidate[] =>
    ranked.value.filter(
      (other) =>
        other.candidate.code !== one.candidate.code &&
        other.candidate.feasibility === one.candidate.feasibility &&
        rangesOverlap(other.score, one.score),
    );

  const compared = computed(() =>
    params.value.compared.flatMap((code) => ranked.value.find((one) => one.candidate.code === code) ?? []),
  );
  const setCompared = (codes: readonly string[]): void => {
    page.goExtra({ compare: codes.length === 0 ? null : codes.slice(0, COMPARE_LIMIT).join(',') });
  };

  return {
    page,
    segments,
    paths,
    evidence,
    place,
    params,
    origin,
    segment,
    answer,
    candidates,
    zones,
    defaults,
    weights,
    ranked,
    isAsServed,
    stability,
    chosen,
    shown,
    shownEvidence,
    shownPlace,
    sourcesOf,
    flows,
    map,
    compared,
    sameAs,
    pick: (code: string | null): void => {
      page.dismiss('to');
      page.goExtra({ to: code });
    },
    setOrigin: (code: string): void => {
      page.dismiss('from');
      page.goExtra({ from: code, to: null, compare: null });
    },
    setSegment: (code: string): void => {
      page.go({ segment: code, extra: withoutPlace(page.url.extra) });
    },
    askDefault: (): void => {
      page.go({ segment: null, extra: {} });
    },
    setZones: (next: readonly ZoneCode[]): void => {
      page.goExtra({ zones: next.length === ZONES.length || next.length === 0 ? null : next.join(',') });
    },
    setWeights: (next: Weights | null): void => {
      const isDefault = next === null || defaults.value === null || sameWeights(next, defaults.value);
      page.goExtra({ weights: isDefault ? null : weightsText(next) });
    },
    setLand: (ha: number | null): void => {
      page.goExtra({ land: ha === null ? null : String(ha) });
    },
    toggleCompared: (code: string): void => {
      const codes = params.value.compared;
      setCompared(codes.includes(code) ? codes.filter((one) => one !== code) : [...codes, code]);
    },
    setCompared,
  };
}

export type Relocation = ReturnType<typeof useRelocation>;
