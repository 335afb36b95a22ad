const REGION_CODE = /^\d{6}$/;
/** A group of prefectures by its code, or all of them. */
const GROUP_CODE = /^[A-Z][A-Z-]{1,15}$/;
const FIRM_CODE = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;

/** How far the path of the selected segment is followed. */
export const REACHES = [1, 2, 3] as const;

/** What the link says of this view beyond region, segment and cut; null = not said. */
export interface ChainParams {
  /** Prefectures looked at together: their codes, or those of groups. */
  readonly places: readonly string[] | null;
  /** Prefecture shown beside the first. */
  readonly beside: string | null;
  /** Links up and down that the path reaches; null = all. */
  readonly reach: number | null;
  /** Public key of the firm whose details stand in the drawer. */
  readonly company: string | null;
}

/** Keys of this view in links, each with the test of its value. */
export const CHAIN_PARAMS: Readonly<Record<string, (value: string) => boolean>> = {
  places: (value) => value.split(',').every((part) => REGION_CODE.test(part) || GROUP_CODE.test(part)),
  beside: (value) => REGION_CODE.test(value),
  reach: (value) => REACHES.some((reach) => String(reach) === value),
  company: (value) => FIRM_CODE.test(value),
};

/** Reads the parameters of this view out of those of the link. */
export function chainParams(extra: Readonly<Record<string, string>>): ChainParams {
  const { places, beside, reach, company } = extra;
  return {
    places: places === undefined ? null : places.split(','),
    beside: beside ?? null,
    reach: reach === undefined ? null : Number(reach),
    company: company ?? null,
  };
}

/** Parameters of the link without one of them. */
export function extraWithout(extra: Readonly<Record<string, string>>, key: keyof ChainParams): Record<string, string> {
  return Object.fromEntries(Object.entries(extra).filter(([name]) => name !== key));
}
