import { computed, defineComponent, onUnmounted, ref } from 'vue';
import type { EvidenceLineFragment, RelocationPlaceQuery } from '../../api/generated/operations.ts';
import { isPassing } from '../../api/request-fault.ts';
import { relocationTexts } from '../../i18n/relocation-texts.ts';
import { copyText } from '../../ui/copy-text.ts';
import { coveringFirst, evidenceWords, EvidenceLine } from '../../ui/evidence-line.tsx';
import { ScoreRange } from '../../ui/score-range.tsx';
import { nameInSentence } from './sentence-words.ts';
import { ExplanationPath } from './explanation-path.tsx';
import { ParkCard } from './park-card.tsx';
import { QuoteBlock } from './quote-block.tsx';
import { scoreWords } from './score-words.ts';
import { StateChip } from './state-chip.tsx';
import type { RankedCandidate, Relocation } from './use-relocation.ts';

/** Places named before the rest is only counted. */
const NAMED_OVERLAPS = 3;

type PlaceNode = RelocationPlaceQuery['nodes'][number];
type MeasureNode = Extract<NonNullable<PlaceNode>, { heading: string }>;

const isMeasure = (node: PlaceNode): node is MeasureNode => node !== null && 'heading' in node;

/** Everything about the place looked at: why, what is in the way, where each part comes from, parks, what is not known. */
export const CandidateDetails = defineComponent(
  (props: { readonly state: Relocation; readonly onCompare: () => void }) => {
    const { state } = props;
    const { page } = state;
    const texts = computed(() => page.textsOf(relocationTexts));
    const copied = ref<'idle' | 'done' | 'failed'>('idle');
    let timer: ReturnType<typeof setTimeout> | undefined;
    onUnmounted(() => {
      clearTimeout(timer);
    });

    const title = (name: string, feasibility: string): string => {
      const { details } = texts.value;
      if (feasibility === 'BLOCKED') return details.whyBlocked(name);
      return feasibility === 'UNVERIFIED' ? details.whyUnverified(name) : details.why(name);
    };
    const evidenceFault = (): string | null => {
      const { fault } = state.evidence;
      return fault === null || isPassing(fault) ? null : page.texts.fault.part(page.texts.fault.parts.evidence);
    };

    /** With whom the order says nothing; silent where there is no other of the kind. */
    const overlap = (one: RankedCandidate): string => {
      const { details } = texts.value;
      const same = state.sameAs(one).map((other) => page.nameOf(other.candidate.name));
      const others = state.ranked.value.filter((other) => other.candidate.feasibility === one.candidate.feasibility);
      if (others.length < 2) return '';
      if (same.length === 0) return ` · ${details.distinct}`;
      const names = same.slice(0, NAMED_OVERLAPS).join(details.join);
      return ` · ${same.length > NAMED_OVERLAPS ? details.sameMore(names, same.length) : details.same(names)}`;
    };

    const head = () => {
      const one = state.shown.value;
      const { answer } = state;
      if (one === null || answer.value === null) return null;
      const { details } = texts.value;
      const { candidate, score } = one;
      const name = page.nameOf(candidate.name);
      const segment = nameInSentence(page.nameOf(answer.value.segment), page.lang);
      return (
        <header class="rl-head">
          <h2>{title(name, candidate.feasibility)}</h2>
          <div class="rl-head-line">
            <StateChip feasibility={candidate.feasibility} />
            <span class={`rl-zone-name ${candidate.zone}`}>{texts.value.zone[candidate.zone]}</span>
            {candidate.distanceKm === null ? null : (
              <span>{details.distance(page.numbers.count(candidate.distanceKm))}</span>
            )}
            <span>
              {candidate.firms === null
                ? details.firmsUnknown(segment)
                : details.firmsThere(segment, page.numbers.count(candidate.firms))}
            </span>
          </div>
          <div class="rl-head-score">
            <b class="rl-big">{score.value === null ? '?' : page.numbers.ratio(score.value)}</b>
            <div>
              <ScoreRange
                value={score.value}
                low={score.low}
                high={score.high}
                label={scoreWords(score, page.numbers, texts.value)}
              />
              <span class="rl-quiet">
                {page.numbers.ratio(score.low)}–{page.numbers.ratio(score.high)} ·{' '}
                {details.evidenceShare(page.numbers.percent(score.evidence))}
                {overlap(one)}
              </span>
            </div>
          </div>
        </header>
      );
    };

    const blockers = () => {
      const candidate = state.shown.value?.candidate;
      if (candidate === undefined || candidate.blockers.length === 0) return null;
      const { details, table } = texts.value;
      const sourced = state.shownEvidence.value?.blockers ?? [];
      return (
        <section>
          <h3>{details.blockers}</h3>
          <ul class="rl-blockers">
            {candidate.blockers.map((blocker, index) => {
              const sources = sourced[index]?.code === blocker.code ? sourced[index].sources : [];
              return (
                <li key={index} class={{ hard: blocker.hard }}>
                  <span class="rl-blocker-kind">
                    {blocker.hard ? `✕ ${details.hard}` : `? ${details.soft}`}
                    {blocker.measure === null ? null : ` · ${table.measure(blocker.measure.number)}`}
                  </span>
                  <p>{page.nameOf(blocker.words)}</p>
                  <QuoteBlock sources={sources} words={RULE_WORDS} quotes={1} />
                </li>
              );
            })}
          </ul>
        </section>
      );
    };

    const parts = () => {
      const one = state.shown.value;
      const weights = state.weights.value;
      if (one === null || weights === null) return null;
      const { details, component } = texts.value;
      const facts = state.shownEvidence.value?.score.components ?? null;
      return (
        <section>
          <h3>{details.parts}</h3>
          <ol class="rl-part-list">
            {one.candidate.components.map((part) => {
              const own = facts?.find((fact) => fact.name === part.name)?.facts ?? null;
              return (
                <li key={part.name}>
                  <div class="rl-part-line">
                    <span class="rl-part-name">{component[part.name]}</span>
                    <span
                      class={[
                        'bar',
                        { unknown: part.state === 'UNKNOWN', 'not-applicable': part.state === 'NOT_APPLICABLE' },
                      ]}
                      aria-hidden="true"
                    >
                      {part.value === null ? null : (
                        <span class="bar-fill" style={{ width: `${(part.value * 100).toFixed(1)}%` }} />
                      )}
                    </span>
                    <span class="bar-value">
                      {part.state === 'NOT_APPLICABLE'
                        ? details.notApplicable
                        : part.value === null
                          ? details.unknown
                          : page.numbers.ratio(part.value)}
                    </span>
                    <span class="bar-weight">{details.weight(page.numbers.ratio(weights[part.name]))}</span>
                  </div>
                  {own === null ? null : (
                    <ul class="rl-facts">
                      {own.map((fact, index) => (
                        <li key={index}>
                          {fact.text}{' '}
                          {firstSources(fact.sources).map((evidence) => (
                            <EvidenceLine key={evidence.source.id} evidence={evidence} />
                          ))}
                        </li>
                      ))}
                    </ul>
                  )}
                </li>
              );
            })}
          </ol>
        </section>
      );
    };

    const parks = () => {
      const found = state.shownPlace.value;
      if (found === null) return null;
      const { details } = texts.value;
      const chosen = state.shown.value?.candidate.park?.id;
      const list = [...(found.region?.parks ?? [])].sort((a, b) => Number(b.id === chosen) - Number(a.id === chosen));
      return (
        <section>
          <h3>{details.parks}</h3>
          {list.length === 0 ? <p class="rl-quiet">{details.noParks}</p> : null}
          {list.map((park) => (
            <ParkCard key={park.id} park={park} isChosen={park.id === chosen} />
          ))}
        </section>
      );
    };

    const measures = () => {
      const found = state.shownPlace.value;
      if (found === null) return null;
      const { details } = texts.value;
      const list = found.nodes.filter(isMeasure);
      return (
        <section>
          <h3>{details.measures}</h3>
          {list.length === 0 ? <p class="rl-quiet">{details.noMeasures}</p> : null}
          {list.map((measure) => (
            <details key={measure.id} class="rl-measure">
              <summary>
                {details.measure(policyName(measure.policy), measure.number)} {measure.heading}
              </summary>
              {measure.clause === null ? (
                <p class="rl-quiet">{details.noClause}</p>
              ) : (
                <dl class="duties">
                  <div>
                    <dt>{details.lead}</dt>
                    <dd>{written(measure.clause.leads, details.join) || details.noLead}</dd>
                  </div>
                  {measure.clause.supports.length === 0 ? null : (
                    <div>
                      <dt>{details.support}</dt>
                      <dd>{written(measure.clause.supports, details.join)}</dd>
                    </div>
                  )}
                </dl>
              )}
              {firstSources(measure.sources).map((evidence) => (
                <EvidenceLine key={evidence.source.id} evidence={evidence} />
              ))}
            </details>
          ))}
        </section>
      );
    };

    const statements = () => {
      const list = state.shownPlace.value?.region?.statements.edges ?? [];
      if (list.length === 0) return null;
      return (
        <section>
          <h3>{texts.value.details.statements}</h3>
          <ul class="rl-facts">
            {list.map(({ node }) => (
              <li key={node.id}>
                {node.text}{' '}
                {firstSources(node.sources).map((evidence) => (
                  <EvidenceLine key={evidence.source.id} evidence={evidence} />
                ))}
              </li>
            ))}
          </ul>
        </section>
      );
    };

    const unknowns = () => {
      const list = state.evidence.value?.relocationPaths.unknowns ?? [];
      const { answer } = state;
      if (answer.value === null) return null;
      const { details } = texts.value;
      return (
        <section>
          <h3>{details.unknowns}</h3>
          {list.length === 0 ? null : (
            <ul class="unknowns">
              {list.map((fact, index) => (
                <li key={index}>{fact.text}</li>
              ))}
            </ul>
          )}
          <p class="rl-quiet rl-caution">{page.nameOf({ zh: answer.value.zhCaution, en: answer.value.enCaution })}</p>
        </section>
      );
    };

    const copy = async (): Promise<void> => {
      const one = state.shown.value;
      if (one === null) return;
      const { candidate, score } = one;
      const { cells } = page.texts.chain;
      const lines = [
        `${title(page.nameOf(candidate.name), candidate.feasibility)} · ${texts.value.feasibility[candidate.feasibility]} · ${scoreWords(score, page.numbers, texts.value)}`,
        ...candidate.blockers.map((blocker) => page.nameOf(blocker.words)),
        ...(state.shownEvidence.value?.score.components ?? []).flatMap((part) =>
          part.facts.map((fact) =>
            [
              fact.text,
              ...firstSources(fact.sources).map((evidence) => evidenceWords(evidence, (kind) => cells.coverage[kind])),
            ].join(' — '),
          ),
        ),
        page.link(),
      ];
      copied.value = (await copyText(lines.join('\n'))) ? 'done' : 'failed';
      clearTimeout(timer);
      timer = setTimeout(() => {
        copied.value = 'idle';
      }, 3_000);
    };
    const steps = () => {
      const one = state.shown.value;
      if (one === null) return null;
      const { details } = texts.value;
      const { code } = one.candidate;
      const name = page.nameOf(one.candidate.name);
      const isIn = state.params.value.compared.includes(code);
      const top = state.ranked.value.slice(0, 3);
      return (
        <section class="rl-steps">
          <h3>{details.next}</h3>
          <div class="next-steps">
            {top.length < 2 ? null : (
              <button
                type="button"
                class="plain-button primary"
                onClick={() => {
                  state.setCompared(top.map((other) => other.candidate.code));
                  props.onCompare();
                }}
              >
                {details.compareTop}
              </button>
            )}
            <button
              type="button"
              class="plain-button"
              onClick={() => {
                state.toggleCompared(code);
              }}
            >
              {isIn ? details.removeCompare(name) : details.addCompare(name)}
            </button>
            <button
              type="button"
              class="plain-button"
              onClick={() => {
                page.go({ view: 'chain', region: code });
              }}
            >
              {details.seeGaps(name)}
            </button>
            <button type="button" class="plain-button" onClick={() => void copy()}>
              <span aria-live="polite">
                {{ idle: details.copy, done: details.copied, failed: details.copyByHand }[copied.value]}
              </span>
            </button>
          </div>
        </section>
      );
    };

    return () => {
      const one = state.shown.value;
      const { details } = texts.value;
      if (one === null) return <p class="rl-empty">{details.pick}</p>;
      const facts = state.shownEvidence.value;
      const fault = evidenceFault();
      return (
        <div class="details rl-details">
          {head()}
          {fault === null ? null : (
            <p class="part-failed" role="alert">
              {fault}
            </p>
          )}
          <section>
            <h3>{details.path}</h3>
            {facts === null ? (
              fault === null ? (
                <div class="skeleton-line" role="status" aria-label={details.loading} />
              ) : null
            ) : (
              <ExplanationPath
                state={state}
                paths={facts.paths}
                missingHop={one.candidate.missingHop}
                placeName={one.candidate.name.zh}
              />
            )}
          </section>
          {blockers()}
          {steps()}
          {parts()}
          {parks()}
          {measures()}
          {statements()}
          {unknowns()}
        </div>
      );
    };
  },
  { name: 'CandidateDetails', props: ['state', 'onCompare'] },
);

/** Words of the hard rules that a reader looks for in a quotation. */
const RULE_WORDS = ['印染专业园区', '集中入园', '环保污染处理中心', '高端链条', '保留'];

function firstSources(sources: readonly EvidenceLineFragment[]): EvidenceLineFragment[] {
  return coveringFirst(sources)
    .filter((one, index) => sources.findIndex((other) => other.source.id === one.source.id) === index)
    .slice(0, 2);
}

function written(duties: readonly { readonly written: string }[], join: string): string {
  return duties.map((duty) => duty.written).join(join);
}

/** Long titles of policies are cut to what tells them apart. */
function policyName(policy: { readonly name: string; readonly date: string | null }): string {
  return policy.date === null ? policy.name : `${policy.name} (${policy.date.slice(0, 4)})`;
}
