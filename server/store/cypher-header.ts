import { AppError } from '../domain/app-error.ts';

const SCALAR_TYPES = [
  'STRING',
  'INTEGER',
  'FLOAT',
  'BOOLEAN',
  'MAP',
  'DATE',
  'DATETIME',
  'DURATION',
  'POINT',
  'ANY',
] as const;
type ScalarType = (typeof SCALAR_TYPES)[number];

/** A Cypher type as far as the headers need it; every value may also be null. */
export type CypherType = { readonly scalar: ScalarType } | { readonly list: CypherType };

export interface CypherHeader {
  readonly purpose: string;
  readonly parameters: ReadonlyMap<string, CypherType>;
  readonly columns: ReadonlyMap<string, CypherType>;
  /** Database hits on the built-in map; undefined for what is not a read. */
  readonly budget: number | undefined;
}

const KEYS = ['purpose', 'parameters', 'columns', 'budget'] as const;
type Key = (typeof KEYS)[number];

/**
 * Reads the comment lines at the top of a Cypher file and holds them against the text below. A comment line that begins
 * with none of the keys continues the line before it. `file` is the path below cypher/ without its ending. What does
 * not fit is a fault of ours: INTERNAL_SERVER_ERROR that names the file.
 */
export function parseCypherHeader(file: string, text: string): CypherHeader {
  const fields = headerFields(file, text);
  const purpose = fields.get('purpose');
  if (purpose === undefined || purpose === '') throw fault(file, 'has no "// purpose:" line');
  const parameters = declarations(file, 'parameters', fields.get('parameters'), /^\$([A-Za-z_]\w*)\s+(\S+)$/);
  const columns = declarations(file, 'columns', fields.get('columns'), /^([A-Za-z_]\w*)\s+(\S+)$/);
  const budget = parseBudget(file, fields.get('budget'));
  checkParameters(file, parameters, text);
  return { purpose, parameters, columns, budget };
}

function headerFields(file: string, text: string): ReadonlyMap<Key, string> {
  const fields = new Map<Key, string>();
  let current: Key | undefined;
  for (const line of text.split('\n')) {
    if (!line.startsWith('//')) break;
    const content = line.slice(2).trim();
    const match = /^([a-z]+):\s*(.*)$/.exec(content);
    const key = KEYS.find((candidate) => candidate === match?.[1]);
    if (key !== undefined) {
      if (fields.has(key)) throw fault(file, `has two "// ${key}:" lines`);
      fields.set(key, match?.[2] ?? '');
      current = key;
    } else if (current !== undefined) {
      fields.set(current, `${fields.get(current) ?? ''} ${content}`.trim());
    } else {
      throw fault(file, 'does not begin with "// purpose:"');
    }
  }
  return fields;
}

function declarations(
  file: string,
  key: Key,
  value: string | undefined,
  shape: RegExp,
): ReadonlyMap<string, CypherType> {
  if (value === undefined || value === '')
    throw fault(file, `has no "// ${key}:" line (write "none" when there are none)`);
  const declared = new Map<string, CypherType>();
  if (value === 'none') return declared;
  for (const item of value.split(',')) {
    const match = shape.exec(item.trim());
    const name = match?.[1];
    const type = match?.[2];
    if (name === undefined || type === undefined)
      throw fault(file, `has "${item.trim()}" in its ${key}, not "name TYPE"`);
    if (declared.has(name)) throw fault(file, `declares ${name} twice in its ${key}`);
    declared.set(name, parseType(file, type));
  }
  return declared;
}

function parseType(file: string, text: string): CypherType {
  const scalar = SCALAR_TYPES.find((candidate) => candidate === text);
  if (scalar !== undefined) return { scalar };
  const element = /^LIST<(.+)>$/.exec(text)?.[1];
  if (element !== undefined) return { list: parseType(file, element) };
  throw fault(file, `declares the type ${text}; known are ${SCALAR_TYPES.join(', ')} and LIST<...>`);
}

function parseBudget(file: string, value: string | undefined): number | undefined {
  if (file.startsWith('read/') && value === undefined) throw fault(file, 'is a read and has no "// budget:" line');
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value)) throw fault(file, `has the budget "${value}", not a whole number of database hits`);
  return Number(value);
}

function checkParameters(file: string, declared: ReadonlyMap<string, CypherType>, text: string): void {
  const used = usedParameters(text);
  const undeclared = [...used].filter((name) => !declared.has(name));
  const unused = [...declared.keys()].filter((name) => !used.has(name));
  if (undeclared.length > 0) throw fault(file, `uses ${dollars(undeclared)} without declaring it in its header`);
  if (unused.length > 0) throw fault(file, `declares ${dollars(unused)} in its header without using it`);
}

/** The parameters of a statement; what stands in comments, strings or quoted names is none. */
export function usedParameters(text: string): ReadonlySet<string> {
  return new Set([...statementOnly(text).matchAll(/\$([A-Za-z_]\w*)/g)].map((match) => match[1] ?? ''));
}

/** The text without comments and with strings and quoted names emptied. */
export function statementOnly(text: string): string {
  return text.replaceAll(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:``|[^`])*`/g, (piece) =>
    piece.startsWith('/') ? ' ' : piece.startsWith('`') ? '``' : "''",
  );
}

function dollars(names: readonly string[]): string {
  return names.map((name) => `$${name}`).join(', ');
}

export function fault(file: string, what: string): AppError {
  return new AppError('INTERNAL_SERVER_ERROR', `cypher/${file}.cypher ${what}.`, `cypher/${file}.cypher`);
}
