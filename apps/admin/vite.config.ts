import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/** `vite dev` sends what is not the app itself to a server that runs at this address. */
const running = process.env['DEV_SERVER'] ?? 'http://127.0.0.1:3000';

export default defineConfig(({ command }) => ({
  // The built files find one another wherever the site stands; the server writes into the page where that is.
  base: command === 'serve' ? '/admin/' : './',
  plugins: [svelte({ configFile: false })],
  build: {
    // The content policy admits files of this server alone: nothing inline, no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/trpc': running, '/api': running } },
}));
