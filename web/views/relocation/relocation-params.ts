import type { Weights } from './ranking.ts';
import { parseWeights } from './weights-text.ts';

/** The four zones of the provincial statistics in the order of the page, receivers first. */
export const ZONES = ['YUEDONG', 'YUEXI', 'YUEBEI', 'PRD'] as const;

export type ZoneCode = (typeof ZONES)[number];

/** What the link says of this view; null = not said. */
export interface RelocationParams {
  /** Origin, GB/T 2260 code. */
  readonly from: string | null;
  /** Candidate looked at. */
  readonly to: string | null;
  readonly zones: readonly ZoneCode[] | null;
  readonly weights: Weights | null;
  /** Land need of the lot, hectares. */
  readonly landHa: number | null;
  /** Candidates compared side by side, at most four. */
  readonly compared: readonly string[];
}

/** Side by side; more columns than this cannot be read. */
export const COMPARE_LIMIT = 4;
/** Largest lot that can be asked about, hectares; the whole of the largest park on record is under 800. */
const LARGEST_LOT_HA = 10_000;

const REGION_CODE = /^\d{6}$/;
const LAND = /^\d{1,5}(\.\d)?$/;

export function isZoneCode(text: string): text is ZoneCode {
  return ZONES.some((zone) => zone === text);
}

function zonesOf(text: string): ZoneCode[] | null {
  const zones = text.split(',');
  return zones.every(isZoneCode) ? ZONES.filter((zone) => zones.includes(zone)) : null;
}

function landOf(text: string): number | null {
  const land = LAND.test(text) ? Number(text) : 0;
  return land > 0 && land <= LARGEST_LOT_HA ? land : null;
}

function comparedOf(text: string): string[] | null {
  const codes = text.split(',');
  const good = codes.length <= COMPARE_LIMIT && codes.every((code) => REGION_CODE.test(code));
  return good && new Set(codes).size === codes.length ? codes : null;
}

/** Keys of this view in links, each with the test of its value. */
export const RELOCATION_PARAMS: Readonly<Record<string, (value: string) => boolean>> = {
  from: (value) => REGION_CODE.test(value),
  to: (value) => REGION_CODE.test(value),
  zones: (value) => zonesOf(value) !== null,
  weights: (value) => parseWeights(value) !== null,
  land: (value) => landOf(value) !== null,
  compare: (value) => comparedOf(value) !== null,
};

/** Reads the parameters of this view out of those of the link. */
export function relocationParams(extra: Readonly<Record<string, string>>): RelocationParams {
  return {
    from: extra['from'] ?? null,
    to: extra['to'] ?? null,
    zones: extra['zones'] === undefined ? null : zonesOf(extra['zones']),
    weights: extra['weights'] === undefined ? null : parseWeights(extra['weights']),
    landHa: extra['land'] === undefined ? null : landOf(extra['land']),
    compared: extra['compare'] === undefined ? [] : (comparedOf(extra['compare']) ?? []),
  };
}

/** The parameters without what belongs to one origin: the place looked at and those compared. */
export function withoutPlace(extra: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(extra).filter(([key]) => key !== 'to' && key !== 'compare'));
}
