/** Most firms of one list, as the service has it. */
export const MOST_PICKS = 200;

const FIRM_KEY = /^[A-Za-z0-9-]{1,40}$/;

/** Whether a text can be the public key of a firm. */
export function isFirmKey(text: string): boolean {
  return FIRM_KEY.test(text);
}

/** Firms picked, in the order picked, out of a link; null when the text is no such list. */
export function parsePicks(text: string): readonly string[] | null {
  const keys = text.split(',');
  const isGood = keys.length <= MOST_PICKS && keys.every(isFirmKey) && new Set(keys).size === keys.length;
  return isGood ? keys : null;
}

/** For a link; null takes the parameter out. */
export function picksText(picks: readonly string[]): string | null {
  return picks.length === 0 ? null : picks.join(',');
}

/** Puts a firm in at the end, or takes it out; a full list stays as it is. */
export function togglePick(picks: readonly string[], firm: string): readonly string[] {
  if (picks.includes(firm)) return picks.filter((one) => one !== firm);
  return picks.length >= MOST_PICKS ? picks : [...picks, firm];
}

/** Puts in all that are not there yet, as far as there is room. */
export function pickAll(picks: readonly string[], firms: readonly string[]): readonly string[] {
  return firms.reduce((all, firm) => (all.includes(firm) ? all : togglePick(all, firm)), picks);
}

/** An item moved by one place; at an end it stays. */
export function moved<T>(items: readonly T[], from: number, by: -1 | 1): readonly T[] {
  const to = from + by;
  const [item, other] = [items[from], items[to]];
  if (item === undefined || other === undefined) return items;
  return items.map((one, index) => (index === from ? other : index === to ? item : one));
}
