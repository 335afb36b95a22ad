import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const API = 'http://127.0.0.1:4000';
const EXPLORER = join(import.meta.dirname, 'explorer');

/**
 * GraphiQL's style sheet carries two families of fonts as data addresses, 300 KB that the strict content-security policy
 * refuses anyway. The explorer uses the fonts of the system.
 */
const systemFontsOnly: Plugin = {
  name: 'system-fonts-only',
  enforce: 'pre',
  transform: {
    filter: { id: /graphiql\/dist\/style\.css/ },
    handler: (code) => ({ code: code.replace(/@font-face\s*\{[^}]*\}/g, ''), map: null }),
  },
};

/** The development server answers an address without its last slash with the page itself; the service redirects. */
const explorerSlash: Plugin = {
  name: 'explorer-slash',
  configureServer: (server) => {
    server.middlewares.use((request, response, next) => {
      const [path, search] = (request.url ?? '').split('?');
      if (path !== '/explorer') {
        next();
        return;
      }
      response.writeHead(308, { location: `/explorer/${search === undefined ? '' : `?${search}`}` });
      response.end();
    });
  },
};

/**
 * Builds the page and the explorer into web/dist, each with files of its own. Target Chromium 86 is the oldest browser met
 * on intranets; the target lowers syntax, never APIs, so the code itself stays within the APIs of that version.
 */
export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  base: '/',
  define: { __TEST_BUILD__: JSON.stringify(mode === 'test') },
  plugins: [systemFontsOnly, explorerSlash],
  resolve: { alias: { 'react-style-singleton': join(EXPLORER, 'constructed-style.ts') } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'vue' } },
  build: {
    target: 'chrome86',
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The explorer with GraphiQL is one file of 1 MB that only its own address asks for.
    chunkSizeWarningLimit: 1_100,
    rolldownOptions: {
      // GraphiQL's packages mark modules for servers that render React; there is none here, and a start must be quiet.
      onLog: (level, log, report) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
      input: { index: join(import.meta.dirname, 'index.html'), explorer: join(EXPLORER, 'index.html') },
    },
  },
  server: {
    port: 5173,
    strictPort: false,
    proxy: { '/graphql': API, '/health': API, '/explorer/limits.json': API },
  },
}));
