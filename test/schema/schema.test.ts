import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { readSchemaText } from '../../server/graphql/apollo.ts';
import { REPOSITORY } from '../support/repository.ts';

const schema = buildSchema(await readSchemaText());
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name),
);
const objects = types.filter((type) => isObjectType(type));
const fieldsOf = (type: GraphQLNamedType): GraphQLField<unknown, unknown>[] =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
/** `[Firm!]!` as text. */
const written = (type: GraphQLOutputType | undefined): string => String(type);
const typeOf = (object: GraphQLObjectType, field: string): string => written(object.getFields()[field]?.type);

/** Arguments that mean the same wherever they stand: language, paging, look-up, filter, order, ids. */
const EVERYWHERE = ['lang', 'first', 'after', 'by', 'filter', 'orderBy', 'id', 'ids'];

describe('the schema', () => {
  it('describes every type, field, argument, input field and enum value', () => {
    const bare: string[] = [];
    const look = (name: string, description: string | null | undefined): void => {
      if (description == null || description.trim() === '') bare.push(name);
    };
    for (const type of types) {
      look(type.name, type.description);
      for (const field of fieldsOf(type)) {
        const at = `${type.name}.${field.name}`;
        look(at, field.description);
        for (const argument of field.args) {
          // Said once for all, or in the words of the field itself.
          const said =
            EVERYWHERE.includes(argument.name) || field.description?.includes(`\`${argument.name}\``) === true;
          if (!said) look(`${at}(${argument.name})`, argument.description);
        }
      }
      if (isInputObjectType(type)) {
        for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field.description);
      }
      if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value.description);
    }
    expect(bare).toEqual([]);
    expect(types.length).toBeGreaterThan(80);
  });

  it('names types in the singular and in capitals, fields in small letters, values of enums in large ones', () => {
    for (const type of types) {
      expect(type.name).toMatch(/^[A-Z][A-Za-z0-9]*$/);
      for (const field of fieldsOf(type)) {
        expect(field.name).toMatch(/^[a-z][A-Za-z0-9]*$/);
        for (const argument of field.args) expect(argument.name).toMatch(/^[a-z][A-Za-z0-9]*$/);
      }
      if (isEnumType(type)) for (const { name } of type.getValues()) expect(name).toMatch(/^[A-Z][A-Z0-9_]*$/);
    }
  });

  it('says where the form of each scalar of a standard is written', () => {
    const ofStandards = ['DivisionCode', 'IndustryCode', 'UnifiedSocialCreditCode'];
    for (const name of ofStandards) {
      const type = schema.getType(name);
      expect(isScalarType(type) && type.specifiedByURL).toMatch(/^https:\/\//);
    }
  });

  it('has no subscription; every mutation takes one input and answers with a payload that can hold refusals', () => {
    expect(schema.getSubscriptionType()).toBe(undefined);
    const mutation = schema.getMutationType();
    const fields = mutation == null ? [] : fieldsOf(mutation);
    expect(fields.length).toBeGreaterThan(0);
    for (const field of fields) {
      expect(
        field.args.map(({ name }) => name),
        field.name,
      ).toEqual(['input']);
      expect(String(field.args[0]?.type), field.name).toMatch(/^[A-Za-z]+Input!$/);
      const payload = getNamedType(field.type);
      expect(isNonNullType(field.type) && isObjectType(payload), field.name).toBe(true);
      if (isObjectType(payload)) expect(typeOf(payload, 'userErrors'), field.name).toBe('[UserError!]!');
    }
  });
});

describe('connections', () => {
  const connections = objects.filter(({ name }) => name.endsWith('Connection'));

  it.each(connections.map((type) => [type.name, type] as const))('%s has the shape of Relay', (name, connection) => {
    const stem = name.replace(/Connection$/, '');
    const edge = schema.getType(`${stem}Edge`);
    expect(typeOf(connection, 'pageInfo')).toBe('PageInfo!');
    expect(typeOf(connection, 'edges')).toBe(`[${stem}Edge!]!`);
    expect(isObjectType(edge)).toBe(true);
    if (!isObjectType(edge)) return;
    expect(typeOf(edge, 'cursor')).toBe('String!');
    expect(typeOf(edge, 'node')).toMatch(/^[A-Z][A-Za-z]+!$/);
    // A search counts only as far as it has looked, so it promises no total.
    if (stem !== 'Search') expect(typeOf(connection, 'totalCount')).toBe('Int!');
  });

  it('are asked for by `first`, with a default, and `after`', () => {
    for (const type of objects) {
      for (const field of fieldsOf(type)) {
        if (!getNamedType(field.type).name.endsWith('Connection')) continue;
        const argument = (name: string) => field.args.find((one) => one.name === name);
        const at = `${type.name}.${field.name}`;
        expect(written(field.type), at).toMatch(/Connection!$/);
        expect(String(argument('first')?.type), at).toBe('Int!');
        expect(argument('first')?.defaultValue, at).toBeGreaterThanOrEqual(1);
        expect(argument('first')?.defaultValue, at).toBeLessThanOrEqual(100);
        expect(String(argument('after')?.type), at).toBe('String');
      }
    }
  });

  it('PageInfo is Relay’s', () => {
    const type = schema.getType('PageInfo');
    expect(
      isObjectType(type) && Object.fromEntries(fieldsOf(type).map((field) => [field.name, String(field.type)])),
    ).toEqual({
      hasNextPage: 'Boolean!',
      hasPreviousPage: 'Boolean!',
      startCursor: 'String',
      endCursor: 'String',
    });
  });
});

describe('nodes and facts', () => {
  const query = schema.getQueryType();
  const node = schema.getType('Node');
  const sourced = schema.getType('Sourced');

  it('node and nodes are nullable inside, since an id may lead nowhere', () => {
    expect(query && typeOf(query, 'node')).toBe('Node');
    expect(query && typeOf(query, 'nodes')).toBe('[Node]!');
  });

  it('every type with a global id is a Node, and nothing else', () => {
    const release = 'Release'; // Its id names a state of the data, not a thing to fetch again.
    for (const type of objects) {
      if (type.name === release) continue;
      const hasId = type.getFields()['id'] !== undefined;
      expect(isInterfaceType(node) && type.getInterfaces().includes(node), type.name).toBe(hasId);
    }
  });

  it('every type with sources is Sourced, and Evidence always names its source', () => {
    for (const type of objects) {
      if (typeOf(type, 'sources') !== '[Evidence!]!') continue;
      // Cells, sentences and hops may have none when they say what is not known.
      if (['GapCell', 'Fact', 'Blocker', 'PathHop'].includes(type.name)) continue;
      expect(isInterfaceType(sourced) && type.getInterfaces().includes(sourced), type.name).toBe(true);
    }
    const evidence = schema.getType('Evidence');
    expect(
      isObjectType(evidence) && [typeOf(evidence, 'source'), typeOf(evidence, 'quote'), typeOf(evidence, 'position')],
    ).toEqual(['Source!', 'String', 'String']);
  });

  it('look-ups of one thing are nullable and take exactly one key', () => {
    for (const field of query === null || query === undefined ? [] : fieldsOf(query)) {
      const by = field.args.find(({ name }) => name === 'by');
      if (by === undefined) continue;
      expect(isNonNullType(field.type), field.name).toBe(false);
      const input = getNamedType(by.type);
      expect(isInputObjectType(input) && input.isOneOf, field.name).toBe(true);
    }
  });

  it('answers name their release', () => {
    for (const name of ['Chain', 'GapMatrix', 'RelocationAnswer', 'SearchConnection']) {
      const type = schema.getType(name);
      expect(isObjectType(type) && typeOf(type, 'release'), name).toBe('Release!');
    }
  });

  it('what may be unknown is nullable: counts of firms, shares, scores, distances, progress', () => {
    const nullable: [string, string[]][] = [
      ['Host', ['firms', 'employees', 'asOf']],
      [
        'GapCell',
        [
          'firms',
          'locationQuotient',
          'beta',
          'supplyShare',
          'demandShare',
          'expectedFirms',
          'absenceProbability',
          'fragile',
          'reason',
          'upstreamPresence',
          'downstreamPresence',
        ],
      ],
      ['Score', ['value']],
      ['ScoreComponent', ['value', 'contribution']],
      ['RelocationCandidate', ['rank', 'park', 'distanceKm', 'firms', 'missingHop']],
      ['RelocationAnswer', ['firmsAtOrigin', 'stays', 'topStability']],
      ['Target', ['progress', 'year', 'base', 'high']],
      ['Source', ['date', 'url', 'publisher']],
      ['Region', ['receiver', 'lon', 'lat']],
      ['Measure', ['clause']],
      ['Feed', ['essential']],
    ];
    for (const [name, fields] of nullable) {
      const type = schema.getType(name);
      for (const field of fields) {
        const shape = isObjectType(type) ? type.getFields()[field]?.type : undefined;
        expect(shape, `${name}.${field}`).toBeDefined();
        expect(isNonNullType(shape), `${name}.${field}`).toBe(false);
      }
    }
  });

  it('lists hold no null, but for nodes', () => {
    for (const type of [...objects, ...types.filter((one) => isInterfaceType(one))]) {
      for (const field of fieldsOf(type)) {
        const list = isNonNullType(field.type) ? field.type.ofType : field.type;
        if (!isListType(list) || (type.name === 'Query' && field.name === 'nodes')) continue;
        expect(isNonNullType(list.ofType), `${type.name}.${field.name}`).toBe(true);
      }
    }
  });

  it('every union and interface has members', () => {
    for (const type of types) {
      if (isUnionType(type) || isInterfaceType(type))
        expect(schema.getPossibleTypes(type).length, type.name).toBeGreaterThan(1);
    }
  });
});

describe('generated files', () => {
  it('are what the schema and the operations of the page give', () => {
    const run = spawnSync(
      process.execPath,
      [join(REPOSITORY, 'node_modules', 'tsx', 'dist', 'cli.mjs'), join('server', 'graphql', 'codegen.ts'), '--check'],
      { cwd: REPOSITORY, encoding: 'utf8', timeout: 110_000 },
    );
    expect({ status: run.status, said: run.stderr }).toEqual({ status: 0, said: '' });
  }, 120_000);
});
