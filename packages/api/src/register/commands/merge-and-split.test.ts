import { engines } from '@gongkai/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRegisterScenario, type RegisterScenario } from '../../testing/register-scenario.ts';

describe.each(engines)('the register joins and parts agencies on %s', (engine) => {
  let fixture: RegisterScenario;

  beforeAll(async () => {
    fixture = await openRegisterScenario(engine);
  });
  afterAll(() => fixture.close());

  test('merges agencies into one that is there, with what stood under them', async () => {
    const [into, gone] = [
      await fixture.create(fixture.government('东溪区人民政府')),
      await fixture.create(fixture.government('西溪区人民政府')),
    ];
    const below = await fixture.create(fixture.bureau({ parentId: gone }));
    const merged = { agencyIds: [gone], into: { agencyId: into }, on: '2020-06-01', reason: '区划调整' };
    expect(await fixture.keeper.register.merge(merged)).toMatchObject({ agencyId: into });
    expect(await fixture.keeper.register.history({ agencyId: into })).toMatchObject({
      predecessors: [{ id: gone, kind: 'merged', takenOverOn: '2020-06-01' }],
    });
    expect((await fixture.keeper.register.history({ agencyId: gone })).entry.dissolvedOn).toBe('2020-06-01');
    expect((await fixture.keeper.register.history({ agencyId: below })).entry.parentId).toBe(into);
  });

  test('lets a new agency take the place of one, or of several', async () => {
    const ids = [
      await fixture.create(fixture.bureau()),
      await fixture.create(fixture.bureau()),
      await fixture.create(fixture.bureau()),
    ];
    const common = { on: '2021-02-01', reason: '机构改革' };
    const one = await fixture.keeper.register.merge({ ...common, agencyIds: [ids[0]!], into: fixture.bureau() });
    const two = await fixture.keeper.register.merge({ ...common, agencyIds: ids.slice(1), into: fixture.bureau() });
    expect((await fixture.keeper.register.history({ agencyId: one.agencyId })).predecessors).toMatchObject([
      { kind: 'renamed' },
    ]);
    expect((await fixture.keeper.register.history({ agencyId: two.agencyId })).predecessors).toMatchObject([
      { kind: 'merged' },
      { kind: 'merged' },
    ]);
    await fixture.refused(
      fixture.keeper.register.merge({ ...common, agencyIds: [ids[1]!], into: { agencyId: one.agencyId } }),
      '撤销',
    );
  });

  test('changes nothing where a merger cannot be done whole', async () => {
    const [into, good, bad] = [
      await fixture.create(fixture.bureau()),
      await fixture.create(fixture.bureau()),
      await fixture.create(fixture.bureau(), '2021-06-01'),
    ];
    const merged = { agencyIds: [good, bad], into: { agencyId: into }, on: '2021-02-01', reason: '机构改革' };
    await fixture.refused(fixture.keeper.register.merge(merged), '之后');
    expect((await fixture.keeper.register.history({ agencyId: good })).entry.dissolvedOn).toBeNull();
    await fixture.refused(fixture.keeper.register.merge({ ...merged, agencyIds: [into] }), '自己');
  });

  test('splits new agencies off from one that goes on, or that ends with it', async () => {
    const [going, ending] = [await fixture.create(fixture.bureau()), await fixture.create(fixture.bureau())];
    const common = { on: '2021-02-01', reason: '机构改革' };
    await fixture.keeper.register.split({ ...common, agencyId: going, into: [fixture.bureau()], goesOn: true });
    const parts = await fixture.keeper.register.split({
      ...common,
      agencyId: ending,
      into: [fixture.bureau(), fixture.bureau()],
      goesOn: false,
    });
    expect((await fixture.keeper.register.history({ agencyId: going })).entry.dissolvedOn).toBeNull();
    const { entry, successors } = await fixture.keeper.register.history({ agencyId: ending });
    expect(entry.dissolvedOn).toBe('2021-02-01');
    expect(successors.map(({ id }) => id).toSorted()).toEqual(parts.map(({ agencyId }) => agencyId).toSorted());
    const twice = { ...common, agencyId: going, into: [{ agencyId: ending }], goesOn: true };
    await fixture.refused(fixture.keeper.register.split(twice), '撤销');
  });
});
