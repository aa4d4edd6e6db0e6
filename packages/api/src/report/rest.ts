import { Hono, type Context } from 'hono';
import { readInput } from '../common/read-input.ts';
import { reportKey } from '../common/schemas.ts';
import type { Services } from '../services.ts';
import { digestRef } from './schemas.ts';
import type { CanonicalReport } from './service.ts';

export function reportRest({ report }: Services): Hono {
  return new Hono().get('/:agencyId/:year/:kind', async (c) => {
    const { year, ...rest } = c.req.param();
    return answer(c, await report.canonical(readInput(reportKey, { ...rest, year: Number(year) })));
  });
}

export function revisionRest({ report }: Services): Hono {
  return new Hono().get('/:digest', async (c) =>
    answer(c, await report.canonical(readInput(digestRef, c.req.param()))),
  );
}

/** The stored bytes as they are: their SHA-256 is the digest, which makes the entity tag. */
function answer(c: Context, { body, digest }: CanonicalReport): Response {
  return c.body(body, 200, { 'Content-Type': 'application/json; charset=utf-8', ETag: `"${digest}"` });
}
