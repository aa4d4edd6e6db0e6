import { once } from 'node:events';
import { chmod, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { exitCodes, Failure } from '../terminal/failure.ts';
import type { Logger } from '../log/logger.ts';
import type { Host, Operation } from '../operations/operation.ts';
import { operations, type OperationName } from '../operations/operations.ts';
import { request, socketPathFor, type Reply } from './protocol.ts';

/**
 * Accepts commands for the database that this process holds, over a socket that only its owner may open.
 * @returns a function that closes the socket
 */
export async function listenForCommands(directory: string, host: Host, logger: Logger): Promise<() => Promise<void>> {
  const path = socketPathFor(directory);
  // The holder of the directory's lock owns the socket: an existing one was left by a process that was killed.
  await rm(path, { force: true });
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
    void reply(socket, host, logger);
  });
  server.listen(path);
  await once(server, 'listening');
  if (process.platform !== 'win32') await chmod(path, 0o600);
  return async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of open) socket.destroy();
    await closed;
  };
}

async function reply(socket: Socket, host: Host, logger: Logger): Promise<void> {
  const send = (line: Reply) => void (socket.writable && socket.write(`${JSON.stringify(line)}\n`));
  try {
    const lines = createInterface({ input: socket });
    const [line] = (await once(lines, 'line')) as [string];
    lines.close();
    const { operation: name, args } = request.parse(JSON.parse(line));
    const found = Object.hasOwn(operations, name)
      ? (operations[name as OperationName] as Operation<unknown>)
      : undefined;
    if (!found) throw new Failure('正在运行的服务没有这项操作，可能是旧版本。请升级并重新启动服务。');
    send(await found.run(host, found.args.parse(args), (progress) => send({ progress })));
  } catch (error) {
    const known = error instanceof Failure;
    if (!known) logger.error({ err: error }, '命令没有完成');
    send({
      failure: known ? error.message : '操作没有完成，原因见服务的日志。',
      exitCode: known ? error.exitCode : exitCodes.failed,
    });
  }
  socket.end();
}
