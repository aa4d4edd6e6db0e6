import type { Engine } from '@gongkai/db';
import { createAuth, type AuthOptions } from '../account/auth/auth.ts';
import { createServices } from '../services.ts';
import { openBrowser, origin } from './browser.ts';
import { openCountyFixture } from './county-fixture.ts';

/** Sign-in rules of a process that differ from the defaults. */
type Rules = Pick<AuthOptions, 'policy' | 'oidc'>;

/** Opens a fixture for sign-in: people with their browsers, and a clock that can be advanced. */
export async function openSignIn(engine: Engine) {
  let passed = 0;
  const clock = () => new Date(Date.now() + passed);
  const fixture = await openCountyFixture(engine, { clock });
  const { db } = fixture.database;
  /** Sets the milliseconds that have passed since the test began. */
  const letPass = (milliseconds: number) => void (passed = milliseconds);

  /** Simulates one of several processes on the database. */
  const startProcess = ({ policy = {}, oidc }: Rules = {}) => {
    const secret = 'only for tests, and long enough for the library';
    const auth = createAuth({ database: db, secret, origin, policy, clock, ...(oidc && { oidc }) });
    const services = createServices({ db, clock, signIn: policy });
    return { browser: (address?: string) => openBrowser(auth, services, address) };
  };
  const { browser } = startProcess();

  const someone = async () => {
    const { user } = await fixture.signIn('填报人', { agencyId: fixture.agencies.town, role: 'drafter' });
    return { id: user!.userId, username: user!.username };
  };
  /** Returns the security administrator in a browser. */
  const keeper = async () => {
    const { user } = await fixture.signInOnDuty('安全管理员', 'securityAdministrator');
    const theirs = browser();
    await theirs.signIn(user!.username);
    return theirs.caller();
  };
  /** Lists audit entries about a person, by id or user name, or from an address. */
  const linesOf = async (action: string, who: string) =>
    (await fixture.services.audit.list({ action, limit: 1_000 })).lines
      .filter(({ userId, username, address }) => [userId, username, address].includes(who))
      .map(({ outcome, username, address }) => ({ outcome, username, address }));
  return { ...fixture, letPass, startProcess, browser, someone, keeper, linesOf };
}

export type SignInWorld = Awaited<ReturnType<typeof openSignIn>>;
export type Browser = ReturnType<typeof openBrowser>;
