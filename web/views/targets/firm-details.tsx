import { computed, defineComponent } from 'vue';
import { isPassing } from '../../api/request-fault.ts';
import { targetsTexts } from '../../i18n/targets-texts.ts';
import { faultWithId } from '../../ui/connection-banner.tsx';
import { ScoreRange } from '../../ui/score-range.tsx';
import { hasView } from '../registry.ts';
import { ChargeBlock } from './charge-block.tsx';
import { listingText } from './listing.ts';
import { SourcesLine } from './sources-line.tsx';
import type { FirmDetails, Targets } from './use-targets.ts';
import { wordOf } from './word-of.ts';

type Firm = NonNullable<FirmDetails['firm']>;

/** One firm explained: where it stands and why, what it is, what stands in the way, who is in charge, what to do next. */
export const FirmDetailsPanel = defineComponent(
  (props: { readonly state: Targets }) => {
    const { state } = props;
    const { page } = state;
    const texts = computed(() => page.textsOf(targetsTexts));

    const standing = ({ targetFirms }: FirmDetails) => {
      const { details, table, reason } = texts.value;
      const found = targetFirms.whyNot;
      const count = state.answer.value?.candidateCount ?? 0;
      if (found === null) return <p class="tg-quiet">{details.notJudged}</p>;
      const { candidate, excluded } = found;
      if (candidate === null) {
        return (
          <div class="tg-out-why">
            <p>
              <b>
                ✕ {details.excluded}
                {excluded === null ? null : ` · ${reason[excluded.reason]}`}
                {excluded?.measure == null ? null : ` · ${details.measure(excluded.measure.number)}`}
              </b>
            </p>
            <p>{found.text}</p>
            {excluded === null ? null : <SourcesLine sources={excluded.sources} />}
          </div>
        );
      }
      const { score } = candidate;
      const value = score.value === null ? table.noScore : page.numbers.ratio(score.value);
      const [low, high] = [page.numbers.ratio(score.low), page.numbers.ratio(score.high)];
      return (
        <div class="tg-standing">
          <p>
            <b>{details.rank(candidate.rank, count)}</b>{' '}
            <span class="tg-quiet">
              {candidate.notDistinguishable === 0 ? details.distinct : details.overlap(candidate.notDistinguishable)}
            </span>
          </p>
          <div class="tg-head-score">
            <b class="tg-big">{value}</b>
            <div>
              <ScoreRange
                value={score.value}
                low={score.low}
                high={score.high}
                label={table.scoreWords(value, low, high)}
              />
              <span class="tg-quiet">
                {table.range(low, high)} · {details.evidence(page.numbers.percent(score.evidence))}
              </span>
            </div>
          </div>
        </div>
      );
    };
    const parts = ({ targetFirms }: FirmDetails) => {
      const components = targetFirms.whyNot?.candidate?.score.components;
      if (components === undefined) return null;
      const { details } = texts.value;
      return (
        <section>
          <h3>{details.why}</h3>
          <ol class="tg-part-list">
            {components.map((part) => (
              <li key={part.name}>
                <div class="tg-part-line">
                  <span class="tg-part-name">{part.label}</span>
                  <span class={['bar', { unknown: part.state === 'UNKNOWN' }]} aria-hidden="true">
                    {part.value === null ? null : (
                      <span class="bar-fill" style={{ width: `${(part.value * 100).toFixed(1)}%` }} />
                    )}
                  </span>
                  <span class="bar-value">
                    {part.value === null ? details.unknown : page.numbers.ratio(part.value)}
                  </span>
                </div>
                <p class="tg-quiet">
                  {details.weight(page.numbers.ratio(part.weight))}
                  {part.contribution === null
                    ? null
                    : ` · ${details.contribution(page.numbers.ratio(part.contribution))}`}
                </p>
                <ul class="tg-facts">
                  {part.facts.map((fact) => (
                    <li key={fact.text}>
                      {fact.text} {fact.sources.length === 0 ? null : <SourcesLine sources={fact.sources} />}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        </section>
      );
    };
    const profile = (firm: Firm) => {
      const { details } = texts.value;
      return (
        <>
          <section>
            <h3>{details.segments}</h3>
            {firm.segments.length === 0 ? <p class="tg-quiet">{details.noSegments}</p> : null}
            <ul class="tg-facts">
              {firm.segments.map((one) => (
                <li key={one.segment.code}>
                  <b>{page.nameOf(one.segment)}</b>
                  {one.main === true ? ` · ${details.main}` : null} ·{' '}
                  {one.products.length === 0 ? details.noProducts : one.products.join(texts.value.answer.join)}{' '}
                  <span class="tg-quiet">
                    {wordOf(details.method, one.method)} · {wordOf(details.confidence, one.confidence)}
                  </span>{' '}
                  <SourcesLine sources={one.sources} most={1} />
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h3>{details.places}</h3>
            {firm.places.length === 0 ? <p class="tg-quiet">{details.noPlaces}</p> : null}
            <ul class="tg-facts">
              {firm.places.map((place) => (
                <li key={`${place.kind} ${place.region.code}`}>
                  {wordOf(details.placeKind, place.kind)}{' '}
                  <b>{page.nameOf({ zh: place.region.fullZh, en: place.region.fullEn })}</b>{' '}
                  <SourcesLine sources={place.sources} most={1} />
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h3>{details.figures}</h3>
            <dl class="duties">
              <div>
                <dt>{details.listing}</dt>
                <dd>{listingText(firm) ?? details.notListed}</dd>
              </div>
              <div>
                <dt>{details.status}</dt>
                <dd>{firm.status ?? details.unknownValue}</dd>
              </div>
              <div>
                <dt>{details.uscc}</dt>
                <dd>{firm.uscc ?? details.unknownValue}</dd>
              </div>
              {firm.observations.edges.map(({ node }) => (
                <div key={node.id}>
                  <dt>{node.indicator.name}</dt>
                  <dd>
                    {page.numbers.count(node.value)} {node.indicator.unit} {node.period ?? ''}{' '}
                    <SourcesLine sources={node.sources} most={1} />
                  </dd>
                </div>
              ))}
            </dl>
            <SourcesLine sources={firm.sources} />
          </section>
        </>
      );
    };
    const blockers = ({ targetFirms }: FirmDetails) => {
      const { details } = texts.value;
      return (
        <section>
          <h3>{details.blockers}</h3>
          {targetFirms.blockers.length === 0 ? <p class="tg-quiet">{details.noBlockers}</p> : null}
          <ul class="tg-blockers">
            {targetFirms.blockers.map((blocker) => (
              <li key={blocker.code} class={{ hard: blocker.hard }}>
                <span class="tg-quiet">
                  {blocker.hard ? `✕ ${details.hard}` : `? ${details.soft}`}
                  {blocker.measure === null ? null : ` · ${details.measure(blocker.measure.number)}`}
                </span>
                <p>{blocker.text}</p>
                {blocker.sources.length === 0 ? null : <SourcesLine sources={blocker.sources} />}
              </li>
            ))}
          </ul>
        </section>
      );
    };
    const verify = ({ targetFirms }: FirmDetails) => {
      const list = targetFirms.whyNot?.candidate?.toVerify ?? [];
      if (list.length === 0) return null;
      return (
        <section>
          <h3>{texts.value.details.verify}</h3>
          <ul class="unknowns">
            {list.map((fact) => (
              <li key={fact.text}>{fact.text}</li>
            ))}
          </ul>
        </section>
      );
    };
    const next = (found: FirmDetails, firm: Firm) => {
      const { details } = texts.value;
      const isPicked = state.params.value.picks.includes(firm.code);
      return (
        <section>
          <h3>{details.next}</h3>
          <div class="next-steps">
            <button
              type="button"
              class="plain-button primary"
              onClick={() => {
                state.toggle(firm.code);
              }}
            >
              {isPicked ? details.unpick : details.pick}
            </button>
            <button
              type="button"
              class="plain-button"
              onClick={() => {
                state.openPlan(firm.code);
              }}
            >
              {details.plan}
            </button>
            {hasView('chain') ? (
              <button
                type="button"
                class="plain-button"
                onClick={() => {
                  page.go({ view: 'chain', segment: found.targetFirms.segment.code });
                }}
              >
                {details.gap(page.nameOf(found.targetFirms.region))}
              </button>
            ) : null}
          </div>
        </section>
      );
    };

    return () => {
      const { details } = texts.value;
      const found = state.shownDetails.value;
      const { fault } = state.details;
      const close = (
        <button
          type="button"
          class="close-button"
          aria-label={details.close}
          onClick={() => {
            state.open(null);
          }}
        >
          ✕
        </button>
      );
      if (found === null) {
        return (
          <div class="details">
            <div class="drawer-title">
              <span class="drawer-other" />
              {close}
            </div>
            {fault !== null && !isPassing(fault) ? (
              <p class="part-failed" role="alert">
                {details.failed}：{faultWithId(page.texts, fault)}
              </p>
            ) : (
              <div class="skeleton-line" role="status" aria-label={details.loading} />
            )}
          </div>
        );
      }
      const { firm } = found;
      if (firm === null) {
        return (
          <div class="details">
            <div class="drawer-title">
              <h2>{details.noFirm}</h2>
              {close}
            </div>
          </div>
        );
      }
      return (
        <div class="details tg-details">
          <header class="drawer-head">
            <div class="drawer-title">
              <h2>{page.nameOf(firm)}</h2>
              <span class="drawer-other" />
              {close}
            </div>
            <p class="drawer-place">
              {listingText(firm) ?? details.notListed} · {firm.code}
            </p>
          </header>
          {standing(found)}
          {parts(found)}
          {verify(found)}
          {blockers(found)}
          <section>
            <h3>{details.department}</h3>
            {found.promotion === null ? (
              <p class="tg-quiet">{details.noClause}</p>
            ) : (
              <ChargeBlock measure={found.promotion} />
            )}
          </section>
          {next(found, firm)}
          {profile(firm)}
        </div>
      );
    };
  },
  { name: 'FirmDetails', props: ['state'] },
);
