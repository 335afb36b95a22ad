import { defineConfig } from 'vite';

const API = 'http://127.0.0.1:4000';

/**
 * Builds the page into web/dist. Target Chromium 86 is the oldest browser met on intranets; the target lowers syntax,
 * never APIs, so the code itself stays within the APIs of that version.
 */
export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  base: '/',
  define: { __TEST_BUILD__: JSON.stringify(mode === 'test') },
  oxc: { jsx: { runtime: 'automatic', importSource: 'vue' } },
  build: {
    target: 'chrome86',
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
  },
  server: { port: 5173, strictPort: false, proxy: { '/graphql': API, '/health': API } },
}));
