import type { Handler } from 'hono';
import type { CachedResponse } from '../response/cached-response.ts';
import { policyForAdmin } from '../response/security-headers.ts';
import type { StaticFiles } from '../response/static-files.ts';

/** Serves the admin app: its files, and its single page for every other address below /admin. */
export function serveAdmin(files: StaticFiles): Handler {
  return async (context) => {
    const path = context.req.path.replace(/^\/admin\/?/, '');
    const found = files.get(path) ?? (isPage(path) ? files.get('index.html') : undefined);
    if (!found) return context.notFound();
    return toResponse(found, context.req.raw);
  };
}

/** False for a missing script, which must not be answered with the page. */
function isPage(path: string): boolean {
  return !/\.\w+$/.test(path);
}

async function toResponse(resource: CachedResponse, { method, headers }: Request): Promise<Response> {
  const answer = await resource.answer({
    method,
    acceptEncoding: headers.get('accept-encoding') ?? undefined,
    ifNoneMatch: headers.get('if-none-match') ?? undefined,
  });
  const body = answer.body as Uint8Array<ArrayBuffer> | undefined;
  return new Response(body ?? null, {
    status: answer.status,
    // The page has its own policy, with the hash of its inline script.
    headers: { 'content-security-policy': policyForAdmin(), ...answer.headers },
  });
}
