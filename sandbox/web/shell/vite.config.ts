import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The shell is served from the root of the local Jira's origin. */
export default defineConfig({
  base: '/',
  plugins: [react()],
  build: { modulePreload: { polyfill: false }, assetsInlineLimit: 0, chunkSizeWarningLimit: 3000 },
});
