import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { designTokens } from './design-tokens';

const here = import.meta.dirname;

/** The pages of the app: one HTML file each, flat, because a manifest's `entry` may not lie in a sub-folder. */
export default defineConfig({
  root: here,
  base: './', // Forge serves a resource below a path that nobody knows beforehand
  plugins: [designTokens(), react()],
  resolve: {
    alias: {
      // Atlaskit asks Atlassian's experiment service about features; outside Atlassian's own products every answer is
      // "off", and the client that asks would be a fifth of the page.
      '@atlaskit/feature-gate-js-client/feature-gates': `${here}/src/components/feature-gates.ts`,
    },
  },
  // Atlaskit's icons are CommonJS; by Node's rules their default import would be the module and not the icon.
  legacy: { inconsistentCjsInterop: true },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false }, // would be an inline script, which Forge's policy forbids
    sourcemap: false,
    rolldownOptions: {
      input: Object.fromEntries(
        ['responsibility', 'set-up', 'remit', 'gate'].map(page => [page, `${here}/${page}.html`]),
      ),
    },
  },
});
