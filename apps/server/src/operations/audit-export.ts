import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import { exitCodes } from '../terminal/failure.ts';
import { toFailure } from './backup.ts';
import { operation, type Host } from './operation.ts';

const PAGE = 1_000;

/** Exports the audit trail as JSON Lines, newest entry first. */
export const auditExport = operation({
  args: z.strictObject({ file: z.string(), from: z.iso.date().optional(), to: z.iso.date().optional() }),
  async run({ services }, { file, from, to }, say) {
    let count = 0;
    const lines = async function* () {
      for await (const page of pages(services, { from, to })) {
        count += page.length;
        say(`正在导出：${count} 条`);
        yield page.map((line) => `${JSON.stringify(line)}\n`).join('');
      }
    };
    try {
      await pipeline(Readable.from(lines()), createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }));
    } catch (error) {
      throw toFailure(error, file);
    }
    return { out: `已导出 ${count} 条审计记录到 ${file}。\n`, exitCode: exitCodes.ok };
  },
});

async function* pages({ audit }: Host['services'], days: { from: string | undefined; to: string | undefined }) {
  let before: number | undefined;
  for (;;) {
    const { lines, more } = await audit.list({ ...days, ...(before && { before }), limit: PAGE });
    yield lines;
    before = lines.at(-1)?.id;
    if (!more) return;
  }
}
