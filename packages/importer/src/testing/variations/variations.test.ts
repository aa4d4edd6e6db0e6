import { readFileSync } from 'node:fs';
import { forms } from '@gongkai/schema';
import { expect, it, vi } from 'vitest';
import { importDocument } from '../../import-document.ts';
import { tryAllDisguises } from '../disguises/table.ts';
import { draftOf, specimen } from '../specimen.ts';
import { makers } from './measure.ts';
import { pageOf, tryAll, wrongIn } from './table.ts';
import { fileKinds } from './variation.ts';

vi.setConfig({ testTimeout: 600_000 });

it('no figure comes out wrong in any variation and kind of file, and the reference page says what does', async () => {
  const lines = await tryAll();
  const disguised = await tryAllDisguises();
  expect([...wrongIn(lines), ...disguised.flatMap(({ wrong }) => wrong)]).toEqual([]);
  const page = readFileSync(new URL('../../../../../docs/reference/import.md', import.meta.url), 'utf8');
  expect(page, 'stale: npm run pnpm -- --filter @gongkai/importer reference').toBe(pageOf(lines, disguised));
});

it.each(fileKinds)('a blank official form as %s is recognised as one', async (kind) => {
  for (const form of forms) {
    const draft = draftOf(
      form,
      specimen(form, () => null),
    );
    const blank = { ...draft, opening: ['政府信息公开工作年度报告格式'] };
    expect(await importDocument(makers[kind](blank, { name: '' }, form))).toMatchObject({
      ok: false,
      code: 'blank-form',
    });
  }
});
