import type { Engine } from '@gongkai/db';
import { expect } from 'vitest';
import type { AgencyAttributes } from '../register/schemas.ts';
import { createCaller } from '../router.ts';
import { failureOf, openCountyFixture } from './county-fixture.ts';

/** Opens the county fixture with a system administrator and short functions for changing the register. */
export async function openRegisterScenario(engine: Engine) {
  const fixture = await openCountyFixture(engine);
  const keeper = createCaller(await fixture.signInOnDuty('系统管理员', 'systemAdministrator'));
  let serial = 0;
  /** Builds the attributes of a county bureau with a unique name. */
  const bureau = (attributes: Partial<AgencyAttributes> = {}): AgencyAttributes => ({
    name: `云溪县第${++serial}局`,
    kind: 'department',
    level: 'county',
    parentId: fixture.agencies.county,
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
  /** Expects a call to fail with a message that contains these words. */
  const refused = async (call: Promise<unknown>, words: string) =>
    expect(await failureOf(call)).toMatchObject({ code: 'invalid_agency', message: expect.stringContaining(words) });
  return { ...fixture, keeper, bureau, government, create, change, dissolve, refused };
}

export type RegisterScenario = Awaited<ReturnType<typeof openRegisterScenario>>;
