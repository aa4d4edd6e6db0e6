import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../open/open-database.ts';
import { engines, testDatabase } from '../testing/index.ts';
import { addAgency } from '../testing/samples.ts';
import { changeAgency } from './agencies.ts';
import type { ReportKey } from './report-key.ts';
import { putPassages, searchPassages } from './passages.ts';
import { searchAgencies } from './search.ts';

describe.each(engines)('search on %s', (engine) => {
  let database: OpenDatabase;
  let town: ReportKey;
  const names = async (query: string) => (await searchAgencies(database.db, query, 10)).map(({ name }) => name);
  const texts = async (query: string, filter = {}, page: { limit: number; offset?: number } = { limit: 10 }) =>
    (await searchPassages(database.db, query, filter, page)).map(({ year, text }) => `${year} ${text}`);

  beforeAll(async () => {
    database = await testDatabase(engine);
    const { db } = database;
    const add = (name: string) => addAgency(db, { name });
    town = { agencyId: await add('青原镇人民政府'), year: 2020, kind: 'own' };
    const department = { agencyId: await add('宝山县青原水务局'), year: 2021, kind: 'own' as const };
    const renamed = await add('红旗乡人民政府');
    await changeAgency(db, renamed, '2015-01-01', { name: '红旗镇人民政府' });
    await add('100%合作社');
    await putPassages(db, town, [
      { section: 'overview', text: '全年公开规范性文件三件，制作解读材料。' },
      { section: 'problems', text: '队伍建设有待加强，OFD 文件较少。' },
    ]);
    await putPassages(db, department, [{ section: 'overview', text: '公开水质监测信息十二期，规范性文件清理一次。' }]);
  });
  afterAll(() => database.close());

  test.each([
    ['青原镇人民政府', ['青原镇人民政府']],
    ['青原', ['青原镇人民政府', '宝山县青原水务局']],
    ['水', ['宝山县青原水务局']],
    ['政府 青原', ['青原镇人民政府']],
    ['红旗乡', ['红旗镇人民政府']],
    ['0%合', ['100%合作社']],
    ['%', ['100%合作社']],
    ['_', []],
    ['不存在的机关', []],
    ['  ', []],
  ])('an agency is found by "%s"', async (query, expected) => expect(await names(query)).toEqual(expected));

  test.each([
    [
      '规范性文件',
      ['2021 公开水质监测信息十二期，规范性文件清理一次。', '2020 全年公开规范性文件三件，制作解读材料。'],
    ],
    ['水质', ['2021 公开水质监测信息十二期，规范性文件清理一次。']],
    ['规范性文件 解读', ['2020 全年公开规范性文件三件，制作解读材料。']],
    ['文件 次', ['2021 公开水质监测信息十二期，规范性文件清理一次。']],
    ['ofd', ['2020 队伍建设有待加强，OFD 文件较少。']],
    ['of', ['2020 队伍建设有待加强，OFD 文件较少。']],
    ['件三', ['2020 全年公开规范性文件三件，制作解读材料。']],
    ['件', []],
    ['%%%', []],
  ])('a passage is found by "%s"', async (query, expected) => expect(await texts(query)).toEqual(expected));

  test('passages are narrowed to a year and to agencies, and come page by page', async () => {
    expect(await texts('规范性文件', { year: 2020 })).toEqual(['2020 全年公开规范性文件三件，制作解读材料。']);
    expect(await texts('公开', { agencyIds: [town.agencyId] })).toEqual([
      '2020 全年公开规范性文件三件，制作解读材料。',
    ]);
    expect(await texts('公开', {}, { limit: 1, offset: 1 })).toEqual(['2020 全年公开规范性文件三件，制作解读材料。']);
  });

  test('a report’s new passages take the place of the old ones', async () => {
    const key: ReportKey = { agencyId: await addAgency(database.db), year: 2019, kind: 'own' };
    await putPassages(database.db, key, [{ section: 'overview', text: '蓝莓种植补贴' }]);
    await putPassages(database.db, key, [{ section: 'overview', text: '黑木耳种植补贴' }]);
    expect(await texts('种植补贴')).toEqual(['2019 黑木耳种植补贴']);
    await putPassages(database.db, key, []);
    expect(await texts('种植补贴')).toEqual([]);
  });

  test.each([
    ['passage_text', `text ilike '%规范性%'`],
    ['passage_bigrams', `bigrams @> '{水质}'`],
  ])('the index %s serves its search', async (index, condition) => {
    const plan = await database.db.transaction(async (transaction) => {
      await transaction.execute(sql`set local enable_seqscan = off`);
      return transaction.execute(sql.raw(`explain select 1 from passage where ${condition}`));
    });
    expect(JSON.stringify(plan.rows)).toContain(index);
  });
});
