import { MAP_PALETTES } from '../../graph/map/map-palette.ts';
import type { GraphPicture } from '../../graph/picture/graph-picture.ts';
import type { ExhibitTexts } from '../../i18n/exhibit-texts.ts';
import type { Numbers } from '../../i18n/numbers.ts';
import type { relocationZh } from '../../i18n/relocation.zh-CN.ts';
import type { Named, SameTexts } from '../../i18n/texts.ts';
import type { Exhibit, ExhibitColumn, ExhibitPicture, ExhibitQuery } from '../../state/exhibit.ts';
import type { Theme } from '../../state/url-state.ts';
import { pictureWith, sourceLines, type NamedSource } from '../../ui/exhibit-parts.ts';
import { COMPONENTS, type ComponentName, type Feasibility, type Weights } from './ranking.ts';
import { ZONES, type ZoneCode } from './relocation-params.ts';
import type { RankedCandidate } from './use-relocation.ts';

/** All that the relocation view shows, in the terms of the view. */
export interface ShownRelocation {
  readonly origin: { readonly code: string; readonly name: string };
  /** Firms of the segment there; null when unknown. */
  readonly firmsAtOrigin: number | null;
  readonly segment: { readonly code: string; readonly name: string };
  readonly basis: string;
  readonly answer: string | null;
  readonly ranked: readonly RankedCandidate[];
  /** Codes of the places to which the map draws a flow. */
  readonly drawn: readonly string[];
  readonly zones: readonly ZoneCode[];
  readonly weights: Weights;
  /** Land that the lot needs, hectares; null = not stated. */
  readonly landHa: number | null;
  /** The place chosen by the reader. */
  readonly chosen: string | null;
  readonly map: { readonly picture: GraphPicture; readonly note: string } | null;
  /** Sources of what is said of a place; empty as long as they are not fetched. */
  readonly sourcesOf: (code: string) => readonly NamedSource[];
  readonly queries: readonly ExhibitQuery[];
  readonly theme: Theme;
}

export interface RelocationWords {
  readonly texts: SameTexts<typeof relocationZh>;
  readonly words: ExhibitTexts;
  readonly numbers: Numbers;
  readonly nameOf: (thing: Named) => string;
}

type OwnColumn = keyof ExhibitTexts['relocation']['columns'];
type ColumnKey = OwnColumn | ComponentName;

const COLUMNS: readonly (Omit<ExhibitColumn, 'title'> & { readonly key: ColumnKey })[] = [
  { key: 'rank', kind: 'number' },
  { key: 'place', kind: 'text' },
  { key: 'code', kind: 'text', onPaper: false },
  { key: 'zone', kind: 'text' },
  { key: 'state', kind: 'text' },
  { key: 'score', kind: 'number' },
  { key: 'low', kind: 'number' },
  { key: 'high', kind: 'number' },
  { key: 'evidence', kind: 'number' },
  ...COMPONENTS.map((key) => ({ key, kind: 'number' }) as const),
  { key: 'unsettled', kind: 'text' },
  { key: 'parkName', kind: 'text' },
  { key: 'blockers', kind: 'text' },
  { key: 'measures', kind: 'text' },
  { key: 'distance', kind: 'number' },
  { key: 'firms', kind: 'number' },
  { key: 'sources', kind: 'text', onPaper: false },
];

/** What the relocation view presents for exports. */
export function relocationExhibit(shown: ShownRelocation, language: RelocationWords): Exhibit {
  const { texts, words, numbers } = language;
  const own = words.relocation;
  const { origin, segment, ranked } = shown;
  const percent = (value: number): string => numbers.percent(value);
  const chosen = ranked.find((one) => one.candidate.code === shown.chosen);
  return {
    fileStem: own.file(origin.name, segment.name),
    title: own.title(origin.name, segment.name),
    answer: shown.answer,
    filters: [
      { label: own.origin, value: `${origin.name}（${origin.code}）` },
      { label: own.segment, value: `${segment.name}（${segment.code}）` },
      { label: own.zones, value: shown.zones.map((zone) => texts.zone[zone]).join(words.join) },
      {
        label: own.weights,
        value: COMPONENTS.map((name) => `${texts.component[name]} ${percent(shown.weights[name])}`).join(words.join),
      },
      { label: own.basis, value: shown.basis },
      {
        label: own.land,
        value: shown.landHa === null ? own.landNone : own.landValue(String(shown.landHa)),
      },
      { label: own.shown, value: chosen === undefined ? words.none : language.nameOf(chosen.candidate.name) },
    ],
    table: {
      columns: COLUMNS.map((column) => ({ ...column, title: titleOf(column.key, language) })),
      rows: ranked.map((one) => {
        const values = valuesOf(one, shown, language);
        return COLUMNS.map(({ key }) => values[key]);
      }),
    },
    picture:
      shown.map === null
        ? null
        : pictureWith(shown.map.picture, { legend: legendOf(shown.theme, texts), mapNote: shown.map.note }),
    graph: {
      nodes: [
        {
          id: origin.code,
          label: origin.name,
          attributes: { role: 'origin', firms: shown.firmsAtOrigin },
        },
        ...ranked.map(({ candidate, score, rank }) => ({
          id: candidate.code,
          label: language.nameOf(candidate.name),
          attributes: {
            role: 'candidate',
            zone: candidate.zone,
            feasibility: candidate.feasibility,
            rank,
            score: score.value,
            scoreLow: score.low,
            scoreHigh: score.high,
            evidence: score.evidence,
            firms: candidate.firms,
          },
        })),
      ],
      links: ranked
        .filter(({ candidate }) => shown.drawn.includes(candidate.code))
        .map(({ candidate, score }) => ({
          id: `${origin.code}-${candidate.code}`,
          from: origin.code,
          to: candidate.code,
          attributes: {
            feasibility: candidate.feasibility,
            score: score.value,
            scoreLow: score.low,
            scoreHigh: score.high,
            distanceKm: candidate.distanceKm,
          },
        })),
    },
    queries: shown.queries,
    sources: sourceLines(
      ranked.flatMap(({ candidate }) => shown.sourcesOf(candidate.code)),
      words.undated,
    ),
  };
}

function titleOf(key: ColumnKey, { texts, words }: RelocationWords): string {
  const component = COMPONENTS.find((name) => name === key);
  return component === undefined ? words.relocation.columns[key as OwnColumn] : texts.component[component];
}

function valuesOf(
  { candidate, score, rank }: RankedCandidate,
  shown: ShownRelocation,
  { texts, words, nameOf }: RelocationWords,
): Readonly<Record<ColumnKey, string | number | null>> {
  const part = (name: ComponentName): number | null =>
    candidate.components.find((component) => component.name === name)?.value ?? null;
  const sources = shown.sourcesOf(candidate.code);
  return {
    rank,
    place: nameOf(candidate.name),
    code: candidate.code,
    zone: texts.zone[candidate.zone],
    state: texts.feasibility[candidate.feasibility],
    score: score.value,
    low: score.low,
    high: score.high,
    evidence: score.evidence,
    chainFit: part('chainFit'),
    park: part('park'),
    parkName: candidate.park === null ? texts.table.noPark : nameOf(candidate.park),
    policy: part('policy'),
    pairing: part('pairing'),
    gradient: part('gradient'),
    proximity: part('proximity'),
    relatedness: part('relatedness'),
    unsettled: textOrNull(
      candidate.components
        .filter((component) => component.value === null)
        .map(
          (component) =>
            `${texts.component[component.name]} ${component.state === 'NOT_APPLICABLE' ? texts.table.notApplicable : texts.table.unknown}`,
        )
        .join(words.join),
    ),
    blockers: textOrNull(
      candidate.blockers
        .map((blocker) => `${blocker.hard ? texts.details.hard : texts.details.soft}：${nameOf(blocker.words)}`)
        .join(texts.answer.clause),
    ),
    measures: textOrNull(candidate.measures.map((measure) => texts.table.measure(measure.number)).join(words.join)),
    distance: candidate.distanceKm,
    firms: candidate.firms,
    sources: textOrNull(sourceLines(sources, words.undated).join(texts.answer.clause)),
  };
}

function textOrNull(text: string): string | null {
  return text === '' ? null : text;
}

/** The map's own legend: zones by colour, feasibility by sign and line. */
function legendOf(theme: Theme, texts: SameTexts<typeof relocationZh>): NonNullable<ExhibitPicture['legend']> {
  const palette = MAP_PALETTES[theme];
  const lines: readonly (readonly [Feasibility, string, string, 'solid' | 'dashed' | 'dotted'])[] = [
    ['FEASIBLE', '1', texts.map.width, 'solid'],
    ['UNVERIFIED', '?', texts.map.dashed, 'dashed'],
    ['BLOCKED', '✕', texts.map.dotted, 'dotted'],
  ];
  return [
    ...ZONES.map((zone) => ({
      sign: '',
      label: texts.zone[zone],
      fill: palette.flow[zone],
      ink: palette.onFlow,
      border: palette.flow[zone],
      borderStyle: 'solid' as const,
    })),
    ...lines.map(([feasibility, sign, label, borderStyle]) => ({
      sign,
      label,
      fill: palette.ground,
      ink: feasibility === 'BLOCKED' ? palette.blocked : palette.ink,
      border: palette.ink2,
      borderStyle,
    })),
  ];
}
