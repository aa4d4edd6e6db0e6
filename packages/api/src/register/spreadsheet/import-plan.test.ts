import { engines } from '@gongkai/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  openRegisterFileScenario,
  type RegisterFileScenario,
  csv,
  effects,
  fileOf,
} from '../../testing/register-file-scenario.ts';
import { failureOf } from '../../testing/county-fixture.ts';

describe.each(engines)('a file of the register on %s', (engine) => {
  let fixture: RegisterFileScenario;

  beforeAll(async () => {
    fixture = await openRegisterFileScenario(engine);
  });
  afterAll(() => fixture.close());

  test.each([
    ['一个机关写了两次', [',丙局,政府部门,县级,云溪县人民政府,,91350211M0000XUF46,2010-01-01,'], undefined],
    ['编号写错', ['0001,丙局,政府部门,县级,,,,2010-01-01,'], '编号由系统给出'],
    ['信用代码成了科学记数', [',丙局,政府部门,县级,云溪县人民政府,,1.12399E+17,2010-01-01,'], '科学记数'],
    ['信用代码只剩 15 位', [',丙局,政府部门,县级,云溪县人民政府,,112399210000000000,2010-01-01,'], '15 位'],
    ['日期分不清月和日', [',丙局,政府部门,县级,,,,2024111,'], '请写成'],
    ['区划代码写错', [',丙局,政府部门,县级,,23052,,2010-01-01,'], '6 位（县级以上）或 9 位'],
    ['日期写错', [',丙局,政府部门,县级,,,,2010年13月,'], '请写成'],
    ['改写历史', [',云溪县人民政府办公室,政府办公室,县级,云溪县人民政府,239921,,2009-01-01,'], '已结束的时期'],
    ['撤销有下级的机关', [',云溪县人民政府,人民政府,县级,,,,,2020-01-01'], '下级机关'],
    ['垂直领导部门汇入本级', [',丙局,垂直领导部门,县级,云溪县人民政府,,,2010-01-01,'], '本系统'],
  ])('tells what to do where %s', async (_, lines, words) => {
    const [line] = (await fixture.preview(csv(...lines))).lines;
    const { effect, errors = [], remarks = [] } = line as { effect: string; errors?: string[]; remarks?: string[] };
    expect(effect).toBe(words === undefined ? 'add' : 'error');
    expect((words === undefined ? remarks : errors).join()).toContain(words ?? '校验码');
  });

  test.each([
    ['without a heading', '甲,乙\n1,2\n', 'unreadable_file', '列名'],
    ['with a column twice', '机关名称,名称\n甲,乙\n', 'unreadable_file', '两次'],
    ['of too many lines', `机关名称\n${'甲局\n'.repeat(5_001)}`, 'unreadable_file', '5001 行'],
    ['of too many bytes', `机关名称\n${'甲'.repeat(1_800_000)}`, 'too_large', '5 MB'],
    ['that is no list', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2]), 'unreadable_file', '损坏'],
  ] as const)('%s is refused', async (_, content, code, words) => {
    const failure = await failureOf(fixture.preview(fileOf(content)));
    expect(failure).toMatchObject({ code, message: expect.stringContaining(words) });
  });

  test('may name a parent that stands further down, and refuses a circle', async () => {
    const plan = await fixture.apply(
      csv(
        ',下溪县财政局,政府部门,县级,下溪县人民政府,,,2010-01-01,',
        ',下溪县人民政府,人民政府,县级,上溪市人民政府,,,2010-01-01,',
        ',上溪市人民政府,人民政府,地市级,,,,2010-01-01,',
      ),
    );
    expect(effects(plan)).toEqual(['add', 'add', 'add']);
    const { lines } = await fixture.preview(
      csv(
        ',甲区人民政府,人民政府,县级,乙区人民政府,,,2010-01-01,',
        ',乙区人民政府,人民政府,县级,甲区人民政府,,,2010-01-01,',
      ),
    );
    expect(lines.flatMap(({ errors }) => errors).join()).toContain('没有找到上级机关');
    const { id } = (await fixture.keeper.register.tree()).find(({ name }) => name === '上溪市人民政府')!;
    const circle = await fixture.preview(csv(`${id},上溪市人民政府,人民政府,地市级,下溪县人民政府,,,2012-01-01,`));
    expect(circle.lines[0]!.errors[0]).toContain('又作上级');
  });

  test('is carried out only as it was shown', async () => {
    const file = csv(',云溪县水务局,政府部门,县级,云溪县人民政府,,,2010-01-01,');
    const { digest } = await fixture.preview(file);
    await fixture.apply(csv(',云溪县水务局,政府部门,县级,云溪县人民政府,,,2011-01-01,'));
    const late = fixture.applyAs(file, digest);
    expect(await failureOf(late)).toMatchObject({ code: 'stale_plan' });
  });

  test('of a thousand lines is shown and carried out whole', async () => {
    const lines = Array.from(
      { length: 1_000 },
      (_, at) => `,云溪县第${at}局,政府部门,县级,云溪县人民政府,239921,,2010-01-01,`,
    );
    const before = (await fixture.namesNow()).length;
    expect((await fixture.apply(csv(...lines))).counts).toMatchObject({ add: 1_000, error: 0 });
    expect(await fixture.namesNow()).toHaveLength(before + 1_000);
  }, 120_000);

  test('does not guess whether a body of a known name under another parent is the same', async () => {
    const line = ',云溪县人民政府办公室,政府办公室,县级,临江县人民政府,,,2012-01-01,';
    expect((await fixture.preview(csv(line))).lines[0]!.errors[0]).toContain(`填 ${fixture.agencies.office}`);
    await fixture.apply(
      csv(`${fixture.agencies.office},云溪县人民政府办公室,政府办公室,县级,云溪县人民政府,,11341702486344515H,,`),
    );
    const coded = ',云溪县人民政府办公室,政府办公室,县级,临江县人民政府,,12620600MB0523338C,2012-01-01,';
    expect(effects(await fixture.preview(csv(coded)))).toEqual(['add']);
  });

  test('does not take the same agency twice, nor one of two that have the same name', async () => {
    const line = `${fixture.agencies.town},云溪县青原镇人民政府,镇,乡级,云溪县人民政府,,,,`;
    const twice = await fixture.preview(csv(line, line));
    expect(effects(twice)).toEqual(['unchanged', 'error']);
    const create = {
      kind: 'government',
      level: 'county',
      parentId: null,
      divisionCode: null,
      creditCode: null,
    } as const;
    await fixture.keeper.register.create({ ...create, name: '云溪县人民政府', validFrom: '2010-01-01' });
    const { lines } = await fixture.preview(
      csv(',云溪县人民政府,人民政府,县级,,,,,', ',丙局,政府部门,县级,云溪县人民政府,,,2010-01-01,'),
    );
    expect(lines.map(({ errors }) => errors[0])).toEqual([
      expect.stringContaining('“编号”列'),
      expect.stringContaining('全路径'),
    ]);
  });
});
