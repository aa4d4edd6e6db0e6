import { engines } from '@gongkai/db/testing';
import { cellsOf, forms, withValue, type Report } from '@gongkai/schema';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '../context.ts';
import { createRest } from '../rest/create-rest.ts';
import { createCaller } from '../router.ts';
import { now, openCountyFixture, sampleReport, type CountyFixture } from '../testing/county-fixture.ts';

interface Answer {
  readonly status: number;
  readonly body: { readonly [key: string]: unknown; readonly code?: string };
  readonly headers: Headers;
}

interface Sending {
  readonly query: string;
  readonly bearer: string | null;
  readonly key: string | null;
  readonly type: string;
}

describe.each(engines)('submission by API on %s', (engine) => {
  let fixture: CountyFixture;
  let rest: Hono;
  let drafter: Context;
  let token: string;

  beforeAll(async () => {
    fixture = await openCountyFixture(engine);
    rest = createRest(fixture.services);
    drafter = await fixture.signIn('填报人', { agencyId: fixture.agencies.town, role: 'drafter' });
    token = await newToken();
  });
  afterAll(() => fixture.close());

  const newToken = async (days = 30, agencyId = fixture.agencies.town) =>
    (await fixture.services.token.create(drafter.user!, { agencyId, name: '办公系统', days })).token;

  const send = async (
    report: unknown,
    { query = '', bearer = token, key = 'first-2021', type = 'application/json' }: Partial<Sending> = {},
  ): Promise<Answer> => {
    const response = await rest.request(`/submissions${query}`, {
      method: 'POST',
      headers: {
        'content-type': type,
        ...(bearer !== null && { authorization: `Bearer ${bearer}` }),
        ...(key !== null && { 'idempotency-key': key }),
      },
      body: typeof report === 'string' ? report : JSON.stringify(report),
    });
    return { status: response.status, body: (await response.json()) as Answer['body'], headers: response.headers };
  };

  const reportOf = (reportYear = 2021): Report =>
    sampleReport({ agencyId: fixture.agencies.town, year: reportYear, kind: 'own' });
  const everything = async () => {
    const tables = ['draft', 'revision', 'review', 'figures', 'submission', 'publication'];
    const counts = tables.map((name) => `(select count(*) from "${name}")`).join(` || '/' || `);
    const { rows } = await fixture.database.pool.query<{ counts: string }>(`select ${counts} as counts`);
    return rows[0]!.counts;
  };
  const unchangedBy = async (run: () => Promise<Answer>): Promise<Answer> => {
    const before = await everything();
    const answer = await run();
    expect(await everything()).toBe(before);
    return answer;
  };

  test('a dry run tells what a real one would do, and does nothing', async () => {
    const { status, body } = await unchangedBy(() => send(reportOf(), { query: '?dryRun=true', key: null }));
    expect([status, body]).toEqual([
      200,
      {
        ...{ agencyId: fixture.agencies.town, year: 2021, kind: 'own', dryRun: true, accepted: true },
        findings: expect.any(Array),
      },
    ]);
  });

  test('a dry run of what cannot be right is answered with its findings and the reason', async () => {
    const form = forms.at(-1)!;
    const cell = cellsOf(form).find(({ code }) => code === '三.一.总计')!;
    const wrong = withValue(form, reportOf(), cell.key, 7);
    const { status, body } = await unchangedBy(() => send(wrong, { query: '?dryRun=1', key: null }));
    expect(status).toBe(200);
    expect(body).toMatchObject({ accepted: false, problem: { code: 'blocked_by_findings' } });
    expect((body['findings'] as { cells: string[] }[]).flatMap(({ cells }) => cells)).toContain(cell.key);
    const refused = await unchangedBy(() => send(wrong, { key: 'wrong-2021' }));
    expect([refused.status, refused.body.code]).toEqual([422, 'blocked_by_findings']);
  });

  test('a report submitted waits for review, once, however often it is sent', async () => {
    const first = await send(reportOf());
    expect(first.body).toMatchObject({ accepted: true, revision: 1, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const again = await unchangedBy(() => send(reportOf()));
    expect([again.status, again.body]).toEqual([200, first.body]);
    const otherwise = await unchangedBy(() => send({ ...reportOf(), title: '另一份报告' }));
    expect([otherwise.status, otherwise.body.code]).toEqual([409, 'idempotency_conflict']);
    const dry = await unchangedBy(() => send(reportOf(), { query: '?dryRun=true' }));
    const { revision, digest } = first.body;
    expect(dry.body).toMatchObject({ dryRun: true, accepted: true, revision, digest });
    const dryOtherwise = { ...reportOf(), title: '另一份报告' };
    expect((await unchangedBy(() => send(dryOtherwise, { query: '?dryRun=true' }))).body).toMatchObject({
      ...{ dryRun: true, accepted: false },
      problem: { code: 'idempotency_conflict' },
    });
    const other = await unchangedBy(() => send(reportOf(), { key: 'second-2021' }));
    expect(other.body.code).toBe('wrong_state');
    const key = { agencyId: fixture.agencies.town, year: 2021, kind: 'own' } as const;
    expect(await fixture.services.review.history(key)).toMatchObject({ state: { stage: 'submitted', by: '填报人' } });
  });

  test('a returned report is submitted again in its place', async () => {
    const key = { agencyId: fixture.agencies.town, year: 2021, kind: 'own' } as const;
    const reviewer = await fixture.signIn('审核人', { agencyId: fixture.agencies.county, role: 'reviewer' });
    await createCaller(reviewer).review.return({ ...key, revision: 1, reasons: ['wording'] });
    const fixed = sampleReport(key, '全年主动公开惠民补贴信息十五条。');
    expect((await send(fixed, { key: 'fixed-2021' })).body).toMatchObject({ accepted: true, revision: 2 });
  });

  test('calls at the same time submit once', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => send(reportOf(2020), { key: 'at-once-2020' })));
    expect(answers.map(({ body }) => body['revision'])).toEqual([1, 1, 1, 1]);
  });

  test('a draft that people are at work on is left alone', async () => {
    const key = { agencyId: fixture.agencies.town, year: 2019, kind: 'own' } as const;
    await fixture.services.draft.start(drafter.user!, { ...key, report: reportOf(2019) });
    const { body } = await unchangedBy(() => send(reportOf(2019), { key: 'draft-2019' }));
    expect(body.code).toBe('draft_exists');
  });

  test("another agency's report is refused", async () => {
    const foreign = await unchangedBy(() =>
      send(
        { ...reportOf(), agency: { name: '临江县白石镇人民政府', id: fixture.agencies.otherTown } },
        { key: 'foreign-2021' },
      ),
    );
    expect([foreign.status, foreign.body.code]).toEqual([403, 'token_foreign']);
  });

  test.each([
    ['no token', null, 401, 'token_missing'],
    ['a token of no kind', 'abc', 401, 'token_invalid'],
    ['a token that was never made', `gkt_${'A'.repeat(43)}`, 401, 'token_invalid'],
  ])('%s is refused', async (_name, bearer, status, code) => {
    const answer = await unchangedBy(() => send(reportOf(), { bearer }));
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  test('a revoked token is refused, and a second revocation', async () => {
    const { id, token: bearer } = await fixture.services.token.create(drafter.user!, {
      agencyId: fixture.agencies.town,
      name: '旧系统',
      days: 30,
    });
    await fixture.services.token.revoke(drafter.user!, { agencyId: fixture.agencies.town, id });
    expect((await unchangedBy(() => send(reportOf(), { bearer }))).body.code).toBe('token_revoked');
    await expect(fixture.services.token.revoke(drafter.user!, { id })).rejects.toMatchObject({ code: 'not_found' });
    const other = { agencyId: fixture.agencies.otherTown, id };
    await expect(fixture.services.token.revoke(drafter.user!, other)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('an expired token is refused', async () => {
    const bearer = await newToken(1);
    fixture.passTo('2022-01-21T06:00:00Z');
    expect((await unchangedBy(() => send(reportOf(), { bearer }))).body.code).toBe('token_expired');
    fixture.passTo(now.toISOString());
  });

  test('a token whose maker may no longer draft is refused', async () => {
    const bearer = await newToken(30, fixture.agencies.otherTown);
    const answer = await unchangedBy(() => send({ ...reportOf(), agency: { name: '白石镇' } }, { bearer }));
    expect([answer.status, answer.body.code]).toEqual([403, 'token_unfounded']);
  });

  test.each<[string, () => Promise<Answer>, number, string]>([
    ['no key', () => send(reportOf(), { key: null }), 400, 'idempotency_missing'],
    ['too short a key', () => send(reportOf(), { key: 'x' }), 400, 'idempotency_missing'],
    ['too long a key', () => send(reportOf(), { key: 'x'.repeat(129) }), 400, 'idempotency_missing'],
    ['a form', () => send('a=1', { type: 'application/x-www-form-urlencoded' }), 415, 'unsupported_type'],
    ['broken JSON', () => send('{'), 400, 'malformed_json'],
    ['JSON of no report', () => send('[]'), 400, 'invalid_input'],
    [
      'a report with an unknown field',
      () => send({ ...reportOf(), remark: 1 }, { key: 'remark-1' }),
      422,
      'invalid_report',
    ],
    ['an unknown year', () => send({ ...reportOf(), year: 1066 }, { key: 'year-1066' }), 400, 'invalid_input'],
    ['a wrong kind', () => send({ ...reportOf(), kind: 'consolidated' }, { key: 'kind-2021' }), 422, 'wrong_kind'],
    ['an unknown parameter', () => send(reportOf(), { query: '?force=1' }), 400, 'unknown_parameter'],
  ])('%s is refused, and nothing changes', async (_name, call, status, code) => {
    const answer = await unchangedBy(call);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('tokens are kept as hashes, with their last use, and all of it stands in the audit trail', async () => {
    const { rows } = await fixture.database.pool.query<Record<string, unknown>>('select * from api_token');
    expect(JSON.stringify(rows)).not.toContain(token);
    const listed = await fixture.services.token.list(fixture.agencies.town);
    expect(listed.find(({ lastUsedAt }) => lastUsedAt !== null)).toMatchObject({
      name: '办公系统',
      createdBy: '填报人',
    });
    expect(new Set(listed.map(({ state }) => state))).toEqual(new Set(['valid', 'revoked']));
    const { rows: lines } = await fixture.database.pool.query<{ action: string; outcome: string }>(
      'select distinct action, outcome from audit_entry',
    );
    const trail = lines.map(({ action, outcome }) => `${action} ${outcome}`);
    expect(trail).toEqual(
      expect.arrayContaining([
        'token.create ok',
        'token.revoke ok',
        'submission.handIn ok',
        'submission.handIn blocked_by_findings',
        'review.submit ok',
      ]),
    );
  });
});
