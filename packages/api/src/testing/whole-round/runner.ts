// Runs the whole round in a process that may be killed at any moment. Each line of its output acknowledges a step.
import { migrate, openDatabase, type DatabaseOptions } from '@gongkai/db';
import { createServices } from '../../services.ts';
import type { Cast } from './cast.ts';
import { wholeRound } from './whole-round.ts';

interface Task {
  readonly place: DatabaseOptions;
  readonly cast: Cast;
  /** Steps that were acknowledged before and must therefore be done. */
  readonly acknowledged: readonly string[];
}

const { place, cast, acknowledged } = JSON.parse(process.argv[2]!) as Task;
const database = await openDatabase(place);
await migrate(database);
let time = new Date('2022-01-04T00:00:00Z');
const services = createServices({ db: database.db, clock: () => time });

await services.audit.seal();
const { faults } = await services.audit.verify();
if (faults.length > 0) throw new Error(`the audit trail is broken: ${JSON.stringify(faults)}`);
const { damaged, wrongFigures, damagedFiles } = await services.maintenance.inspect();
if (damaged.length + wrongFigures.length + damagedFiles.length > 0)
  throw new Error('something is not as it was stored');

const known = new Set(acknowledged);
const steps = await wholeRound(services, cast);
for (const { name, at, done } of steps) {
  time = new Date(at);
  if (known.has(name) && !(await done())) throw new Error(`lost: ${name}`);
}
process.stdout.write('started\n');
for (const { name, at, done, act } of steps) {
  time = new Date(at);
  if (known.has(name)) continue;
  if (!(await done())) await act();
  process.stdout.write(`${name}\n`);
}
await database.close();
