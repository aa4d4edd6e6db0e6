import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { createServices } from '@gongkai/api';
import type { Console } from '../terminal/console.ts';
import { Failure } from '../terminal/failure.ts';
import { readSettings } from '../settings/env.ts';
import { createLogger } from '../log/logger.ts';
import type { Operation, Outcome } from '../operations/operation.ts';
import { operations, type ArgsOf, type OperationName } from '../operations/operations.ts';
import { openExisting, resolveLocation, toFailure } from '../database/open-database.ts';
import { Progress } from '../terminal/progress.ts';
import { reply, socketPathFor } from './protocol.ts';

/**
 * Runs an operation on the database: in the running server if one holds the data directory, otherwise in this process.
 * @returns the outcome
 * @throws {Failure}
 */
export async function runOperation<Name extends OperationName>(
  name: Name,
  args: ArgsOf<Name>,
  { data }: { readonly data?: string | undefined },
  console: Console,
): Promise<Outcome> {
  const settings = readSettings();
  const place = resolveLocation(settings.databaseUrl, data);
  const progress = new Progress(console);
  const say = (text: string) => progress.say(text);
  try {
    if ('directory' in place) {
      const socket = await connectToServer(place.directory);
      if (socket) return await sendRequest(socket, name, args, say);
    }
    const database = await openExisting(place, createLogger(settings.log));
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

async function connectToServer(directory: string): Promise<Socket | undefined> {
  const socket = connect(socketPathFor(directory));
  return once(socket, 'connect').then(
    () => socket,
    () => undefined,
  );
}

async function sendRequest(
  socket: Socket,
  operation: string,
  args: unknown,
  say: (text: string) => void,
): Promise<Outcome> {
  socket.write(`${JSON.stringify({ operation, args })}\n`);
  for await (const line of createInterface({ input: socket })) {
    const said = reply.parse(JSON.parse(line));
    if ('progress' in said) say(said.progress);
    else if ('failure' in said) throw new Failure(said.failure, said.exitCode);
    else return said;
  }
  throw new Failure('服务在操作完成之前停止了。请查看服务的日志，然后再试。');
}
