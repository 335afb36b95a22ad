import { describe, expect, it } from 'vitest';
import { AppError } from '../../server/domain/app-error.ts';
import { parseConfig } from '../../server/config.ts';

const DEFAULTS = {
  host: '127.0.0.1',
  port: 4000,
  dataDir: '.data',
  logLevel: 'info',
  neo4j: undefined,
  localNeo4jPort: 'free',
  rateLimit: 1200,
};
const SECRET = { NEO4J_PASSWORD: 'long-enough-secret' };
const address = { user: 'neo4j', password: 'long-enough-secret', database: 'neo4j' };

describe('the configuration', () => {
  it.each<[string, Record<string, string>, object]>([
    ['has a default for everything', {}, {}],
    ['takes an empty variable for one that is not set', { PORT: '', NEO4J_URI: '', HOST: '' }, {}],
    [
      'reads HOST, PORT, DATA_DIR, LOG_LEVEL',
      { HOST: '0.0.0.0', PORT: '0', DATA_DIR: '/srv/x', LOG_LEVEL: 'debug' },
      { host: '0.0.0.0', port: 0, dataDir: '/srv/x', logLevel: 'debug' },
    ],
    ['takes an IPv6 address', { HOST: '::1' }, { host: '::1' }],
    ['reads the rate limit', { RATE_LIMIT: '0' }, { rateLimit: 0 }],
    ['reads the port of the local Neo4j', { NEO4J_LOCAL_PORT: '7687' }, { localNeo4jPort: 7687 }],
    ...['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'].map(
      (scheme): [string, Record<string, string>, object] => [
        `takes ${scheme}://`,
        { ...SECRET, NEO4J_URI: `${scheme}://graph.example.org:7687` },
        { neo4j: { ...address, uri: `${scheme}://graph.example.org:7687` } },
      ],
    ),
    [
      'reads user and database',
      { ...SECRET, NEO4J_URI: 'bolt://[::1]', NEO4J_USER: 'reader', NEO4J_DATABASE: 'map.v2' },
      { neo4j: { ...address, uri: 'bolt://[::1]', user: 'reader', database: 'map.v2' } },
    ],
  ])('%s', (_rule, env, expected) => {
    expect(parseConfig(env)).toEqual({ ...DEFAULTS, ...expected });
  });

  it.each<[string, string, Record<string, string>]>([
    ['a port that is no number', 'PORT', { PORT: 'http' }],
    ['a port beyond 65535', 'PORT', { PORT: '65536' }],
    ['a negative port', 'PORT', { PORT: '-1' }],
    ['a fractional port', 'PORT', { PORT: '80.5' }],
    ['a host with a space', 'HOST', { HOST: 'my host' }],
    ['an unknown log level', 'LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['an http address for Neo4j', 'NEO4J_URI', { ...SECRET, NEO4J_URI: 'http://127.0.0.1:7474' }],
    ['a Neo4j address without a scheme', 'NEO4J_URI', { ...SECRET, NEO4J_URI: '127.0.0.1:7687' }],
    ['a Neo4j address without a host', 'NEO4J_URI', { ...SECRET, NEO4J_URI: 'bolt://' }],
    ['a password inside the address', 'NEO4J_URI', { ...SECRET, NEO4J_URI: 'bolt://neo4j:hidden@127.0.0.1' }],
    ['an address without a password', 'NEO4J_PASSWORD', { NEO4J_URI: 'bolt://127.0.0.1' }],
    ['a password without an address', 'NEO4J_URI', SECRET],
    ['a database without an address', 'NEO4J_URI', { NEO4J_DATABASE: 'neo4j' }],
    [
      'a database name that Neo4j refuses',
      'NEO4J_DATABASE',
      { ...SECRET, NEO4J_URI: 'bolt://h', NEO4J_DATABASE: 'my db' },
    ],
    ['a negative rate limit', 'RATE_LIMIT', { RATE_LIMIT: '-1' }],
    ['port 0 for the local Neo4j', 'NEO4J_LOCAL_PORT', { NEO4J_LOCAL_PORT: '0' }],
  ])('refuses %s, names the variable and repeats no value', (_case, variable, env) => {
    let error: unknown;
    try {
      parseConfig(env);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'ENVIRONMENT', where: variable });
    expect((error as AppError).message).toContain(variable);
    expect((error as AppError).message).not.toMatch(/long-enough-secret|hidden/);
  });
});
