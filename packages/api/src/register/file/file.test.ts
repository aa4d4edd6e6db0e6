import { engines, testDatabase } from '@gongkai/db/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { installation } from '../../common/actor.ts';
import { createCaller, type Caller } from '../../router.ts';
import { createServices } from '../../services.ts';
import { failureOf, now, openWorld, type World } from '../../testing/world.ts';
import type { ExportInput, FilePlan } from './schemas.ts';

const heading = '编号,机关名称,类型,层级,上级机关,行政区划代码,统一社会信用代码,生效日期,撤销日期';

describe.each(engines)('a file of the register on %s', (engine) => {
  let world: World;
  let keeper: Caller;
  const open = async () => {
    world = await openWorld(engine);
    keeper = createCaller(await world.signInOnDuty('系统管理员', 'systemAdministrator'));
  };
  const close = () => world.close();

  const fileOf = (content: string | Uint8Array<ArrayBuffer>) => new File([content], '名录.csv');
  const csv = (...lines: string[]) => fileOf([heading, ...lines, ''].join('\r\n'));
  const form = (file: File, fields: Record<string, string> = {}) => {
    const data = new FormData();
    data.set('file', file);
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return data;
  };
  const preview = (file: File) => keeper.register.previewFile(form(file));
  const apply = async (file: File) => keeper.register.applyFile(form(file, { digest: (await preview(file)).digest }));
  const exported = async (input: ExportInput) => {
    const { base64 } = await keeper.register.exportFile(input);
    return fileOf(Uint8Array.from(Buffer.from(base64, 'base64')));
  };
  const namesNow = async () => (await keeper.register.tree()).map(({ name }) => name).toSorted();
  const effects = ({ lines }: FilePlan) => lines.map(({ effect }) => effect);

  describe('of a register of its own', () => {
    beforeEach(open);
    afterEach(close);

    test('is shown line by line without anything being written, then carried out', async () => {
      const { town, county } = world.agencies;
      const before = await namesNow();
      const file = csv(
        `${town},云溪县青山镇人民政府,镇,乡级,云溪县人民政府,,,2021-05-01,`,
        `${county},云溪县人民政府,人民政府,县级,,239921,,2010-01-01,`,
        ',云溪县司法局,政府部门,县级,239921,239921,,2012/3/1,',
        ',云溪县人民政府办公室,政府办公厅（室）,县级,云溪县人民政府,,,2010-01-01,',
        ',云溪县水务局,政府部门,县级,云溪县人民政府,,,,',
        ',云溪县信访局,衙门,县级,云溪县人民政府,,,2012-01-01,',
      );
      const shown = await preview(file);
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
      expect(await namesNow()).toEqual(before);
      expect(await failureOf(apply(file))).toMatchObject({ code: 'invalid_agency' });
      expect(await namesNow()).toEqual(before);

      const mended = csv(
        `${town},云溪县青山镇人民政府,镇,乡级,云溪县人民政府,,,2021-05-01,`,
        ',云溪县司法局,政府部门,县级,云溪县人民政府,239921,,2012年3月1日,',
      );
      expect((await apply(mended)).counts).toEqual({ add: 1, change: 1, correct: 0, unchanged: 0, error: 0 });
      expect(await namesNow()).toContain('云溪县司法局');
      const { agency } = await keeper.agency.get({ id: town });
      expect(agency.formerNames).toEqual([{ name: '云溪县青原镇人民政府', until: '2021-05-01' }]);
      const auditor = createCaller(await world.signInOnDuty('审计员', 'auditor'));
      const { lines } = await auditor.audit.list({ action: 'register.applyFile', agencyId: town });
      expect(lines).toMatchObject([{ outcome: 'ok', note: '名录.csv 第 2 行' }]);
    });

    test('changes nothing when what was written out is taken in again, in either format, with and without history', async () => {
      const { town, office, county } = world.agencies;
      const { version } = (await keeper.register.history({ agencyId: office })).entry;
      const contact = { office: '=公开股', address: '云溪大道1号，3楼', postcode: '999900', phone: '0999-5550100' };
      await keeper.register.setContact({
        agencyId: office,
        version,
        contact: { ...contact, fax: null, email: null, website: null },
      });
      await apply(
        csv(
          `${town},云溪县青山镇人民政府,镇,乡级,云溪县人民政府,239921100,,2021-05-01,`,
          ',云溪县教育局,政府部门,县级,云溪县人民政府,,,2010-01-01,',
          ',云溪县粮食局,政府部门,县级,云溪县人民政府,,,2010-01-01,2020-01-01',
        ),
      );
      // Two parents of one name: only their ids tell them apart.
      await apply(csv(',两河县人民政府,人民政府,县级,,,,2010-01-01,'));
      const twin = { name: '两河县人民政府', kind: 'government', level: 'county' } as const;
      const codes = { divisionCode: null, creditCode: null };
      const other = await keeper.register.create({ ...twin, ...codes, parentId: null, validFrom: '2010-01-01' });
      await keeper.register.create({
        ...{ name: '两河县财政局', kind: 'department', level: 'county', ...codes },
        ...{ parentId: other.agencyId, validFrom: '2010-01-01' },
      });
      for (const format of ['csv', 'xlsx'] as const)
        for (const history of [false, true]) {
          const plan = await preview(await exported({ format, history }));
          expect(plan.lines.filter(({ effect }) => effect !== 'unchanged')).toEqual([]);
          expect(plan.lines.length).toBe((await namesNow()).length + (history ? 1 : 0));
        }
      expect(await (await exported({ format: 'csv' })).text()).toContain("'=公开股");
      expect(county).toBeDefined();
    });

    test('carries the whole register with its history into an empty installation', async () => {
      await apply(
        csv(
          `${world.agencies.town},云溪县青山镇人民政府,镇,乡级,云溪县人民政府,,,2021-05-01,`,
          ',云溪县粮食局,政府部门,县级,云溪县人民政府,,,2010-01-01,2020-01-01',
        ),
      );
      const file = await exported({ format: 'xlsx', history: true });
      const there = await keeper.register.history({ agencyId: world.agencies.town });
      const another = await testDatabase(engine);
      try {
        const { register } = createServices({ db: another.db, clock: () => now });
        const upload = { name: '名录.xlsx', mediaType: '', bytes: await file.bytes() };
        const plan = await register.previewFile(upload);
        expect(plan.counts).toEqual({ error: 0, add: 6, change: 1, correct: 0, unchanged: 0 });
        await register.applyFile(installation, upload, plan.digest);
        const { version: _, ...entry } = there.entry;
        expect(await register.history(world.agencies.town)).toMatchObject({ entry, periods: there.periods });
      } finally {
        await another.close();
      }
    });

    test('renames a parent whose bodies are still filed under its old name', async () => {
      const { county, town, office } = world.agencies;
      const plan = await apply(
        csv(
          `${county},云溪市人民政府,人民政府,县级,,,,2020-01-01,`,
          `${town},云溪县青原镇人民政府,镇,乡级,云溪县人民政府,,,2010-01-01,`,
          `${office},云溪市人民政府办公室,政府办公室,县级,云溪县人民政府,,,2020-01-01,`,
        ),
      );
      expect(effects(plan)).toEqual(['change', 'unchanged', 'change']);
    });
  });

  // They write nothing, or agencies of names of their own: opening a register for each would take most of the time.
  describe('beside others', () => {
    beforeAll(open);
    afterAll(close);

    test.each([
      ['一个机关写了两次', [',丙局,政府部门,县级,云溪县人民政府,,91350211M0000XUF46,2010-01-01,'], undefined],
      ['编号写错', ['0001,丙局,政府部门,县级,,,,2010-01-01,'], '编号由系统给出'],
      ['区划代码写错', [',丙局,政府部门,县级,,23052,,2010-01-01,'], '6 位（县级以上）或 9 位'],
      ['日期写错', [',丙局,政府部门,县级,,,,2010年13月,'], '请写成'],
      ['改写历史', [',云溪县人民政府办公室,政府办公室,县级,云溪县人民政府,239921,,2009-01-01,'], '已结束的时期'],
      ['撤销有下级的机关', [',云溪县人民政府,人民政府,县级,,,,,2020-01-01'], '下级机关'],
      ['垂直领导部门汇入本级', [',丙局,垂直领导部门,县级,云溪县人民政府,,,2010-01-01,'], '本系统'],
    ])('tells what to do where %s', async (_, lines, words) => {
      const [line] = (await preview(csv(...lines))).lines;
      if (words === undefined)
        expect(line).toMatchObject({ effect: 'add', remarks: [expect.stringContaining('校验码')] });
      else expect(line).toMatchObject({ effect: 'error', errors: [expect.stringContaining(words)] });
    });

    test.each([
      ['without a heading', '甲,乙\n1,2\n', 'unreadable_file', '列名'],
      ['with a column twice', '机关名称,名称\n甲,乙\n', 'unreadable_file', '两次'],
      ['of too many lines', `机关名称\n${'甲局\n'.repeat(5_001)}`, 'unreadable_file', '5001 行'],
      ['of too many bytes', `机关名称\n${'甲'.repeat(1_800_000)}`, 'too_large', '5 MB'],
      ['that is no list', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2]), 'unreadable_file', '损坏'],
    ] as const)('%s is refused', async (_, content, code, words) => {
      const failure = await failureOf(preview(fileOf(content)));
      expect(failure).toMatchObject({ code, message: expect.stringContaining(words) });
    });

    test('may name a parent that stands further down, and refuses a circle', async () => {
      const plan = await apply(
        csv(
          ',下溪县财政局,政府部门,县级,下溪县人民政府,,,2010-01-01,',
          ',下溪县人民政府,人民政府,县级,上溪市人民政府,,,2010-01-01,',
          ',上溪市人民政府,人民政府,地市级,,,,2010-01-01,',
        ),
      );
      expect(effects(plan)).toEqual(['add', 'add', 'add']);
      const { lines } = await preview(
        csv(
          ',甲区人民政府,人民政府,县级,乙区人民政府,,,2010-01-01,',
          ',乙区人民政府,人民政府,县级,甲区人民政府,,,2010-01-01,',
        ),
      );
      expect(lines.flatMap(({ errors }) => errors).join()).toContain('没有找到上级机关');
      const { id } = (await keeper.register.tree()).find(({ name }) => name === '上溪市人民政府')!;
      const circle = await preview(csv(`${id},上溪市人民政府,人民政府,地市级,下溪县人民政府,,,2012-01-01,`));
      expect(circle.lines[0]!.errors[0]).toContain('又作上级');
    });

    test('is carried out only as it was shown', async () => {
      const file = csv(',云溪县水务局,政府部门,县级,云溪县人民政府,,,2010-01-01,');
      const { digest } = await preview(file);
      await apply(csv(',云溪县水务局,政府部门,县级,云溪县人民政府,,,2011-01-01,'));
      const late = keeper.register.applyFile(form(file, { digest }));
      expect(await failureOf(late)).toMatchObject({ code: 'stale_plan' });
    });

    test('of a thousand lines is shown and carried out whole', async () => {
      const lines = Array.from(
        { length: 1_000 },
        (_, at) => `,云溪县第${at}局,政府部门,县级,云溪县人民政府,239921,,2010-01-01,`,
      );
      const before = (await namesNow()).length;
      expect((await apply(csv(...lines))).counts).toMatchObject({ add: 1_000, error: 0 });
      expect(await namesNow()).toHaveLength(before + 1_000);
    }, 120_000);

    test('does not guess whether a body of a known name under another parent is the same', async () => {
      const line = ',云溪县人民政府办公室,政府办公室,县级,临江县人民政府,,,2012-01-01,';
      expect((await preview(csv(line))).lines[0]!.errors[0]).toContain(`填 ${world.agencies.office}`);
      await apply(
        csv(`${world.agencies.office},云溪县人民政府办公室,政府办公室,县级,云溪县人民政府,,11341702486344515H,,`),
      );
      const coded = ',云溪县人民政府办公室,政府办公室,县级,临江县人民政府,,12620600MB0523338C,2012-01-01,';
      expect(effects(await preview(csv(coded)))).toEqual(['add']);
    });

    test('does not take the same agency twice, nor one of two that have the same name', async () => {
      const line = `${world.agencies.town},云溪县青原镇人民政府,镇,乡级,云溪县人民政府,,,,`;
      const twice = await preview(csv(line, line));
      expect(effects(twice)).toEqual(['unchanged', 'error']);
      const create = {
        kind: 'government',
        level: 'county',
        parentId: null,
        divisionCode: null,
        creditCode: null,
      } as const;
      await keeper.register.create({ ...create, name: '云溪县人民政府', validFrom: '2010-01-01' });
      const { lines } = await preview(
        csv(',云溪县人民政府,人民政府,县级,,,,,', ',丙局,政府部门,县级,云溪县人民政府,,,2010-01-01,'),
      );
      expect(lines.map(({ errors }) => errors[0])).toEqual([
        expect.stringContaining('“编号”列'),
        expect.stringContaining('全路径'),
      ]);
    });
  });
});
