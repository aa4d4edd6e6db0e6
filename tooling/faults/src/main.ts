// Fault injection: `npm run faults -- [--rounds NAME,...] [--engine embedded|postgresql] [--seconds N] [--list]`.
// Six clerks bring reports to the public over HTTP while the server, its database or its disk fails; what was
// acknowledged is then compared with what is stored. Exit code 1 if anything was lost, done twice or not recovered.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Cluster } from './cluster.ts';
import { rounds, type Engine } from './rounds.ts';
import { removeRound, runRound, SkippedRound, type Ground, type Result } from './run-round.ts';
import { headLine, isWell, lineOf, reasonsOf } from './table.ts';
import { buildWorld } from './world.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string' },
    engine: { type: 'string' },
    seconds: { type: 'string', default: '4' },
    list: { type: 'boolean', default: false },
  },
});
const wanted = values.rounds?.split(',');
const unknown = wanted?.filter((name) => !rounds.some((round) => round.name === name)) ?? [];
if (values.list || unknown.length > 0) {
  if (unknown.length > 0) console.error(`No such round: ${unknown.join(', ')}. There are:`);
  for (const { name, engines } of rounds) console.log(`${name}  (${engines.join(', ')})`);
  process.exit(unknown.length > 0 ? 2 : 0);
}

const started = performance.now();
const folder = await mkdtemp(join(tmpdir(), 'gongkai-faults-'));
// PostgreSQL runs as another user if this one is root.
await chmod(folder, 0o755);
const cluster = await Cluster.create(join(folder, 'postgresql'));
let keep = false;
try {
  const ground: Ground = {
    folder,
    cluster,
    seconds: Number(values.seconds),
    worlds: {
      embedded: await buildWorld({ directory: join(folder, 'world') }),
      postgresql: await buildWorld({ url: await cluster.createDatabase('world') }),
    },
  };
  console.log(headLine);
  const results: Result[] = [];
  const skipped: string[] = [];
  for (const round of rounds.filter(({ name }) => !wanted || wanted.includes(name)))
    for (const engine of round.engines.filter((one) => !values.engine || one === (values.engine as Engine))) {
      try {
        const result = await runRound(round, engine, ground);
        results.push(result);
        console.log(lineOf(result));
        for (const reason of reasonsOf(result)) console.log(`    ${reason}`);
        if (isWell(result)) await removeRound(ground, round, engine);
        else keep = true;
      } catch (error) {
        if (!(error instanceof SkippedRound)) throw error;
        skipped.push(`${round.name} (${engine}): ${error.message}`);
      }
    }
  const bad = results.filter((result) => !isWell(result)).length;
  const minutes = ((performance.now() - started) / 60_000).toFixed(1);
  console.log(`\n${results.length - bad} passed, ${bad} failed, ${skipped.length} skipped  (${minutes} min)`);
  for (const one of skipped) console.log(`skipped: ${one}`);
  if (keep) console.log(`Logs of the rounds that failed: ${folder}`);
  process.exitCode = bad > 0 || results.length === 0 ? 1 : 0;
} catch (error) {
  keep = true;
  console.error(`Logs: ${folder}`);
  throw error;
} finally {
  await cluster.stop('SIGKILL');
  if (!keep) await rm(folder, { recursive: true, force: true });
}
