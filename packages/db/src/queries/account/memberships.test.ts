import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../open/open-database.ts';
import { user } from '../../tables/auth.ts';
import { engines, testDatabase } from '../../testing/index.ts';
import { addAgency } from '../../testing/samples.ts';
import { grantMembership, listMemberships, revokeMembership } from './memberships.ts';

describe.each(engines)('members on %s', (engine) => {
  let database: OpenDatabase;
  const userId = 'clerk';
  beforeAll(async () => {
    database = await testDatabase(engine);
  });
  afterAll(() => database.close());

  test('have roles for agencies and for the installation, each once', async () => {
    const { db } = database;
    await db.insert(user).values({ id: userId, name: '填报人', email: 'clerk@localhost' });

    const drafter = { userId, agencyId: await addAgency(db), role: 'drafter' };
    const auditor = { userId, agencyId: null, role: 'auditor' };
    for (const role of [drafter, auditor, drafter, auditor]) await grantMembership(db, role);
    const named = { ...drafter, agencyName: '青原镇人民政府' };
    expect(await listMemberships(db, userId)).toEqual([named, { ...auditor, agencyName: null }]);
    await revokeMembership(db, auditor);
    expect(await listMemberships(db, userId)).toEqual([named]);
    expect(await listMemberships(db, 'nobody')).toEqual([]);
  });
});
