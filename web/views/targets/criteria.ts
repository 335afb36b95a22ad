import type { TargetCriteriaInput } from '../../api/generated/operations.ts';

/** Exchanges that the data name, in the order offered. */
export const EXCHANGES = ['SSE', 'SZSE', 'BSE', 'HKEX'] as const;
export type Exchange = (typeof EXCHANGES)[number];
export type Origin = 'IN_PROVINCE' | 'OUTSIDE';

/** What a firm must fit beyond the segment; null = not asked for. */
export interface Criteria {
  readonly sameSegmentOnly: boolean;
  readonly origin: Origin | null;
  readonly exchange: Exchange | null;
  /** Least number of employees. */
  readonly minEmployees: number | null;
  /** Farthest straight-line distance, km. */
  readonly maxKm: number | null;
  /** Firms under special treatment or gone from the exchange's list are left in. */
  readonly includeFlagged: boolean;
}

export const NO_CRITERIA: Criteria = {
  sameSegmentOnly: false,
  origin: null,
  exchange: null,
  minEmployees: null,
  maxKm: null,
  includeFlagged: false,
};

/** A criterion in force, as it stands on a chip. */
export type Chip =
  | { readonly kind: 'same' | 'flagged' }
  | { readonly kind: 'origin'; readonly value: Origin }
  | { readonly kind: 'exchange'; readonly value: Exchange }
  | { readonly kind: 'employees' | 'km'; readonly value: number };

/** The criteria in force, in a fixed order. */
export function chipsOf(criteria: Criteria): readonly Chip[] {
  return [
    ...(criteria.sameSegmentOnly ? [{ kind: 'same' } as const] : []),
    ...(criteria.origin === null ? [] : [{ kind: 'origin', value: criteria.origin } as const]),
    ...(criteria.exchange === null ? [] : [{ kind: 'exchange', value: criteria.exchange } as const]),
    ...(criteria.minEmployees === null ? [] : [{ kind: 'employees', value: criteria.minEmployees } as const]),
    ...(criteria.maxKm === null ? [] : [{ kind: 'km', value: criteria.maxKm } as const]),
    ...(criteria.includeFlagged ? [{ kind: 'flagged' } as const] : []),
  ];
}

/** The criteria without one of them. */
export function withoutChip(criteria: Criteria, kind: Chip['kind']): Criteria {
  switch (kind) {
    case 'same':
      return { ...criteria, sameSegmentOnly: false };
    case 'origin':
      return { ...criteria, origin: null };
    case 'exchange':
      return { ...criteria, exchange: null };
    case 'employees':
      return { ...criteria, minEmployees: null };
    case 'km':
      return { ...criteria, maxKm: null };
    case 'flagged':
      return { ...criteria, includeFlagged: false };
  }
}

/** For a link: the chips joined by `,`, for example `same,outside,SZSE,emp-300,km-200,flagged`; empty when there is none. */
export function criteriaText(criteria: Criteria): string {
  return chipsOf(criteria)
    .map((chip) => {
      switch (chip.kind) {
        case 'same':
        case 'flagged':
          return chip.kind;
        case 'origin':
          return chip.value === 'OUTSIDE' ? 'outside' : 'inside';
        case 'exchange':
          return chip.value;
        case 'employees':
          return `emp-${String(chip.value)}`;
        case 'km':
          return `km-${String(chip.value)}`;
      }
    })
    .join(',');
}

/** The criteria in a link; null when a part is none of them, or one stands twice. */
export function parseCriteria(text: string): Criteria | null {
  let criteria = NO_CRITERIA;
  const seen = new Set<string>();
  for (const part of text.split(',')) {
    const read = readPart(part);
    if (read === null || seen.has(read.kind)) return null;
    seen.add(read.kind);
    criteria = { ...criteria, ...read.change };
  }
  return criteria;
}

function readPart(part: string): { readonly kind: string; readonly change: Partial<Criteria> } | null {
  if (part === 'same') return { kind: 'same', change: { sameSegmentOnly: true } };
  if (part === 'flagged') return { kind: 'flagged', change: { includeFlagged: true } };
  if (part === 'outside') return { kind: 'origin', change: { origin: 'OUTSIDE' } };
  if (part === 'inside') return { kind: 'origin', change: { origin: 'IN_PROVINCE' } };
  const exchange = EXCHANGES.find((one) => one === part);
  if (exchange !== undefined) return { kind: 'exchange', change: { exchange } };
  const employees = readWhole(/^emp-(.+)$/.exec(part)?.[1]);
  if (employees !== null) return { kind: 'employees', change: { minEmployees: employees } };
  const km = readWhole(/^km-(.+)$/.exec(part)?.[1]);
  return km === null ? null : { kind: 'km', change: { maxKm: km } };
}

/** Longest number that a criterion takes: seven digits. */
const WHOLE = /^[1-9]\d{0,6}$/;

/** A whole number from 1 as typed; null for anything else. */
export function readWhole(text: string | undefined): number | null {
  return text !== undefined && WHOLE.test(text) ? Number(text) : null;
}

/** As the service takes them. */
export function criteriaInput(criteria: Criteria): TargetCriteriaInput {
  return { ...criteria };
}

/** Criteria of a saved list as this page knows them. */
export function criteriaOf(saved: {
  readonly sameSegmentOnly: boolean;
  readonly exchange: string | null;
  readonly minEmployees: number | null;
  readonly maxKm: number | null;
  readonly origin: Origin | null;
  readonly includeFlagged: boolean;
}): Criteria {
  return { ...saved, exchange: EXCHANGES.find((one) => one === saved.exchange) ?? null };
}
