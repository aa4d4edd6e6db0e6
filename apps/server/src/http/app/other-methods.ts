import type { Handler } from 'hono';
import { refuse } from '../response/error-response.ts';

/**
 * Creates the response of a route to methods that it does not serve: the served methods for OPTIONS, 405 for all
 * others.
 */
export function rejectOtherMethods(...served: string[]): Handler {
  const headers = { allow: [...served, 'OPTIONS'].join(', ') };
  return ({ req }) =>
    req.method === 'OPTIONS'
      ? new Response(null, { status: 204, headers })
      : refuse(req.path, { code: 'method_not_allowed', headers });
}
