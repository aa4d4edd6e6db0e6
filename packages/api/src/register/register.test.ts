import { engines } from '@gongkai/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCaller, type Caller } from '../router.ts';
import { failureOf, openWorld, type World } from '../testing/world.ts';
import type { AgencyAttributes } from './schemas.ts';

describe.each(engines)('the register on %s', (engine) => {
  let world: World;
  let keeper: Caller;
  let serial = 0;
  beforeAll(async () => {
    world = await openWorld(engine);
    keeper = createCaller(await world.signInOnDuty('系统管理员', 'systemAdministrator'));
  });
  afterAll(() => world.close());

  const bureau = (attributes: Partial<AgencyAttributes> = {}): AgencyAttributes => ({
    name: `云溪县第${++serial}局`,
    kind: 'department',
    level: 'county',
    parentId: world.agencies.county,
    divisionCode: null,
    creditCode: null,
    ...attributes,
  });
  const government = (name: string, parentId: string | null = null, level: AgencyAttributes['level'] = 'county') =>
    bureau({ name, parentId, kind: 'government', level });
  const create = async (attributes: AgencyAttributes, validFrom = '2010-01-01') =>
    (await keeper.register.create({ ...attributes, validFrom })).agencyId;
  const change = async (agencyId: string, from: string, changes: Partial<AgencyAttributes>) => {
    const { entry } = await keeper.register.history({ agencyId });
    const { name, kind, level, parentId, divisionCode, creditCode, version } = entry;
    const attributes = { name, kind, level, parentId, divisionCode, creditCode, ...changes };
    return keeper.register.change({ ...attributes, agencyId, version, from, reason: '机构改革' });
  };
  const dissolve = async (agencyId: string, on: string) => {
    const { version } = (await keeper.register.history({ agencyId })).entry;
    return keeper.register.dissolve({ agencyId, version, on, reason: '机构改革' });
  };
  const refused = async (call: Promise<unknown>, words: string) =>
    expect(await failureOf(call)).toMatchObject({ code: 'invalid_agency', message: expect.stringContaining(words) });

  test('takes in an agency, renames it from a day on, moves it, and knows all that it was', async () => {
    const city = await create(government('云江市人民政府', null, 'prefecture'));
    const agencyId = await create(bureau({ name: '云溪县文化局' }));
    await change(agencyId, '2019-03-01', { name: '云溪县文化和旅游局' });
    await change(agencyId, '2021-01-01', { parentId: city });
    const { entry, periods } = await keeper.register.history({ agencyId });
    expect(entry).toMatchObject({ name: '云溪县文化和旅游局', parentId: city, validFrom: '2021-01-01', remarks: [] });
    expect(periods).toMatchObject([
      { name: '云溪县文化局', parentName: '云溪县人民政府', validFrom: '2010-01-01', validTo: '2019-03-01' },
      { name: '云溪县文化和旅游局', parentName: '云溪县人民政府', validTo: '2021-01-01' },
      { name: '云溪县文化和旅游局', parentName: '云江市人民政府', validTo: null },
    ]);
    expect((await keeper.agency.get({ id: agencyId })).agency.formerNames).toEqual([
      { name: '云溪县文化局', until: '2019-03-01' },
    ]);
  });

  test('puts a mistake right without making a former name of it', async () => {
    const agencyId = await create(bureau({ name: '云溪县教盲局' }));
    await change(agencyId, '2010-01-01', { name: '云溪县教育局' });
    expect((await keeper.register.history({ agencyId })).periods).toMatchObject([{ name: '云溪县教育局' }]);
  });

  test('lets only that be changed which was seen', async () => {
    const agencyId = await create(bureau());
    const { version } = (await keeper.register.history({ agencyId })).entry;
    await change(agencyId, '2019-01-01', { name: '云溪县某某局' });
    const late = keeper.register.dissolve({ agencyId, version, on: '2020-01-01', reason: '撤销' });
    expect(await failureOf(late)).toMatchObject({ code: 'stale_agency' });
    expect((await keeper.register.history({ agencyId })).entry.dissolvedOn).toBeNull();
  });

  test('has one parent for each agency at a time, and no circle on any day', async () => {
    const upper = await create(government('上河市人民政府', null, 'prefecture'));
    const middle = await create(government('中河区人民政府', upper));
    const lower = await create(government('下河区人民政府', middle));
    await refused(change(upper, '2015-01-01', { parentId: lower }), '又作上级');
    await refused(change(upper, '2015-01-01', { parentId: upper }), '自己的上级');
    // Since 2020 the lower one stands alone, but from 2015 until then there would be a circle.
    await change(lower, '2020-01-01', { parentId: null });
    await refused(change(upper, '2015-01-01', { parentId: lower }), '又作上级');
    await change(upper, '2020-01-01', { parentId: lower });
    await refused(change(lower, '2021-01-01', { parentId: middle }), '又作上级');
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
    await refused(create(bureau({ ...attributes, parentId: real })), words);
  });

  test('lets a vertically led body stand under its own system', async () => {
    const above = await create(bureau({ kind: 'verticallyLed', level: 'prefecture', parentId: null }));
    const below = await create(bureau({ kind: 'verticallyLed', parentId: above }));
    expect((await keeper.register.tree()).find(({ id }) => id === below)).toMatchObject({ parentId: above });
  });

  test('refuses days that cannot be', async () => {
    const agencyId = await create(bureau(), '2015-05-01');
    await refused(create(bureau(), '2022-01-21'), '晚于今天');
    await refused(create(bureau(), '2009-12-31'), '自 2010-01-01 才有');
    await refused(change(agencyId, '2015-04-30', { name: '云溪县早局' }), '须在其后');
    await refused(dissolve(agencyId, '2015-05-01'), '之后');
    await refused(dissolve(agencyId, '2022-01-21'), '晚于今天');
    await dissolve(agencyId, '2018-01-01');
    await refused(dissolve(agencyId, '2018-02-01'), '不用再办理');
    await refused(change(agencyId, '2019-01-01', { name: '云溪县晚局' }), '已于 2018-01-01 撤销');
    await change(agencyId, '2015-05-01', { name: '云溪县正局' });
    await refused(create(bureau({ parentId: null, divisionCode: null, kind: 'government', level: 'township' })), '镇');
    await refused(dissolve(world.agencies.county, '2020-01-01'), '下级机关');
  });

  test('remarks on what looks wrong, and takes it in all the same', async () => {
    const name = '云溪县重名局';
    const doubtful = { name, creditCode: '91350211M0000XUF46', divisionCode: '990523' };
    await create(bureau({ name }));
    const { remarks } = await keeper.register.create({ ...bureau(doubtful), validFrom: '2010-01-01' });
    expect(remarks.map(({ field }) => field)).toEqual(['name', 'creditCode', 'divisionCode']);
    expect((await keeper.register.tree()).filter((entry) => entry.name === name)).toMatchObject([
      { remarks: [{ field: 'name' }] },
      { remarks: expect.arrayContaining([expect.objectContaining({ field: 'creditCode' })]) },
    ]);
  });

  test('merges agencies into one that is there, with what stood under them', async () => {
    const [into, gone] = [await create(government('东溪区人民政府')), await create(government('西溪区人民政府'))];
    const below = await create(bureau({ parentId: gone }));
    const merged = { agencyIds: [gone], into: { agencyId: into }, on: '2020-06-01', reason: '区划调整' };
    expect(await keeper.register.merge(merged)).toMatchObject({ agencyId: into });
    expect(await keeper.register.history({ agencyId: into })).toMatchObject({
      predecessors: [{ id: gone, kind: 'merged', takenOverOn: '2020-06-01' }],
    });
    expect((await keeper.register.history({ agencyId: gone })).entry.dissolvedOn).toBe('2020-06-01');
    expect((await keeper.register.history({ agencyId: below })).entry.parentId).toBe(into);
  });

  test('lets a new agency take the place of one, or of several', async () => {
    const ids = [await create(bureau()), await create(bureau()), await create(bureau())];
    const common = { on: '2021-02-01', reason: '机构改革' };
    const one = await keeper.register.merge({ ...common, agencyIds: [ids[0]!], into: bureau() });
    const two = await keeper.register.merge({ ...common, agencyIds: ids.slice(1), into: bureau() });
    expect((await keeper.register.history({ agencyId: one.agencyId })).predecessors).toMatchObject([
      { kind: 'renamed' },
    ]);
    expect((await keeper.register.history({ agencyId: two.agencyId })).predecessors).toMatchObject([
      { kind: 'merged' },
      { kind: 'merged' },
    ]);
    await refused(keeper.register.merge({ ...common, agencyIds: [ids[1]!], into: { agencyId: one.agencyId } }), '撤销');
  });

  test('changes nothing where a merger cannot be done whole', async () => {
    const [into, good, bad] = [await create(bureau()), await create(bureau()), await create(bureau(), '2021-06-01')];
    const merged = { agencyIds: [good, bad], into: { agencyId: into }, on: '2021-02-01', reason: '机构改革' };
    await refused(keeper.register.merge(merged), '之后');
    expect((await keeper.register.history({ agencyId: good })).entry.dissolvedOn).toBeNull();
    await refused(keeper.register.merge({ ...merged, agencyIds: [into] }), '自己');
  });

  test('splits new agencies off from one that goes on, or that ends with it', async () => {
    const [going, ending] = [await create(bureau()), await create(bureau())];
    const common = { on: '2021-02-01', reason: '机构改革' };
    await keeper.register.split({ ...common, agencyId: going, into: [bureau()], goesOn: true });
    const parts = await keeper.register.split({
      ...common,
      agencyId: ending,
      into: [bureau(), bureau()],
      goesOn: false,
    });
    expect((await keeper.register.history({ agencyId: going })).entry.dissolvedOn).toBeNull();
    const { entry, successors } = await keeper.register.history({ agencyId: ending });
    expect(entry.dissolvedOn).toBe('2021-02-01');
    expect(successors.map(({ id }) => id).toSorted()).toEqual(parts.map(({ agencyId }) => agencyId).toSorted());
    const twice = { ...common, agencyId: going, into: [{ agencyId: ending }], goesOn: true };
    await refused(keeper.register.split(twice), '撤销');
  });

  test('keeps how an agency is reached', async () => {
    const agencyId = await create(bureau());
    const { version } = (await keeper.register.history({ agencyId })).entry;
    const contact = { office: '政务公开股', address: null, postcode: null, phone: '0999-5550100' };
    const whole = { ...contact, fax: null, email: 'xxgk@yunxi.example', website: 'https://www.yunxi.example/' };
    await keeper.register.setContact({ agencyId, version, contact: whole });
    expect((await keeper.agency.get({ id: agencyId })).agency.contact).toEqual(whole);
    const wrong = keeper.register.setContact({
      agencyId,
      version,
      contact: { ...whole, website: 'javascript:alert(1)' },
    });
    expect(await failureOf(wrong)).toMatchObject({ code: 'invalid_input' });
  });

  test('leaves a line in the audit trail with before and after and the reason', async () => {
    const agencyId = await create(bureau());
    await change(agencyId, '2019-01-01', { name: '云溪县留痕局' });
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
    const [a, b] = [await create(government('甲区人民政府')), await create(government('乙区人民政府'))];
    const outcomes = await Promise.allSettled([
      change(a, '2020-01-01', { parentId: b }),
      change(b, '2020-01-01', { parentId: a }),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
