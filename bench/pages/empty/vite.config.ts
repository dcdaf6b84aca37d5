import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = import.meta.dirname;

/** As the pages of the app are built, static/vite.config.ts, so that what differs is what the pages do. */
export default defineConfig({
  root: here,
  base: './',
  plugins: [react()],
  resolve: {
    alias: {
      '@atlaskit/feature-gate-js-client/feature-gates': `${here}/../../../static/src/components/feature-gates.ts`,
    },
  },
  legacy: { inconsistentCjsInterop: true },
  build: {
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: `${here}/responsibility.html` },
  },
});
