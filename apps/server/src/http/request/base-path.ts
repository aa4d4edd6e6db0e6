import type { IncomingMessage } from 'node:http';
import type { Answer } from '../response/cached-response.ts';

/**
 * Removes the sub-path from the target of a request, so that only links depend on it. A target without the sub-path is
 * accepted too: a gateway may have removed it already, and a load balancer may request `/readyz` without it.
 * @returns a redirect for a request to the sub-path without the trailing slash that relative links require; otherwise
 * undefined
 */
export function stripBasePath(request: IncomingMessage, basePath: string): Answer | undefined {
  const { url = '/' } = request;
  const rest = withoutBasePath(url, basePath);
  if (rest !== url && !rest.startsWith('/')) return { status: 308, headers: { location: `${basePath}/${rest}` } };
  request.url = rest;
  return undefined;
}

/**
 * The target of a request without the sub-path. The result for the sub-path without a trailing slash has no leading
 * slash.
 */
export function withoutBasePath(target: string, basePath: string): string {
  if (basePath === '' || !target.startsWith(basePath)) return target;
  const rest = target.slice(basePath.length);
  return rest === '' || rest.startsWith('/') || rest.startsWith('?') ? rest : target;
}
