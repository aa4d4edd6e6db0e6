import { expect, it } from 'vitest';
import { readRowsInChildProcess } from './read-rows-in-child-process.ts';

const limits = { rows: 5, columns: 5 };
const utf8 = (text: string) => new TextEncoder().encode(text);

it('reads rows in another process, and says why not where it cannot', async () => {
  expect(await readRowsInChildProcess(utf8('甲,乙\n1,2\n'), limits)).toEqual({
    ok: true,
    rows: [
      ['甲', '乙'],
      ['1', '2'],
    ],
  });
  expect(await readRowsInChildProcess(utf8('甲\n'.repeat(9)), limits)).toMatchObject({ ok: false, code: 'too-large' });
});
