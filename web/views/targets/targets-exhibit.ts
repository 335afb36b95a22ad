import type { Exhibit, ExhibitTable } from '../../state/exhibit.ts';
import { targetsTexts } from '../../i18n/targets-texts.ts';
import {
  SavedTargetListOperation,
  TargetFirmDetailsOperation,
  TargetPlaceOperation,
  TargetRankingOperation,
} from '../../api/generated/operations.ts';
import { nameInSentence } from '../relocation/sentence-words.ts';
import { answerPieces } from './answer-line.tsx';
import { bodies } from './bodies.ts';
import { chipText } from './controls.tsx';
import { chipsOf, criteriaOf } from './criteria.ts';
import { listingText } from './listing.ts';
import type { Targets } from './use-targets.ts';
import { planOf } from './plan-sheet.tsx';
import { PARTS, weightsText } from './weights.ts';

interface SourceLine {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly date: string | null;
}

/** Each source once, in the order in which it is first used. */
function sourceLines(sources: readonly SourceLine[], page: Targets['page']): readonly string[] {
  const { exhibit } = page.textsOf(targetsTexts);
  const byId = new Map(sources.map((source) => [source.id, source]));
  return [...byId.values()].map(({ title, publisher, date }) => exhibit.source(title, publisher ?? '', date ?? ''));
}

/** File names take neither spaces nor what systems forbid in them. */
function fileStem(text: string): string {
  return text.replace(/[\s\\/:*?"<>|]+/g, '-');
}

/** What the view shows at this moment: a firm's sheet, a saved list, or the ranking; null on the overview of the lists. */
export function targetsExhibit(state: Targets): Exhibit | null {
  const { params } = state;
  if (params.value.plan !== null) return planExhibit(state);
  if (params.value.list !== null) return listExhibit(state);
  return params.value.isLists ? null : rankingExhibit(state);
}

function rankingExhibit(state: Targets): Exhibit | null {
  const { page, params } = state;
  const answer = state.answer.value;
  const asked = state.question.value;
  if (answer === null || asked === null || state.isStale.value) return null;
  const { exhibit, table, answer: words, charge, plan } = page.textsOf(targetsTexts);
  const region = page.nameOf({ zh: answer.region.fullZh, en: answer.region.fullEn });
  const segment = page.nameOf(answer.segment);
  const weights = state.weights.value;
  const labels = answer.candidates[0]?.score.components ?? [];
  const columns: ExhibitTable['columns'] = [
    { key: 'rank', title: table.rank, kind: 'number' },
    { key: 'firm', title: table.firm, kind: 'text' },
    { key: 'code', title: exhibit.code, kind: 'text' },
    { key: 'listing', title: exhibit.stock, kind: 'text' },
    { key: 'places', title: table.from, kind: 'text' },
    { key: 'distance', title: `${table.distance} (km)`, kind: 'number' },
    { key: 'segment', title: table.segment, kind: 'text' },
    { key: 'score', title: table.score, kind: 'number' },
    { key: 'low', title: exhibit.low, kind: 'number' },
    { key: 'high', title: exhibit.high, kind: 'number' },
    { key: 'state', title: exhibit.state, kind: 'text' },
    ...PARTS.map((name) => ({
      key: name,
      title: labels.find((part) => part.name === name)?.label ?? name,
      kind: 'number' as const,
    })),
    { key: 'verify', title: table.verify, kind: 'text' },
  ];
  const rows = state.shown.value.map((one) => [
    one.rank,
    page.nameOf(one.firm),
    one.firm.code,
    listingText(one.firm),
    one.places.map((place) => page.nameOf({ zh: place.fullZh, en: place.fullEn })).join(words.join),
    one.distanceKm,
    page.nameOf(one.segment),
    one.score.value,
    one.score.low,
    one.score.high,
    one.score.value === null ? exhibit.scoreUnknown : exhibit.scoreKnown,
    ...PARTS.map((name) => one.score.components.find((part) => part.name === name)?.value ?? null),
    one.toVerify.map((fact) => fact.text).join(' '),
  ]);
  const chips = chipsOf(params.value.criteria).map((chip) => chipText(chip, page));
  const measure = state.promotion.value;
  const leads =
    measure?.clause == null
      ? []
      : [
          `${bodies(measure.clause.leads, words.join)}（${plan.measure(measure.policy.name, measure.number, measure.heading)}）`,
        ];
  return {
    fileStem: fileStem(exhibit.file(region, segment)),
    title: exhibit.title(region, nameInSentence(segment, page.lang)),
    answer: (answerPieces(state) ?? []).map((piece) => piece.text).join(''),
    filters: [
      { label: exhibit.region, value: region },
      { label: exhibit.segment, value: `${segment} ${answer.segment.code}` },
      ...chips.map((value) => ({ label: exhibit.criteria, value })),
      ...(weights === null ? [] : [{ label: exhibit.weights, value: weightsText(weights) }]),
      ...leads.map((value) => ({ label: charge.lead, value })),
    ],
    table: { columns, rows },
    picture: null,
    graph: null,
    queries: [{ text: TargetRankingOperation.text, variables: { ...asked } }],
    sources: sourceLines(
      state.shown.value.flatMap((one) => one.firm.sources.map(({ source }) => source)),
      page,
    ),
  };
}

function planExhibit(state: Targets): Exhibit | null {
  const { page, details: asked, place: placeAsked } = state;
  const sections = planOf(state);
  const found = state.shownDetails.value;
  const firm = found?.firm ?? null;
  if (sections === null || found === null || firm === null || asked.key === null || placeAsked.key === null)
    return null;
  const { exhibit, plan } = page.textsOf(targetsTexts);
  const { region, segment } = found.targetFirms;
  const place = page.nameOf({ zh: region.fullZh, en: region.fullEn });
  const name = page.nameOf(firm);
  const lines = sections.flatMap((section) =>
    section.groups.flatMap((group) => group.lines.map((line) => ({ section, group, line }))),
  );
  const sourcesOf = ({ line }: (typeof lines)[number]): SourceLine[] =>
    typeof line.sources === 'string' ? [] : line.sources.map(({ source }) => source);
  return {
    fileStem: fileStem(exhibit.planFile(name, place)),
    title: plan.heading(name, place),
    answer: null,
    filters: [
      { label: exhibit.region, value: place },
      { label: exhibit.segment, value: `${page.nameOf(segment)} ${segment.code}` },
    ],
    table: {
      columns: [
        { key: 'section', title: exhibit.section, kind: 'text' },
        { key: 'line', title: exhibit.line, kind: 'text' },
        { key: 'sources', title: plan.sources, kind: 'text' },
      ],
      rows: lines.map((entry) => [
        [entry.section.title, entry.group.heading].filter((part) => part !== null).join(' · '),
        [entry.line.lead, entry.line.text].filter((part) => part !== '').join(' '),
        entry.line.sources === 'computed' ? plan.computed : sourceLines(sourcesOf(entry), page).join('；') || null,
      ]),
    },
    picture: null,
    graph: null,
    queries: [
      { text: TargetFirmDetailsOperation.text, variables: { ...asked.key } },
      { text: TargetPlaceOperation.text, variables: { ...placeAsked.key } },
    ],
    sources: sourceLines(lines.flatMap(sourcesOf), page),
  };
}

function listExhibit(state: Targets): Exhibit | null {
  const { page, savedList, params } = state;
  const list = savedList.key?.id === params.value.list ? (savedList.value?.targetList ?? null) : null;
  if (list === null || savedList.key === null) return null;
  const { exhibit, list: words, table, reason, answer: join } = page.textsOf(targetsTexts);
  const region = list.region === null ? list.regionCode : page.nameOf(list.region);
  const segment = list.segment === null ? list.segmentCode : page.nameOf(list.segment);
  const present = savedList.value?.release.id ?? null;
  const columns: ExhibitTable['columns'] = [
    { key: 'position', title: words.position, kind: 'number' },
    { key: 'firm', title: words.firm, kind: 'text' },
    { key: 'code', title: exhibit.code, kind: 'text' },
    { key: 'listing', title: exhibit.stock, kind: 'text' },
    { key: 'places', title: table.from, kind: 'text' },
    { key: 'then', title: words.then, kind: 'number' },
    { key: 'thenRelease', title: exhibit.thenRelease, kind: 'text' },
    { key: 'now', title: words.now, kind: 'number' },
    { key: 'nowState', title: exhibit.nowState, kind: 'text' },
    { key: 'nowRelease', title: exhibit.nowRelease, kind: 'text' },
    { key: 'step', title: words.step, kind: 'text' },
    { key: 'note', title: words.note, kind: 'text' },
  ];
  const nowState = (entry: (typeof list.firms)[number]): string => {
    if (entry.firm === null) return words.goneFirm;
    if (entry.now?.candidate != null) return exhibit.candidate;
    return entry.now?.excluded == null ? words.notJudged : words.outNow(reason[entry.now.excluded.reason]);
  };
  return {
    fileStem: fileStem(exhibit.listFile(list.name)),
    title: list.name,
    answer: `${words.summary(region, nameInSentence(segment, page.lang), list.firmCount)}${join.end}`,
    filters: [
      { label: exhibit.region, value: region },
      { label: exhibit.segment, value: `${segment} ${list.segmentCode}` },
      ...chipsOf(criteriaOf(list.criteria)).map((chip) => ({ label: exhibit.criteria, value: chipText(chip, page) })),
    ],
    table: {
      columns,
      rows: list.firms.map((entry) => [
        entry.position,
        entry.firm === null ? entry.firmName : page.nameOf(entry.firm),
        entry.firmCode,
        entry.firm === null ? null : listingText(entry.firm),
        (entry.firm?.places ?? [])
          .map(({ region: at }) => page.nameOf({ zh: at.fullZh, en: at.fullEn }))
          .join(join.join),
        entry.scoreThen?.value ?? null,
        entry.releaseId,
        entry.now?.candidate?.score.value ?? null,
        nowState(entry),
        present,
        entry.nextStep === '' ? null : entry.nextStep,
        entry.note === '' ? null : entry.note,
      ]),
    },
    picture: null,
    graph: null,
    queries: [{ text: SavedTargetListOperation.text, variables: { ...savedList.key } }],
    sources: sourceLines(
      list.firms.flatMap((entry) => (entry.firm?.sources ?? []).map(({ source }) => source)),
      page,
    ),
  };
}
