import { withAncestors, parentsOf } from './tree.ts';
import type { ImportRecord } from './record-kind.ts';
import type { RowError } from './row-error.ts';
import type { Tables } from './tables.ts';
import { coverageOf } from './coverage-of.ts';

type Rule = (tables: Tables) => readonly RowError[];

/** Rules about several rows at once. A new rule is a function and a line here. */
const RULES: readonly Rule[] = [
  segmentDepths,
  regionLevels,
  uniqueCreditCodes,
  departmentSuccession,
  chainNeedsACluster,
  countsNeedCoverage,
  countsOfSharedCells,
];

/** Faults that only show when all rows are read. */
export function crossRowErrors(tables: Tables): readonly RowError[] {
  return RULES.flatMap((rule) => rule(tables));
}

function fault(record: ImportRecord<unknown>, column: string, value: string, rule: string): RowError {
  return { file: record.file, line: record.line, column, value, rule };
}

function segmentDepths(tables: Tables): readonly RowError[] {
  const parents = parentsOf(tables.segments);
  return tables.segments.flatMap((record) => {
    const path = withAncestors(parents, record.key);
    if (path === 'circle') return [fault(record, 'parent', record.row.parent ?? '', 'the parents form a circle')];
    if (path.length === record.row.level) return [];
    return [fault(record, 'level', String(record.row.level), `must be ${path.length}, the depth in the tree`)];
  });
}

const LEVEL_ABOVE = {
  PROVINCE: [],
  PREFECTURE: ['PROVINCE'],
  COUNTY: ['PREFECTURE', 'PROVINCE'],
  TOWN: ['COUNTY', 'PREFECTURE'],
} as const;

function regionLevels(tables: Tables): readonly RowError[] {
  const levels = new Map(tables.regions.map(({ key, row }) => [key, row.level]));
  return tables.regions.flatMap((record) => {
    const { level, parent } = record.row;
    if (parent === null) return [];
    const above = levels.get(parent);
    const allowed: readonly string[] = LEVEL_ABOVE[level];
    if (above === undefined || allowed.includes(above)) return [];
    return [fault(record, 'parent', parent, `a ${level} does not lie directly within a ${above}`)];
  });
}

function uniqueCreditCodes(tables: Tables): readonly RowError[] {
  const first = new Map<string, ImportRecord<unknown>>();
  return tables.firms.flatMap((record) => {
    const code = record.row.uscc;
    if (code === null) return [];
    const before = first.get(code);
    if (before !== undefined) {
      return [fault(record, 'uscc', code, `stands at the firm of ${before.file}:${before.line} too`)];
    }
    first.set(code, record);
    return [];
  });
}

function departmentSuccession(tables: Tables): readonly RowError[] {
  const successors = new Map(tables.departments.map(({ key, row }) => [key, row.successor]));
  return tables.departments.flatMap((record) =>
    withAncestors(successors, record.key) === 'circle'
      ? [fault(record, 'successor', record.row.successor ?? '', 'the succession runs in a circle')]
      : [],
  );
}

function chainNeedsACluster(tables: Tables): readonly RowError[] {
  if (tables.segments.some(({ row }) => row.cluster !== null)) return [];
  return tables.appliesTo
    .filter(({ row }) => row.kind === 'CHAIN')
    .map((record) => fault(record, 'kind', 'CHAIN', 'no segment names the cluster that the chain belongs to'));
}

function countsNeedCoverage(tables: Tables): readonly RowError[] {
  return tables.firmCounts.flatMap((record) => {
    const coverage = coverageOf(tables.coverage, record.evidence.sources, record.row.region);
    const value = record.evidence.sources.join('|');
    if (coverage === undefined) {
      return [fault(record, 'sources', value, 'no coverage statement says what this source covers in this region')];
    }
    if (record.row.firms > 0 || coverage.kind === 'COMPLETE') return [];
    return [fault(record, 'firms', '0', `under ${coverage.kind} coverage a zero is unknown: leave the row out`)];
  });
}

/** Counts of one cell add up only when they come from one source, as disjoint labels. */
function countsOfSharedCells(tables: Tables): readonly RowError[] {
  const sources = new Map<string, string>();
  return tables.firmCounts.flatMap((record) => {
    const written = [...record.evidence.sources].sort().join('|');
    const before = sources.get(record.row.region);
    sources.set(record.row.region, before ?? written);
    if (before === undefined || before === written) return [];
    return [
      fault(record, 'sources', written, `counts of a region come from one source, the others here from ${before}`),
    ];
  });
}
