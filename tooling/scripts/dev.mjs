// `npm run dev`: a server with demonstration data, and portal and admin with hot reload in front of it.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Failure, passedOn } from './child.mjs';
import { compileCache, root } from './paths.mjs';
import { say } from './say.mjs';

/** @typedef {import('./toolchain.mjs').Toolchain} Toolchain */

const serverUrl = 'http://127.0.0.1:3000';
const frontEnds = [
  { name: 'portal', url: 'http://127.0.0.1:5173/' },
  { name: 'admin', url: 'http://127.0.0.1:5174/admin/' },
];
const startSeconds = 120;
const stopSeconds = 10;

/**
 * Runs until Ctrl-C or until one of the processes ends.
 * The server restarts when a file that it loads changes, and keeps its database in `data/dev`.
 * @param {Toolchain} toolchain
 * @returns {Promise<number>} the exit code
 */
export async function dev({ node, env }) {
  const data = join(root, 'data', 'dev');
  mkdirSync(data, { recursive: true });
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  const start = (/** @type {string} */ name, /** @type {string[]} */ args, /** @type {string} */ folder) => ({
    name,
    process: spawn(node, args, {
      cwd: join(root, folder),
      env: {
        ...env,
        NODE_ENV: 'development',
        NODE_COMPILE_CACHE: compileCache,
        DEV_SERVER: serverUrl,
        GONGKAI_LAME_DUCK_SECONDS: '0',
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    }),
  });
  const server = ['--watch', '--watch-preserve-output', 'src/main.ts', 'serve', '--demo', '--data', data];
  const children = [
    start('server', server, 'apps/server'),
    ...frontEnds.map(({ name, url }) =>
      start(name, [vite, '--host', '127.0.0.1', '--strictPort', '--port', new URL(url).port], `apps/${name}`),
    ),
  ];
  const ended = children.map(
    ({ process }) =>
      new Promise((resolve) => {
        process.once('error', ({ message }) => {
          say(message);
          resolve(127);
        });
        process.once('exit', (code) => resolve(code ?? 0));
      }),
  );
  const stopping = new AbortController();
  for (const signal of passedOn) process.on(signal, () => stopping.abort());
  const stopped = new Promise((resolve) => stopping.signal.addEventListener('abort', () => resolve(0)));
  announce(stopping.signal).catch(({ message }) => stopping.signal.aborted || say(message));

  const code = await Promise.race([...ended, stopped]);
  stopping.abort();
  for (const { process } of children) process.kill('SIGTERM');
  const deadline = setTimeout(() => children.forEach(({ process }) => process.kill('SIGKILL')), stopSeconds * 1000);
  await Promise.all(ended);
  clearTimeout(deadline);
  return code;
}

/** @param {AbortSignal} signal */
async function announce(signal) {
  for (const url of [`${serverUrl}/`, ...frontEnds.map(({ url }) => url)]) await answers(url, signal);
  say('');
  for (const { name, url } of frontEnds) say(`${name.padEnd(7)} ${url}  (hot reload)`);
  say(`server  ${serverUrl}/  (restarts when its source changes; what is built stays as it was)`);
  say('The accounts of the demonstration county are on the sign-in page. Ctrl-C ends all.');
}

/** @param {string} url @param {AbortSignal} signal */
async function answers(url, signal) {
  for (const end = Date.now() + startSeconds * 1000; ; await delay(300, undefined, { signal })) {
    const ok = await fetch(url, { signal }).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    if (Date.now() > end) throw new Failure(`${url} did not answer within ${startSeconds} s.`);
  }
}
