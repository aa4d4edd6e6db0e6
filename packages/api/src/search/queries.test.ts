import { engines } from '@gongkai/db/testing';
import { officialTitle } from '@gongkai/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportKey } from '../common/schemas.ts';
import { createPublicContext } from '../context.ts';
import { createCaller } from '../router.ts';
import { failureOf, openCountyFixture, sampleReport, type CountyFixture } from '../testing/county-fixture.ts';

describe.each(engines)('search on %s', (engine) => {
  let fixture: CountyFixture;
  beforeAll(async () => {
    fixture = await openCountyFixture(engine);
    const { town, otherTown } = fixture.agencies;
    const publish = (agencyId: string, year: number, sentence: string) => {
      const key: ReportKey = { agencyId, year, kind: 'own' };
      const title = officialTitle(agencyId === town ? '青原镇人民政府' : '白石镇人民政府', year);
      return fixture.publish(key, { ...sampleReport(key, sentence), title });
    };
    await publish(town, 2019, '办理农村公路养护信息三条。');
    await publish(town, 2020, '公开惠民补贴信息，较2019年增加。');
    await publish(otherTown, 2020, '公开农村公路养护信息。');
  });
  afterAll(() => fixture.close());

  const search = (query: string, more = {}) =>
    createCaller(createPublicContext(fixture.services)).search.reports({ query, ...more });
  const found = async (query: string, more = {}) =>
    (await search(query, more)).items.map(({ agencyName, year }) => `${agencyName} ${year}`);

  const town = (year: number) => `云溪县青原镇人民政府 ${year}`;
  const other = '临江县白石镇人民政府 2020';

  test.each([
    ['青原镇', [town(2020), town(2019)]],
    ['青原镇 2020', [town(2020)]],
    ['2019年 青原镇', [town(2019)]],
    ['２０２０', [other, town(2020)]],
    ['公路', [other, town(2019)]],
    ['公路　青原', [town(2019)]],
    ['补贴 2019', []],
    ['不存在', []],
    ['青原镇2020', [town(2020)]],
    ['2019年青原镇', [town(2019)]],
    ['青原镇人民政府，2020', [town(2020)]],
    ['青原镇。', [town(2020), town(2019)]],
    ['公路、养护（农村）', [other, town(2019)]],
    ['。', []],
    ['\ufffd', []],
    ['青原\u202e镇 2020', [town(2020)]],
  ])('for "%s"', async (query, expected) => expect((await found(query)).sort()).toEqual(expected.sort()));

  test('shows where a word stands in the text', async () => {
    const { items } = await search('养护 青原');
    expect(items).toMatchObject([{ year: 2019, snippet: '办理农村公路养护信息三条。' }]);
    expect((await search('青原镇')).items[0]).not.toHaveProperty('snippet');
  });

  test('keeps to a year that is chosen, also against one among the words', async () => {
    expect(await found('青原', { year: 2019 })).toEqual([town(2019)]);
    expect(await found('青原 2020', { year: 2019 })).toEqual([]);
  });

  test('looks for five words and names those beyond', async () => {
    expect(await search('青原 公开 补贴 信息 惠民 公路 桥梁')).toMatchObject({
      items: [{ year: 2020 }],
      total: 1,
      ignored: ['公路', '桥梁'],
    });
  });

  test('runs a limited number concurrently and lets the others wait for a limited time', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 100 }, () => search('公路')));
    const refused = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []));
    expect(refused.length).toBeGreaterThanOrEqual(39);
    for (const { cause } of refused) expect(cause).toMatchObject({ code: 'busy' });
    expect(asked.length - refused.length).toBeGreaterThanOrEqual(2);
    expect((await search('公路')).total).toBe(2);
  });

  test('counts all and gives page by page', async () => {
    expect(await search('')).toMatchObject({ total: 3, page: 1, pageSize: 20 });
    expect(await search('', { page: 2 })).toMatchObject({ items: [], total: 3, page: 2 });
    expect(await search('', { year: 2020 })).toMatchObject({ total: 2 });
  });

  test.each([{ page: 0 }, { page: 1e9 }, { page: 1.5 }, { year: 99 }, { query: '长'.repeat(101) }])(
    'refuses %o',
    async (more) => expect(await failureOf(search('青原', more))).toMatchObject({ code: 'invalid_input' }),
  );
});
