// Backup and restore of 10,000 reports, against pg_dump and pg_restore of the same database.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openDatabase } from '@gongkai/db';
import { backUp, restore } from '@gongkai/db/backup';
import { findPostgres } from '@gongkai/tooling-scripts/programs';
import { fillWithReports } from '../src/many-reports.ts';
import { benchDatabase } from '../src/postgres.ts';
import { spread, verdict } from '../src/ratio.ts';

const REPORTS = 10_000;
const atMost = 2;

await using bench = await benchDatabase();
const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'));
const source = await openDatabase({ url: bench.url });
await migrate(source);
await fillWithReports(source, REPORTS);

const rounds: { backup: number; restore: number }[] = [];
for (const round of [1, 2, 3, 4, 5]) {
  const [dump, file] = [join(folder, `${round}.pgdump`), join(folder, `${round}.zst`)];
  const backup =
    (await time(() => backUp(source, file))) / (await time(() => pg('pg_dump', '-Fc', '-f', dump, bench.url)));
  const target = await openDatabase({ url: await bench.another(`ours_${round}`) });
  const other = await bench.another(`theirs_${round}`);
  const restored =
    (await time(() => restore(target, file))) / (await time(() => pg('pg_restore', '--no-owner', '-d', other, dump)));
  await target.close();
  rounds.push({ backup, restore: restored });
}
tell(
  'backup : pg_dump',
  rounds.map(({ backup }) => backup),
);
tell(
  'restore : pg_restore',
  rounds.map(({ restore }) => restore),
);
await source.close();
await rm(folder, { recursive: true });

function tell(name: string, ratios: readonly number[]): void {
  const { median, min, max } = spread(ratios);
  console.log(
    `${name}: ${median.toFixed(2)} times (${min.toFixed(2)} to ${max.toFixed(2)} in ${ratios.length} rounds)${verdict(median, atMost)}`,
  );
}

async function time(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function pg(program: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(join(findPostgres()!, program), args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
}
