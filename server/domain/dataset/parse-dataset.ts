import type { z } from 'zod';
import { AppError } from '../app-error.ts';
import type { InputOutputTable } from '../input-output/input-output-table.ts';
import type { CellCoverage, ChainMatrix, CounterpartPair, ExternalShare, MatrixFeed } from '../matrix/chain-matrix.ts';
import { unknownIfNull } from '../matrix/unknown.ts';
import { parametersSchema } from '../parameters.ts';
import type { AnalyticsParameters } from '../parameters.ts';
import type { CellShock, Dataset, DatasetFirm, DatasetSupplyLink, RelocationQuery, WhatIfQuery } from './dataset.ts';
import { datasetDocumentSchema } from './dataset-document.ts';
import type { DatasetDocument } from './dataset-document.ts';

type Path = readonly PropertyKey[];

/**
 * Makes a typed data set of a parsed `dataset.json`.
 *
 * - A cell that is not listed, or whose firms and employees are null, is `no-coverage`; firms without employees is
 *   `size-unknown`; employees known is `observed` (0 included).
 * - `params` may leave keys out: the documented default then holds. A key that no parameter has is an error.
 * - The list of what a park accepts and has is taken as complete.
 *
 * Errors: `AppError` BAD_USER_INPUT; `where` is the JSON path of the first fault (for example `cells[3].employees`),
 * the message says what is wrong there and what to write instead.
 */
export function parseDataset(document: unknown): Dataset {
  const parsed = datasetDocumentSchema.safeParse(document);
  if (!parsed.success) throw schemaFault(parsed.error, []);
  const data = parsed.data;

  const regions = new Index(data.regions, 'regions', 'region');
  const segments = new Index(data.segments, 'segments', 'segment');
  const firmIds = new Index(data.firms, 'firms', 'firm');
  new Index(data.parks, 'parks', 'park');
  new Index(data.measures, 'measures', 'measure');
  new Index(data.relocation_queries, 'relocation_queries', 'query');
  new Index(data.whatif, 'whatif', 'question');

  const firms = data.firms.map((firm, i): DatasetFirm => ({
    id: firm.id,
    region: regions.at(firm.region, ['firms', i, 'region']),
    segment: segments.at(firm.segment, ['firms', i, 'segment']),
    employees: unknownIfNull(firm.employees),
    revenue: unknownIfNull(firm.revenue),
  }));

  return {
    matrix: readMatrix(data, regions, segments, firms),
    parameters: readParameters(data.params),
    firms,
    supplyLinks: data.supply_links.map((link, i): DatasetSupplyLink => ({
      source: firmIds.at(link.source, ['supply_links', i, 'source']),
      target: firmIds.at(link.target, ['supply_links', i, 'target']),
      amount: link.amount,
    })),
    ioTable: readInputOutputTable(data, data.segments.length),
    relocationQueries: data.relocation_queries.map((query, i): RelocationQuery => ({
      id: query.id,
      segment: segments.at(query.segment, ['relocation_queries', i, 'segment']),
      origin: regions.at(query.origin, ['relocation_queries', i, 'origin']),
      employees: query.employees,
      landHa: query.land_ha,
      requires: query.requires,
    })),
    whatIfQueries: data.whatif.map((query, i): WhatIfQuery => ({
      id: query.id,
      shocks: query.shocks.map((shock, k): CellShock => {
        const path = ['whatif', i, 'shocks', k];
        return {
          region: shock.region === '*' ? null : regions.at(shock.region, [...path, 'region']),
          segment: shock.segment === '*' ? null : segments.at(shock.segment, [...path, 'segment']),
          loss: shock.loss,
        };
      }),
    })),
  };
}

function readMatrix(
  data: DatasetDocument,
  regions: Index,
  segments: Index,
  firms: readonly DatasetFirm[],
): ChainMatrix {
  const columns = data.segments.length;
  const cells = data.regions.length * columns;
  const size = new Float64Array(cells).fill(Number.NaN);
  const firmCounts = new Float64Array(cells).fill(Number.NaN);
  const revenue = new Float64Array(cells).fill(Number.NaN);
  const earlierSize = new Float64Array(cells).fill(Number.NaN);
  const coverage: CellCoverage[] = new Array<CellCoverage>(cells).fill('no-coverage');
  const seen = new Set<number>();
  data.cells.forEach((cell, i) => {
    const index =
      regions.at(cell.region, ['cells', i, 'region']) * columns + segments.at(cell.segment, ['cells', i, 'segment']);
    if (seen.has(index)) {
      throw fault(['cells', i], `is a second entry for region ${cell.region} and segment ${cell.segment}; keep one`);
    }
    seen.add(index);
    if (cell.firms === 0 && (cell.employees ?? 0) > 0) {
      throw fault(['cells', i, 'employees'], 'is above 0 although firms is 0; correct one of the two');
    }
    size[index] = unknownIfNull(cell.employees);
    firmCounts[index] = unknownIfNull(cell.firms);
    revenue[index] = unknownIfNull(cell.revenue);
    earlierSize[index] = unknownIfNull(cell.employees_t0);
    if (cell.employees !== null) coverage[index] = 'observed';
    else if (cell.firms !== null) coverage[index] = 'size-unknown';
  });

  return {
    regions: data.regions,
    segments: data.segments.map((segment) => segment.id),
    feeds: readFeeds(data, segments),
    size,
    firms: firmCounts,
    revenue,
    earlierSize,
    coverage,
    firmSizes: groupFirmSizes(firms, columns),
    externalShares: readExternalShares(data, regions, segments),
    distancesKm: readDistances(data),
    parks: data.parks.map((park, i) => ({
      id: park.id,
      region: regions.at(park.region, ['parks', i, 'region']),
      accepts: park.accepts.map((segment, k) => segments.at(segment, ['parks', i, 'accepts', k])),
      capacityHa: unknownIfNull(park.capacity_ha),
      usedHa: unknownIfNull(park.used_ha),
      features: park.features,
      lacks: [],
      complete: true,
    })),
    measures: data.measures.map((measure, i) => ({
      id: measure.id,
      segments: measure.segments.flatMap((segment, k) =>
        segment === '*' ? [] : [segments.at(segment, ['measures', i, 'segments', k])],
      ),
      wholeChain: measure.segments.includes('*'),
      regions: measure.regions.map((region, k) => regions.at(region, ['measures', i, 'regions', k])),
      areas: measure.areas,
      leads: measure.lead === null ? [] : [measure.lead],
      supports: measure.support,
    })),
    pairs: data.counterpart_pairs.map((pair, i): CounterpartPair => ({
      origin: regions.at(pair.origin, ['counterpart_pairs', i, 'origin']),
      destination: regions.at(pair.destination, ['counterpart_pairs', i, 'destination']),
    })),
    basis: 'EMPLOYEES',
  };
}

function readFeeds(data: DatasetDocument, segments: Index): readonly MatrixFeed[] {
  const seen = new Set<string>();
  return data.feeds.map((feed, i) => {
    const source = segments.at(feed.source, ['feeds', i, 'source']);
    const target = segments.at(feed.target, ['feeds', i, 'target']);
    if (source === target) throw fault(['feeds', i], 'feeds a segment to itself; leave it out');
    const key = `${source} ${target}`;
    if (seen.has(key)) throw fault(['feeds', i], `is a second feed ${feed.source} -> ${feed.target}; keep one`);
    seen.add(key);
    return { source, target, weight: feed.weight, essential: feed.essential, assumed: false };
  });
}

function readExternalShares(data: DatasetDocument, regions: Index, segments: Index): readonly ExternalShare[] {
  const seen = new Set<string>();
  return data.external_share.map((entry, i) => {
    const segment = segments.at(entry.segment, ['external_share', i, 'segment']);
    const region = entry.region === null ? null : regions.at(entry.region, ['external_share', i, 'region']);
    const key = `${segment} ${region ?? '*'}`;
    if (seen.has(key))
      throw fault(['external_share', i], 'is a second share for the same segment and region; keep one');
    seen.add(key);
    return { segment, region, share: entry.share };
  });
}

function readDistances(data: DatasetDocument): Float64Array {
  const count = data.regions.length;
  const distances = new Float64Array(count * count).fill(Number.NaN);
  if (data.distances_km === undefined) return distances;
  requireLength(data.distances_km, count, ['distances_km'], 'one row a region');
  data.distances_km.forEach((row, r) => {
    requireLength(row, count, ['distances_km', r], 'one number a region');
    row.forEach((km, q) => {
      distances[r * count + q] = unknownIfNull(km);
    });
  });
  return distances;
}

function readInputOutputTable(data: DatasetDocument, count: number): InputOutputTable | null {
  const table = data.io_table;
  if (table === null) return null;
  const perSegment = 'one number a segment';
  requireLength(table.Z, count, ['io_table', 'Z'], 'one row a segment');
  requireLength(table.F, count, ['io_table', 'F'], perSegment);
  requireLength(table.Y, count, ['io_table', 'Y'], perSegment);
  const transactions = new Float64Array(count * count);
  table.Z.forEach((row, i) => {
    requireLength(row, count, ['io_table', 'Z', i], perSegment);
    transactions.set(row, i * count);
  });
  return {
    size: count,
    transactions,
    finalDemand: Float64Array.from(table.F),
    output: Float64Array.from(table.Y),
  };
}

function groupFirmSizes(firms: readonly DatasetFirm[], columns: number): ReadonlyMap<number, Float64Array> {
  const groups = new Map<number, number[]>();
  for (const firm of firms) {
    const index = firm.region * columns + firm.segment;
    const group = groups.get(index);
    if (group === undefined) groups.set(index, [firm.employees]);
    else group.push(firm.employees);
  }
  return new Map([...groups].map(([index, sizes]) => [index, Float64Array.from(sizes)]));
}

/** Parameters of the file, in its snake_case, to the typed ones; paths in errors keep the names of the file. */
function readParameters(params: Readonly<Record<string, unknown>>): AnalyticsParameters {
  const parsed = parametersSchema.safeParse(camelKeys(params));
  if (parsed.success) return parsed.data;
  throw schemaFault(parsed.error, ['params'], (path) => namesInFile(path, params));
}

const camel = (name: string): string =>
  name.replaceAll(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function camelKeys(value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [camel(name), camelKeys(inner)]));
}

function namesInFile(path: Path, params: unknown): Path {
  let current: unknown = params;
  return path.map((name) => {
    if (!isRecord(current)) return name;
    const found = Object.keys(current).find((original) => camel(original) === name);
    if (found === undefined) return name;
    current = current[found];
    return found;
  });
}

/** Positions of ids in a list; refuses an id that stands twice. */
class Index {
  readonly #positions = new Map<string, number>();
  readonly #list: string;
  readonly #noun: string;

  constructor(entries: readonly { readonly id: string }[], list: string, noun: string) {
    this.#list = list;
    this.#noun = noun;
    entries.forEach((entry, position) => {
      if (this.#positions.has(entry.id)) {
        throw fault([list, position, 'id'], `repeats the ${noun} id "${entry.id}"; ids must be unique`);
      }
      this.#positions.set(entry.id, position);
    });
  }

  at(name: string, path: Path): number {
    const position = this.#positions.get(name);
    if (position === undefined) {
      throw fault(path, `names the ${this.#noun} "${name}", which is not in ${this.#list}; add it there or correct it`);
    }
    return position;
  }
}

function requireLength(items: readonly unknown[], length: number, path: Path, what: string): void {
  if (items.length !== length) {
    throw fault(path, `has ${items.length} entries, ${length} are needed (${what})`);
  }
}

function fault(path: Path, message: string): AppError {
  const where = jsonPath(path);
  return new AppError('BAD_USER_INPUT', `${where === '' ? 'The data set' : where} ${message}.`, where);
}

function schemaFault(error: z.ZodError, prefix: Path, rename: (path: Path) => Path = (path) => path): AppError {
  const [issue] = error.issues;
  if (issue === undefined) return fault(prefix, 'is not a data set');
  const others = error.issues.length - 1;
  const more = others === 0 ? '' : ` (and ${others} more faults)`;
  const path = [...prefix, ...rename(issue.path)];
  if (issue.code === 'unrecognized_keys') {
    const names = rename([issue.keys[0] ?? '']);
    return fault([...path, ...names], `is not a parameter; remove it or correct its name${more}`);
  }
  return fault(path, `${issue.message}${more}`);
}

/** `cells[3].employees`, as a reader of the file writes it. */
function jsonPath(path: Path): string {
  return path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i === 0 ? '' : '.'}${String(part)}`))
    .join('');
}
