import type { Engine } from '@gongkai/db';
import { createRest } from '../rest/create-rest.ts';
import { exampleIds, exampleReport, publishedCounts } from './open-api-data.ts';
import { openCountyFixture } from './county-fixture.ts';

/** Opens a fixture with data for the open API's examples: three reports, a round, and a submission token. */
export async function openOpenApiScenario(engine: Engine) {
  const fixture = await openCountyFixture(engine);
  fixture.passTo('2026-02-01T02:00:00Z');
  const rest = createRest(fixture.services);
  const { government, town } = exampleIds;
  const county = { name: '云溪县人民政府', kind: 'government', level: 'county', validFrom: '2010-01-01' } as const;
  await fixture.services.agency.create({ ...county, id: government });
  await fixture.services.agency.create({
    ...{ id: town, name: '云溪县青原镇人民政府', kind: 'town', level: 'township' },
    ...{ parentId: government, validFrom: '2010-01-01' },
  });
  for (const [year, count] of publishedCounts) {
    const key = { agencyId: town, year, kind: 'own' } as const;
    await fixture.publish(key, exampleReport(year, count));
  }
  const drafter = await fixture.signIn('填报人', { agencyId: town, role: 'drafter' });
  const { token } = await fixture.services.token.create(drafter.user!, { agencyId: town, name: '办公系统', days: 30 });
  const reviewer = await fixture.signIn('县审核人', { agencyId: government, role: 'reviewer' });
  await fixture.services.round.announce(reviewer.user!, {
    ...{ agencyId: government, year: 2024, lock: 'open' },
    confirmPassedDue: true,
  });
  return { ...fixture, rest, token };
}

export type OpenApiScenario = Awaited<ReturnType<typeof openOpenApiScenario>>;
