import neo4j from 'neo4j-driver';
import type { CypherFile } from './cypher-files.ts';
import type { CypherType } from './cypher-header.ts';
import { fault } from './cypher-header.ts';
import type { Parameters } from './graph.ts';

/**
 * The parameters of a call in the form that the driver sends. A JS number travels as a FLOAT, so what the header calls
 * INTEGER is wrapped here and nowhere else, inside lists too. The content of a MAP is left alone: the Cypher says
 * toInteger() where it needs one. A missing, unknown or ill-typed parameter is a fault of ours.
 */
export function bindParameters(file: CypherFile, parameters: Parameters): Record<string, unknown> {
  const { parameters: declared } = file.header;
  for (const name of Object.keys(parameters)) {
    if (!declared.has(name)) throw fault(file.name, `was given the parameter $${name}, which it does not declare`);
  }
  const bound: Record<string, unknown> = {};
  for (const [name, type] of declared) {
    if (!(name in parameters)) throw fault(file.name, `was not given its parameter $${name}`);
    bound[name] = bindValue(parameters[name], type, () =>
      fault(file.name, `was given a $${name} that is no ${show(type)}`),
    );
  }
  return bound;
}

function bindValue(value: unknown, type: CypherType, misfit: () => Error): unknown {
  if (value === null || value === undefined) return null;
  if ('list' in type) {
    if (!Array.isArray(value)) throw misfit();
    return value.map((element: unknown) => bindValue(element, type.list, misfit));
  }
  switch (type.scalar) {
    case 'INTEGER':
      if (typeof value === 'bigint' || (typeof value === 'number' && Number.isSafeInteger(value)))
        return neo4j.int(value);
      throw misfit();
    case 'FLOAT':
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      throw misfit();
    case 'STRING':
      if (typeof value === 'string') return value;
      throw misfit();
    case 'BOOLEAN':
      if (typeof value === 'boolean') return value;
      throw misfit();
    case 'MAP':
      if (typeof value === 'object' && !Array.isArray(value)) return value;
      throw misfit();
    case 'DATETIME':
      if (value instanceof Date) return neo4j.types.DateTime.fromStandardDate(value);
      throw misfit();
    case 'DATE':
    case 'DURATION':
    case 'POINT':
    case 'ANY':
      return value;
  }
}

function show(type: CypherType): string {
  return 'list' in type ? `LIST<${show(type.list)}>` : type.scalar;
}
