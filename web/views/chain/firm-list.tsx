import { computed, defineComponent, onUnmounted, ref, shallowRef, watch } from 'vue';
import type { FirmsInPlaceQuery, FirmsInPlaceQueryVariables } from '../../api/generated/operations.ts';
import { FirmsInPlaceOperation } from '../../api/generated/operations.ts';
import { isPassing } from '../../api/request-fault.ts';
import { chainTexts } from '../../i18n/chain-texts.ts';
import { usePage } from '../../state/page.ts';
import { EvidenceLine } from '../../ui/evidence-line.tsx';
import type { DrawerMemory } from './drawer-memory.ts';
import { firmsWanted } from './drawer-memory.ts';
import { PartFailed } from './part-failed.tsx';

type ListedFirm = FirmsInPlaceQuery['firms']['edges'][number]['node'];

/** Firms that a click brings. */
const MORE_FIRMS = 20;

/** The firms of a segment known by name in a place, page by page, each with its source and a way to its details. */
export const FirmList = defineComponent(
  (props: { readonly segment: string; readonly region: string; readonly memory: DrawerMemory['firms'] }) => {
    const page = usePage();
    const answer = page.resource<FirmsInPlaceQuery, FirmsInPlaceQueryVariables>('context', FirmsInPlaceOperation);
    onUnmounted(() => {
      answer.close();
    });
    const firms = ref<readonly ListedFirm[]>([]);
    /** The page that came last; null while the first is on its way. */
    const last = shallowRef<FirmsInPlaceQuery['firms'] | null>(null);
    const start = computed(() => firmsWanted(props.segment, props.region, page.lang));
    const take = (key: FirmsInPlaceQueryVariables, answered: FirmsInPlaceQuery): void => {
      // What came for another segment or language is not put under this one's.
      const { segment, region, lang } = start.value;
      if (key.segment !== segment || key.region !== region || key.lang !== lang) return;
      const more = answered.firms.edges.map((edge) => edge.node);
      firms.value = key.after === null ? more : [...firms.value, ...more];
      last.value = answered.firms;
    };
    // By its text: any other change of the link makes the same question anew.
    watch(
      () => JSON.stringify(start.value),
      () => {
        const key = start.value;
        firms.value = [];
        last.value = null;
        const known = props.memory.recall(key);
        if (known === null) answer.load(key);
        else take(key, known);
      },
      { immediate: true },
    );
    watch(
      () => answer.value,
      (value) => {
        if (value !== null && answer.key !== null) take(answer.key, value);
      },
    );

    return () => {
      const { drawer } = page.texts.chain;
      const words = page.textsOf(chainTexts).firms;
      const { fault } = answer;
      const failed =
        fault !== null && !isPassing(fault) ? (
          <PartFailed
            part={words.list}
            fault={fault}
            onRetry={() => {
              answer.reload();
            }}
          />
        ) : null;
      if (last.value === null) {
        return failed ?? <div class="skeleton-line" role="status" aria-label={page.texts.state.loading} />;
      }
      if (firms.value.length === 0) return <p class="quiet">{drawer.noFirms}</p>;
      const { totalCount, pageInfo } = last.value;
      return (
        <>
          <ul class="firms">
            {firms.value.map((firm) => (
              <li key={firm.id}>
                <span>
                  <button
                    type="button"
                    class="link-button firm-name"
                    title={words.open(firm.name)}
                    onClick={() => {
                      page.goExtra({ company: firm.code });
                    }}
                  >
                    {firm.name}
                  </button>
                  {firm.stockCode === null ? null : (
                    <span class="stock">
                      {firm.exchange} {firm.stockCode}
                    </span>
                  )}
                </span>
                {firm.sources.slice(0, 1).map((source) => (
                  <EvidenceLine key={source.source.id} evidence={source} />
                ))}
              </li>
            ))}
          </ul>
          {failed}
          <p class="quiet firms-count">
            {words.shown(firms.value.length, totalCount)}
            {pageInfo.hasNextPage ? (
              <button
                type="button"
                class="link-button"
                disabled={answer.loading}
                onClick={() => {
                  answer.load({ ...start.value, first: MORE_FIRMS, after: pageInfo.endCursor ?? null });
                }}
              >
                {words.more}
              </button>
            ) : null}
            <span> · {drawer.firmsNote}</span>
          </p>
        </>
      );
    };
  },
  { name: 'FirmList', props: ['segment', 'region', 'memory'] },
);
