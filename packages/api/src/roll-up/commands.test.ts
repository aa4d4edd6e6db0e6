import { engines } from '@gongkai/db/testing';
import { formOf, formOfYear, valueAt, withValue, type Report } from '@gongkai/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportKey } from '../common/schemas.ts';
import { createPublicContext } from '../context.ts';
import { createCaller, type Caller } from '../router.ts';
import { failureOf, openCountyFixture, sampleReport, type CountyFixture } from '../testing/county-fixture.ts';

const cell = 'requests.received.total';

/** Sorts the office before the town. */
const byName = ([a]: readonly unknown[], [b]: readonly unknown[]) => (String(a) < String(b) ? -1 : 1);

describe.each(engines)('a roll-up on %s', (engine) => {
  let fixture: CountyFixture;
  let clerk: Caller;
  let reviewer: Caller;
  let publisher: Caller;
  let reader: Caller;
  let of: { agencyId: string; year: number };
  let key: ReportKey;
  let town: ReportKey;
  let office: ReportKey;

  beforeAll(async () => {
    fixture = await openCountyFixture(engine);
    const { county: agencyId } = fixture.agencies;
    of = { agencyId, year: 2021 };
    key = { ...of, kind: 'consolidated' };
    town = { agencyId: fixture.agencies.town, year: 2021, kind: 'own' };
    office = { agencyId: fixture.agencies.office, year: 2021, kind: 'own' };
    clerk = createCaller(await fixture.signIn('县填报人', { agencyId, role: 'drafter' }));
    reviewer = createCaller(await fixture.signIn('县审核人', { agencyId, role: 'reviewer' }));
    publisher = createCaller(await fixture.signIn('县公布人', { agencyId, role: 'publisher' }));
    reader = createCaller(createPublicContext(fixture.services));
  });
  afterAll(() => fixture.close());

  /** Builds a report with this number of applications, all answered, in which every sum is correct. */
  const reportOf = (which: ReportKey, requests: number): Report => {
    const report = sampleReport(which);
    const known = [
      '三.一.自然人',
      '三.一.总计',
      '三.（一）.自然人',
      '三.（一）.总计',
      '三.（七）.自然人',
      '三.（七）.总计',
    ];
    return known.reduce((changed, name) => withValue(formOf(report.form), changed, name, requests), report);
  };
  const accept = async (which: ReportKey) => {
    const { revision } = await reviewer.review.revision(which);
    await reviewer.review.accept({ ...which, revision });
  };
  const accepted = async (which: ReportKey, requests: number) => {
    await clerk.draft.start({ ...which, report: reportOf(which, requests) });
    await clerk.review.submit({ ...which, lockVersion: 1 });
    await accept(which);
  };
  const publish = async (which: ReportKey) => {
    const { digest } = await reviewer.review.revision(which);
    await publisher.publication.publish({ ...which, digest });
  };
  const corrected = async (which: ReportKey, requests: number) => {
    await clerk.publication.correct({ ...which, publicNote: '更正申请数量' });
    await clerk.draft.save({ ...which, lockVersion: 1, report: reportOf(which, requests) });
    await clerk.review.submit({ ...which, lockVersion: 2 });
    await accept(which);
  };
  const rules = (findings: readonly { rule: string }[]) => findings.map(({ rule }) => rule);

  test('is of accepted reports alone', async () => {
    expect(await failureOf(clerk.rollup.generate(of))).toMatchObject({ code: 'nothing_to_roll_up' });
    await clerk.draft.start({ ...office, report: reportOf(office, 2) });
    await clerk.review.submit({ ...office, lockVersion: 1 });
    expect(await failureOf(clerk.rollup.generate(of))).toMatchObject({ code: 'nothing_to_roll_up' });
    expect(await failureOf(clerk.draft.get(key))).toMatchObject({ code: 'not_found' });
    await accept(office);
    expect(await clerk.rollup.generate(of)).toEqual({
      ...{ lockVersion: 1, parts: 1, missing: ['云溪县青原镇人民政府'], edited: [] },
    });
    const { report } = await clerk.draft.get(key);
    expect(report).toMatchObject({ kind: 'consolidated', agency: { id: of.agencyId }, origin: { type: 'entered' } });
    expect(valueAt(formOf(report.form), report, cell)).toBe(2);
  });

  test('is blocked by missing bodies until each has its reason', async () => {
    expect(rules((await clerk.draft.get(key)).findings)).toContain('R70');
    const wrong = { ...of, reasons: [{ bodyId: fixture.agencies.office, reason: '不缺' }] };
    expect(await failureOf(clerk.rollup.giveReasons(wrong))).toMatchObject({ code: 'invalid_input' });
    await clerk.rollup.giveReasons({ ...of, reasons: [{ bodyId: town.agencyId, reason: '档案受灾，延期报送' }] });
    expect(rules((await clerk.draft.get(key)).findings)).not.toContain('R70');
    const { children } = await reviewer.rollup.get(of);
    expect(children).toMatchObject([
      {
        agencyId: office.agencyId,
        stage: 'accepted',
        late: false,
        included: { revision: 1 },
        current: { revision: 1 },
      },
      {
        ...{ agencyId: town.agencyId, stage: 'none', included: null, current: null },
        absence: { cause: 'missing', reason: '档案受灾，延期报送' },
      },
    ]);
  });

  test('says when a missing report is there, takes it in, and keeps what was written by hand', async () => {
    expect(await failureOf(clerk.rollup.takeIn(of))).toMatchObject({ code: 'nothing_to_take_in' });
    const { report, lockVersion } = await clerk.draft.get(key);
    const [first, ...others] = report.sections;
    const written = { ...first!, blocks: [{ type: 'paragraph' as const, text: '全县公开工作平稳有序。' }] };
    const byHand = withValue(formOf(report.form), report, '二.行政处罚.本年处理决定数量', 9);
    await clerk.draft.save({ ...key, lockVersion, report: { ...byHand, sections: [written, ...others] } });

    await accepted(town, 3);
    const { drift, effect, edited } = await clerk.rollup.get(of);
    expect(drift).toMatchObject([
      {
        ...{ agencyId: town.agencyId, agencyName: '云溪县青原镇人民政府', type: 'added' },
        cells: expect.arrayContaining([{ cell, code: '三.一.总计', before: null, after: 3 }]),
      },
    ]);
    expect(effect).toContainEqual({ cell, code: '三.一.总计', before: 2, after: 5 });
    expect(edited).toMatchObject([{ value: 9, sum: 0 }]);

    expect(await clerk.rollup.takeIn(of)).toMatchObject({ parts: 2, missing: [], edited: [{ value: 9, sum: 0 }] });
    const draft = await clerk.draft.get(key);
    expect(valueAt(formOf(draft.report.form), draft.report, cell)).toBe(5);
    expect(draft.report.sections[0]).toEqual(written);
    const [r69] = draft.findings.filter(({ rule }) => rule === 'R69');
    expect(r69).toMatchObject({ severity: 'explain', expected: 0, actual: 9 });
    expect((await clerk.rollup.get(of)).drift).toEqual([]);
  });

  test('gives a cell edited by hand back its sum when asked', async () => {
    expect(await clerk.rollup.generate({ ...of, edited: 'replace' })).toMatchObject({ edited: [{ value: 9, sum: 0 }] });
    expect((await clerk.rollup.get(of)).edited).toEqual([]);
    expect(rules((await clerk.draft.get(key)).findings)).not.toContain('R69');
  });

  test('traces each cell to its parts', async () => {
    const { parts, ...whole } = await reviewer.rollup.cell({ ...of, cell: '三.一.总计' });
    expect(whole).toEqual({ cell, code: '三.一.总计', value: 5, sum: 5 });
    expect(parts.map(({ agencyName, value, revision }) => [agencyName, value, revision]).sort(byName)).toEqual([
      ['云溪县人民政府办公室', 2, 1],
      ['云溪县青原镇人民政府', 3, 1],
    ]);
    expect(await failureOf(reviewer.rollup.cell({ ...of, cell: '三.九' }))).toMatchObject({ code: 'not_found' });
  });

  test('is published with what it was added up from', async () => {
    await publish(town);
    const { lockVersion, report } = await clerk.draft.get(key);
    const { sections } = sampleReport(key);
    const written = await clerk.draft.save({ ...key, lockVersion, report: { ...report, sections } });
    await clerk.review.submit({ ...key, lockVersion: written.lockVersion });
    expect(await failureOf(clerk.rollup.generate(of))).toMatchObject({ code: 'wrong_state' });
    await accept(key);
    await publish(key);
    const { rollUp, findings } = await reader.report.get(key);
    expect(rollUp!.absences).toEqual([]);
    expect(
      rollUp!.parts.map(({ agencyName, late, handedInOn }) => [agencyName, late, handedInOn]).sort(byName),
    ).toEqual([
      ['云溪县人民政府办公室', false, '2022-01-20'],
      ['云溪县青原镇人民政府', false, '2022-01-20'],
    ]);
    expect(findings).toEqual([]);
  });

  test('names old and new when a report below changes, and takes it in by a correction of what is public', async () => {
    await corrected(town, 7);
    const { drift, effect } = await clerk.rollup.get(of);
    expect(drift).toMatchObject([{ type: 'changed', agencyId: town.agencyId }]);
    expect(drift[0]!.cells).toContainEqual({ cell, code: '三.一.总计', before: 3, after: 7 });
    expect(effect).toContainEqual({ cell, code: '三.一.总计', before: 5, after: 9 });
    // Approved reports that are not public are not visible to others.
    expect((await reader.report.get(key)).findings).toEqual([]);
    await publish(town);
    expect((await reader.report.get(key)).findings).toMatchObject([{ rule: 'R69b', severity: 'explain' }]);

    expect(await failureOf(clerk.rollup.takeIn(of))).toMatchObject({ code: 'invalid_input' });
    expect(await failureOf(clerk.draft.get(key))).toMatchObject({ code: 'not_found' });
    await clerk.rollup.takeIn({ ...of, publicNote: '青原镇更正申请数量，全县数随之更正' });
    expect(valueAt(formOfYear(2021)!, (await clerk.draft.get(key)).report, cell)).toBe(9);
    expect(valueAt(formOfYear(2021)!, (await reader.report.get(key)).report, cell)).toBe(5);
    await clerk.review.submit({ ...key, lockVersion: 2 });
    await accept(key);
    await publish(key);
    const now = await reader.report.get(key);
    expect(valueAt(formOf(now.report.form), now.report, cell)).toBe(9);
    expect(now.history.at(-1)).toMatchObject({ type: 'corrected', note: '青原镇更正申请数量，全县数随之更正' });
  });

  test('says when a report below is withdrawn', async () => {
    await publisher.publication.withdraw({ ...town, reason: '内容有误' });
    expect((await clerk.rollup.get(of)).drift).toMatchObject([{ type: 'gone', agencyId: town.agencyId }]);
  });

  test('is a government’s alone, and of one year’s form', async () => {
    const { town: agencyId } = fixture.agencies;
    const townClerk = createCaller(await fixture.signIn('镇填报人', { agencyId, role: 'drafter' }));
    expect(await failureOf(townClerk.rollup.generate({ agencyId, year: 2021 }))).toMatchObject({ code: 'wrong_kind' });
    expect(await failureOf(clerk.rollup.takeIn({ ...of, year: 2020 }))).toMatchObject({ code: 'nothing_to_take_in' });
  });

  test('two concurrent roll-ups run one after the other', async () => {
    await fixture.publish({ ...office, year: 2020 }, reportOf({ ...office, year: 2020 }, 4));
    const both = await Promise.all([1, 2].map(() => clerk.rollup.generate({ ...of, year: 2020 })));
    expect(both.map(({ lockVersion }) => lockVersion).sort((a, b) => a - b)).toEqual([1, 2]);
  });
});
