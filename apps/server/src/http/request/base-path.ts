import type { IncomingMessage } from 'node:http';
import type { Answer } from '../response/cached-response.ts';

/**
 * Takes the sub-path off the target of a request: behind it nothing but links knows of it. A gateway that has taken it
 * off already is as welcome, and so is a load balancer that asks for `/readyz` without it.
 * @returns the answer to who asks for the sub-path itself without the slash below which relative links hold
 */
export function stripBasePath(request: IncomingMessage, basePath: string): Answer | undefined {
  const { url = '/' } = request;
  const rest = withoutBasePath(url, basePath);
  if (rest !== url && !rest.startsWith('/')) return { status: 308, headers: { location: `${basePath}/${rest}` } };
  request.url = rest;
  return undefined;
}

/** A target of a request without the sub-path; what comes after the sub-path itself where there is no slash. */
export function withoutBasePath(target: string, basePath: string): string {
  if (basePath === '' || !target.startsWith(basePath)) return target;
  const rest = target.slice(basePath.length);
  return rest === '' || rest.startsWith('/') || rest.startsWith('?') ? rest : target;
}
