import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { run } from '../cli/run.ts';
import { startServer, untilStarted, type ServerProcess } from '../testing/server-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-serve-'));
const running: ServerProcess[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const process of running.splice(0)) await process.end('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true }));

function serve(args: readonly string[], settings: Record<string, string> = {}): ServerProcess {
  const server = startServer(args, settings);
  running.push(server);
  return server;
}

/** The error message of a start that is refused; it requires no separate process. */
async function refuse(args: readonly string[], settings: Record<string, string> = {}): Promise<string> {
  for (const [name, value] of Object.entries({ DATABASE_URL: '', ...settings })) vi.stubEnv(name, value);
  let out = '';
  let notes = '';
  const code = await run(['serve', ...args], { out: (text) => (out += text), note: (text) => (notes += text) });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  return notes;
}

const withoutDemo = (data: string) => ['--port', '0', '--no-demo', '--data', join(folder, data)];

describe('gongkai serve', { timeout: 240_000 }, () => {
  it('serves, refuses company in its data, ends cleanly and starts again on the same data', async () => {
    // A damaged lock file contains no data that would be lost.
    mkdirSync(join(folder, 'a'));
    writeFileSync(join(folder, 'a', 'lock'), randomBytes(5_000));
    const first = serve(withoutDemo('a'));
    const url = await untilStarted(first);
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'ok' });
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(await (await fetch(`${url}/`)).text()).toContain('<html lang="zh-CN"');
    const link = /http:\S+\/admin\/first-account\?token=[\w-]{43}\n/;
    expect(first.output.out).toMatch(link);
    expect(first.output.out).not.toContain('演示');

    const second = serve(withoutDemo('a'));
    expect(await second.exit).toBe(1);
    expect(second.output).toEqual({ out: '', notes: expect.stringMatching(/^数据目录 .*正由另一个进程使用[^\n]*\n$/) });
    expect((await fetch(`${url}/readyz`)).status).toBe(200);

    expect(await first.end('SIGTERM')).toBe(0);
    expect(first.output.notes).toBe('正在停止……\n');

    const third = serve(withoutDemo('a'));
    await untilStarted(third);
    expect(third.output.out).toMatch(link);
    expect(link.exec(third.output.out)?.[0].slice(-44)).not.toBe(link.exec(first.output.out)?.[0].slice(-44));
    expect(await third.end('SIGINT')).toBe(0);
  });

  it('says that its port is taken, and leaves the data alone', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const refused = await refuse(['--port', String(port), '--data', join(folder, 'b')]);
    expect(refused).toBe(`端口 ${port} 已被占用。请停止占用它的程序，或者用 --port 换一个端口。\n`);
    expect(existsSync(join(folder, 'b'))).toBe(false);
    other.close();
  });

  it.each([
    ['a setting that nobody knows', [], { GONGKAI_LOGLEVEL: 'info' }, 'GONGKAI_LOGLEVEL'],
    ['a setting that will not do', [], { GONGKAI_LOG_LEVEL: 'loud' }, 'GONGKAI_LOG_LEVEL'],
    ['all the world as host without an address', ['--host', '0.0.0.0'], {}, 'GONGKAI_ORIGIN'],
    [
      'a host that is not here',
      ['--host', '192.0.2.1'],
      { GONGKAI_ORIGIN: 'http://192.0.2.1' },
      '本机没有地址 192.0.2.1',
    ],
    ['a file as its folder', ['--data', process.execPath], {}, '用不了数据目录'],
  ])('refuses %s in one line', async (_name, args, settings: Record<string, string>, words) => {
    const refused = await refuse(['--port', '0', '--data', join(folder, 'c'), ...args], settings);
    expect(refused).toMatch(/^[^\n]+\n$/);
    expect(refused).toContain(words);
    expect(refused).not.toContain('word@');
  });

  it('shows the demonstration to this machine only', async () => {
    const data = ['--data', join(folder, 'd')];
    const first = serve(['--port', '0', ...data]);
    const url = await untilStarted(first);
    expect(first.output.out).toMatch(/演示账号[^]*office +\S+/);
    expect(await (await fetch(`${url}/`)).text()).toContain('演示');
    expect(await first.end('SIGTERM')).toBe(0);

    const exposed = serve(['--port', '0', '--host', '0.0.0.0', '--no-demo', ...data], {
      GONGKAI_ORIGIN: 'https://gongkai.example.gov.cn',
    });
    expect(await exposed.exit).toBe(1);
    expect(exposed.output.notes).toMatch(/^演示账号的密码是公开的[^\n]*\n$/);
  });
});
