import { readFileSync } from 'node:fs';
import { engines } from '@gongkai/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appRouter, createCaller } from './router.ts';
import type { Context } from './context.ts';
import { createPublicContext } from './context.ts';
import { everyone, permissions, type Person } from './testing/permissions.ts';
import { permissionsPage, permissionsFile } from './testing/permissions-page.ts';
import { failureOf, openCountyFixture, type CountyFixture } from './testing/county-fixture.ts';

test('every procedure has its permissions stated', () => {
  expect(Object.keys(permissions)).toEqual(Object.keys(appRouter._def.procedures).sort());
});

test('docs/reference/permissions.md says the same: npm run pnpm -- --filter @gongkai/api reference', () => {
  expect(readFileSync(permissionsFile, 'utf8')).toBe(permissionsPage());
});

/** The people who hold a duty for the installation (三员分立). */
const onDuty: readonly Person[] = ['system administrator', 'security administrator', 'auditor'];
/** Concepts that duties may use; none of them reads or changes a report that is not public. */
const forDuties = new Set(['account', 'agency', 'audit', 'register', 'token']);

const forRoles = Object.entries(permissions).filter(
  ([path, allowed]) => !forDuties.has(path.split('.')[0]!) && !allowed.includes('the public'),
);

test.each(forRoles)('no duty opens %s, unless it is open to everybody', (_path, allowed) => {
  expect(allowed.filter((person) => onDuty.includes(person))).toEqual([]);
});

describe.each(engines)('on %s', (engine) => {
  let fixture: CountyFixture;
  let contexts: Record<Person, Context>;

  beforeAll(async () => {
    fixture = await openCountyFixture(engine);
    const { town, county, otherTown } = fixture.agencies;
    contexts = {
      'the public': createPublicContext(fixture.services),
      'nobody special': await fixture.signIn('旁观者'),
      'drafter elsewhere': await fixture.signIn('外县填报人', { agencyId: otherTown, role: 'drafter' }),
      drafter: await fixture.signIn('填报人', { agencyId: town, role: 'drafter' }),
      'drafter above': await fixture.signIn('县填报人', { agencyId: county, role: 'drafter' }),
      reviewer: await fixture.signIn('审核人', { agencyId: town, role: 'reviewer' }),
      'reviewer above': await fixture.signIn('县审核人', { agencyId: county, role: 'reviewer' }),
      publisher: await fixture.signIn('公布人', { agencyId: town, role: 'publisher' }),
      'system administrator': await fixture.signInOnDuty('系统管理员', 'systemAdministrator'),
      'security administrator': await fixture.signInOnDuty('安全管理员', 'securityAdministrator'),
      auditor: await fixture.signInOnDuty('审计员', 'auditor'),
    };
  });
  afterAll(() => fixture.close());

  const call = (person: Person, path: string): Promise<unknown> => {
    const caller = createCaller(contexts[person]);
    const agencyId = fixture.agencies.town;
    const key = { agencyId, year: 2020, kind: 'own' as const };
    const collection = { agencyId: fixture.agencies.county, year: 2020 };
    const report = {} as never;
    const form = (fields: Record<string, string>) => {
      const data = new FormData();
      data.set('file', new File(['机关名称\n'], '名录.csv'));
      for (const [name, value] of Object.entries(fields)) data.set(name, value);
      return data;
    };
    const attributes = {
      name: '云溪县青原镇人民政府',
      kind: 'town',
      level: 'township',
      parentId: null,
      divisionCode: null,
      creditCode: null,
    } as const;
    const [version, day, reason] = ['2000-01-01T00:00:00.000Z', '2021-01-01', '更名'];
    const calls: Record<string, () => Promise<unknown>> = {
      'account.claimFirst': () =>
        caller.account.claimFirst({
          token: 'x'.repeat(43),
          username: 'first',
          name: '某人',
          password: 'Test-only-1',
          agency: { name: '某县人民政府', kind: 'government', level: 'county' },
        }),
      'account.changePassword': () => caller.account.changePassword({ current: 'Wrong-1', password: 'Wrong-pass-1' }),
      'account.changeRoles': () => caller.account.changeRoles({ id: 'nobody', give: {}, take: {} }),
      'account.create': () => caller.account.create({ username: 'clerk1', name: '某人' }),
      'account.disable': () => caller.account.disable({ id: 'nobody' }),
      'account.enable': () => caller.account.enable({ id: 'nobody' }),
      'account.endOtherSessions': () => caller.account.endOtherSessions(),
      'account.endSession': () => caller.account.endSession({ id: 'none' }),
      'account.handOver': () => caller.account.handOver({ id: 'nobody', to: { id: 'nobody' } }),
      'account.list': () => caller.account.list({}),
      'account.me': () => caller.account.me(),
      'account.resetPassword': () => caller.account.resetPassword({ id: 'nobody' }),
      'account.resetSecondFactor': () => caller.account.resetSecondFactor({ id: 'nobody' }),
      'account.sessions': () => caller.account.sessions(),
      'account.signInOptions': () => caller.account.signInOptions(),
      'account.unlock': () => caller.account.unlock({ id: 'nobody' }),
      'account.update': () => caller.account.update({ id: 'nobody', name: '某人' }),
      'agency.get': () => caller.agency.get({ id: agencyId }),
      'agency.list': () => caller.agency.list(),
      'audit.list': () => caller.audit.list({}),
      'audit.verify': () => caller.audit.verify(),
      'draft.checkStartable': () => caller.draft.checkStartable(key),
      'draft.discard': () => caller.draft.discard({ ...key, lockVersion: 1 }),
      'draft.findings': () => caller.draft.findings(key),
      'draft.get': () => caller.draft.get(key),
      'draft.list': () => caller.draft.list(),
      'draft.save': () => caller.draft.save({ ...key, lockVersion: 1, report }),
      'draft.source': () => caller.draft.source(key),
      'draft.start': () => caller.draft.start({ ...key, report }),
      'import.read': () => caller.import.read({ text: '不是报告' }),
      'publication.correct': () => caller.publication.correct({ ...key, publicNote: '更正' }),
      'publication.publish': () => caller.publication.publish({ ...key, digest: '0'.repeat(64) }),
      'publication.publishArchived': () =>
        caller.publication.publishArchived({ ...key, lockVersion: 1, publishedOn: '2021-01-15' }),
      'publication.schedule': () =>
        caller.publication.schedule({ ...key, digest: '0'.repeat(64), due: '2022-01-21T00:00:00Z' }),
      'publication.unschedule': () => caller.publication.unschedule(key),
      'publication.withdraw': () => caller.publication.withdraw({ ...key, reason: '有误' }),
      'register.applyFile': () => caller.register.applyFile(form({ digest: '0'.repeat(64) })),
      'register.change': () => caller.register.change({ ...attributes, agencyId, version, from: day, reason }),
      'register.create': () => caller.register.create({ ...attributes, parentId: agencyId, validFrom: day }),
      'register.dissolve': () => caller.register.dissolve({ agencyId, version, on: day, reason }),
      'register.exportFile': () => caller.register.exportFile({ format: 'csv' }),
      'register.history': () => caller.register.history({ agencyId }),
      'register.merge': () => caller.register.merge({ agencyIds: [agencyId], into: { agencyId }, on: day, reason }),
      'register.previewFile': () => caller.register.previewFile(form({})),
      'register.setContact': () =>
        caller.register.setContact({
          agencyId,
          version,
          contact: { office: null, address: null, postcode: null, phone: null, fax: null, email: null, website: null },
        }),
      'register.split': () => caller.register.split({ agencyId, into: [{ agencyId }], goesOn: true, on: day, reason }),
      'register.tree': () => caller.register.tree(),
      'report.addresses': () => caller.report.addresses({ limit: 1 }),
      'report.byDigest': () => caller.report.byDigest({ digest: '0'.repeat(64) }),
      'report.canonical': () => caller.report.canonical({ digest: '0'.repeat(64) }),
      'report.get': () => caller.report.get(key),
      'report.latest': () => caller.report.latest({}),
      'report.years': () => caller.report.years(),
      'review.accept': () => caller.review.accept({ ...key, revision: 1 }),
      'review.history': () => caller.review.history(key),
      'review.list': () => caller.review.list(),
      'review.recall': () => caller.review.recall(key),
      'review.reply': () => caller.review.reply({ ...key, revision: 1, comment: 1, text: '已改' }),
      'review.return': () => caller.review.return({ ...key, revision: 1, reasons: ['figures'] }),
      'review.revision': () => caller.review.revision(key),
      'review.submit': () => caller.review.submit({ ...key, lockVersion: 1 }),
      'rollup.cell': () => caller.rollup.cell({ ...collection, cell: '三.一.总计' }),
      'rollup.generate': () => caller.rollup.generate(collection),
      'rollup.get': () => caller.rollup.get(collection),
      'rollup.giveReasons': () =>
        caller.rollup.giveReasons({ ...collection, reasons: [{ bodyId: agencyId, reason: '撤并' }] }),
      'rollup.takeIn': () => caller.rollup.takeIn(collection),
      'round.allowEarlySubmission': () =>
        caller.round.allowEarlySubmission({ ...collection, bodyId: agencyId, reason: '撤并' }),
      'round.announce': () => caller.round.announce({ ...collection, year: 2012 }),
      'round.board': () => caller.round.board(collection),
      'round.changeDue': () => caller.round.changeDue(collection),
      'round.exclude': () => caller.round.exclude({ ...collection, bodyId: agencyId, reason: '撤并' }),
      'round.expected': () => caller.round.expected(),
      'round.extend': () =>
        caller.round.extend({ ...collection, bodyId: agencyId, until: '2021-02-10', reason: '搬迁' }),
      'round.get': () => caller.round.get(collection),
      'round.include': () => caller.round.include({ ...collection, bodyId: agencyId }),
      'round.list': () => caller.round.list(),
      'round.mailReminders': () => caller.round.mailReminders(collection),
      'round.reminders': () => caller.round.reminders(collection),
      'round.setLock': () => caller.round.setLock({ ...collection, lock: 'open' }),
      'token.create': () => caller.token.create({ agencyId, name: '办公系统', days: 1 }),
      'token.list': () => caller.token.list({ agencyId }),
      'token.listAll': () => caller.token.listAll(),
      'token.revoke': () => caller.token.revoke({ agencyId, id: agencyId }),
      'token.revokeAny': () => caller.token.revokeAny({ id: agencyId }),
      'search.reports': () => caller.search.reports({ query: '青原' }),
    };
    return calls[path]!();
  };

  describe.each(Object.entries(permissions))('%s', (path, allowed) => {
    test.each(everyone)('as %s', async (person) => {
      const outcome = await call(person, path).then(
        () => 'done',
        async (error: unknown) => (await failureOf(Promise.reject(error))).code,
      );
      const refusal = ['not_signed_in', 'forbidden'].find((code) => code === outcome);
      const expected = person === 'the public' ? 'not_signed_in' : 'forbidden';
      expect(refusal).toBe(allowed.includes(person) ? undefined : expected);
    });
  });

  test('a procedure about an agency that is not named is refused before anything is looked at', async () => {
    const caller = createCaller(contexts.drafter);
    const nameless = { year: 2020, kind: 'own' } as never;
    expect(await failureOf(caller.draft.get(nameless))).toMatchObject({
      code: 'invalid_input',
      details: { issues: [{ path: ['agencyId'] }] },
    });
  });

  test('a form cannot name one agency to the guard and another to the procedure', async () => {
    const { town, otherTown } = fixture.agencies;
    const form = new FormData();
    form.set('input', JSON.stringify({ agencyId: otherTown, year: 2020, kind: 'own' }));
    form.set('agencyId', town);
    await createCaller(contexts.drafter).draft.start(form);
    expect((await fixture.services.draft.list([otherTown, town])).map(({ agencyId }) => agencyId)).toEqual([town]);
  });
});
