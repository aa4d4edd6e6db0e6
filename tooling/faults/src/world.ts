import { createServices } from '@gongkai/api';
import { migrate, openDatabase, type DatabaseOptions } from '@gongkai/db';

/** A clerk's seat: a drafter, and the agencies whose reports this clerk alone brings to the public. */
export interface Seat {
  readonly drafter: Account;
  readonly agencies: readonly { readonly id: string; readonly name: string }[];
}

export interface Account {
  readonly username: string;
  readonly password: string;
}

export interface World {
  readonly seats: readonly Seat[];
  /** Accepts and publishes for all of them. */
  readonly reviewer: Account;
}

export const CLERKS = 6;
const AGENCIES_EACH = 6;
const password = 'Fault-injection-1';

/** Fills an empty database with a county of towns, six drafters and a reviewer who publishes too. */
export async function buildWorld(place: DatabaseOptions): Promise<World> {
  const database = await openDatabase(place);
  try {
    await migrate(database);
    const services = createServices({ db: database.db, clock: () => new Date() });
    const county = await services.agency.create({
      ...{ name: '云溪县人民政府', kind: 'government', level: 'county', parentId: null, validFrom: '2008-01-01' },
    });
    const account = async (username: string, grants: Parameters<typeof services.account.create>[1]) => {
      await services.account.create({ username, name: username, password }, grants);
      return { username, password };
    };
    const seats: Seat[] = [];
    for (let clerk = 1; clerk <= CLERKS; clerk += 1) {
      const agencies: { id: string; name: string }[] = [];
      for (let town = 1; town <= AGENCIES_EACH; town += 1) {
        const name = `云溪县${'甲乙丙丁戊己'[clerk - 1]}${'东南西北中外'[town - 1]}镇人民政府`;
        const attributes = {
          name,
          kind: 'town',
          level: 'township',
          parentId: county,
          validFrom: '2008-01-01',
        } as const;
        agencies.push({ id: await services.agency.create(attributes), name });
      }
      const grants = agencies.map(({ id }) => ({ agencyId: id, role: 'drafter' as const }));
      seats.push({ drafter: await account(`clerk${clerk}`, grants), agencies });
    }
    const reviewer = await account('reviewer', [
      { agencyId: county, role: 'reviewer' },
      { agencyId: county, role: 'publisher' },
    ]);
    return { seats, reviewer };
  } finally {
    await database.close();
  }
}
