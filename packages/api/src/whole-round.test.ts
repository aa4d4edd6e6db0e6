import { engines } from '@gongkai/db/testing';
import { formOf, valueAt } from '@gongkai/schema';
import { isFull } from '@gongkai/tooling-vitest/full';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPublicContext } from './context.ts';
import { createCaller } from './router.ts';
import { castFor, type Cast } from './testing/whole-round/cast.ts';
import type { RoundStep } from './testing/whole-round/round-step.ts';
import { receivedInAll, wholeRound } from './testing/whole-round/whole-round.ts';
import { failureOf, openCountyFixture, type CountyFixture } from './testing/county-fixture.ts';

const bodies = isFull ? 40 : 12;

describe.each(engines)('a county’s whole round on %s', (engine) => {
  let fixture: CountyFixture;
  let cast: Cast;
  let steps: RoundStep[];

  beforeAll(async () => {
    fixture = await openCountyFixture(engine);
    cast = await castFor(fixture.services, bodies);
    steps = await wholeRound(fixture.services, cast);
  });
  afterAll(() => fixture.close());

  test('goes through, each step done once and known to be done', { timeout: 180_000 }, async () => {
    for (const { name, at, done, act } of steps) {
      fixture.passTo(at);
      expect(await done(), `${name} before it`).toBe(false);
      // After the deadline a body without an extension cannot submit.
      const lateBodies = name === 'extend for the late one' ? [cast.bodies.at(-3)!] : [];
      for (const agencyId of lateBodies) {
        const late = { agencyId, year: 2021, kind: 'own' as const };
        const user = await fixture.services.account.signedIn(cast.people.drafter);
        const drafter = createCaller({ services: fixture.services, user });
        expect(await failureOf(drafter.review.submit({ ...late, lockVersion: 1 }))).toMatchObject({
          code: 'round_closed',
        });
      }
      await act();
      expect(await done(), `${name} after it`).toBe(true);
    }
  });

  test('leaves everybody where they should be', async () => {
    const { statistics, lines, excluded } = await fixture.services.round.board({ agencyId: cast.county, year: 2021 });
    expect(statistics).toEqual({
      ...{
        due: bodies - 1,
        published: bodies - 3,
        onTime: bodies - 4,
        extended: 1,
        late: 0,
        overdue: 1,
        pending: 0,
        withdrawn: 1,
      },
    });
    expect(excluded).toHaveLength(1);
    const stages = Map.groupBy(lines, ({ stage }) => stage);
    expect(Object.fromEntries([...stages].map(([stage, of]) => [stage, of.length]))).toEqual({
      ...{ corrected: 1, withdrawn: 1, published: bodies - 4, none: 1 },
    });
  });

  test('shows the public the county’s corrected sum, its parts and what is missing', async () => {
    const reader = createCaller(createPublicContext(fixture.services));
    const { report, history, rollUp } = await reader.report.get({
      ...{ agencyId: cast.county, year: 2021, kind: 'consolidated' },
    });
    expect(valueAt(formOf(report.form), report, 'requests.received.total')).toBe(receivedInAll(bodies));
    expect(history.map(({ type }) => type)).toEqual(['published', 'corrected']);
    expect(rollUp!.parts).toHaveLength(bodies - 2);
    expect(rollUp!.absences.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['逾期未报，已发函督促', '本年度撤销，由县政府办公室代编']),
    );
  });

  test('leaves an audit trail of every step, and all that is stored as it was', async () => {
    await fixture.services.audit.seal();
    const { lines, faults, unsealed } = await fixture.services.audit.verify();
    expect({ faults, unsealed }).toEqual({ faults: [], unsealed: [] });
    expect(lines).toBeGreaterThan(steps.length);
    const inspection = await fixture.services.maintenance.inspect();
    expect(inspection).toMatchObject({ damaged: [], wrongFigures: [], damagedFiles: [] });
    expect(inspection.revisions).toBeGreaterThan(bodies);
  });
});
