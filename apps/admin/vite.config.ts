import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { announcerStyle } from './announcer-style.ts';

/** `vite dev` forwards calls to the server that runs at this address. */
const server = process.env['DEV_SERVER'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [
    sveltekit({
      // One page for every address; the server writes the site's sub-path and the content policy's hash for it.
      adapter: adapter({ fallback: 'index.html' }),
      paths: { base: '/admin' },
      preprocess: announcerStyle,
    }),
  ],
  build: {
    // The content policy admits files of this server alone: no data: addresses.
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/trpc': server, '/api': server, '/favicon.svg': server } },
});
