import { engines } from '@gongkai/db/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCountyFixture, sampleReport, type CountyFixture } from '../testing/county-fixture.ts';

describe.each(engines)('maintenance on %s', (engine) => {
  let fixture: CountyFixture;

  beforeEach(async () => {
    fixture = await openCountyFixture(engine);
    for (const year of [2019, 2020, 2021]) {
      const key = { agencyId: fixture.agencies.town, year, kind: 'own' as const };
      await fixture.publish(key, sampleReport(key));
    }
  });
  afterEach(() => fixture.close());

  const maintenance = () => fixture.services.maintenance;
  const query = async (text: string) => (await fixture.database.pool.query(text)).rows;
  /** Changes the database directly, as its owner could. */
  const tamper = async (table: string, statement: string) => {
    await query(`alter table ${table} disable trigger user`);
    await query(statement);
    await query(`alter table ${table} enable trigger user`);
  };
  const derived = async () => [
    await query('select * from figures order by agency_id, year, kind, revision'),
    await query('select * from passage order by agency_id, year, kind, position'),
  ];

  test('a rebuild gives what is stored, and leaves it alone', async () => {
    const before = await derived();
    const seen: number[] = [];
    expect(await maintenance().rebuild((done, of) => seen.push(done, of))).toEqual({
      revisions: 3,
      corrected: 0,
      reports: 3,
    });
    expect(seen).toEqual([3, 3]);
    expect(await derived()).toEqual(before);
  });

  test('a rebuild repairs figures and text that were lost or changed', async () => {
    const before = await derived();
    await query(`update figures set cells[3] = 99 where year = 2020`);
    await query(`delete from figures where year = 2021`);
    await query(`delete from passage where year = 2019`);
    await query(
      `insert into passage select agency_id, 1999, kind, position, section, text, bigrams from passage where year = 2020`,
    );
    expect(await maintenance().inspect()).toMatchObject({
      wrongFigures: [{ year: 2020 }, { year: 2021 }],
      damaged: [],
    });
    expect(await maintenance().rebuild()).toEqual({ revisions: 3, corrected: 2, reports: 3 });
    expect(await derived()).toEqual(before);
    expect(await maintenance().inspect()).toEqual({ revisions: 3, damaged: [], wrongFigures: [], damagedFiles: [] });
  });

  test('an inspection names the revision and the file that were changed behind our back', async () => {
    const agencyId = fixture.agencies.town;
    await query(`insert into attachment (agency_id, sha256, media_type, size, content)
      values ('${agencyId}', '${'0'.repeat(64)}', 'text/plain', 1, 'a')`);
    await tamper('revision', `update revision set body = replace(body, '惠民', '为民') where year = 2020`);
    expect(await maintenance().inspect()).toMatchObject({
      damaged: [{ agencyId, year: 2020, kind: 'own', revision: 1 }],
      wrongFigures: [],
      damagedFiles: [{ agencyId, sha256: '0'.repeat(64) }],
    });
  });
});
