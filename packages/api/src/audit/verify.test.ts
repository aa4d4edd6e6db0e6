import { engines } from '@gongkai/db/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCountyFixture, sampleReport, testPassword, type CountyFixture } from '../testing/county-fixture.ts';

describe.each(engines)('stored reports and accounts beside the audit trail on %s', (engine) => {
  let fixture: CountyFixture;
  const key = () => ({ agencyId: fixture.agencies.town, year: 2020, kind: 'own' as const });

  beforeEach(async () => {
    fixture = await openCountyFixture(engine, { clock: () => new Date() });
    await fixture.publish(key(), sampleReport(key()));
    await fixture.services.account.create(
      { username: 'auditor', name: '审计员', password: testPassword },
      [],
      ['auditor'],
    );
    await fixture.services.audit.seal();
  });
  afterEach(() => fixture.close());

  const verify = () => fixture.services.audit.verify();
  /** Changes the database directly, as its owner could. */
  const tamper = async (table: string, statement: string) => {
    const { pool } = fixture.database;
    await pool.query(`alter table ${table} disable trigger user`);
    await pool.query(statement);
    await pool.query(`alter table ${table} enable trigger user`);
  };

  test('agree if the database was changed by the program only', async () => {
    expect(await verify()).toMatchObject({ faults: [], gaps: [], unsealed: [] });
  });

  test('show a report whose text and digest were both changed', async () => {
    const changed = `update revision set body = replace(body, '惠民', '为民'),
      digest = encode(sha256(convert_to(replace(body, '惠民', '为民'), 'UTF8')), 'hex')`;
    await tamper('revision', changed);
    expect((await fixture.services.maintenance.inspect()).damaged).toEqual([]);
    const subject = `${fixture.agencies.town} 2020 年度第 1 版`;
    expect(await verify()).toMatchObject({ gaps: [{ type: 'revision', subject, problem: 'otherDigest' }] });
  });

  test('show that the end of the trail was cut, links and all', async () => {
    for (const table of ['audit_entry', 'audit_link']) await tamper(table, `delete from ${table}`);
    const { faults, gaps } = await verify();
    expect(faults).toEqual([]);
    expect(gaps.map(({ type }) => type).sort()).toEqual(['account', 'membership', 'publication', 'revision']);
    expect(new Set(gaps.map(({ problem }) => problem))).toEqual(new Set(['unrecorded']));
  });

  test('show a role that was given in the database', async () => {
    const { pool } = fixture.database;
    await pool.query(
      `insert into membership (user_id, role) select id, 'securityAdministrator' from "user" where username = 'auditor'`,
    );
    const subject = 'auditor securityAdministrator';
    expect((await verify()).gaps).toEqual([{ type: 'membership', subject, problem: 'unrecorded' }]);
  });

  test('need no lines older than the trail, once it was pruned', async () => {
    await tamper('audit_entry', `update audit_entry set at = at - interval '1 year'`);
    for (const table of ['revision', 'publication'])
      await tamper(
        table,
        `update ${table} set ${table === 'revision' ? 'created_at' : 'at'} = now() - interval '1 year'`,
      );
    await fixture.database.pool.query(`update "user" set created_at = now() - interval '1 year'`);
    await fixture.database.pool.query(`update membership set created_at = now() - interval '1 year'`);
    await fixture.services.audit.prune(new Date());
    await fixture.services.audit.record({ userId: null }, { action: 'test.note' });
    await fixture.services.audit.seal();
    expect((await verify()).gaps).toEqual([]);
  });

  test('are signed again once the chain has moved, and not before', async () => {
    expect(await fixture.services.audit.checkpoint()).toMatchObject({ position: expect.any(Number) });
    expect(await fixture.services.audit.checkpoint()).toBeUndefined();
    await fixture.services.audit.record({ userId: null }, { action: 'test.note' });
    await fixture.services.audit.seal();
    const made = await fixture.services.audit.checkpoint();
    await tamper('audit_entry', `delete from audit_entry where id > ${made!.position - 1}`);
    await tamper('audit_link', `delete from audit_link where position >= ${made!.position}`);
    expect((await verify()).faults).toMatchObject([{ type: 'cut', position: made!.position }]);
  });
});
