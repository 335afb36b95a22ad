import { computed, defineComponent, onUnmounted, ref, watch } from 'vue';
import type { FirmsInPlaceQuery, FirmsInPlaceQueryVariables } from '../../api/generated/operations.ts';
import { FirmsInPlaceOperation } from '../../api/generated/operations.ts';
import { isPassing } from '../../api/request-fault.ts';
import { chainTexts } from '../../i18n/chain-texts.ts';
import { usePage } from '../../state/page.ts';
import { faultWithId } from '../../ui/connection-banner.tsx';
import { EvidenceLine } from '../../ui/evidence-line.tsx';

type ListedFirm = FirmsInPlaceQuery['firms']['edges'][number]['node'];

/** Firms of a page; the first must not push what follows out of sight. */
const FIRST_FIRMS = 5;
const MORE_FIRMS = 20;

/** The firms of a segment known by name in a place, page by page, each with its source and a way to its details. */
export const FirmList = defineComponent(
  (props: { readonly segment: string; readonly region: string }) => {
    const page = usePage();
    const answer = page.resource<FirmsInPlaceQuery, FirmsInPlaceQueryVariables>('context', FirmsInPlaceOperation);
    onUnmounted(() => {
      answer.close();
    });
    const firms = ref<readonly ListedFirm[]>([]);
    const start = computed((): FirmsInPlaceQueryVariables => ({
      segment: props.segment,
      region: props.region,
      first: FIRST_FIRMS,
      after: null,
      lang: page.lang === 'en' ? 'EN' : 'ZH',
    }));
    watch(
      start,
      (key) => {
        firms.value = [];
        answer.load(key);
      },
      { immediate: true },
    );
    watch(
      () => answer.value,
      (value) => {
        const { key } = answer;
        // What came for another segment or language is not put under this one's.
        if (value === null || key === null || key.segment !== props.segment || key.region !== props.region) return;
        const more = value.firms.edges.map((edge) => edge.node);
        firms.value = key.after === null ? more : [...firms.value, ...more];
      },
    );
    const ready = computed(() => {
      const { key } = answer;
      return (
        key !== null &&
        key.segment === props.segment &&
        key.region === props.region &&
        key.lang === start.value.lang &&
        answer.value !== null
      );
    });

    return () => {
      const { drawer } = page.texts.chain;
      const words = page.textsOf(chainTexts).firms;
      const { value, fault } = answer;
      const failed =
        fault !== null && !isPassing(fault) ? (
          <p class="part-failed">{page.texts.fault.partBecause(words.list, faultWithId(page.texts, fault))}</p>
        ) : null;
      if (!ready.value || value === null) {
        return failed ?? <div class="skeleton-line" role="status" aria-label={page.texts.state.loading} />;
      }
      if (firms.value.length === 0) return <p class="quiet">{drawer.noFirms}</p>;
      const { totalCount, pageInfo } = value.firms;
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
  { name: 'FirmList', props: ['segment', 'region'] },
);
