import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

/** Serves the gallery on a free port of this machine, without reloading on changes. @returns its address and its end */
export async function serveGallery(): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = await createServer({
    root: fileURLToPath(new URL('..', import.meta.url)),
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (typeof address !== 'object' || address === null) throw new Error('The gallery did not start');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}
