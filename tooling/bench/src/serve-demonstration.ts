import { startServer, type Server } from '@gongkai/tooling-e2e/server';

/**
 * Starts the real server on the demonstration county, which another process has loaded before, as in a running
 * installation: a process that has loaded thousands of figures stays slower.
 */
export async function serveDemonstration(env: Record<string, string> = {}): Promise<Server> {
  const loader = await startServer({ demo: true });
  await loader.end();
  // One client measures, and exceeds the rate limit of one address.
  const server = await startServer({ from: loader.data, env: { GONGKAI_API_PER_MINUTE: '0', ...env } });
  await loader.stop();
  return server;
}
