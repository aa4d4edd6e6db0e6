import type { ServerResponse } from 'node:http';
import type { Logger } from '../../log/logger.ts';

/** A request that was answered: which room answered, and nothing of who asked or for what. */
export interface CompletedRequest {
  readonly method: string;
  readonly kind: 'page' | 'trpc' | 'api' | 'admin' | 'health';
  readonly status: number;
  readonly seconds: number;
}

/** What is known of a request when it comes. */
export interface RequestInfo {
  readonly id: string;
  readonly method: string;
  /** Without its query, which may be somebody's words. */
  readonly path: string;
}

/** Waits for the end of an answer and tells of it. */
export type RequestLogger = (response: ServerResponse, asking: RequestInfo) => void;

/** @returns undefined where nobody is defaults: to wait for the end of a kept answer takes a tenth of its time */
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

/** Labels of metrics are few, whatever is asked. */
const knownMethods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

function kindOf(path: string): CompletedRequest['kind'] {
  const [, first] = /^\/(trpc|api|admin)(?:\/|$)/.exec(path) ?? [];
  if (first) return first as CompletedRequest['kind'];
  return path === '/healthz' || path === '/readyz' ? 'health' : 'page';
}
