// Memory of the server before and after a client requests tens of thousands of different addresses.
// `node benches/page-cache-flood.ts URL PID` measures a running server instead of starting one.
import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { startServer } from '@gongkai/tooling-e2e/server';
import { residentMegabytes } from '../src/resident-memory.ts';
import { verdict } from '../src/ratio.ts';

const MAX_GROWTH_MB = 60;
const REQUESTS = 20_000;
const CONCURRENT_REQUESTS = 16;

const random = (length: number) => randomBytes(length).toString('hex').slice(0, length);
/** One of the many ways to write the same path. */
const written = (path: string, at: number) =>
  path.replaceAll(/[a-z]/g, (letter, index: number) =>
    (at >> (index % 20)) & 1 ? `%${letter.charCodeAt(0).toString(16)}` : letter,
  );

const floods: Record<string, (at: number) => { path: string; headers?: Record<string, string> }> = {
  'a redirect with 14 KB behind it': () => ({ path: `/about/?x=${random(14_000)}` }),
  'a page with an unknown parameter': () => ({ path: `/about?x=${random(2_000)}` }),
  'paths that are not there': () => ({ path: `/${random(2_000)}` }),
  'agencies that are not there': () => ({ path: `/agencies/${random(26)}` }),
  'words to search for': () => ({ path: `/search?q=${random(90)}` }),
  'words to filter by': () => ({ path: `/agencies?q=${random(90)}` }),
  'pages of results': (at) => ({ path: `/search?page=${at % 1_000}&year=${2019 + (at % 7)}&z=${at}` }),
  'one path, written otherwise': (at) => ({ path: written('/about', at) + '?'.repeat(at % 7) }),
  'other hosts': (at) => ({ path: '/about', headers: { host: `127.0.0.1:${1 + (at % 65_000)}` } }),
  'answers of the open API': (at) => ({
    path: `/api/v1/agencies?limit=1&after=01ARZ3NDEKTSV4RRFFQ${String(at).padStart(7, '0')}`,
  }),
};

const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENT_REQUESTS });

function ask(url: string, path: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url + path, { agent, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode!));
    })
      .on('error', reject)
      .end();
  });
}

async function measure(url: string, pid: number): Promise<void> {
  for (let at = 0; at < 2_000; at += 1) await ask(url, '/about');
  for (const [name, of] of Object.entries(floods)) {
    const before = residentMegabytes(pid);
    const start = performance.now();
    const statuses = new Map<number, number>();
    let next = 0;
    const lane = async () => {
      while (next < REQUESTS) {
        const { path, headers } = of((next += 1));
        const status = await ask(url, path, headers);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: CONCURRENT_REQUESTS }, lane));
    const seconds = (performance.now() - start) / 1_000;
    await sleep(3_000);
    const growth = residentMegabytes(pid) - before;
    console.log(
      `${name}: ${REQUESTS} requests in ${seconds.toFixed(0)} s, answered ${JSON.stringify(Object.fromEntries(statuses))}; ` +
        `${before} MB before, ${growth >= 0 ? '+' : ''}${growth} MB after${verdict(growth, MAX_GROWTH_MB)}`,
    );
  }
}

const [, , running, pid] = process.argv;
if (running) await measure(running, Number(pid));
else {
  // The rate limit would refuse nearly all requests; the cache behind it is measured.
  const server = await startServer({ demo: true, env: { GONGKAI_API_PER_MINUTE: '0' } });
  try {
    await measure(server.url, server.pid);
  } finally {
    await server.stop();
  }
}
