import { engines } from '@gongkai/db/testing';
import { formOf, withValue } from '@gongkai/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportKey } from '../common/schemas.ts';
import { createCaller, type Caller } from '../router.ts';
import { openCountyFixture, sampleReport, type CountyFixture } from '../testing/county-fixture.ts';

const year = 2021;
const words =
  '全镇围绕水库除险、农村供水和河湖管护三件实事更新公开专栏，逐月核对目录，邀请用水户代表到场座谈，把办理结果当场说明并在公告栏张贴，村组干部逐户送达办事指南，群众反映的七个问题都已答复并回访。';

describe.each(engines)('bodies like it on %s', (engine) => {
  let fixture: CountyFixture;
  let drafter: Caller;
  let reviewer: Caller;
  const towns: string[] = [];
  const names = ['云溪县青原镇人民政府', '云溪县永丰镇人民政府', '云溪县石桥镇人民政府'];
  const keyOf = (agencyId: string): ReportKey => ({ agencyId, year, kind: 'own' });

  const submit = async (agencyId: string, sentence?: string) => {
    const report = sampleReport(keyOf(agencyId), sentence, names[towns.indexOf(agencyId)]);
    await drafter.draft.start({ ...keyOf(agencyId), report });
    await drafter.review.submit({ ...keyOf(agencyId), lockVersion: 1 });
  };
  const rulesSeenBy = async (caller: Caller, agencyId: string) => {
    const { findings } = await caller.review.revision(keyOf(agencyId));
    return findings.map(({ rule, message }) => `${rule} ${message.zh}`);
  };

  beforeAll(async () => {
    fixture = await openCountyFixture(engine);
    const { county, town } = fixture.agencies;
    drafter = createCaller(await fixture.signIn('填报人甲', { agencyId: county, role: 'drafter' }));
    reviewer = createCaller(await fixture.signIn('审核人乙', { agencyId: county, role: 'reviewer' }));
    towns.push(town);
    for (const name of names.slice(1))
      towns.push(
        await fixture.services.agency.create({
          ...{ name, kind: 'town', level: 'township', parentId: county, validFrom: '2010-01-01' },
        }),
      );
  });
  afterAll(() => fixture.close());

  test('are compared with a report for a reviewer of all of them only', async () => {
    const [one, two, three] = towns as [string, string, string];
    await submit(one, words);
    expect(await rulesSeenBy(reviewer, one)).toEqual([]);
    await submit(two, words);
    await submit(three);
    expect(await rulesSeenBy(reviewer, two)).toEqual([expect.stringMatching(/^R17 总体情况与.*青原镇.*100%/)]);
    expect(await rulesSeenBy(reviewer, one)).toEqual([expect.stringMatching(/^R17 总体情况与.*永丰镇.*100%/)]);
    expect(await rulesSeenBy(reviewer, three)).toEqual([]);
    expect(await rulesSeenBy(drafter, two)).toEqual([]);
    const own = createCaller(await fixture.signIn('本镇审核人丙', { agencyId: two, role: 'reviewer' }));
    expect(await rulesSeenBy(own, two)).toEqual([]);
  });

  test('count no more once they are given back, nor across counties', async () => {
    const [one, two] = towns as [string, string];
    await fixture.publish(keyOf(fixture.agencies.otherTown), sampleReport(keyOf(fixture.agencies.otherTown), words));
    await reviewer.review.return({ ...keyOf(two), revision: 1, reasons: ['wording'], comments: [] });
    expect(await rulesSeenBy(reviewer, one)).toEqual([]);
  });

  test('show a figure that is far from theirs, where there are thirty of them', async () => {
    const { county } = fixture.agencies;
    const bodies: string[] = [];
    for (let index = 0; index < 31; index++)
      bodies.push(
        await fixture.services.agency.create({
          ...{ name: `云溪县第${index}局`, kind: 'department', level: 'county', parentId: county },
          validFrom: '2010-01-01',
        }),
      );
    const reportOf = (agencyId: string, decisions: number) => {
      const report = sampleReport(keyOf(agencyId));
      return withValue(formOf(report.form), report, 'disclosure.licensing.decisions', decisions);
    };
    for (const [index, id] of bodies.entries()) await fixture.publish(keyOf(id), reportOf(id, 20 + (index % 5)));
    const [first] = bodies as [string];
    expect(await rulesSeenBy(reviewer, first)).not.toContainEqual(expect.stringContaining('P1'));
    const odd = await fixture.services.agency.create({
      ...{ name: '云溪县第九十九局', kind: 'department', level: 'county', parentId: county, validFrom: '2010-01-01' },
    });
    await fixture.publish(keyOf(odd), reportOf(odd, 900));
    expect(await rulesSeenBy(reviewer, odd)).toContainEqual(
      expect.stringMatching(/^P1 二\.行政许可.*900.*中位数为 22/),
    );
  });
});
