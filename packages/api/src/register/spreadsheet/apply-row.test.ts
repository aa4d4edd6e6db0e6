import { engines, testDatabase } from '@gongkai/db/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { installation } from '../../common/actor.ts';
import { createCaller } from '../../router.ts';
import { createServices } from '../../services.ts';
import {
  openRegisterFileScenario,
  type RegisterFileScenario,
  csv,
  effects,
} from '../../testing/register-file-scenario.ts';
import { failureOf, now } from '../../testing/county-fixture.ts';

describe.each(engines)('a file of the register, carried out on %s', (engine) => {
  let fixture: RegisterFileScenario;

  beforeEach(async () => {
    fixture = await openRegisterFileScenario(engine);
  });
  afterEach(() => fixture.close());

  test('is shown line by line without anything being written, then carried out', async () => {
    const { town, county } = fixture.agencies;
    const before = await fixture.namesNow();
    const file = csv(
      `${town},云溪县青山镇人民政府,镇,乡级,云溪县人民政府,,,2021-05-01,`,
      `${county},云溪县人民政府,人民政府,县级,,239921,,2010-01-01,`,
      ',云溪县司法局,政府部门,县级,239921,239921,,2012/3/1,',
      ',云溪县人民政府办公室,政府办公厅（室）,县级,云溪县人民政府,,,2010-01-01,',
      ',云溪县水务局,政府部门,县级,云溪县人民政府,,,,',
      ',云溪县信访局,衙门,县级,云溪县人民政府,,,2012-01-01,',
    );
    const shown = await fixture.preview(file);
    expect(effects(shown)).toEqual(['change', 'correct', 'add', 'unchanged', 'error', 'error']);
    expect(shown.lines[0]).toMatchObject({
      line: 2,
      agencyId: town,
      from: '2021-05-01',
      changes: [{ column: '机关名称', before: '云溪县青原镇人民政府', after: '云溪县青山镇人民政府' }],
    });
    expect(shown.lines[2]!.changes).toContainEqual({ column: '上级机关', before: '', after: '云溪县人民政府' });
    expect(shown.lines[4]!.errors[0]).toContain('生效日期');
    expect(shown.lines[5]!.errors[0]).toContain('衙门');
    expect(await fixture.namesNow()).toEqual(before);
    expect(await failureOf(fixture.apply(file))).toMatchObject({ code: 'invalid_agency' });
    expect(await fixture.namesNow()).toEqual(before);

    const fixed = csv(
      `${town},云溪县青山镇人民政府,镇,乡级,云溪县人民政府,,,2021-05-01,`,
      ',云溪县司法局,政府部门,县级,云溪县人民政府,239921,,2012年3月1日,',
    );
    expect((await fixture.apply(fixed)).counts).toEqual({ add: 1, change: 1, correct: 0, unchanged: 0, error: 0 });
    expect(await fixture.namesNow()).toContain('云溪县司法局');
    const { agency } = await fixture.keeper.agency.get({ id: town });
    expect(agency.formerNames).toEqual([{ name: '云溪县青原镇人民政府', until: '2021-05-01' }]);
    const auditor = createCaller(await fixture.signInOnDuty('审计员', 'auditor'));
    const { lines } = await auditor.audit.list({ action: 'register.applyFile', agencyId: town });
    expect(lines).toMatchObject([{ outcome: 'ok', note: '名录.csv 第 2 行' }]);
  });

  test('overwrites no right code with one that lost digits or fails its check', async () => {
    const { office } = fixture.agencies;
    const line = (code: string) => csv(`${office},云溪县人民政府办公室,政府办公室,县级,云溪县人民政府,,${code},,`);
    await fixture.apply(line('1134 1702 4863 4451 5H'));
    const kept = async () => (await fixture.keeper.register.history({ agencyId: office })).entry.creditCode;
    expect(await kept()).toBe('11341702486344515H');
    const shown = await fixture.preview(line('1.13417E+17'));
    expect(shown.lines[0]).toMatchObject({ effect: 'error', errors: [expect.stringContaining('科学记数')] });
    const wrong = line('11341702486344515J');
    const { lines, digest } = await fixture.preview(wrong);
    expect(lines[0]).toMatchObject({ effect: 'error', errors: [expect.stringContaining('校验相符')] });
    expect(await failureOf(fixture.applyAs(wrong, digest))).toMatchObject({ code: 'invalid_agency' });
    expect(await kept()).toBe('11341702486344515H');
  });

  test('changes nothing when what was written out is taken in again, in either format, with and without history', async () => {
    const { town, office, county } = fixture.agencies;
    const { version } = (await fixture.keeper.register.history({ agencyId: office })).entry;
    const contact = { office: '=公开股', address: '云溪大道1号，3楼', postcode: '999900', phone: '0999-5550100' };
    await fixture.keeper.register.setContact({
      agencyId: office,
      version,
      contact: { ...contact, fax: null, email: null, website: null },
    });
    await fixture.apply(
      csv(
        `${town},云溪县青山镇人民政府,镇,乡级,云溪县人民政府,239921100,,2021-05-01,`,
        ',云溪县教育局,政府部门,县级,云溪县人民政府,,,2010-01-01,',
        ',云溪县粮食局,政府部门,县级,云溪县人民政府,,,2010-01-01,2020-01-01',
      ),
    );
    // Two parents have the same name, so only their ids distinguish them.
    await fixture.apply(csv(',两河县人民政府,人民政府,县级,,,,2010-01-01,'));
    const twin = { name: '两河县人民政府', kind: 'government', level: 'county' } as const;
    const codes = { divisionCode: null, creditCode: null };
    const other = await fixture.keeper.register.create({ ...twin, ...codes, parentId: null, validFrom: '2010-01-01' });
    await fixture.keeper.register.create({
      ...{ name: '两河县财政局', kind: 'department', level: 'county', ...codes },
      ...{ parentId: other.agencyId, validFrom: '2010-01-01' },
    });
    for (const format of ['csv', 'xlsx'] as const)
      for (const history of [false, true]) {
        const plan = await fixture.preview(await fixture.exported({ format, history }));
        expect(plan.lines.filter(({ effect }) => effect !== 'unchanged')).toEqual([]);
        expect(plan.lines.length).toBe((await fixture.namesNow()).length + (history ? 1 : 0));
      }
    expect(await (await fixture.exported({ format: 'csv' })).text()).toContain("'=公开股");
    expect(county).toBeDefined();
  });

  test('carries the whole register with its history into an empty installation', async () => {
    await fixture.apply(
      csv(
        `${fixture.agencies.town},云溪县青山镇人民政府,镇,乡级,云溪县人民政府,,,2021-05-01,`,
        ',云溪县粮食局,政府部门,县级,云溪县人民政府,,,2010-01-01,2020-01-01',
      ),
    );
    const file = await fixture.exported({ format: 'xlsx', history: true });
    const there = await fixture.keeper.register.history({ agencyId: fixture.agencies.town });
    const another = await testDatabase(engine);
    try {
      const { register } = createServices({ db: another.db, clock: () => now });
      const upload = { name: '名录.xlsx', mediaType: '', bytes: await file.bytes() };
      const plan = await register.previewFile(upload);
      expect(plan.counts).toEqual({ error: 0, add: 6, change: 1, correct: 0, unchanged: 0 });
      await register.applyFile(installation, upload, plan.digest);
      const { version: _, ...entry } = there.entry;
      expect(await register.history(fixture.agencies.town)).toMatchObject({ entry, periods: there.periods });
    } finally {
      await another.close();
    }
  });

  test('renames a parent whose bodies are still filed under its old name', async () => {
    const { county, town, office } = fixture.agencies;
    const plan = await fixture.apply(
      csv(
        `${county},云溪市人民政府,人民政府,县级,,,,2020-01-01,`,
        `${town},云溪县青原镇人民政府,镇,乡级,云溪县人民政府,,,2010-01-01,`,
        `${office},云溪市人民政府办公室,政府办公室,县级,云溪县人民政府,,,2020-01-01,`,
      ),
    );
    expect(effects(plan)).toEqual(['change', 'unchanged', 'change']);
  });
});
