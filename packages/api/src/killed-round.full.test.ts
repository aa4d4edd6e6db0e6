import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { migrate, openDatabase, type DatabaseOptions, type Engine } from '@gongkai/db';
import { engines } from '@gongkai/db/testing';
import { formOf, valueAt } from '@gongkai/schema';
import { freshDatabase } from '@gongkai/tooling-vitest/postgres';
import { expect, onTestFinished, test } from 'vitest';
import { createServices } from './services.ts';
import { castFor, type Cast } from './testing/whole-round/cast.ts';
import { receivedInAll } from './testing/whole-round/whole-round.ts';

const runner = fileURLToPath(new URL('./testing/whole-round/runner.ts', import.meta.url));
const kills = 10;
const bodies = 7;

async function placeFor(engine: Engine): Promise<DatabaseOptions> {
  if (engine === 'postgresql') {
    const { url, drop } = await freshDatabase();
    onTestFinished(drop);
    return { url };
  }
  const directory = mkdtempSync(join(tmpdir(), 'gongkai-killed-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return { directory };
}

/**
 * Continues the round until `more` further steps are acknowledged and a moment has passed, then kills it.
 * @returns the acknowledged steps, and whether the round was completed
 */
async function live(place: DatabaseOptions, cast: Cast, acknowledged: readonly string[], more: number) {
  const child = spawn(process.execPath, [runner, JSON.stringify({ place, cast, acknowledged })], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    // The process is killed between two steps or during one.
    if (lines.length === more + 1) void setTimeout(Math.random() * 40).then(() => child.kill('SIGKILL'));
  }
  const code = await exit;
  if (code !== null && code !== 0) throw new Error(errors);
  expect(lines[0], errors).toBe('started');
  return { steps: lines.slice(1), ended: code === 0 };
}

test.each(engines)(
  `killed ${kills} times at random moments on %s, a round loses nothing that was acknowledged and goes on`,
  { timeout: 600_000 },
  async (engine) => {
    const place = await placeFor(engine);
    const database = await openDatabase(place);
    await migrate(database);
    const cast = await castFor(
      createServices({ db: database.db, clock: () => new Date('2022-01-03T00:00:00Z') }),
      bodies,
    );
    await database.close();

    const acknowledged: string[] = [];
    for (let kill = 0; kill < kills; kill++) {
      const { steps, ended } = await live(place, cast, acknowledged, 1 + Math.floor(Math.random() * 5));
      expect(ended, 'it was killed').toBe(false);
      acknowledged.push(...steps);
    }
    const last = await live(place, cast, acknowledged, Number.POSITIVE_INFINITY);
    expect(last.ended).toBe(true);
    // No step is missing and no step was executed twice.
    expect((await live(place, cast, [...acknowledged, ...last.steps], Number.POSITIVE_INFINITY)).steps).toEqual([]);
    const after = await openDatabase(place);
    const services = createServices({ db: after.db, clock: () => new Date('2022-06-01T00:00:00Z') });
    const { report } = await services.report.get({ agencyId: cast.county, year: 2021, kind: 'consolidated' });
    expect(valueAt(formOf(report.form), report, 'requests.received.total')).toBe(receivedInAll(bodies));
    await after.close();
  },
);
