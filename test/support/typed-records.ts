import type { Records } from '../../server/domain/analysis/analysis-desk.ts';
import type { Asked } from '../../server/domain/asked.ts';
import type {
  FirmFact,
  FirmPlaceFact,
  FirmSegmentFact,
  ObservationFact,
} from '../../server/domain/map/industry-map.ts';
import { pageOf } from '../../server/domain/paging/page.ts';
import { EVIDENCE } from './small-map.ts';

export interface TypedFirm {
  readonly id: string;
  readonly places?: readonly string[];
  readonly segments?: readonly string[];
  readonly employees?: number;
  readonly status?: string;
  readonly listingState?: string;
  readonly exchange?: string;
}

/** Firms and yearly counts typed in by hand, in the place of the graph. */
export function typedRecords(
  firms: readonly TypedFirm[],
  yearly: Readonly<Record<string, Readonly<Record<number, number>>>> = {},
): Records {
  const facts = firms
    .map((firm): FirmFact => ({
      type: 'Firm',
      id: firm.id,
      nameZh: `企业${firm.id}`,
      nameEn: `Firm ${firm.id}`,
      aliases: [],
      uscc: null,
      stockCode: null,
      exchange: firm.exchange ?? null,
      listingState: firm.listingState ?? null,
      status: firm.status ?? null,
      evidence: EVIDENCE,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const counts = Object.entries(yearly).flatMap(([region, years]) =>
    Object.entries(years).map(([year, value]) =>
      observation(`obs-${region}-${year}`, 'industrial-enterprises', value, { region, period: year }),
    ),
  );
  const employees = firms.flatMap((firm) =>
    firm.employees === undefined
      ? []
      : [observation(`emp-${firm.id}`, 'employees', firm.employees, { firm: firm.id, period: '2025' })],
  );
  const held = [...counts, ...employees];
  const of = (ids: readonly string[]): readonly TypedFirm[] => firms.filter((firm) => ids.includes(firm.id));
  return {
    firms: {
      page: (_filter, _order, page) => Promise.resolve(pageOf(facts, (firm) => firm.id, page)),
      byIds: (ids) => Promise.resolve(new Map(facts.filter((one) => ids.includes(one.id)).map((one) => [one.id, one]))),
      idByUscc: () => Promise.resolve(null),
      idByStockCode: () => Promise.resolve(null),
      placesOf: (ids) =>
        Promise.resolve(
          new Map(
            of(ids).map((firm) => [
              firm.id,
              (firm.places ?? []).map((code): FirmPlaceFact => ({
                firm: firm.id,
                region: code,
                kind: 'REGISTERED',
                method: null,
                evidence: EVIDENCE,
              })),
            ]),
          ),
        ),
      segmentsOf: (ids) =>
        Promise.resolve(
          new Map(
            of(ids).map((firm) => [
              firm.id,
              (firm.segments ?? []).map((segment): FirmSegmentFact => ({
                firm: firm.id,
                segment,
                main: null,
                products: [],
                method: 'STATED',
                confidence: 'HIGH',
                evidence: EVIDENCE,
              })),
            ]),
          ),
        ),
    },
    observations: {
      of: (_kind, _key, _indicator, page) => Promise.resolve(pageOf([] as ObservationFact[], (one) => one.id, page)),
      ofIndicator: (indicator, _region, page) =>
        Promise.resolve(
          pageOf(
            held.filter((one) => one.indicator === indicator).sort((a, b) => (a.id < b.id ? -1 : 1)),
            (one) => one.id,
            page,
          ),
        ),
      byIds: () => Promise.resolve(new Map()),
    },
  };
}

function observation(
  id: string,
  indicator: string,
  value: number,
  about: Partial<Pick<ObservationFact, 'region' | 'firm' | 'period'>>,
): ObservationFact {
  return {
    type: 'Observation',
    id,
    indicator,
    region: null,
    segment: null,
    park: null,
    firm: null,
    period: null,
    value,
    scope: null,
    note: null,
    evidence: EVIDENCE,
    ...about,
  };
}

/** Who asks in a test: somebody patient. */
export function patientAsker(): Asked {
  return { requestId: 'test', operation: 'test', signal: new AbortController().signal };
}
