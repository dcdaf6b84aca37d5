import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The shell is served from the root of the local Jira's origin. */
export default defineConfig({
  base: '/',
  plugins: [react()],
  resolve: {
    alias: { '@atlaskit/feature-gate-js-client/feature-gates': `${import.meta.dirname}/feature-gates.ts` },
  },
  // Atlaskit's icons are CommonJS; by Node's rules their default import would be the module and not the icon.
  legacy: { inconsistentCjsInterop: true },
  build: { modulePreload: { polyfill: false }, assetsInlineLimit: 0, chunkSizeWarningLimit: 3000 },
});
