import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { Context } from './context.ts';
import { answerExtensionsPlugin } from './plugins/answer-extensions.ts';
import { errorLogPlugin, formatError, type ErrorLog } from './plugins/errors.ts';
import { knownOperationsPlugin } from './plugins/known-operations.ts';
import { limitsPlugin } from './plugins/limits.ts';
import { resolvers } from './resolvers/index.ts';

/** Longest document, in tokens: the largest question of the page has about half. */
export const MAX_TOKENS = 1_000;

const SCHEMA_DIR = join(import.meta.dirname, 'schema');

/** The schema as it is written, one file a domain. */
export async function readSchemaText(): Promise<string> {
  const names = (await readdir(SCHEMA_DIR)).filter((name) => name.endsWith('.graphql')).sort();
  const files = await Promise.all(names.map((name) => readFile(join(SCHEMA_DIR, name), 'utf8')));
  return files.join('\n');
}

/**
 * The GraphQL server, not yet started. What it refuses by default: documents of more than 1,000 tokens, recursive
 * selections, batches, simple requests from foreign pages, stored queries by hash.
 */
export async function makeApollo(
  log: ErrorLog,
  extraPlugins: readonly ApolloServerPlugin<Context>[],
): Promise<ApolloServer<Context>> {
  return new ApolloServer<Context>({
    typeDefs: await readSchemaText(),
    resolvers: [...resolvers],
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    maxRecursiveSelections: true,
    parseOptions: { maxLexicalTokens: MAX_TOKENS },
    formatError,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // It would listen to every field of every answer to work out a header that nobody sets a policy for.
      ApolloServerPluginCacheControlDisabled(),
      knownOperationsPlugin(),
      limitsPlugin(),
      answerExtensionsPlugin(),
      errorLogPlugin(log),
      ...extraPlugins,
    ],
  });
}
