import { startServer, type Server } from '@gongkai/tooling-e2e/server';

/**
 * Starts the real server on the demonstration county. Another process has loaded it before, as with any installation
 * that serves what was entered long ago: a process that loads thousands of figures is a slower server for the rest of
 * its life.
 */
export async function serveDemonstration(env: Record<string, string> = {}): Promise<Server> {
  const loader = await startServer({ demo: true });
  await loader.end();
  // One reader measures, and asks more often than one is let.
  const server = await startServer({ from: loader.data, env: { GONGKAI_API_PER_MINUTE: '0', ...env } });
  await loader.stop();
  return server;
}
