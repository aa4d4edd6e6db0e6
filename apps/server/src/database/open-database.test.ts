import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import { runCommand } from '../testing/run-command.ts';

/** Starts a server that refuses every connection with one of PostgreSQL's codes. */
async function refusing(code: string, message: string): Promise<string> {
  const fields = `SFATAL\0VFATAL\0C${code}\0M${message}\0\0`;
  const answer = Buffer.alloc(5 + Buffer.byteLength(fields));
  answer.write('E');
  answer.writeInt32BE(4 + Buffer.byteLength(fields), 1);
  answer.write(fields, 5);
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(answer));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  return `postgres://user:word@127.0.0.1:${(server.address() as AddressInfo).port}/x`;
}

it.each([
  ['28P01', 'password authentication failed for user "user"', /拒绝连接：password authentication failed/],
  ['3D000', 'database "x" does not exist', /拒绝连接：database "x" does not exist/],
  ['53300', 'sorry, too many clients already', /连接已经用尽/],
  ['57P03', 'the database system is starting up', /正在启动或停止/],
])('a command says of %s in one line what to do', { timeout: 60_000 }, async (code, message, words) => {
  vi.stubEnv('DATABASE_URL', await refusing(code, message));
  onTestFinished(() => void vi.unstubAllEnvs());
  const { code: exit, out, notes } = await runCommand('audit', 'verify');
  expect({ exit, out }).toEqual({ exit: 1, out: '' });
  expect(notes).toMatch(/^[^\n]+\n$/);
  expect(notes).toMatch(words);
  expect(notes).not.toContain('word@');
});

it.each([
  ['28P01', 'password authentication failed for user "user"'],
  ['3D000', 'database "x" does not exist'],
])('the server does not wait for a database that refuses it by %s', { timeout: 60_000 }, async (code, message) => {
  vi.stubEnv('DATABASE_URL', await refusing(code, message));
  onTestFinished(() => void vi.unstubAllEnvs());
  const { code: exit, notes } = await runCommand('serve', '--port', '0', '--no-demo');
  expect(exit).toBe(1);
  expect(notes).toMatch(/^数据库 [^\n]* 拒绝连接[^\n]*\n$/);
});
