import type { ServerResponse } from 'node:http';
import type { Logger } from '../../log/logger.ts';

/** Route group and timing of a completed request; no personal data. */
export interface CompletedRequest {
  readonly method: string;
  readonly kind: 'page' | 'trpc' | 'api' | 'admin' | 'health';
  readonly status: number;
  readonly seconds: number;
}

/** Information about a request that is available when it arrives. */
export interface RequestInfo {
  readonly id: string;
  readonly method: string;
  /** Path without the query, which may contain a reader's search. */
  readonly path: string;
}

/** Logs a request when its response ends. */
export type RequestLogger = (response: ServerResponse, asking: RequestInfo) => void;

/**
 * @returns undefined if nothing is logged or observed: waiting for the end of a cached response costs a tenth of its
 * time
 */
export function createRequestLogger(
  logger: Logger,
  observe?: (answered: CompletedRequest) => void,
): RequestLogger | undefined {
  const isLogged = logger.isLevelEnabled('info');
  if (!observe && !isLogged) return undefined;
  return (response, { id, method, path }) => {
    const start = performance.now();
    response.once('finish', () => {
      const ms = performance.now() - start;
      const status = response.statusCode;
      observe?.({
        method: knownMethods.has(method) ? method : 'other',
        kind: kindOf(path),
        status,
        seconds: ms / 1_000,
      });
      if (isLogged) logger.info({ id, method, path, status, ms: Math.round(ms) }, '已答复');
    });
  };
}

/** Metric labels have a fixed set of values, whatever clients send. */
const knownMethods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

function kindOf(path: string): CompletedRequest['kind'] {
  const [, first] = /^\/(trpc|api|admin)(?:\/|$)/.exec(path) ?? [];
  if (first) return first as CompletedRequest['kind'];
  return path === '/healthz' || path === '/readyz' ? 'health' : 'page';
}
