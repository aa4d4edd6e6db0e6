import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { createServices } from '@gongkai/api';
import type { Console } from '../cli/console.ts';
import { Failure } from '../cli/failure.ts';
import { readSettings } from '../env.ts';
import { createLogger } from '../log/logger.ts';
import type { Operation, Outcome } from '../operations/operation.ts';
import { operations, type ArgsOf, type OperationName } from '../operations/operations.ts';
import { openServed, placeOf, toFailure } from '../serve/open.ts';
import { Progress } from '../terminal/progress.ts';
import { answer, socketOf } from './protocol.ts';

/**
 * Does work on the database: the running server does it where one holds the data directory, else this process.
 * @returns how it ended
 * @throws {Failure}
 */
export async function operate<Name extends OperationName>(
  name: Name,
  args: ArgsOf<Name>,
  { data }: { readonly data?: string | undefined },
  console: Console,
): Promise<Outcome> {
  const settings = readSettings();
  const place = placeOf(settings.databaseUrl, data);
  const progress = new Progress(console);
  const say = (text: string) => progress.say(text);
  try {
    if ('directory' in place) {
      const socket = await serverOf(place.directory);
      if (socket) return await ask(socket, name, args, say);
    }
    const database = await openServed(place, createLogger(settings.log));
    try {
      const services = createServices({ db: database.db, clock: () => new Date() });
      return await (operations[name] as unknown as Operation<ArgsOf<Name>>).run({ database, services }, args, say);
    } catch (error) {
      throw toFailure(place, error);
    } finally {
      await database.close();
    }
  } finally {
    progress.end();
  }
}

async function serverOf(directory: string): Promise<Socket | undefined> {
  const socket = connect(socketOf(directory));
  return once(socket, 'connect').then(
    () => socket,
    () => undefined,
  );
}

async function ask(socket: Socket, operation: string, args: unknown, say: (text: string) => void): Promise<Outcome> {
  socket.write(`${JSON.stringify({ operation, args })}\n`);
  for await (const line of createInterface({ input: socket })) {
    const said = answer.parse(JSON.parse(line));
    if ('progress' in said) say(said.progress);
    else if ('failure' in said) throw new Failure(said.failure, said.exitCode);
    else return said;
  }
  throw new Failure('服务在操作完成之前停止了。请查看服务的日志，然后再试。');
}
