import type { Engine } from '@gongkai/db';
import { createRest } from '../rest/create-rest.ts';
import { exampleIds, exampleReport, publishedCounts } from './rest-fixtures.ts';
import { openWorld } from './world.ts';

/** A world in which the examples of the open API find something: three reports, a round, and a token to hand in with. */
export async function openRestWorld(engine: Engine) {
  const world = await openWorld(engine);
  world.passTo('2026-02-01T02:00:00Z');
  const rest = createRest(world.services);
  const { government, town } = exampleIds;
  const county = { name: '云溪县人民政府', kind: 'government', level: 'county', validFrom: '2010-01-01' } as const;
  await world.services.agency.create({ ...county, id: government });
  await world.services.agency.create({
    ...{ id: town, name: '云溪县青原镇人民政府', kind: 'town', level: 'township' },
    ...{ parentId: government, validFrom: '2010-01-01' },
  });
  for (const [year, count] of publishedCounts) {
    const key = { agencyId: town, year, kind: 'own' } as const;
    await world.publish(key, exampleReport(year, count));
  }
  const drafter = await world.signIn('填报人', { agencyId: town, role: 'drafter' });
  const { token } = await world.services.token.create(drafter.user!, { agencyId: town, name: '办公系统', days: 30 });
  const reviewer = await world.signIn('县审核人', { agencyId: government, role: 'reviewer' });
  await world.services.round.announce(reviewer.user!, {
    ...{ agencyId: government, year: 2024, lock: 'open' },
    confirmPassedDue: true,
  });
  return { ...world, rest, token };
}

export type RestWorld = Awaited<ReturnType<typeof openRestWorld>>;
