import { z } from 'zod';
import { AppError } from './domain/app-error.ts';

export interface Neo4jAddress {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export interface Config {
  readonly host: string;
  readonly port: number;
  /** As given; relative to the folder that the command runs in. */
  readonly dataDir: string;
  readonly logLevel: LogLevel;
  /** Undefined: run a local Neo4j. */
  readonly neo4j: Neo4jAddress | undefined;
  /** Bolt port of the local Neo4j. */
  readonly localNeo4jPort: number | 'free';
  /** GraphQL requests a minute and address; 0 = no limit. */
  readonly rateLimit: number;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Schemes that the Neo4j driver knows; +s asks for TLS with a known certificate, +ssc takes a self-signed one. */
const NEO4J_SCHEMES = ['bolt:', 'bolt+s:', 'bolt+ssc:', 'neo4j:', 'neo4j+s:', 'neo4j+ssc:'];

const portNumber = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((port) => port <= 65_535);

const neo4jUri = z.string().refine((text) => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return NEO4J_SCHEMES.includes(url.protocol) && url.hostname !== '' && url.username === '';
});

/** Each variable: its shape, its default, and what to do when the shape does not fit. */
const VARIABLES = {
  HOST: {
    shape: z
      .string()
      .regex(/^[A-Za-z0-9.:_-]+$/)
      .default('127.0.0.1'),
    advice: 'Give an address or a host name to listen on, for example 127.0.0.1 or 0.0.0.0.',
  },
  PORT: { shape: portNumber.default(4000), advice: 'Give a port number from 0 to 65535; 0 takes any free port.' },
  DATA_DIR: { shape: z.string().default('.data'), advice: 'Give a folder.' },
  LOG_LEVEL: { shape: z.enum(LOG_LEVELS).default('info'), advice: `Give one of ${LOG_LEVELS.join(', ')}.` },
  NEO4J_URI: {
    shape: neo4jUri.optional(),
    advice:
      'Give an address such as bolt://127.0.0.1:7687 or neo4j+s://graph.example.org, without user and password in it, ' +
      'or leave it out to run a local Neo4j.',
  },
  NEO4J_USER: { shape: z.string().optional(), advice: 'Give a user name.' },
  NEO4J_PASSWORD: { shape: z.string().optional(), advice: 'Give the password of NEO4J_USER.' },
  NEO4J_DATABASE: {
    shape: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9.-]{2,62}$/)
      .optional(),
    advice: 'Give the name of a database: 3 to 63 letters, digits, dots and dashes, a letter first.',
  },
  RATE_LIMIT: {
    shape: z
      .string()
      .regex(/^\d{1,7}$/)
      .transform(Number)
      .default(1200),
    advice: 'Give the GraphQL requests that one address may make in a minute, a whole number; 0 for no limit.',
  },
  NEO4J_LOCAL_PORT: {
    shape: portNumber.refine((port) => port > 0).optional(),
    advice: 'Give a port number from 1 to 65535, or leave it out to let a free one be chosen.',
  },
} as const;

type Name = keyof typeof VARIABLES;
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the whole configuration from environment variables. An empty variable counts as not set. The first one that
 * does not fit fails with ENVIRONMENT, names the variable (in `where` too) and says what to do. A value is never
 * repeated in the message, since it may be a secret.
 */
export function parseConfig(env: Environment): Config {
  return {
    host: read(env, 'HOST'),
    port: read(env, 'PORT'),
    dataDir: read(env, 'DATA_DIR'),
    logLevel: read(env, 'LOG_LEVEL'),
    neo4j: neo4jAddress(env),
    localNeo4jPort: read(env, 'NEO4J_LOCAL_PORT') ?? 'free',
    rateLimit: read(env, 'RATE_LIMIT'),
  };
}

function read<N extends Name>(env: Environment, name: N): z.output<(typeof VARIABLES)[N]['shape']> {
  const { shape, advice } = VARIABLES[name];
  const value = env[name];
  const result = shape.safeParse(value === '' ? undefined : value);
  if (!result.success)
    throw new AppError('ENVIRONMENT', `The environment variable ${name} does not fit. ${advice}`, name);
  return result.data as z.output<(typeof VARIABLES)[N]['shape']>;
}

function neo4jAddress(env: Environment): Neo4jAddress | undefined {
  const uri = read(env, 'NEO4J_URI');
  if (uri === undefined) {
    refuseLoneVariables(env);
    return undefined;
  }
  const password = read(env, 'NEO4J_PASSWORD');
  if (password === undefined) {
    throw new AppError(
      'ENVIRONMENT',
      'NEO4J_URI is set, so the environment variable NEO4J_PASSWORD is needed too. Give the password of NEO4J_USER.',
      'NEO4J_PASSWORD',
    );
  }
  return { uri, user: read(env, 'NEO4J_USER') ?? 'neo4j', password, database: read(env, 'NEO4J_DATABASE') ?? 'neo4j' };
}

/** A user, a password or a database without an address would be ignored in silence, which is hardly what was meant. */
function refuseLoneVariables(env: Environment): void {
  for (const name of ['NEO4J_USER', 'NEO4J_PASSWORD', 'NEO4J_DATABASE'] as const) {
    if (read(env, name) === undefined) continue;
    throw new AppError(
      'ENVIRONMENT',
      `The environment variable ${name} is set, but NEO4J_URI is not. Set NEO4J_URI too, or remove ${name} to run a ` +
        'local Neo4j.',
      'NEO4J_URI',
    );
  }
}
