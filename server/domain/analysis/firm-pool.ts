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
 * Keeps the pool of the release that was asked about last: firms change only with the release. Whoever asks first for a
 * new one reads it; what is not read to the end is not kept.
 */
export function firmPools(): (
  release: string,
  records: { readonly firms: FirmDirectory; readonly observations: ObservationShelf },
  wanted: string | null,
  asked: Asked,
) => Promise<FirmPool> {
  let kept: { readonly release: string; readonly pool: FirmPool } | null = null;
  return async (release, records, wanted, asked) => {
    const pool = kept?.release === release ? kept.pool : await readFirmPool(records, asked);
    kept = { release, pool };
    if (wanted === null || pool.dossiers.some((dossier) => dossier.firm.id === wanted)) return pool;
    const found = (await records.firms.byIds([wanted], asked)).get(wanted);
    if (found === undefined) {
      throw new AppError('BAD_USER_INPUT', `There is no firm ${wanted}; firms { ... } lists them.`, 'whyNot');
    }
    const more = await dossiersOf([found], records.firms, await newestEmployees(records.observations, asked), asked);
    return { ...pool, dossiers: [...pool.dossiers, ...more] };
  };
}

/** Reads firms by public key, at most 5,000, with places, segments and the newest number of employees. */
async function readFirmPool(
  { firms, observations }: { readonly firms: FirmDirectory; readonly observations: ObservationShelf },
  asked: Asked,
): Promise<FirmPool> {
  const filter = { segments: null, regions: null, notRegions: null, exchange: null };
  const dossiers: FirmDossier[] = [];
  const reading = newestEmployees(observations, asked);
  // Seen where it is awaited below, also when the firms cannot be read first.
  reading.catch(() => undefined);
  let after: string | null = null;
  let more = true;
  while (more && dossiers.length < MAX_POOL) {
    const page = await firms.page(filter, 'CODE', { first: BATCH, after }, asked);
    const batch = page.edges.map((edge) => edge.node);
    dossiers.push(...(await dossiersOf(batch, firms, await reading, asked)));
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage && after !== null;
  }
  return { dossiers, truncated: more };
}

async function dossiersOf(
  batch: readonly FirmFact[],
  firms: FirmDirectory,
  employees: ReadonlyMap<string, number>,
  asked: Asked,
): Promise<readonly FirmDossier[]> {
  const ids = batch.map((firm) => firm.id);
  const [places, segments] = await Promise.all([firms.placesOf(ids, asked), firms.segmentsOf(ids, asked)]);
  return batch.map((firm) => ({
    firm,
    places: places.get(firm.id) ?? [],
    segments: segments.get(firm.id) ?? [],
    employees: employees.get(firm.id) ?? null,
  }));
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
