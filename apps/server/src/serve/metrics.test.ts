import { testDatabase } from '@gongkai/db/testing';
import { freePort } from '@gongkai/tooling-scripts/free-port';
import { expect, it, onTestFinished } from 'vitest';
import { createMetrics, serveMetrics } from './metrics.ts';

it('gives requests, connections and the process to a collector on this machine', async () => {
  const database = await testDatabase('pglite');
  onTestFinished(() => database.close());
  await database.pool.query('SELECT 1');
  const metrics = createMetrics(database);
  metrics.observe({ method: 'GET', kind: 'page', status: 200, seconds: 0.004 });
  const port = await freePort();
  onTestFinished(await serveMetrics(metrics, port));
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
  expect(answer.headers.get('content-type')).toContain('text/plain');
  const text = await answer.text();
  expect(text).toContain('gongkai_http_request_duration_seconds_count{method="GET",kind="page",status="200"} 1');
  expect(text).toMatch(/gongkai_database_connections\{state="open"\} 1/);
  expect(text).toContain('process_resident_memory_bytes');
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  await expect(serveMetrics(metrics, port)).rejects.toThrow(`端口 ${port} 已被占用`);
});
