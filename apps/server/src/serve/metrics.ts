import { createServer } from 'node:http';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { OpenDatabase } from '@gongkai/db';
import type { CompletedRequest } from '../http/server/request-logger.ts';
import { listen } from './listen.ts';

/** Only for collectors on this machine; the metrics describe load, not people. */
const HOST = '127.0.0.1';

export interface Metrics {
  readonly registry: Registry;
  /** Records a completed request. */
  readonly observe: (answered: CompletedRequest) => void;
}

/** Creates the metrics for Prometheus: requests by kind, connections to the database, and the process itself. */
export function createMetrics({ pool }: Pick<OpenDatabase, 'pool'>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'gongkai_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames: ['method', 'kind', 'status'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  const connections = new Gauge({
    name: 'gongkai_database_connections',
    help: 'Connections to the database: open, idle, and callers waiting for one.',
    labelNames: ['state'],
    registers: [],
    collect() {
      this.set({ state: 'open' }, pool.totalCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
  registry.registerMetric(connections);
  // There are few label combinations, and a lookup by one string is faster than by three labels.
  const seriesByKey = new Map<string, Histogram.Internal<'method' | 'kind' | 'status'>>();
  return {
    registry,
    observe({ method, kind, status, seconds }) {
      const key = `${method} ${kind} ${status}`;
      let series = seriesByKey.get(key);
      if (!series) seriesByKey.set(key, (series = duration.labels({ method, kind, status })));
      series.observe(seconds);
    },
  };
}

/**
 * Serves the metrics at `/metrics` on a separate port.
 * @returns a function that stops the server
 * @throws {Failure} if the port is in use
 */
export async function serveMetrics({ registry }: Metrics, port: number): Promise<() => void> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end();
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await listen(server, port, HOST);
  return () => {
    server.close();
    server.closeAllConnections();
  };
}
