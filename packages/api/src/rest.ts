import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { agencyRest } from './agency/rest.ts';
import { ApiError } from './common/errors.ts';
import { reportRest, revisionRest } from './report/rest.ts';
import type { Services } from './services.ts';

/** What is public, by REST and without a key; to be mounted at `/api/v1`. */
export function createRest(services: Services): Hono {
  return new Hono()
    .use(etag())
    .route('/agencies', agencyRest(services))
    .route('/reports', reportRest(services))
    .route('/revisions', revisionRest(services))
    .notFound((c) => c.json(new ApiError('not_found').body, 404))
    .onError((error, c) => {
      // Whoever mounts this logs what went wrong inside; callers are told only that something did.
      if (!(error instanceof ApiError)) throw error;
      return c.json(error.body, error.status);
    });
}
