import { AppError } from '../app-error.ts';
import type { Asked } from '../asked.ts';
import type { FirmDirectory } from '../firms/firm-directory.ts';
import type { FirmFact, FirmPlaceFact, FirmSegmentFact } from '../map/industry-map.ts';
import type { ObservationShelf } from '../observations/observation-shelf.ts';

/** A firm with what is known of it. */
export interface FirmDossier {
  readonly firm: FirmFact;
  readonly places: readonly FirmPlaceFact[];
  readonly segments: readonly FirmSegmentFact[];
  /** Null when no source gives it. */
  readonly employees: number | null;
}

export interface FirmPool {
  readonly dossiers: readonly FirmDossier[];
  /** The directory holds more firms than were read; those beyond are not judged. */
  readonly truncated: boolean;
}

/** Most firms weighed in one question: ranking them takes well under 50 ms, and they fit a few reads of the graph. */
export const MAX_POOL = 5_000;
/** Firms a read. */
const BATCH = 1_000;

/** Indicator of employees, as the importer names it for figures of firms. */
const EMPLOYEES = 'employees';

/**
 * Reads firms by public key, at most 5,000, with places, segments and the newest number of employees; the firm that was
 * asked about is always among them. Errors: BAD_USER_INPUT when that firm does not exist, and those of the graph.
 */
export async function readFirmPool(
  records: { readonly firms: FirmDirectory; readonly observations: ObservationShelf },
  wanted: string | null,
  asked: Asked,
): Promise<FirmPool> {
  const { firms } = records;
  const employees = await newestEmployees(records.observations, asked);
  const dossiers: FirmDossier[] = [];
  const add = async (batch: readonly FirmFact[]): Promise<void> => {
    const ids = batch.map((firm) => firm.id);
    const [places, segments] = await Promise.all([firms.placesOf(ids, asked), firms.segmentsOf(ids, asked)]);
    for (const firm of batch) {
      dossiers.push({
        firm,
        places: places.get(firm.id) ?? [],
        segments: segments.get(firm.id) ?? [],
        employees: employees.get(firm.id) ?? null,
      });
    }
  };
  let after: string | null = null;
  let more = true;
  while (more && dossiers.length < MAX_POOL) {
    const filter = { segments: null, regions: null, notRegions: null, exchange: null };
    const page = await firms.page(filter, 'CODE', { first: BATCH, after }, asked);
    await add(page.edges.map((edge) => edge.node));
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage && after !== null;
  }
  if (wanted !== null && !dossiers.some((dossier) => dossier.firm.id === wanted)) {
    const found = (await firms.byIds([wanted], asked)).get(wanted);
    if (found === undefined) {
      throw new AppError('BAD_USER_INPUT', `There is no firm ${wanted}; firms { ... } lists them.`, 'whyNot');
    }
    await add([found]);
  }
  return { dossiers, truncated: more };
}

/** The newest number of employees per firm; where two have the same date, the one with the later id. */
async function newestEmployees(observations: ObservationShelf, asked: Asked): Promise<ReadonlyMap<string, number>> {
  const newest = new Map<string, { readonly period: string; readonly value: number }>();
  let after: string | null = null;
  let read = 0;
  let more = true;
  while (more && read < MAX_POOL) {
    const page = await observations.ofIndicator(EMPLOYEES, null, { first: BATCH, after }, asked);
    for (const { node } of page.edges) {
      read += 1;
      if (node.firm === null) continue;
      const period = node.period ?? '';
      const held = newest.get(node.firm);
      if (held === undefined || held.period <= period) newest.set(node.firm, { period, value: node.value });
    }
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage && after !== null;
  }
  return new Map([...newest].map(([firm, { value }]) => [firm, value]));
}
