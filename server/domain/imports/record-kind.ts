import type { z } from 'zod';
import { readCsvTable, type InputFile } from './csv-table.ts';
import { EVIDENCE_COLUMNS, readEvidence, type Evidence } from './evidence.ts';
import type { RowError } from './row-error.ts';

/** One column of a row names a record of another kind (or of its own) by key. */
export interface Reference {
  readonly column: string;
  /** Name of the kind that must hold the key. */
  readonly to: string;
  readonly key: string;
}

/** A kind of row: which files hold it, which columns, how a row is read, what identifies it, what it points at. */
export interface RecordKind<Row extends object> {
  readonly kind: string;
  /** Matches the names (without folder) of the files that hold rows of this kind. */
  readonly file: RegExp;
  /** Columns before the evidence columns. */
  readonly columns: readonly string[];
  readonly schema: z.ZodType<Row>;
  readonly key: (row: Row) => string;
  /** False only for the list of sources itself. */
  readonly sourced: boolean;
  readonly references?: (row: Row) => readonly Reference[];
}

/** A row that was read: its key, its typed cells, its evidence (empty lists for a source), and where it stands. */
export interface ImportRecord<Row> {
  readonly key: string;
  readonly row: Row;
  readonly evidence: Evidence;
  readonly file: string;
  readonly line: number;
}

const NO_EVIDENCE: Evidence = { sources: [], positions: [], quotes: [] };

/**
 * Reads every file of one kind. Bad rows are reported and left out, the others are read on. Within one kind a key may
 * stand once; the second row with it is a fault that names the first.
 */
export function readRecords<Row extends object>(
  kind: RecordKind<Row>,
  files: readonly InputFile[],
): { readonly records: readonly ImportRecord<Row>[]; readonly errors: readonly RowError[] } {
  const errors: RowError[] = [];
  const records = new Map<string, ImportRecord<Row>>();
  const columns = kind.sourced ? [...kind.columns, ...EVIDENCE_COLUMNS] : kind.columns;
  for (const file of files) {
    const table = readCsvTable(file, columns);
    errors.push(...table.errors);
    for (const { line, cells } of table.rows) {
      const at = { file: file.name, line };
      const parsed = kind.schema.safeParse(cells);
      const evidence = kind.sourced ? readEvidence(cells) : NO_EVIDENCE;
      if (!parsed.success) {
        for (const issue of parsed.error.issues) {
          const column = String(issue.path[0] ?? '');
          errors.push({ ...at, column, value: cells[column] ?? '', rule: issue.message });
        }
      }
      if (!('sources' in evidence)) errors.push(...evidence.map((fault) => ({ ...at, ...fault })));
      if (!parsed.success || !('sources' in evidence)) continue;
      const key = kind.key(parsed.data);
      const first = records.get(key);
      if (first !== undefined) {
        const rule = `this ${kind.kind} row has the key of ${first.file}:${first.line}`;
        errors.push({ ...at, column: kind.columns[0] ?? '', value: key, rule });
        continue;
      }
      records.set(key, { key, row: parsed.data, evidence, ...at });
    }
  }
  return { records: [...records.values()], errors };
}
