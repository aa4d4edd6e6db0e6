import { createHash } from 'node:crypto';
import { engines } from '@gongkai/db/testing';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ErrorBody } from './common/errors.ts';
import { createPublicContext } from './context.ts';
import { createRest } from './rest/create-rest.ts';
import { appRouter } from './router.ts';
import { openCountyFixture, sampleReport, type CountyFixture } from './testing/county-fixture.ts';

interface Answer {
  readonly error: { readonly message: string; readonly data: { readonly error: ErrorBody } };
}

describe.each(engines)('over HTTP on %s', (engine) => {
  let fixture: CountyFixture;
  let rest: Hono;
  let path: string;
  let digest: string;

  beforeAll(async () => {
    fixture = await openCountyFixture(engine);
    rest = createRest(fixture.services);
    const key = { agencyId: fixture.agencies.town, year: 2020, kind: 'own' } as const;
    const [published] = await fixture.publish(key, sampleReport(key));
    ({ path, digest } = published!);
  });
  afterAll(() => fixture.close());

  describe('REST', () => {
    test('gives agencies', async () => {
      const { town } = fixture.agencies;
      const listed = (await (await rest.request('/agencies')).json()) as { items: { id: string }[] };
      expect(listed.items.map(({ id }) => id)).toEqual(
        (await fixture.services.agency.list()).map(({ id }) => id).sort(),
      );
      expect(await (await rest.request(`/agencies/${town}`)).json()).toEqual(await fixture.services.agency.page(town));
    });

    test('gives a report by key and by digest, in the bytes that were hashed', async () => {
      for (const address of [path, `/revisions/${digest}`]) {
        const response = await rest.request(address);
        expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
        expect(
          createHash('sha256')
            .update(await response.text())
            .digest('hex'),
        ).toBe(digest);
      }
    });

    test.each(['"{}"', '"other", W/"{}"'])('answers 304 to who has it already and says so as %s', async (tag) => {
      const response = await rest.request(path);
      expect(response.headers.get('etag')).toBe(`"${digest}"`);
      const again = await rest.request(path, { headers: { 'If-None-Match': tag.replace('{}', digest) } });
      expect([again.status, await again.text()]).toEqual([304, '']);
    });

    test.each([
      ['/reports/nobody/2020/own', 400, 'invalid_input'],
      ['/reports/01ARZ3NDEKTSV4RRFFQ69G5FAV/2020/own', 404, 'not_found'],
      ['/reports/01ARZ3NDEKTSV4RRFFQ69G5FAV/nineteen/own', 400, 'invalid_input'],
      ['/revisions/abc', 400, 'invalid_input'],
      ['/agencies/01ARZ3NDEKTSV4RRFFQ69G5FAV', 404, 'not_found'],
      ['/elsewhere', 404, 'not_found'],
    ])('answers %s with %i and its code', async (address, status, code) => {
      const response = await rest.request(address);
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ code, message: expect.stringMatching(/\p{Script=Han}/u) });
    });
  });

  describe('tRPC', () => {
    const ask = async (procedure: string, input: unknown) => {
      const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
      const response = await fetchRequestHandler({
        endpoint: '/trpc',
        req: new Request(`http://127.0.0.1/trpc/${procedure}${query}`),
        router: appRouter,
        createContext: () => createPublicContext(fixture.services),
      });
      return { status: response.status, body: (await response.json()) as Answer };
    };

    test('gives our code, words and details beside its own', async () => {
      const { status, body } = await ask('report.get', { agencyId: 'x', year: 2020, kind: 'own' });
      expect(status).toBe(400);
      expect(body.error.data.error).toMatchObject({
        code: 'invalid_input',
        message: expect.stringContaining('agencyId'),
        details: { issues: [{ path: ['agencyId'], message: expect.any(String) }] },
      });
      expect(body.error.message).toBe(body.error.data.error.message);
    });

    test.each([
      ['draft.list', undefined, 401, 'not_signed_in'],
      ['report.byDigest', { digest: '0'.repeat(64) }, 404, 'not_found'],
      ['no.such', undefined, 404, 'not_found'],
    ])('answers %s in our words', async (procedure, input, status, code) => {
      const answer = await ask(procedure, input);
      expect(answer.status).toBe(status);
      expect(answer.body.error.data.error.code).toBe(code);
    });

    test('does not reveal internal errors', async () => {
      vi.spyOn(fixture.services.agency, 'list').mockRejectedValueOnce(new Error('password=secret at line 5'));
      const { status, body } = await ask('agency.list', undefined);
      expect(status).toBe(500);
      expect(body.error.data.error.code).toBe('internal');
      expect(JSON.stringify(body)).not.toContain('secret');
      expect(body.error.data).not.toHaveProperty('stack');
    });
  });
});
