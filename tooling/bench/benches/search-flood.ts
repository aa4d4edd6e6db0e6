// The duration of a clerk's save while clients run the most expensive searches, against a save without load.
// `node benches/search-flood.ts URL` measures a running demonstration instead of starting both engines' own.
import { startServer } from '@gongkai/tooling-e2e/server';
import { signInClerk } from '../src/clerk.ts';
import { benchDatabase } from '../src/postgres.ts';
import { spread, verdict } from '../src/ratio.ts';

const MAX_DELAY_MS = 200;
const dear = '政 府 信 息 公 开 工 作 年 度 报 告';
const words = ['信息公开', '政府', '年度', '报告', '工作'].join(' ');

const attacks: Record<string, (url: string) => Promise<unknown>> = {
  'one batch of 40 searches': (url) => {
    const path = Array.from({ length: 40 }, () => 'search.reports').join(',');
    const input = JSON.stringify(Object.fromEntries(Array.from({ length: 40 }, (_, at) => [at, { query: dear }])));
    return read(`${url}/trpc/${path}?batch=1&input=${encodeURIComponent(input)}`);
  },
  '50 searches at once, of single characters': (url) => many(50, () => trpc(url, dear)),
  '50 searches at once, of words': (url) => many(50, (at) => trpc(url, `${words} ${at % 10}`)),
  '50 search pages at once, each another': (url) =>
    many(50, (at) => read(`${url}/search?q=${encodeURIComponent(`${dear.slice(0, 9)} ${words} ${at}`)}`)),
};

async function measure(name: string, url: string): Promise<void> {
  const clerk = await signInClerk(url);
  const alone = [];
  for (let count = 0; count < 15; count += 1) alone.push(await clerk.save());
  console.log(`${name}: a save alone ${spread(alone.slice(5)).median.toFixed(0)} ms`);
  for (const [attack, run] of Object.entries(attacks)) {
    let over = false;
    const start = performance.now();
    const statuses = run(url).finally(() => (over = true));
    const times: number[] = [];
    do times.push(await clerk.save());
    while (!over);
    const delay = Math.max(...times) - spread(alone.slice(5)).median;
    console.log(
      `${name}: ${attack}: ${((performance.now() - start) / 1_000).toFixed(1)} s, answered ${JSON.stringify(await statuses)}; ` +
        `${times.length} saves, the slowest delayed by ${delay.toFixed(0)} ms${verdict(delay, MAX_DELAY_MS)}`,
    );
  }
}

const trpc = (url: string, query: string) =>
  read(`${url}/trpc/search.reports?input=${encodeURIComponent(JSON.stringify({ query }))}`);

async function read(address: string): Promise<number> {
  const answer = await fetch(address);
  await answer.arrayBuffer();
  return answer.status;
}

/** @returns how often each status came */
async function many(times: number, ask: (at: number) => Promise<number>): Promise<Record<string, number>> {
  const statuses = await Promise.all(Array.from({ length: times }, (_, at) => ask(at)));
  return Object.fromEntries(
    [...new Set(statuses)].map((one) => [one, statuses.filter((status) => status === one).length]),
  );
}

const [, , running] = process.argv;
if (running) await measure('running', running);
else {
  const embedded = await startServer({ demo: true });
  try {
    await measure('embedded database', embedded.url);
  } finally {
    await embedded.stop();
  }
  await using bench = await benchDatabase();
  const server = await startServer({ demo: true, env: { DATABASE_URL: bench.url } });
  try {
    await measure('PostgreSQL', server.url);
  } finally {
    await server.stop();
  }
}
