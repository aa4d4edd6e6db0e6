import { engines } from '@gongkai/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCaller } from '../../router.ts';
import { openRegisterWorld, type RegisterWorld } from '../../testing/register-world.ts';
import { failureOf } from '../../testing/world.ts';

describe.each(engines)('the register on %s', (engine) => {
  let world: RegisterWorld;

  beforeAll(async () => {
    world = await openRegisterWorld(engine);
  });
  afterAll(() => world.close());

  test('takes in an agency, renames it from a day on, moves it, and knows all that it was', async () => {
    const city = await world.create(world.government('云江市人民政府', null, 'prefecture'));
    const agencyId = await world.create(world.bureau({ name: '云溪县文化局' }));
    await world.change(agencyId, '2019-03-01', { name: '云溪县文化和旅游局' });
    await world.change(agencyId, '2021-01-01', { parentId: city });
    const { entry, periods } = await world.keeper.register.history({ agencyId });
    expect(entry).toMatchObject({ name: '云溪县文化和旅游局', parentId: city, validFrom: '2021-01-01', remarks: [] });
    expect(periods).toMatchObject([
      { name: '云溪县文化局', parentName: '云溪县人民政府', validFrom: '2010-01-01', validTo: '2019-03-01' },
      { name: '云溪县文化和旅游局', parentName: '云溪县人民政府', validTo: '2021-01-01' },
      { name: '云溪县文化和旅游局', parentName: '云江市人民政府', validTo: null },
    ]);
    expect((await world.keeper.agency.get({ id: agencyId })).agency.formerNames).toEqual([
      { name: '云溪县文化局', until: '2019-03-01' },
    ]);
  });

  test('puts a mistake right without making a former name of it', async () => {
    const agencyId = await world.create(world.bureau({ name: '云溪县教盲局' }));
    await world.change(agencyId, '2010-01-01', { name: '云溪县教育局' });
    expect((await world.keeper.register.history({ agencyId })).periods).toMatchObject([{ name: '云溪县教育局' }]);
  });

  test('lets only that be changed which was seen', async () => {
    const agencyId = await world.create(world.bureau());
    const { version } = (await world.keeper.register.history({ agencyId })).entry;
    await world.change(agencyId, '2019-01-01', { name: '云溪县某某局' });
    const late = world.keeper.register.dissolve({ agencyId, version, on: '2020-01-01', reason: '撤销' });
    expect(await failureOf(late)).toMatchObject({ code: 'stale_agency' });
    expect((await world.keeper.register.history({ agencyId })).entry.dissolvedOn).toBeNull();
  });

  test('has one parent for each agency at a time, and no circle on any day', async () => {
    const upper = await world.create(world.government('上河市人民政府', null, 'prefecture'));
    const middle = await world.create(world.government('中河区人民政府', upper));
    const lower = await world.create(world.government('下河区人民政府', middle));
    await world.refused(world.change(upper, '2015-01-01', { parentId: lower }), '又作上级');
    await world.refused(world.change(upper, '2015-01-01', { parentId: upper }), '自己的上级');
    // Since 2020 the lower one stands alone, but from 2015 until then there would be a circle.
    await world.change(lower, '2020-01-01', { parentId: null });
    await world.refused(world.change(upper, '2015-01-01', { parentId: lower }), '又作上级');
    await world.change(upper, '2020-01-01', { parentId: lower });
    await world.refused(world.change(lower, '2021-01-01', { parentId: middle }), '又作上级');
  });

  test.each([
    ['a town of county level', { kind: 'town', level: 'county' }, '乡级'],
    ['a government of a township', { kind: 'government', level: 'township' }, '镇'],
    ['a vertically led body in the local roll-up', { kind: 'verticallyLed' }, '本系统'],
    ['a body under one that sums up nothing', { parentId: 'office' }, '不是县级以上人民政府'],
    ['a body under one that is not there', { parentId: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }, '没有所填的上级'],
  ] as const)('refuses %s', async (_, attributes, words) => {
    const parentId = 'parentId' in attributes ? attributes.parentId : world.agencies.county;
    const real = parentId === 'office' ? world.agencies.office : parentId;
    await world.refused(world.create(world.bureau({ ...attributes, parentId: real })), words);
  });

  test('lets a vertically led body stand under its own system', async () => {
    const above = await world.create(world.bureau({ kind: 'verticallyLed', level: 'prefecture', parentId: null }));
    const below = await world.create(world.bureau({ kind: 'verticallyLed', parentId: above }));
    expect((await world.keeper.register.tree()).find(({ id }) => id === below)).toMatchObject({ parentId: above });
  });

  test('refuses days that cannot be', async () => {
    const agencyId = await world.create(world.bureau(), '2015-05-01');
    await world.refused(world.create(world.bureau(), '2022-01-21'), '晚于今天');
    await world.refused(world.create(world.bureau(), '2009-12-31'), '自 2010-01-01 才有');
    await world.refused(world.change(agencyId, '2015-04-30', { name: '云溪县早局' }), '须在其后');
    await world.refused(world.dissolve(agencyId, '2015-05-01'), '之后');
    await world.refused(world.dissolve(agencyId, '2022-01-21'), '晚于今天');
    await world.dissolve(agencyId, '2018-01-01');
    await world.refused(world.dissolve(agencyId, '2018-02-01'), '不用再办理');
    await world.refused(world.change(agencyId, '2019-01-01', { name: '云溪县晚局' }), '已于 2018-01-01 撤销');
    await world.change(agencyId, '2015-05-01', { name: '云溪县正局' });
    await world.refused(
      world.create(world.bureau({ parentId: null, divisionCode: null, kind: 'government', level: 'township' })),
      '镇',
    );
    await world.refused(world.dissolve(world.agencies.county, '2020-01-01'), '下级机关');
  });

  test('remarks on what looks wrong, and takes it in all the same', async () => {
    const name = '云溪县重名局';
    const doubtful = { name, creditCode: '91350211M0000XUF46', divisionCode: '990523' };
    await world.create(world.bureau({ name }));
    const { remarks } = await world.keeper.register.create({ ...world.bureau(doubtful), validFrom: '2010-01-01' });
    expect(remarks.map(({ field }) => field)).toEqual(['name', 'creditCode', 'divisionCode']);
    expect((await world.keeper.register.tree()).filter((entry) => entry.name === name)).toMatchObject([
      { remarks: [{ field: 'name' }] },
      { remarks: expect.arrayContaining([expect.objectContaining({ field: 'creditCode' })]) },
    ]);
  });

  test('keeps how an agency is reached', async () => {
    const agencyId = await world.create(world.bureau());
    const { version } = (await world.keeper.register.history({ agencyId })).entry;
    const contact = { office: '政务公开股', address: null, postcode: null, phone: '0999-5550100' };
    const whole = { ...contact, fax: null, email: 'xxgk@yunxi.example', website: 'https://www.yunxi.example/' };
    await world.keeper.register.setContact({ agencyId, version, contact: whole });
    expect((await world.keeper.agency.get({ id: agencyId })).agency.contact).toEqual(whole);
    const wrong = world.keeper.register.setContact({
      agencyId,
      version,
      contact: { ...whole, website: 'javascript:alert(1)' },
    });
    expect(await failureOf(wrong)).toMatchObject({ code: 'invalid_input' });
  });

  test('leaves a line in the audit trail with before and after and the reason', async () => {
    const agencyId = await world.create(world.bureau());
    await world.change(agencyId, '2019-01-01', { name: '云溪县留痕局' });
    const auditor = createCaller(await world.signInOnDuty('审计员', 'auditor'));
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
      await world.create(world.government('甲区人民政府')),
      await world.create(world.government('乙区人民政府')),
    ];
    const outcomes = await Promise.allSettled([
      world.change(a, '2020-01-01', { parentId: b }),
      world.change(b, '2020-01-01', { parentId: a }),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
