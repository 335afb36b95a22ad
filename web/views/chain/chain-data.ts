import { computed, onUnmounted, watch } from 'vue';
import type {
  CellEvidenceQuery,
  CellEvidenceQueryVariables,
  ChainQuery,
  ChainQueryVariables,
  GapsQuery,
  GapsQueryVariables,
} from '../../api/generated/operations.ts';
import { CellEvidenceOperation, ChainOperation, GapsOperation } from '../../api/generated/operations.ts';
import { isPassing } from '../../api/request-fault.ts';
import type { ChainModel } from '../../graph/layout/chain-model.ts';
import { usePage } from '../../state/page.ts';
import type { CellEvidence, ChainMember, GapCell } from './gap-cell.ts';

/**
 * What the chain view fetches: the chain on its default cut and on that of the link, cells of the places looked at on
 * both, and the facts behind them. `places` are the codes asked for; facts come for at most two.
 */
export function useChainData(places: () => readonly string[]) {
  const page = usePage();
  const baseChain = page.resource<ChainQuery, ChainQueryVariables>('chain', ChainOperation);
  const cutChain = page.resource<ChainQuery, ChainQueryVariables>('chain', ChainOperation);
  const gaps = page.resource<GapsQuery, GapsQueryVariables>('gaps', GapsOperation);
  const baseGaps = page.resource<GapsQuery, GapsQueryVariables>('gaps', GapsOperation);
  const evidence = page.resource<CellEvidenceQuery, CellEvidenceQueryVariables>('evidence', CellEvidenceOperation);
  const all = [baseChain, cutChain, gaps, baseGaps, evidence];
  onUnmounted(() => {
    for (const resource of all) resource.close();
  });

  baseChain.load({ cut: null });
  watch(
    () => page.url.cut,
    (cut) => {
      if (cut !== null) cutChain.load({ cut });
    },
    { immediate: true },
  );
  watch(
    [places, () => page.url.cut] as const,
    ([regions, cut]) => {
      if (regions.length === 0) return;
      gaps.load({ regions: [...regions], cut });
      // What an expanded segment is as a whole stands on its frame: its facts are not pushed down to its parts.
      if (cut !== null) baseGaps.load({ regions: [...regions], cut: null });
    },
    { immediate: true },
  );
  // The facts follow the picture, so that the picture does not wait for them.
  watch([() => gaps.key, () => page.lang] as const, ([key, lang]) => {
    if (key === null || key.regions.length > MOST_EXPLAINED) return;
    evidence.load({ ...key, lang: lang === 'en' ? 'EN' : 'ZH' });
  });
  // A link may hold a cut that cannot be used: say so and fall back.
  watch(
    () => cutChain.fault,
    (fault) => {
      const { cut } = page.url;
      if (fault === null || isPassing(fault) || cut === null) return;
      page.notify({ key: 'url-cut', kind: 'warning', text: (texts) => texts.notice.badCut(cut.join(',')) });
      page.go({ cut: null });
    },
  );
  for (const resource of [baseChain, cutChain, gaps]) {
    watch(
      () => resource.value,
      (value) => {
        const release = value === null ? undefined : 'chain' in value ? value.chain.release : value.gaps.release;
        if (release !== undefined) page.sawRelease(release.id);
      },
    );
  }

  // Until the cut of the link is there, the last picture stays.
  const chain = computed(
    () => (page.url.cut === null ? null : cutChain.value?.chain) ?? baseChain.value?.chain ?? null,
  );
  /** What stands is the chain on the cut of the link, not one that stays until it is there. */
  const settled = computed(
    () =>
      baseChain.value !== null &&
      (page.url.cut === null || JSON.stringify(cutChain.key) === JSON.stringify({ cut: page.url.cut })),
  );
  const members = computed((): readonly ChainMember[] => chain.value?.stages.flatMap((stage) => stage.members) ?? []);
  const defaultCut = computed(
    () => baseChain.value?.chain.stages.flatMap((stage) => stage.members.map((member) => member.code)) ?? [],
  );
  const modelOf = (data: ChainQuery['chain'] | null): ChainModel => ({
    stages: (data?.stages ?? []).map((stage) => ({
      code: stage.segment.code,
      name: page.nameOf(stage.segment),
      side: stage.side,
      members: stage.members.map((member) => ({
        code: member.code,
        name: page.nameOf(member),
        ancestors: member.ancestors.map((ancestor) => ({ code: ancestor.code, name: page.nameOf(ancestor) })),
        hasParts: member.children.length > 0,
      })),
    })),
    feeds: (data?.feeds ?? []).map((feed) => ({ from: feed.from.code, to: feed.to.code, kind: feed.kind })),
  });
  const base = computed(() => (baseChain.value === null ? null : modelOf(baseChain.value.chain)));
  const model = computed(() =>
    chain.value === baseChain.value?.chain && base.value !== null ? base.value : modelOf(chain.value),
  );

  /** Cells of one place. Those of another one are never shown under its name. */
  const cellsIn = (answer: GapsQuery | null, region: string): ReadonlyMap<string, GapCell> =>
    new Map(
      (answer?.gaps.cells ?? [])
        .filter((cell) => cell.region.code === region)
        .map((cell): [string, GapCell] => [cell.segment.code, cell]),
    );
  /** The same with the cells of expanded segments as wholes. */
  const cellsWithWholes = (region: string): ReadonlyMap<string, GapCell> =>
    page.url.cut === null
      ? cellsIn(gaps.value, region)
      : new Map([...cellsIn(baseGaps.value, region), ...cellsIn(gaps.value, region)]);
  const evidenceOf = (segment: string, region: string): CellEvidence | null =>
    evidence.value?.gaps.cells.find((cell) => cell.segment.code === segment && cell.region.code === region) ?? null;

  return {
    baseChain,
    chain,
    settled,
    members,
    defaultCut,
    base,
    model,
    gaps,
    baseGaps,
    evidence,
    cellsIn,
    cellsWithWholes,
    evidenceOf,
  };
}

/** Places whose facts are fetched together: more are counted, not explained. */
const MOST_EXPLAINED = 2;
