import type { Handler } from 'hono';
import { refuse } from '../response/error-response.ts';

/** What a route of the app answers to methods that it does not serve: OPTIONS with those it does, all others with 405. */
export function rejectOtherMethods(...served: string[]): Handler {
  const headers = { allow: [...served, 'OPTIONS'].join(', ') };
  return ({ req }) =>
    req.method === 'OPTIONS'
      ? new Response(null, { status: 204, headers })
      : refuse(req.path, { code: 'method_not_allowed', headers });
}
