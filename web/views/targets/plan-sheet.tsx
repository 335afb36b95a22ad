import { computed, defineComponent } from 'vue';
import type {
  EvidenceLineFragment,
  MeasureInChargeFragment,
  TargetPlaceQuery,
} from '../../api/generated/operations.ts';
import { isPassing } from '../../api/request-fault.ts';
import { relocationTexts } from '../../i18n/relocation-texts.ts';
import { targetsTexts } from '../../i18n/targets-texts.ts';
import { faultWithId } from '../../ui/connection-banner.tsx';
import { EvidenceLine } from '../../ui/evidence-line.tsx';
import { GapChip } from '../../ui/gap-chip.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { nameInSentence } from '../relocation/sentence-words.ts';
import { bodies } from './charge-block.tsx';
import { citations, type Citations } from './citations.ts';
import { wordOf } from './firm-details.tsx';
import { listingText } from './listing.ts';
import { matesOf } from './plan-mates.ts';
import type { FirmDetails, Targets } from './use-targets.ts';

type Firm = NonNullable<FirmDetails['firm']>;
type Park = NonNullable<TargetPlaceQuery['region']>['parks'][number];

/** Firms named at a neighbour before the rest is only counted. */
const NAMED = 4;

/** One firm, one plan: a page to print, each line with its source, and what is not known said as such. */
export const PlanSheet = defineComponent(
  (props: { readonly state: Targets }) => {
    const { state } = props;
    const { page } = state;
    const texts = computed(() => page.textsOf(targetsTexts));

    /** Sources used so far in this render, numbered in the order of the page. */
    let cited: Citations<EvidenceLineFragment> = citations();
    /** A line of the sheet with the numbers of its sources; what this service has worked out says so in their place. */
    const line = (key: string, content: unknown, sources: readonly EvidenceLineFragment[] | 'computed') => {
      const { plan } = texts.value;
      const numbers = sources === 'computed' ? [] : cited.cite(sources);
      return (
        <li key={key}>
          {content}{' '}
          {numbers.length > 0 ? (
            numbers.map((number) => (
              <a key={number} class="tg-cite" href={`#tg-source-${String(number)}`} aria-label={plan.cite(number)}>
                [{number}]
              </a>
            ))
          ) : (
            <span class="tg-cite">[{sources === 'computed' ? plan.computed : plan.noSource}]</span>
          )}
        </li>
      );
    };
    const charge = (measure: MeasureInChargeFragment) => {
      const { plan, details, answer } = texts.value;
      const { clause } = measure;
      const duty =
        clause === null
          ? details.noClause
          : [
              `${details.lead} ${clause.leads.length === 0 ? details.noLead : bodies(clause.leads, answer.join)}`,
              ...(clause.supports.length === 0 ? [] : [`${details.support} ${bodies(clause.supports, answer.join)}`]),
            ].join('；');
      return line(
        measure.id,
        <>
          <b>{plan.measure(measure.policy.name, measure.number, measure.heading)}</b> {duty}
        </>,
        measure.sources,
      );
    };
    const sources = () => {
      const { plan } = texts.value;
      const list = cited.list();
      if (list.length === 0) return null;
      return (
        <section>
          <h3>{plan.sources}</h3>
          <ol class="tg-plan-sources">
            {list.map((evidence, index) => (
              <li key={evidence.source.id} id={`tg-source-${String(index + 1)}`}>
                [{index + 1}] <EvidenceLine evidence={evidence} />{' '}
                {evidence.source.publisher === null ? null : <span class="tg-quiet">{evidence.source.publisher}</span>}
              </li>
            ))}
          </ol>
        </section>
      );
    };
    const profile = (firm: Firm) => {
      const { details, answer } = texts.value;
      return (
        <ul class="tg-plan-lines">
          {line('listing', `${details.listing}：${listingText(firm) ?? details.notListed}`, firm.sources)}
          {firm.places.map((place) =>
            line(
              `place ${place.kind} ${place.region.code}`,
              `${wordOf(details.placeKind, place.kind)}：${page.nameOf({ zh: place.region.fullZh, en: place.region.fullEn })}`,
              place.sources,
            ),
          )}
          {firm.segments.map((one) =>
            line(
              `segment ${one.segment.code}`,
              `${page.nameOf(one.segment)}${one.main === true ? `（${details.main}）` : ''}：${
                one.products.length === 0 ? details.noProducts : one.products.join(answer.join)
              }`,
              one.sources,
            ),
          )}
          {firm.observations.edges.map(({ node }) =>
            line(
              node.id,
              `${node.indicator.name}：${page.numbers.count(node.value)} ${node.indicator.unit} ${node.period ?? ''}`,
              node.sources,
            ),
          )}
        </ul>
      );
    };
    const fit = ({ targetFirms }: FirmDetails) => {
      const { plan, details, table, reason } = texts.value;
      const found = targetFirms.whyNot;
      if (found === null) return <p class="tg-quiet">{details.notJudged}</p>;
      const { candidate, excluded } = found;
      if (candidate === null) {
        const why = excluded === null ? found.text : `${reason[excluded.reason]}。${found.text}`;
        return <ul class="tg-plan-lines">{line('out', `✕ ${plan.out(why)}`, excluded?.sources ?? [])}</ul>;
      }
      const { score } = candidate;
      const count = state.answer.value?.candidateCount ?? 0;
      const value = score.value === null ? table.noScore : page.numbers.ratio(score.value);
      return (
        <ul class="tg-plan-lines">
          {line(
            'score',
            <>
              <b>{table.scoreWords(value, page.numbers.ratio(score.low), page.numbers.ratio(score.high))}</b> ·{' '}
              {details.rank(candidate.rank, count)}
              {candidate.notDistinguishable === 0 ? null : ` · ${details.overlap(candidate.notDistinguishable)}`}
            </>,
            'computed',
          )}
          {score.components
            .filter((part) => part.value !== null)
            .map((part) =>
              line(
                part.name,
                <>
                  <b>
                    {part.label} {part.value === null ? details.unknown : page.numbers.ratio(part.value)}
                  </b>{' '}
                  {part.facts.map((fact) => fact.text).join('')}
                </>,
                part.facts.flatMap((fact) => fact.sources),
              ),
            )}
        </ul>
      );
    };
    const mates = ({ targetFirms }: FirmDetails) => {
      const { plan, answer } = texts.value;
      const local = state.shownPlace.value?.firms.edges.map(({ node }) => node) ?? null;
      if (local === null) return <Skeleton />;
      const all = matesOf(targetFirms.gap.neighbours, local);
      if (all.length === 0) return <p class="tg-quiet">{plan.noMates}</p>;
      return (['UP', 'DOWN'] as const).map((direction) => {
        const list = all.filter((mate) => mate.direction === direction);
        if (list.length === 0) return null;
        return (
          <div key={direction}>
            <h4>{direction === 'UP' ? plan.up : plan.down}</h4>
            <ul class="tg-plan-lines">
              {list.map((mate) => {
                const neighbour = targetFirms.gap.neighbours.find((one) => one.segment.code === mate.segment.code);
                const count =
                  mate.firms === null
                    ? page.texts.cellState[neighbour?.state ?? 'NO_COVERAGE']
                    : plan.matesCount(page.numbers.count(mate.firms));
                const names = mate.named.slice(0, NAMED).map((firm) => page.nameOf(firm));
                const more = mate.named.length > NAMED ? ` +${String(mate.named.length - NAMED)}` : '';
                return line(
                  `${direction} ${mate.segment.code}`,
                  <>
                    <b>{page.nameOf(mate.segment)}</b> {count} ·{' '}
                    {names.length === 0 ? plan.noNamed : plan.named(names.join(answer.join) + more)}
                  </>,
                  [...targetFirms.gap.sources, ...mate.named.flatMap((firm) => firm.sources)],
                );
              })}
            </ul>
          </div>
        );
      });
    };
    const parkLine = (park: Park, segment: string) => {
      const { plan, answer } = texts.value;
      const { details: units } = page.textsOf(relocationTexts);
      const accepts = park.accepts.map((one) => page.nameOf(one.segment)).join(answer.join);
      const features = park.features.map(
        ({ feature, present }) => `${wordOf(plan.feature, feature)} ${present ? plan.present : plan.absent}`,
      );
      const figures = park.observations.edges.map(
        ({ node }) =>
          `${node.indicator.name} ${page.numbers.count(node.value)} ${wordOf(units.unit, node.indicator.unit)}${node.period === null ? '' : `（${node.period}）`}`,
      );
      return line(
        park.id,
        <>
          <b>{page.nameOf(park)}</b>{' '}
          {[
            accepts === '' ? plan.acceptsUnknown : plan.accepts(accepts),
            ...(park.accepts.some((one) => one.segment.code === segment) ? [plan.acceptsThis] : []),
            ...features,
            ...figures,
          ].join('；')}
        </>,
        [...park.sources, ...park.observations.edges.flatMap(({ node }) => node.sources)],
      );
    };
    const parks = (found: FirmDetails) => {
      const { plan } = texts.value;
      const list = state.shownPlace.value?.region?.parks ?? null;
      if (list === null) return <Skeleton />;
      const region = page.nameOf(found.targetFirms.region);
      if (list.length === 0) return <p class="tg-quiet">{plan.noParks(region)}</p>;
      return <ul class="tg-plan-lines">{list.map((park) => parkLine(park, found.targetFirms.segment.code))}</ul>;
    };
    const unknowns = (found: FirmDetails) => {
      const { plan, details } = texts.value;
      const candidate = found.targetFirms.whyNot?.candidate ?? null;
      const parts = (candidate?.score.components ?? []).filter((part) => part.state === 'UNKNOWN');
      const { firm } = found;
      const lines = [
        ...parts.map((part) => plan.unknownPart(part.label, part.facts.map((fact) => fact.text).join(''))),
        ...(candidate?.toVerify ?? []).map((fact) => fact.text),
        ...found.targetFirms.blockers.filter((one) => !one.hard).map((one) => one.text),
        ...(firm === null || firm.uscc !== null ? [] : [`${details.uscc}：${details.unknownValue}`]),
        ...(firm === null || firm.places.length > 0 ? [] : [details.noPlaces]),
        ...(firm === null || firm.segments.length > 0 ? [] : [details.noSegments]),
      ];
      return (
        <ul class="unknowns">
          {lines.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      );
    };
    const next = (found: FirmDetails) => {
      const { plan, answer } = texts.value;
      const leads = found.promotion?.clause?.leads ?? [];
      const verify = [
        ...(found.targetFirms.whyNot?.candidate?.toVerify ?? []).map((fact) => fact.text),
        ...found.targetFirms.blockers.map((one) => one.text),
      ];
      return (
        <ol class="tg-plan-lines">
          {leads.length === 0 || found.promotion === null
            ? null
            : line('call', plan.nextCall(bodies(leads, answer.join)), found.promotion.sources)}
          {verify.map((words) => (
            <li key={words}>{plan.nextVerify(words)}</li>
          ))}
          <li>{plan.nextPick}</li>
        </ol>
      );
    };
    const section = (title: string, content: unknown) => (
      <section>
        <h3>{title}</h3>
        {content}
      </section>
    );

    return () => {
      const { plan, details } = texts.value;
      cited = citations();
      const found = state.shownDetails.value;
      const { fault } = state.details;
      const tools = (
        <div class="tg-list-head tg-no-print">
          <button
            type="button"
            class="plain-button small"
            onClick={() => {
              state.openPlan(null);
            }}
          >
            ← {plan.back}
          </button>
          <span class="tool-space" />
          <button
            type="button"
            class="plain-button"
            onClick={() => {
              window.print();
            }}
          >
            {plan.print}
          </button>
        </div>
      );
      if (found === null) {
        return (
          <div class="tg-plan">
            {tools}
            {fault !== null && !isPassing(fault) ? (
              <p class="part-failed" role="alert">
                {details.failed}：{faultWithId(page.texts, fault)}
              </p>
            ) : (
              <Skeleton />
            )}
          </div>
        );
      }
      const { firm, targetFirms } = found;
      if (firm === null) {
        return (
          <div class="tg-plan">
            {tools}
            <p class="tg-empty">{details.noFirm}</p>
          </div>
        );
      }
      const region = page.nameOf({ zh: targetFirms.region.fullZh, en: targetFirms.region.fullEn });
      const segment = nameInSentence(page.nameOf(targetFirms.segment), page.lang);
      const isThin = firm.segments.length === 0 || firm.places.length === 0;
      return (
        <article class="tg-plan" aria-label={plan.label(page.nameOf(firm))}>
          {tools}
          <p class="tg-quiet">{plan.title}</p>
          <h2>{plan.heading(page.nameOf(firm), region)}</h2>
          {isThin ? <p class="tg-quiet">{plan.short}</p> : null}
          <div class="tg-plan-columns">
            <div>
              {section(plan.profile, profile(firm))}
              {section(
                plan.gap,
                <>
                  <p>
                    {plan.gapLine(region, segment, '')} <GapChip gapGrade={targetFirms.gap.grade} />
                  </p>
                  <ul class="tg-plan-lines">
                    {targetFirms.gap.facts.map((fact) => line(fact.text, fact.text, fact.sources))}
                  </ul>
                </>,
              )}
              {section(plan.fit, fit(found))}
            </div>
            <div>
              {section(plan.mates, mates(found))}
              {section(plan.parks, parks(found))}
            </div>
          </div>
          {section(
            plan.measures,
            <ul class="tg-plan-lines">
              {found.promotion === null ? null : charge(found.promotion)}
              {targetFirms.gap.measures.filter((measure) => measure.id !== found.promotion?.id).map(charge)}
            </ul>,
          )}
          <div class="tg-plan-columns">
            <div>{section(plan.unknowns, unknowns(found))}</div>
            <div>{section(plan.next, next(found))}</div>
          </div>
          {sources()}
          <p class="tg-quiet">
            {plan.release(targetFirms.release.id, page.numbers.day(targetFirms.release.at))} {targetFirms.caution}
          </p>
        </article>
      );
    };
  },
  { name: 'PlanSheet', props: ['state'] },
);
