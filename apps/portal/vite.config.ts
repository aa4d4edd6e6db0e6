import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { remoteApi } from './dev/remote-api.ts';

/** `vite dev` has no server around it: its pages read from one that runs at this address. */
const running = process.env['DEV_SERVER'] ?? 'http://127.0.0.1:3000';

const node = adapter();

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: {
        ...node,
        emulate: () => ({ platform: () => ({ req: { api: remoteApi(running) } }) as App.Platform }),
      },
      csp: {
        mode: 'hash',
        directives: {
          'default-src': ['none'],
          'style-src': ['self'],
          'img-src': ['self', 'data:'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
          'base-uri': ['none'],
        },
      },
    }),
  ],
});
