import type { Engine } from '@gongkai/db';
import { grantMembership } from '@gongkai/db/account';
import { testDatabase } from '@gongkai/db/testing';
import type { Report } from '@gongkai/schema';
import { hashPassword } from 'better-auth/crypto';
import { toRows } from '../account/assignments.ts';
import { add as addAccount } from '../account/commands/administration.ts';
import { installation, type Grant } from '../common/actor.ts';
import type { Dependencies } from '../common/dependencies.ts';
import { ApiError, type ErrorBody } from '../common/errors.ts';
import type { Context } from '../context.ts';
import type { ReportKey } from '../common/schemas.ts';
import { createServices } from '../services.ts';
import type { Duty } from '../common/roles.ts';

export { sampleReport } from './sample-report.ts';

/** The current moment in tests: an afternoon in Shanghai. */
export const now = new Date('2022-01-20T06:00:00Z');

export const testPassword = 'Test-only-1';
/** Hashed once because hashing takes a tenth of a second and tests create many people. */
const testPasswordHash = hashPassword(testPassword);

/**
 * Opens a database with a county's government, its office and a town, and a town of another county; without accounts.
 */
export async function openCountyFixture(engine: Engine, deps: Partial<Omit<Dependencies, 'db'>> = {}) {
  const database = await testDatabase(engine);
  const { db } = database;
  let time = now;
  const clock = deps.clock ?? (() => time);
  const services = createServices({ ...deps, db, clock });
  /** Sets the clock to another moment. */
  const passTo = (moment: string) => void (time = new Date(moment));
  const add = (name: string, kind: 'government' | 'governmentOffice' | 'town', parentId: string | null) =>
    services.agency.create({
      name,
      kind,
      level: kind === 'town' ? 'township' : 'county',
      parentId,
      validFrom: '2010-01-01',
    });
  const county = await add('云溪县人民政府', 'government', null);
  const elsewhere = await add('临江县人民政府', 'government', null);
  const agencies = {
    county,
    office: await add('云溪县人民政府办公室', 'governmentOffice', county),
    town: await add('云溪县青原镇人民政府', 'town', county),
    otherTown: await add('临江县白石镇人民政府', 'town', elsewhere),
  };

  let people = 0;
  const person = async (name: string, grants: Grant[], duties: Duty[]): Promise<Context> => {
    const account = { username: `clerk${++people}`, name, email: null, mustChangePassword: false };
    const userId = await addAccount({ db, clock }, { ...account, passwordHash: await testPasswordHash });
    for (const row of toRows(userId, { grants, duties })) await grantMembership(db, row);
    return { services, user: await services.account.signedIn(userId) };
  };
  /** Returns the context of a new person with these roles. */
  const signIn = (name: string, ...grants: Grant[]) => person(name, grants, []);
  /** Returns the context of a new person with a duty for the installation. */
  const signInOnDuty = (name: string, duty: Duty) => person(name, [], [duty]);
  const publish = (key: ReportKey, report: Report, publishedOn = `${key.year + 1}-01-15`) =>
    services.publication.archiveAll(installation, [{ ...key, report, publishedOn }]);

  return { database, services, agencies, signIn, signInOnDuty, publish, passTo, close: database.close };
}

export type CountyFixture = Awaited<ReturnType<typeof openCountyFixture>>;

/** Returns the `ApiError` body of a failing call. @throws if the call succeeds or fails with another error */
export async function failureOf(call: Promise<unknown>): Promise<ErrorBody> {
  const thrown = await call.then(
    () => new Error('the call did not fail'),
    (error: Error) => error,
  );
  for (const error of [thrown, thrown.cause]) if (error instanceof ApiError) return error.body;
  throw thrown;
}
