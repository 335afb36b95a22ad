import type {
  EvidenceLineFragment,
  MeasureInChargeFragment,
  TargetFirmDetailsQuery,
  TargetPlaceQuery,
} from '../../api/generated/operations.ts';
import type { relocationZh } from '../../i18n/relocation.zh-CN.ts';
import type { targetsZh } from '../../i18n/targets.zh-CN.ts';
import type { Numbers } from '../../i18n/numbers.ts';
import type { Named, SameTexts } from '../../i18n/texts.ts';
import type { zhCN } from '../../i18n/zh-CN.ts';
import { bodies } from './bodies.ts';
import { listingText } from './listing.ts';
import { matesOf } from './plan-mates.ts';
import { wordOf } from './word-of.ts';

/** Where a line comes from: sources; worked out by the service from what stands above; or it states no fact. */
export type LineSources = readonly EvidenceLineFragment[] | 'computed' | 'none';

/** One line of the sheet. */
export interface PlanLine {
  readonly key: string;
  /** Words in bold in front; empty when there are none. */
  readonly lead: string;
  readonly text: string;
  readonly sources: LineSources;
}

export const PLAN_SECTIONS = ['profile', 'gap', 'fit', 'mates', 'parks', 'measures', 'unknowns', 'next'] as const;
export type PlanSectionName = (typeof PLAN_SECTIONS)[number];

export interface PlanGroup {
  /** Null where the section has one group only. */
  readonly heading: string | null;
  readonly lines: readonly PlanLine[];
}

export interface PlanSection {
  readonly name: PlanSectionName;
  readonly title: string;
  readonly groups: readonly PlanGroup[];
  /** What is said in the place of lines where there are none. */
  readonly empty: string;
}

export interface PlanWords {
  readonly texts: SameTexts<typeof targetsZh>;
  readonly shell: SameTexts<typeof zhCN>;
  readonly relocation: SameTexts<typeof relocationZh>;
  readonly numbers: Numbers;
  readonly nameOf: (thing: Named) => string;
  /** A name as it stands inside a sentence. */
  readonly inSentence: (name: string) => string;
}

export interface PlanFacts {
  readonly details: TargetFirmDetailsQuery;
  readonly firm: NonNullable<TargetFirmDetailsQuery['firm']>;
  readonly place: TargetPlaceQuery;
  readonly candidateCount: number;
}

/** Firms named at a neighbour before the rest is only counted. */
const NAMED = 4;

/**
 * The sheet of one firm as lines, each with its sources, in the order of the page. What no source says is left out or
 * stands under "not known"; nothing is written that the data do not hold.
 */
export function planSections(facts: PlanFacts, words: PlanWords): readonly PlanSection[] {
  const { plan } = words.texts;
  const section = (name: PlanSectionName, groups: readonly PlanGroup[], empty: string): PlanSection => ({
    name,
    title: plan[name],
    groups: groups.filter((group) => group.lines.length > 0),
    empty,
  });
  const one = (lines: readonly PlanLine[]): readonly PlanGroup[] => [{ heading: null, lines }];
  const { targetFirms } = facts.details;
  const region = words.nameOf(targetFirms.region);
  return [
    section('profile', one(profileLines(facts, words)), plan.short),
    section('gap', one(gapLines(facts, words)), plan.short),
    section('fit', one(fitLines(facts, words)), words.texts.details.notJudged),
    section('mates', mateGroups(facts, words), plan.noMates),
    section('parks', one(parkLines(facts, words)), plan.noParks(region)),
    section('measures', one(measureLines(facts, words)), words.texts.details.noClause),
    section('unknowns', one(unknownLines(facts, words)), words.texts.table.nothing),
    section('next', one(nextLines(facts, words)), words.texts.table.nothing),
  ];
}

function line(key: string, lead: string, text: string, sources: LineSources): PlanLine {
  return { key, lead, text, sources };
}

function profileLines({ firm }: PlanFacts, { texts, numbers, nameOf }: PlanWords): readonly PlanLine[] {
  const { details, answer } = texts;
  return [
    line('listing', '', `${details.listing}：${listingText(firm) ?? details.notListed}`, firm.sources),
    ...firm.places.map((place) =>
      line(
        `place ${place.kind} ${place.region.code}`,
        '',
        `${wordOf(details.placeKind, place.kind)}：${nameOf({ zh: place.region.fullZh, en: place.region.fullEn })}`,
        place.sources,
      ),
    ),
    ...firm.segments.map((one) =>
      line(
        `segment ${one.segment.code}`,
        nameOf(one.segment),
        `${one.main === true ? `（${details.main}）` : ''}${
          one.products.length === 0 ? details.noProducts : one.products.join(answer.join)
        }`,
        one.sources,
      ),
    ),
    ...firm.observations.edges.map(({ node }) =>
      line(
        node.id,
        node.indicator.name,
        `${numbers.count(node.value)} ${node.indicator.unit} ${node.period ?? ''}`.trim(),
        node.sources,
      ),
    ),
  ];
}

function gapLines({ details }: PlanFacts, { texts, shell, nameOf, inSentence }: PlanWords): readonly PlanLine[] {
  const { gap, region, segment } = details.targetFirms;
  const place = nameOf({ zh: region.fullZh, en: region.fullEn });
  return [
    line(
      'grade',
      texts.plan.gapLine(place, inSentence(nameOf(segment)), shell.gapGrade[gap.grade]),
      shell.gapMeaning[gap.grade],
      gap.sources,
    ),
    ...gap.facts.map((fact) => line(fact.text, '', fact.text, fact.sources)),
  ];
}

function fitLines({ details, candidateCount }: PlanFacts, { texts, numbers }: PlanWords): readonly PlanLine[] {
  const found = details.targetFirms.whyNot;
  if (found === null) return [];
  const { candidate, excluded } = found;
  if (candidate === null) {
    const why = excluded === null ? found.text : `${texts.reason[excluded.reason]}。${found.text}`;
    return [line('out', '', `✕ ${texts.plan.out(why)}`, excluded?.sources ?? [])];
  }
  const { score } = candidate;
  const value = score.value === null ? texts.table.noScore : numbers.ratio(score.value);
  const overlap = candidate.notDistinguishable;
  return [
    line(
      'score',
      texts.table.scoreWords(value, numbers.ratio(score.low), numbers.ratio(score.high)),
      [
        texts.details.rank(candidate.rank, candidateCount),
        ...(overlap === 0 ? [] : [texts.details.overlap(overlap)]),
      ].join(' · '),
      'computed',
    ),
    ...score.components.flatMap((part) =>
      part.value === null
        ? []
        : [
            line(
              part.name,
              `${part.label} ${numbers.ratio(part.value)}`,
              part.facts.map((fact) => fact.text).join(''),
              part.facts.flatMap((fact) => fact.sources),
            ),
          ],
    ),
  ];
}

function mateGroups({ details, place }: PlanFacts, { texts, shell, numbers, nameOf }: PlanWords): readonly PlanGroup[] {
  const { gap } = details.targetFirms;
  const { plan, answer } = texts;
  const mates = matesOf(
    gap.neighbours,
    place.firms.edges.map(({ node }) => node),
  );
  return (['UP', 'DOWN'] as const).map((direction) => ({
    heading: direction === 'UP' ? plan.up : plan.down,
    lines: mates
      .filter((mate) => mate.direction === direction)
      .map((mate) => {
        const state = gap.neighbours.find((one) => one.segment.code === mate.segment.code)?.state ?? 'NO_COVERAGE';
        const count = mate.firms === null ? shell.cellState[state] : plan.matesCount(numbers.count(mate.firms));
        const names = mate.named.slice(0, NAMED).map((firm) => nameOf(firm));
        const more = mate.named.length > NAMED ? ` +${String(mate.named.length - NAMED)}` : '';
        return line(
          `${direction} ${mate.segment.code}`,
          nameOf(mate.segment),
          `${count} · ${names.length === 0 ? plan.noNamed : plan.named(names.join(answer.join) + more)}`,
          [...gap.sources, ...mate.named.flatMap((firm) => firm.sources)],
        );
      }),
  }));
}

function parkLines(
  { details, place }: PlanFacts,
  { texts, relocation, numbers, nameOf }: PlanWords,
): readonly PlanLine[] {
  const { plan, answer } = texts;
  const { segment } = details.targetFirms;
  return (place.region?.parks ?? []).map((park) => {
    const accepts = park.accepts.map((one) => nameOf(one.segment)).join(answer.join);
    const figures = park.observations.edges.map(({ node }) => {
      const unit = wordOf(relocation.details.unit, node.indicator.unit);
      const period = node.period === null ? '' : `（${node.period}）`;
      return `${node.indicator.name} ${numbers.count(node.value)} ${unit}${period}`;
    });
    return line(
      park.id,
      nameOf(park),
      [
        accepts === '' ? plan.acceptsUnknown : plan.accepts(accepts),
        ...(park.accepts.some((one) => one.segment.code === segment.code) ? [plan.acceptsThis] : []),
        ...park.features.map(
          ({ feature, present }) => `${wordOf(plan.feature, feature)} ${present ? plan.present : plan.absent}`,
        ),
        ...figures,
      ].join('；'),
      [
        ...park.sources,
        ...park.features.flatMap((feature) => feature.sources),
        ...park.observations.edges.flatMap(({ node }) => node.sources),
      ],
    );
  });
}

function measureLines({ details }: PlanFacts, words: PlanWords): readonly PlanLine[] {
  const { promotion, targetFirms } = details;
  return [
    ...(promotion === null ? [] : [measureLine(promotion, words)]),
    ...targetFirms.gap.measures
      .filter((measure) => measure.id !== promotion?.id)
      .map((measure) => measureLine(measure, words)),
  ];
}

function measureLine(measure: MeasureInChargeFragment, { texts }: PlanWords): PlanLine {
  const { plan, details, answer } = texts;
  const { clause } = measure;
  const duty =
    clause === null
      ? details.noClause
      : [
          `${details.lead} ${clause.leads.length === 0 ? details.noLead : bodies(clause.leads, answer.join)}`,
          ...(clause.supports.length === 0 ? [] : [`${details.support} ${bodies(clause.supports, answer.join)}`]),
        ].join('；');
  return line(measure.id, plan.measure(measure.policy.name, measure.number, measure.heading), duty, measure.sources);
}

function unknownLines({ details, firm }: PlanFacts, { texts }: PlanWords): readonly PlanLine[] {
  const candidate = details.targetFirms.whyNot?.candidate ?? null;
  const parts = (candidate?.score.components ?? []).filter((part) => part.state === 'UNKNOWN');
  const said = [
    ...parts.map((part) => texts.plan.unknownPart(part.label, part.facts.map((fact) => fact.text).join(''))),
    ...(candidate?.toVerify ?? []).map((fact) => fact.text),
    ...details.targetFirms.blockers.filter((one) => !one.hard).map((one) => one.text),
    ...(firm.uscc === null ? [texts.plan.unknownPart(texts.details.uscc, texts.details.unknownValue)] : []),
    ...(firm.places.length === 0 ? [texts.details.noPlaces] : []),
    ...(firm.segments.length === 0 ? [texts.details.noSegments] : []),
  ];
  return [...new Set(said)].map((text) => line(text, '', text, 'none'));
}

function nextLines({ details }: PlanFacts, { texts }: PlanWords): readonly PlanLine[] {
  const { promotion, targetFirms } = details;
  const leads = promotion?.clause?.leads ?? [];
  const verify = [
    ...(targetFirms.whyNot?.candidate?.toVerify ?? []).map((fact) => fact.text),
    ...targetFirms.blockers.map((one) => one.text),
  ];
  return [
    ...(leads.length === 0 || promotion === null
      ? []
      : [line('call', '', texts.plan.nextCall(bodies(leads, texts.answer.join)), promotion.sources)]),
    ...[...new Set(verify)].map((text) => line(`verify ${text}`, '', texts.plan.nextVerify(text), 'none')),
    line('pick', '', texts.plan.nextPick, 'none'),
  ];
}
