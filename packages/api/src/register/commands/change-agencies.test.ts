import { engines } from '@gongkai/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCaller } from '../../router.ts';
import { openRegisterScenario, type RegisterScenario } from '../../testing/register-scenario.ts';
import { failureOf } from '../../testing/county-fixture.ts';

describe.each(engines)('the register on %s', (engine) => {
  let fixture: RegisterScenario;

  beforeAll(async () => {
    fixture = await openRegisterScenario(engine);
  });
  afterAll(() => fixture.close());

  test('creates an agency, renames it from a day on, moves it, and keeps its history', async () => {
    const city = await fixture.create(fixture.government('云江市人民政府', null, 'prefecture'));
    const agencyId = await fixture.create(fixture.bureau({ name: '云溪县文化局' }));
    await fixture.change(agencyId, '2019-03-01', { name: '云溪县文化和旅游局' });
    await fixture.change(agencyId, '2021-01-01', { parentId: city });
    const { entry, periods } = await fixture.keeper.register.history({ agencyId });
    expect(entry).toMatchObject({ name: '云溪县文化和旅游局', parentId: city, validFrom: '2021-01-01', remarks: [] });
    expect(periods).toMatchObject([
      { name: '云溪县文化局', parentName: '云溪县人民政府', validFrom: '2010-01-01', validTo: '2019-03-01' },
      { name: '云溪县文化和旅游局', parentName: '云溪县人民政府', validTo: '2021-01-01' },
      { name: '云溪县文化和旅游局', parentName: '云江市人民政府', validTo: null },
    ]);
    expect((await fixture.keeper.agency.get({ id: agencyId })).agency.formerNames).toEqual([
      { name: '云溪县文化局', until: '2019-03-01' },
    ]);
  });

  test('puts a mistake right without making a former name of it', async () => {
    const agencyId = await fixture.create(fixture.bureau({ name: '云溪县教盲局' }));
    await fixture.change(agencyId, '2010-01-01', { name: '云溪县教育局' });
    expect((await fixture.keeper.register.history({ agencyId })).periods).toMatchObject([{ name: '云溪县教育局' }]);
  });

  test('lets only that be changed which was seen', async () => {
    const agencyId = await fixture.create(fixture.bureau());
    const { version } = (await fixture.keeper.register.history({ agencyId })).entry;
    await fixture.change(agencyId, '2019-01-01', { name: '云溪县某某局' });
    const late = fixture.keeper.register.dissolve({ agencyId, version, on: '2020-01-01', reason: '撤销' });
    expect(await failureOf(late)).toMatchObject({ code: 'stale_agency' });
    expect((await fixture.keeper.register.history({ agencyId })).entry.dissolvedOn).toBeNull();
  });

  test('has one parent for each agency at a time, and no circle on any day', async () => {
    const upper = await fixture.create(fixture.government('上河市人民政府', null, 'prefecture'));
    const middle = await fixture.create(fixture.government('中河区人民政府', upper));
    const lower = await fixture.create(fixture.government('下河区人民政府', middle));
    await fixture.refused(fixture.change(upper, '2015-01-01', { parentId: lower }), '又作上级');
    await fixture.refused(fixture.change(upper, '2015-01-01', { parentId: upper }), '自己的上级');
    // Since 2020 the lower agency has no parent, but from 2015 until then there would be a cycle.
    await fixture.change(lower, '2020-01-01', { parentId: null });
    await fixture.refused(fixture.change(upper, '2015-01-01', { parentId: lower }), '又作上级');
    await fixture.change(upper, '2020-01-01', { parentId: lower });
    await fixture.refused(fixture.change(lower, '2021-01-01', { parentId: middle }), '又作上级');
  });

  test.each([
    ['a town of county level', { kind: 'town', level: 'county' }, '乡级'],
    ['a government of a township', { kind: 'government', level: 'township' }, '镇'],
    ['a vertically led body in the local roll-up', { kind: 'verticallyLed' }, '本系统'],
    ['a body under one that sums up nothing', { parentId: 'office' }, '不是县级以上人民政府'],
    ['a body under one that is not there', { parentId: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }, '没有所填的上级'],
  ] as const)('refuses %s', async (_, attributes, words) => {
    const parentId = 'parentId' in attributes ? attributes.parentId : fixture.agencies.county;
    const real = parentId === 'office' ? fixture.agencies.office : parentId;
    await fixture.refused(fixture.create(fixture.bureau({ ...attributes, parentId: real })), words);
  });

  test('lets a vertically led body stand under its own system', async () => {
    const above = await fixture.create(fixture.bureau({ kind: 'verticallyLed', level: 'prefecture', parentId: null }));
    const below = await fixture.create(fixture.bureau({ kind: 'verticallyLed', parentId: above }));
    expect((await fixture.keeper.register.tree()).find(({ id }) => id === below)).toMatchObject({ parentId: above });
  });

  test('refuses days that cannot be', async () => {
    const agencyId = await fixture.create(fixture.bureau(), '2015-05-01');
    await fixture.refused(fixture.create(fixture.bureau(), '2022-01-21'), '晚于今天');
    await fixture.refused(fixture.create(fixture.bureau(), '2009-12-31'), '自 2010-01-01 才有');
    await fixture.refused(fixture.change(agencyId, '2015-04-30', { name: '云溪县早局' }), '须在其后');
    await fixture.refused(fixture.dissolve(agencyId, '2015-05-01'), '之后');
    await fixture.refused(fixture.dissolve(agencyId, '2022-01-21'), '晚于今天');
    await fixture.dissolve(agencyId, '2018-01-01');
    await fixture.refused(fixture.dissolve(agencyId, '2018-02-01'), '不用再办理');
    await fixture.refused(fixture.change(agencyId, '2019-01-01', { name: '云溪县晚局' }), '已于 2018-01-01 撤销');
    await fixture.change(agencyId, '2015-05-01', { name: '云溪县正局' });
    await fixture.refused(
      fixture.create(fixture.bureau({ parentId: null, divisionCode: null, kind: 'government', level: 'township' })),
      '镇',
    );
    await fixture.refused(fixture.dissolve(fixture.agencies.county, '2020-01-01'), '下级机关');
  });

  test('remarks on what looks wrong, and takes it in all the same', async () => {
    const name = '云溪县重名局';
    const doubtful = { name, creditCode: '91350211M0000XUF46', divisionCode: '990523' };
    await fixture.create(fixture.bureau({ name }));
    const { remarks } = await fixture.keeper.register.create({ ...fixture.bureau(doubtful), validFrom: '2010-01-01' });
    expect(remarks.map(({ field }) => field)).toEqual(['name', 'creditCode', 'divisionCode']);
    expect((await fixture.keeper.register.tree()).filter((entry) => entry.name === name)).toMatchObject([
      { remarks: [{ field: 'name' }] },
      { remarks: expect.arrayContaining([expect.objectContaining({ field: 'creditCode' })]) },
    ]);
  });

  test('keeps how an agency is reached', async () => {
    const agencyId = await fixture.create(fixture.bureau());
    const { version } = (await fixture.keeper.register.history({ agencyId })).entry;
    const contact = { office: '政务公开股', address: null, postcode: null, phone: '0999-5550100' };
    const whole = { ...contact, fax: null, email: 'xxgk@yunxi.example', website: 'https://www.yunxi.example/' };
    await fixture.keeper.register.setContact({ agencyId, version, contact: whole });
    expect((await fixture.keeper.agency.get({ id: agencyId })).agency.contact).toEqual(whole);
    const wrong = fixture.keeper.register.setContact({
      agencyId,
      version,
      contact: { ...whole, website: 'javascript:alert(1)' },
    });
    expect(await failureOf(wrong)).toMatchObject({ code: 'invalid_input' });
  });

  test('leaves a line in the audit trail with before and after and the reason', async () => {
    const agencyId = await fixture.create(fixture.bureau());
    await fixture.change(agencyId, '2019-01-01', { name: '云溪县留痕局' });
    const auditor = createCaller(await fixture.signInOnDuty('审计员', 'auditor'));
    const { lines } = await auditor.audit.list({ agencyId });
    expect(lines.map(({ action, note }) => ({ action, note }))).toEqual([
      { action: 'register.change', note: '机构改革' },
      { action: 'register.create', note: null },
    ]);
    expect(JSON.parse(lines[0]!.before!)).toMatchObject({ validFrom: '2010-01-01' });
    expect(JSON.parse(lines[0]!.after!)).toMatchObject({ name: '云溪县留痕局', validFrom: '2019-01-01' });
  });

  test('does not let two people make a circle together', async () => {
    const [a, b] = [
      await fixture.create(fixture.government('甲区人民政府')),
      await fixture.create(fixture.government('乙区人民政府')),
    ];
    const outcomes = await Promise.allSettled([
      fixture.change(a, '2020-01-01', { parentId: b }),
      fixture.change(b, '2020-01-01', { parentId: a }),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
