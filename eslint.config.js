import tseslint from 'typescript-eslint';

/** Builds one import ban: who may not import what, and why. */
const ban = (patterns, message) => ({ group: patterns, message });

const neo4jOnlyInStore = ban(['neo4j-driver', 'neo4j-driver/*'], 'Only server/store may import neo4j-driver.');
const fastifyOnlyInHttp = ban(
  ['fastify', '@fastify/*', '@as-integrations/*'],
  'Only server/http may import Fastify and its plugins.',
);
const cytoscapeOnlyInGraph = ban(
  ['cytoscape', 'cytoscape/*', 'elkjs', 'elkjs/*'],
  'Only web/graph may import cytoscape.',
);
const reactOnlyInExplorer = ban(
  ['react', 'react/*', 'react-dom', 'react-dom/*', 'graphiql', 'graphiql/*', '@graphiql/*', '**/explorer/**'],
  'Only web/explorer may import React and GraphiQL; the page takes nothing of the explorer.',
);
const noServerInPage = ban(['**/server/**'], 'The page talks to the server by GraphQL only.');
const restrict = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

export default tseslint.config(
  { ignores: ['node_modules/**', 'web/dist/**', '**/generated/**', '.data/**', 'test/output/**', 'coverage/**'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './web/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Only main.ts, dev.ts and the command files read the environment.',
        },
      ],
      // `== null` asks for null and undefined at once, which is what an input of GraphQL may be.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  { files: ['**/*.js'], ...tseslint.configs.disableTypeChecked },
  // Arrows point inward: http -> graphql -> domain <- store.
  {
    files: ['server/domain/**/*.ts'],
    rules: restrict(
      neo4jOnlyInStore,
      fastifyOnlyInHttp,
      ban(['graphql', '@apollo/*', 'dataloader'], 'The domain knows nothing of GraphQL.'),
      ban(
        ['**/store/**', '**/http/**', '**/graphql/**', '**/neo4j-local/**'],
        'The domain imports nothing outside itself.',
      ),
      ban(['node:fs', 'node:fs/*', 'node:net', 'node:http', 'node:child_process'], 'The domain does no I/O.'),
    ),
  },
  {
    files: ['server/store/**/*.ts'],
    rules: restrict(
      fastifyOnlyInHttp,
      ban(['graphql', '@apollo/*', 'dataloader'], 'The store knows nothing of GraphQL.'),
      ban(['**/http/**', '**/graphql/**', '**/neo4j-local/**'], 'The store imports the domain only.'),
    ),
  },
  {
    files: ['server/graphql/**/*.ts'],
    rules: restrict(
      neo4jOnlyInStore,
      fastifyOnlyInHttp,
      ban(['**/http/**', '**/neo4j-local/**'], 'graphql imports domain and the store interface only.'),
    ),
  },
  {
    files: ['server/neo4j-local/**/*.ts'],
    rules: restrict(
      neo4jOnlyInStore,
      fastifyOnlyInHttp,
      ban(['**/http/**', '**/graphql/**', '**/store/**'], 'neo4j-local gets its readiness probe as an argument.'),
    ),
  },
  {
    files: ['server/http/**/*.ts'],
    rules: restrict(neo4jOnlyInStore, ban(['**/neo4j-local/**'], 'http imports graphql and domain only.')),
  },
  {
    files: ['web/**/*.ts', 'web/**/*.tsx'],
    ignores: ['web/graph/**', 'web/explorer/**', 'web/vite.config.ts'],
    rules: restrict(cytoscapeOnlyInGraph, reactOnlyInExplorer, noServerInPage),
  },
  { files: ['web/graph/**/*.ts'], rules: restrict(reactOnlyInExplorer) },
  { files: ['web/explorer/**/*.ts'], rules: restrict(cytoscapeOnlyInGraph, noServerInPage) },
  // The entry points, and the tests, are the outside of the program.
  {
    files: [
      'server/main.ts',
      'server/production-mode.ts',
      'server/dev.ts',
      'server/*-command.ts',
      'test/**/*.ts',
      '*.config.ts',
      'web/vite.config.ts',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
);
