import { statfs } from 'node:fs/promises';
import * as z from 'zod';
import type { Console } from '../terminal/console.ts';
import { exitCodes, Failure } from '../terminal/failure.ts';
import { runOperation } from '../control/run-operation.ts';
import { readSettings } from '../settings/env.ts';
import type { Diagnosis } from '../operations/doctor-data.ts';
import { resolveLocation } from '../database/open-database.ts';
import { SettingsError, type Settings } from '../settings/settings.ts';
import { padTo, widthOf } from '../terminal/width.ts';

const diagnoses = z.array(
  z.strictObject({ subject: z.string(), state: z.enum(['ok', 'warn', 'fail']), says: z.string() }),
);
const marks = { ok: '正常', warn: '注意', fail: '有问题' } as const;

const MEGABYTE = 2 ** 20;
const TOO_LITTLE_MB = 200;
const LITTLE_MB = 2_000;

/** Diagnoses everything that a site depends on and states what to do. @returns the exit code */
export async function doctor(options: { readonly data?: string }, console: Console): Promise<number> {
  const found: Diagnosis[] = [];
  const settings = readOrTell(found);
  if (settings) {
    const place = resolveLocation(settings.databaseUrl, options.data);
    if ('directory' in place) found.push(await ofDisk(place.directory));
    found.push(...(await ofData(options, console)));
  }
  const width = Math.max(...found.map(({ subject }) => widthOf(subject)));
  for (const { subject, state, says } of found)
    console.out(`${padTo(marks[state], 6)}  ${padTo(subject, width)}  ${says}\n`);
  return found.some(({ state }) => state === 'fail') ? exitCodes.failed : exitCodes.ok;
}

function readOrTell(found: Diagnosis[]): Settings | undefined {
  try {
    const settings = readSettings();
    found.push({ subject: '设置', state: 'ok', says: '环境变量没有错误' });
    return settings;
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    found.push({ subject: '设置', state: 'fail', says: error.message });
    return undefined;
  }
}

async function ofDisk(directory: string): Promise<Diagnosis> {
  const subject = '磁盘';
  try {
    const { bavail, bsize } = await statfs(directory);
    const free = Math.floor((bavail * bsize) / MEGABYTE);
    if (free < TOO_LITTLE_MB) return { subject, state: 'fail', says: `只剩 ${free} MB：请尽快清理或扩容` };
    return free < LITTLE_MB
      ? { subject, state: 'warn', says: `剩 ${free} MB：请准备扩容` }
      : { subject, state: 'ok', says: `剩 ${free} MB` };
  } catch (error) {
    return {
      subject,
      state: 'fail',
      says: `看不到 ${directory}（${(error as NodeJS.ErrnoException).code}）：请检查 --data`,
    };
  }
}

async function ofData(options: { readonly data?: string }, console: Console): Promise<Diagnosis[]> {
  try {
    const { out } = await runOperation('doctorData', {}, options, console);
    return diagnoses.parse(JSON.parse(out));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return [{ subject: '数据库', state: 'fail', says: error.message }];
  }
}
