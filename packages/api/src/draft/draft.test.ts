import { attachment } from '@gongkai/db/tables';
import { engines } from '@gongkai/db/testing';
import { cellsOf, formOf, formOfYear, valueAt, withValue } from '@gongkai/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../common/actor.ts';
import type { ReportKey } from '../common/schemas.ts';
import { createCaller, type Caller } from '../router.ts';
import { failureOf, openCountyFixture, sampleReport, type CountyFixture } from '../testing/county-fixture.ts';

describe.each(engines)('drafts on %s', (engine) => {
  let fixture: CountyFixture;
  let key: ReportKey;
  let first: Caller;
  let second: Caller;
  let firstActor: Actor;

  beforeAll(async () => {
    fixture = await openCountyFixture(engine);
    key = { agencyId: fixture.agencies.town, year: 2020, kind: 'own' };
    const grant = { agencyId: fixture.agencies.town, role: 'drafter' } as const;
    const context = await fixture.signIn('甲', grant);
    firstActor = context.user!;
    first = createCaller(context);
    second = createCaller(await fixture.signIn('乙', grant));
  });
  afterAll(() => fixture.close());

  const fresh = (year: number): ReportKey => ({ ...key, year });

  test('start blank in the form of their year, with official title and the agency’s id', async () => {
    const key = fresh(2021);
    expect(await first.draft.start(key)).toEqual({ lockVersion: 1 });
    const draft = await second.draft.get(key);
    expect(draft).toMatchObject({
      lockVersion: 1,
      savedBy: '甲',
      report: {
        form: formOfYear(2021)!.id,
        title: '云溪县青原镇人民政府2021年政府信息公开工作年度报告',
        agency: { id: key.agencyId },
        origin: { type: 'entered' },
      },
    });
    expect(draft.findings.every(({ verdict }) => verdict === 'fail')).toBe(true);
    expect(draft.findings.map(({ rule }) => rule)).toContain('R10');
    expect(draft).not.toHaveProperty('provenance');
  });

  test('are listed with who saved them, for the agencies of the drafter alone', async () => {
    const [listed] = (await first.draft.list()).filter(({ year }) => year === 2021);
    expect(listed).toEqual({
      ...fresh(2021),
      agencyName: '云溪县青原镇人民政府',
      title: '云溪县青原镇人民政府2021年政府信息公开工作年度报告',
      form: formOfYear(2021)!.id,
      origin: 'entered',
      lockVersion: 1,
      savedAt: expect.any(String),
      savedBy: '甲',
    });
    const elsewhere = { agencyId: fixture.agencies.otherTown, role: 'drafter' } as const;
    expect(await createCaller(await fixture.signIn('丙', elsewhere)).draft.list()).toEqual([]);
  });

  test('start from a document, which is kept with them together with where each figure stood', async () => {
    const key = fresh(2019);
    const provenance = {
      'requests.received.total': {
        raw: '０',
        place: { type: 'text', line: 12, column: 3, length: 1 },
        certainty: 'read',
      },
    } as const;
    const form = new FormData();
    form.set('input', JSON.stringify({ ...key, report: sampleReport(key), provenance }));
    form.set('file', new File(['原文'], 'C:\\年报\\2019.txt', { type: 'text/plain' }));
    await first.draft.start(form);
    expect(await first.draft.get(key)).toMatchObject({ provenance, sourceFile: '2019.txt' });
    await first.draft.save({ ...key, lockVersion: 1, report: sampleReport(key, '改过的一句。') });
    expect(await first.draft.get(key)).toMatchObject({ provenance, lockVersion: 2 });
    const seen = { 'requests.received.total': { raw: '０', certainty: 'inferred' } } as const;
    await first.draft.save({ ...key, lockVersion: 2, report: sampleReport(key), provenance: seen });
    expect((await first.draft.get(key)).provenance).toEqual(seen);
  });

  test('bear last year’s published report beside them', async () => {
    const last = { ...key, year: 2017 };
    const report = { ...sampleReport(fresh(2019)), year: 2017 };
    await fixture.publish(last, report);
    await first.draft.start({ ...fresh(2018), report: { ...report, year: 2018 } });
    expect((await first.draft.get(fresh(2018))).previous).toMatchObject({ year: 2017, title: report.title });
  });

  test('start with what last year’s report determines, and say of each such cell that it was carried over', async () => {
    const form = formOfYear(2021)!;
    const columns = cellsOf(form).filter(({ key }) => key.startsWith('requests.carriedOut.'));
    const last = columns.reduce(
      (report, { key }, at) => withValue(form, report, key, at + 1),
      sampleReport(fresh(2021)),
    );
    await fixture.publish({ ...key, agencyId: fixture.agencies.office, year: 2021 }, last, '2022-01-15');
    const office = { ...fresh(2022), agencyId: fixture.agencies.office };
    const clerk = createCaller(await fixture.signIn('丁', { agencyId: office.agencyId, role: 'drafter' }));
    await clerk.draft.start(office);
    const { report, provenance, previous } = await clerk.draft.get(office);
    const carried = columns.map(({ key }) => key.replace('carriedOut', 'carriedIn'));
    expect(carried.map((cell) => valueAt(formOf(report.form), report, cell))).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(Object.keys(provenance!).sort()).toEqual(carried.sort());
    expect(provenance!['requests.carriedIn.total']).toEqual({ raw: '7', certainty: 'carried' });
    expect(previous?.year).toBe(2021);
  });

  test('are saved over what their editor saw; the second of two is shown what the first saved', async () => {
    await first.draft.start(key);
    const form = formOfYear(2020)!;
    const mine = withValue(form, sampleReport(key), '三.一.总计', 7);
    const saved = await first.draft.save({ ...key, lockVersion: 1, report: mine });
    expect(saved).toMatchObject({ lockVersion: 2, savedAt: expect.any(String) });
    expect((await first.draft.get(key)).findings.map(({ rule }) => rule)).toContain('R31');

    const late = { ...key, lockVersion: 1, report: sampleReport(key, '另一句。') };
    const refused = await failureOf(second.draft.save(late));
    expect(refused).toMatchObject({
      code: 'stale_draft',
      message: expect.stringContaining('甲'),
      details: { lockVersion: 2, savedBy: '甲', savedAt: saved.savedAt },
    });
    const { report } = await second.draft.get(key);
    expect(report).toEqual({ ...mine, agency: { ...mine.agency, id: key.agencyId } });
    expect(refused).toMatchObject({ details: { report } });
  });

  test('are saved once where the answer to a save was lost and it is sent again', async () => {
    const key = fresh(2025);
    await first.draft.start({ ...key, report: sampleReport(key) });
    const save = { ...key, lockVersion: 1, report: sampleReport(key, '改过的一句。') };
    const saved = await first.draft.save(save);
    expect(await first.draft.save(save)).toEqual(saved);
    const entries = await fixture.database.pool.query(
      `select count(*) from audit_entry where action = 'draft.save' and year = 2025 and agency_id = $1`,
      [key.agencyId],
    );
    expect(entries.rows).toEqual([{ count: '1' }]);
    const other = { ...save, report: sampleReport(key, '又改的一句。') };
    expect(await failureOf(first.draft.save(other))).toMatchObject({ code: 'stale_draft' });
    expect(await failureOf(second.draft.save(save))).toMatchObject({ code: 'stale_draft' });
    await first.draft.save({ ...other, lockVersion: 2 });
    expect(await failureOf(first.draft.save(save))).toMatchObject({ code: 'stale_draft' });
  });

  test('are thrown away only as their editor saw them', async () => {
    expect(await failureOf(second.draft.discard({ ...key, lockVersion: 1 }))).toMatchObject({ code: 'stale_draft' });
    await second.draft.discard({ ...key, lockVersion: 2 });
    const gone = { code: 'not_found', message: expect.stringContaining('没有这份草稿') };
    expect(await failureOf(first.draft.get(key))).toMatchObject(gone);
    expect(await failureOf(first.draft.discard({ ...key, lockVersion: 2 }))).toMatchObject(gone);
    const report = sampleReport(key);
    expect(await failureOf(first.draft.save({ ...key, lockVersion: 2, report }))).toMatchObject(gone);
  });

  test('take their document with them when they are thrown away, unless another draft has it too', async () => {
    const stored = () => fixture.database.db.$count(attachment);
    const before = await stored();
    const startWith = (year: number) => {
      const form = new FormData();
      form.set('input', JSON.stringify({ ...fresh(year), report: { ...sampleReport(fresh(2019)), year } }));
      form.set('file', new File(['同一份文件'], '年报.txt'));
      return first.draft.start(form);
    };
    await startWith(2013);
    await startWith(2014);
    expect(await stored()).toBe(before + 1);
    await first.draft.discard({ ...fresh(2013), lockVersion: 1 });
    expect(await stored()).toBe(before + 1);
    await first.draft.discard({ ...fresh(2014), lockVersion: 1 });
    expect(await stored()).toBe(before);
  });

  test('of two started concurrently, one succeeds', async () => {
    const key = fresh(2016);
    const report = { ...sampleReport(fresh(2019)), year: 2016 };
    const outcomes = await Promise.allSettled([first, second].map((caller) => caller.draft.start({ ...key, report })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await failureOf(first.draft.start({ ...key, report }))).toMatchObject({ code: 'draft_exists' });
  });

  test.each([
    ['a year without a form', { year: 2012 }, 'no_form'],
    ['a sum of reports for a body that has none below it', { kind: 'consolidated' }, 'wrong_kind'],
    [
      'a report of another year',
      { report: { ...sampleReport({ agencyId: '', year: 2020, kind: 'own' }) } },
      'wrong_report',
    ],
    ['what is no report', { report: { form: 'x' } }, 'invalid_report'],
    ['a wild year', { year: 20 }, 'invalid_input'],
    ['a field that nobody knows', { remark: '附言' }, 'invalid_input'],
  ] as const)('are not started for %s', async (_name, change, code) => {
    const before = await first.draft.list();
    const input = { ...key, year: 2015, ...change } as never;
    expect(await failureOf(first.draft.start(input))).toMatchObject({
      code,
      message: expect.stringMatching(/\p{Script=Han}/u),
    });
    expect(await first.draft.list()).toEqual(before);
  });

  test('are not started for an agency that does not exist, nor where the report is public', async () => {
    const nowhere = { ...key, agencyId: '01ARZ3NDEKTSV4RRFFQ69G5FAV' };
    const { start } = fixture.services.draft;
    expect(await failureOf(start(firstActor, nowhere))).toMatchObject({ code: 'not_found' });
    expect(await failureOf(start(firstActor, fresh(2017)))).toMatchObject({ code: 'already_published' });
  });

  test('take no document over the limit, and say so in words', async () => {
    const form = new FormData();
    form.set('input', JSON.stringify({ ...key, year: 2020 }));
    form.set('file', new File([new Uint8Array(21 * 2 ** 20)], '年报.pdf'));
    expect(await failureOf(first.draft.start(form))).toMatchObject({
      code: 'too_large',
      message: expect.stringContaining('20 MB'),
    });
  });
});
