import { forms } from '@gongkai/schema';
import { expect, it, vi } from 'vitest';
import { importDocument } from '../../import-document.ts';
import { draftOf, specimen } from '../specimen.ts';
import { makers } from './measure.ts';
import { tryEachOnce, wrongIn } from './table.ts';
import { fileKinds } from './variation.ts';

vi.setConfig({ testTimeout: 120_000 });

it('no figure comes out wrong in any variation, each in one kind of file', async () => {
  expect(wrongIn(await tryEachOnce())).toEqual([]);
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
