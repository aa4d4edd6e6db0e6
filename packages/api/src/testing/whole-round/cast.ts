import type { Services } from '../../services.ts';
import { testPassword } from '../county-fixture.ts';

/** A collecting county, the bodies below it, and the three people who do the work. */
export interface Cast {
  readonly county: string;
  /** The office first, then towns. */
  readonly bodies: readonly string[];
  readonly people: { readonly drafter: string; readonly reviewer: string; readonly publisher: string };
}

/** Creates the county with this number of bodies, and the three accounts. */
export async function castFor(services: Services, bodies: number): Promise<Cast> {
  const add = (name: string, kind: 'government' | 'governmentOffice' | 'town', parentId: string | null) =>
    services.agency.create({
      ...{ name, kind, parentId, validFrom: '2010-01-01' },
      level: kind === 'town' ? 'township' : 'county',
    });
  const county = await add('云溪县人民政府', 'government', null);
  const below = [await add('云溪县人民政府办公室', 'governmentOffice', county)];
  for (let number = 1; number < bodies; number++) below.push(await add(`云溪县第${number}镇人民政府`, 'town', county));
  const person = (role: 'drafter' | 'reviewer' | 'publisher') =>
    services.account.create({ username: `round-${role}`, name: role, password: testPassword }, [
      { agencyId: county, role },
    ]);
  const people = {
    drafter: await person('drafter'),
    reviewer: await person('reviewer'),
    publisher: await person('publisher'),
  };
  return { county, bodies: below, people };
}
