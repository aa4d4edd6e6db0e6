import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../open/open-database.ts';
import { engines, testDatabase } from '../../testing/index.ts';
import { addAgency, addPublication } from '../../testing/samples.ts';
import { changeAgency } from '../agency/agencies.ts';
import { putPassages } from '../publication/passages.ts';
import type { ReportKey } from '../common/report-key.ts';
import type { Page, PublicReportFilter } from '../report/public-reports.ts';
import { searchAgencies, searchReports } from './search.ts';

const documents = '全年公开规范性文件三件，制作解读材料。';
const staff = '队伍建设有待加强，OFD 文件较少。';
const water = '公开水质监测信息十二期，规范性文件清理一次。';

describe.each(engines)('search on %s', (engine) => {
  let database: OpenDatabase;
  let town: ReportKey;
  const agencies = async (query: string) => (await searchAgencies(database.db, query, 10)).map(({ name }) => name);
  const search = async (query: string, filter: PublicReportFilter = {}, page: Page = { limit: 10 }) => {
    const { items, total } = await searchReports(database.db, query, filter, page);
    return { total, found: items.map(({ agencyName, year, snippet }) => [agencyName, year, snippet]) };
  };
  const publish = async (key: ReportKey, texts: string[], name: string) => {
    await addPublication(database.db, key, { title: `${name}${key.year}年政府信息公开工作年度报告` });
    await putPassages(
      database.db,
      key,
      texts.map((text) => ({ section: 'overview', text })),
    );
  };

  beforeAll(async () => {
    database = await testDatabase(engine);
    const { db } = database;
    const report = async (name: string, year: number): Promise<ReportKey> => {
      return { agencyId: await addAgency(db, { name }), year, kind: 'own' };
    };
    town = await report('青原镇人民政府', 2020);
    await publish(town, [documents, staff], '青原镇人民政府');
    await publish(await report('宝山县青原水务局', 2021), [water], '宝山县青原水务局');
    const renamed = await report('红旗乡人民政府', 2014);
    await publish(renamed, [], '红旗乡');
    await changeAgency(db, renamed.agencyId, '2015-01-01', { name: '红旗镇人民政府' });
    await addAgency(db, { name: '100%合作社' });
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
  ])('an agency is found by "%s"', async (query, expected) => expect(await agencies(query)).toEqual(expected));

  const ofTown = (snippet: string | null) => ['青原镇人民政府', 2020, snippet];
  const ofBureau = (snippet: string | null) => ['宝山县青原水务局', 2021, snippet];
  test.each([
    ['规范性文件', [ofBureau(water), ofTown(documents)]],
    ['水质', [ofBureau(water)]],
    ['规范性文件 解读', [ofTown(documents)]],
    ['青原镇 队伍', [ofTown(staff)]],
    ['青原 2021', [ofBureau(null)]],
    ['2020', [ofTown(null)]],
    ['ofd', [ofTown(staff)]],
    ['of', [ofTown(staff)]],
    ['件三', [ofTown(documents)]],
    ['红旗乡', [['红旗镇人民政府', 2014, null]]],
    ['红旗镇', [['红旗镇人民政府', 2014, null]]],
    ['水', [ofBureau(null)]],
    ['件', []],
    ['水质 解读', []],
    ['%%%', []],
    [' ', []],
  ])('reports are found by "%s"', async (query, found) =>
    expect(await search(query)).toEqual({ found, total: found.length }),
  );

  test('those that have the words in their name come first', async () => {
    const later = { agencyId: await addAgency(database.db, { name: '监察室' }), year: 2024, kind: 'own' as const };
    await publish(later, ['派人到宝山县青原水务局。'], '监察室');
    const { found } = await search('水务局');
    expect(found.map(([name]) => name)).toEqual(['宝山县青原水务局', '监察室']);
  });

  test('reports are narrowed to a year and to agencies, and come page by page', async () => {
    expect(await search('规范性文件', { year: 2020 })).toMatchObject({ found: [ofTown(documents)], total: 1 });
    expect(await search('公开', { agencyIds: [town.agencyId] })).toMatchObject({ found: [ofTown(documents)] });
    const second = await search('规范性文件', {}, { limit: 1, offset: 1 });
    expect(second).toEqual({ found: [ofTown(documents)], total: 2 });
  });

  test('a report is found by what is public of it now, and not at all once it is withdrawn', async () => {
    const key: ReportKey = { agencyId: await addAgency(database.db, { name: '林场' }), year: 2019, kind: 'own' };
    await publish(key, ['蓝莓种植补贴'], '林场');
    await putPassages(database.db, key, [{ section: 'overview', text: '黑木耳种植补贴' }]);
    expect(await search('种植补贴')).toEqual({ found: [['林场', 2019, '黑木耳种植补贴']], total: 1 });
    await addPublication(database.db, key, { action: 'withdrawn', title: '林场' });
    expect(await search('种植补贴')).toEqual({ found: [], total: 0 });
    expect(await search('林场')).toEqual({ found: [], total: 0 });
  });

  test.each([
    ['passage_text', `select 1 from passage where text ilike '%规范性%'`],
    ['passage_bigrams', `select 1 from passage where bigrams @> '{水质}'`],
    ['agency_period_name', `select 1 from agency_period where name ilike '%水务局%'`],
    ['revision_title', `select 1 from revision where title ilike '%年度报告%'`],
  ])('the index %s serves its search', async (index, query) => {
    const plan = await database.db.transaction(async (transaction) => {
      await transaction.execute(sql`set local enable_seqscan = off`);
      return transaction.execute(sql.raw(`explain ${query}`));
    });
    expect(JSON.stringify(plan.rows)).toContain(index);
  });
});
