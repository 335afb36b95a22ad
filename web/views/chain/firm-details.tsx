import { computed, defineComponent, onUnmounted, watch } from 'vue';
import type {
  EvidenceLineFragment,
  FirmDetailsQuery,
  FirmDetailsQueryVariables,
} from '../../api/generated/operations.ts';
import { FirmDetailsOperation } from '../../api/generated/operations.ts';
import { isPassing } from '../../api/request-fault.ts';
import { chainTexts } from '../../i18n/chain-texts.ts';
import { usePage } from '../../state/page.ts';
import { EvidenceLine } from '../../ui/evidence-line.tsx';
import { PartFailed } from './part-failed.tsx';

/** What the sources say of one firm: names, places, what it does, figures. What they do not say is said to be unknown. */
export const FirmDetails = defineComponent(
  (props: {
    readonly code: string;
    /** Where the way back leads. */
    readonly back: string;
    readonly onBack: () => void;
    readonly onPick: (segment: string) => void;
  }) => {
    const page = usePage();
    const answer = page.resource<FirmDetailsQuery, FirmDetailsQueryVariables>('context', FirmDetailsOperation);
    onUnmounted(() => {
      answer.close();
    });
    const wanted = computed((): FirmDetailsQueryVariables => ({
      code: props.code,
      lang: page.lang === 'en' ? 'EN' : 'ZH',
    }));
    watch(
      wanted,
      (key) => {
        answer.load(key);
      },
      { immediate: true },
    );
    const words = computed(() => page.textsOf(chainTexts).firms);

    const lines = (sources: readonly EvidenceLineFragment[]) =>
      sources.length === 0 ? (
        <span class="evidence none">{page.texts.chain.drawer.noSource}</span>
      ) : (
        sources
          .slice(0, 2)
          .map((source) => <EvidenceLine key={source.source.id + (source.position ?? '')} evidence={source} />)
      );
    /** A word of the data in the reader's language; one that is not in the dictionary as it stands. */
    const said = (names: Readonly<Record<string, string>>, value: string): string => names[value] ?? value;
    const fact = (label: string, value: string | null) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd class={{ quiet: value === null }}>{value ?? words.value.notKnown}</dd>
      </div>
    );
    const body = () => {
      const { value, key, fault } = answer;
      if (JSON.stringify(key) !== JSON.stringify(wanted.value) || value === null) {
        return fault !== null && !isPassing(fault) ? (
          <PartFailed
            part={words.value.details}
            fault={fault}
            onRetry={() => {
              answer.reload();
            }}
          />
        ) : (
          <div role="status" aria-label={page.texts.state.loading}>
            <div class="skeleton-line" />
            <div class="skeleton-line" />
          </div>
        );
      }
      const { firm } = value;
      if (firm === null) return <p class="quiet">{words.value.unknownFirm}</p>;
      const otherName = page.lang === 'en' ? firm.zh : firm.en;
      const shown = page.nameOf(firm);
      return (
        <>
          <header class="drawer-head">
            <h2>{shown}</h2>
            {otherName === shown || otherName === '' ? null : <p class="drawer-place">{otherName}</p>}
          </header>
          <dl class="firm-facts">
            {firm.aliases.length === 0
              ? null
              : fact(words.value.aliases, firm.aliases.join(page.texts.chain.answer.join))}
            {fact(words.value.uscc, firm.uscc)}
            {firm.stockCode === null
              ? null
              : fact(words.value.stock, `${firm.exchange ?? ''} ${firm.stockCode}`.trim())}
            {firm.listingState === null
              ? null
              : fact(words.value.listing, said(words.value.listingStates, firm.listingState))}
            {fact(words.value.status, firm.status)}
          </dl>
          <section>
            <h3>{words.value.places}</h3>
            {firm.places.length === 0 ? <p class="quiet">{words.value.noPlaces}</p> : null}
            <ul class="facts">
              {firm.places.map((place) => (
                <li key={`${place.region.code} ${place.kind}`}>
                  <p>
                    {place.region.within === null || place.region.within.code === '440000'
                      ? ''
                      : `${page.nameOf({ zh: place.region.within.fullZh, en: place.region.within.fullEn })} `}
                    {page.nameOf({ zh: place.region.fullZh, en: place.region.fullEn })} ·{' '}
                    {said(words.value.placeKinds, place.kind)}
                    {place.method === null ? '' : ` · ${said(words.value.methods, place.method)}`}
                  </p>
                  {lines(place.sources)}
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h3>{words.value.segments}</h3>
            {firm.segments.length === 0 ? <p class="quiet">{words.value.noSegments}</p> : null}
            <ul class="facts">
              {firm.segments.map((entry) => (
                <li key={entry.segment.code}>
                  <p>
                    <button
                      type="button"
                      class="link-button"
                      onClick={() => {
                        props.onPick(entry.segment.code);
                      }}
                    >
                      {page.nameOf(entry.segment)}
                    </button>
                    {entry.main === true ? ` · ${words.value.main}` : ''}
                    <span class="quiet">
                      {' '}
                      · {said(words.value.methods, entry.method)} · {said(words.value.confidence, entry.confidence)}
                    </span>
                  </p>
                  <p class={{ quiet: entry.products.length === 0 }}>
                    {entry.products.length === 0
                      ? words.value.noProducts
                      : `${words.value.products} ${entry.products.join(page.texts.chain.answer.join)}`}
                  </p>
                  {lines(entry.sources)}
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h3>{words.value.figures}</h3>
            {firm.observations.edges.length === 0 ? <p class="quiet">{words.value.noFigures}</p> : null}
            <ul class="facts">
              {firm.observations.edges.map(({ node }) => (
                <li key={node.id}>
                  <p>
                    {node.indicator.name} <b>{page.numbers.count(node.value)}</b> {node.indicator.unit} · {node.period}
                  </p>
                  {lines(node.sources)}
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h3>{words.value.sources}</h3>
            <div class="firm-sources">{lines(firm.sources)}</div>
          </section>
        </>
      );
    };
    return () => (
      <div class="details">
        <button
          type="button"
          class="link-button drawer-back"
          onClick={() => {
            props.onBack();
          }}
        >
          ‹ {words.value.back(props.back)}
        </button>
        {body()}
      </div>
    );
  },
  { name: 'FirmDetails', props: ['code', 'back', 'onBack', 'onPick'] },
);
