import { engines } from '@gongkai/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRegisterWorld, type RegisterWorld } from '../../testing/register-world.ts';

describe.each(engines)('the register joins and parts agencies on %s', (engine) => {
  let world: RegisterWorld;

  beforeAll(async () => {
    world = await openRegisterWorld(engine);
  });
  afterAll(() => world.close());

  test('merges agencies into one that is there, with what stood under them', async () => {
    const [into, gone] = [
      await world.create(world.government('东溪区人民政府')),
      await world.create(world.government('西溪区人民政府')),
    ];
    const below = await world.create(world.bureau({ parentId: gone }));
    const merged = { agencyIds: [gone], into: { agencyId: into }, on: '2020-06-01', reason: '区划调整' };
    expect(await world.keeper.register.merge(merged)).toMatchObject({ agencyId: into });
    expect(await world.keeper.register.history({ agencyId: into })).toMatchObject({
      predecessors: [{ id: gone, kind: 'merged', takenOverOn: '2020-06-01' }],
    });
    expect((await world.keeper.register.history({ agencyId: gone })).entry.dissolvedOn).toBe('2020-06-01');
    expect((await world.keeper.register.history({ agencyId: below })).entry.parentId).toBe(into);
  });

  test('lets a new agency take the place of one, or of several', async () => {
    const ids = [
      await world.create(world.bureau()),
      await world.create(world.bureau()),
      await world.create(world.bureau()),
    ];
    const common = { on: '2021-02-01', reason: '机构改革' };
    const one = await world.keeper.register.merge({ ...common, agencyIds: [ids[0]!], into: world.bureau() });
    const two = await world.keeper.register.merge({ ...common, agencyIds: ids.slice(1), into: world.bureau() });
    expect((await world.keeper.register.history({ agencyId: one.agencyId })).predecessors).toMatchObject([
      { kind: 'renamed' },
    ]);
    expect((await world.keeper.register.history({ agencyId: two.agencyId })).predecessors).toMatchObject([
      { kind: 'merged' },
      { kind: 'merged' },
    ]);
    await world.refused(
      world.keeper.register.merge({ ...common, agencyIds: [ids[1]!], into: { agencyId: one.agencyId } }),
      '撤销',
    );
  });

  test('changes nothing where a merger cannot be done whole', async () => {
    const [into, good, bad] = [
      await world.create(world.bureau()),
      await world.create(world.bureau()),
      await world.create(world.bureau(), '2021-06-01'),
    ];
    const merged = { agencyIds: [good, bad], into: { agencyId: into }, on: '2021-02-01', reason: '机构改革' };
    await world.refused(world.keeper.register.merge(merged), '之后');
    expect((await world.keeper.register.history({ agencyId: good })).entry.dissolvedOn).toBeNull();
    await world.refused(world.keeper.register.merge({ ...merged, agencyIds: [into] }), '自己');
  });

  test('splits new agencies off from one that goes on, or that ends with it', async () => {
    const [going, ending] = [await world.create(world.bureau()), await world.create(world.bureau())];
    const common = { on: '2021-02-01', reason: '机构改革' };
    await world.keeper.register.split({ ...common, agencyId: going, into: [world.bureau()], goesOn: true });
    const parts = await world.keeper.register.split({
      ...common,
      agencyId: ending,
      into: [world.bureau(), world.bureau()],
      goesOn: false,
    });
    expect((await world.keeper.register.history({ agencyId: going })).entry.dissolvedOn).toBeNull();
    const { entry, successors } = await world.keeper.register.history({ agencyId: ending });
    expect(entry.dissolvedOn).toBe('2021-02-01');
    expect(successors.map(({ id }) => id).toSorted()).toEqual(parts.map(({ agencyId }) => agencyId).toSorted());
    const twice = { ...common, agencyId: going, into: [{ agencyId: ending }], goesOn: true };
    await world.refused(world.keeper.register.split(twice), '撤销');
  });
});
