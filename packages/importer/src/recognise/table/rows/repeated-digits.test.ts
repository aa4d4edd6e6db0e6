import { buildTables, forms } from '@gongkai/schema';
import { expect, it } from 'vitest';
import { importDocument } from '../../../import-document.ts';
import { docxBody, docxFile } from '../../../testing/docx-layouts.ts';
import { specimen } from '../../../testing/specimen.ts';

const form = forms.at(-1)!;
const importing = async (valueOf: (ordinal: number) => number) => {
  const report = specimen(form);
  const tables = buildTables(form, (key) => {
    const at = [...key].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
    return key.endsWith('.amount') ? '0' : valueOf(at);
  });
  const result = await importDocument(docxFile(docxBody(form, { ...report, tables })));
  if (!result.ok) throw new Error(result.message);
  return result;
};
const said = async (valueOf: (ordinal: number) => number) => {
  const { notes, provenance } = await importing(valueOf);
  const isSaid = notes.some(({ code, level }) => code === 'figures-repeated' && level === 'warning');
  return { isSaid, certainty: provenance['requests.received.total']?.certainty };
};

it('says where every figure is a number written twice, and asks to confirm each', async () => {
  expect(await said((at) => [11, 55, 88, 1919, 0][at % 5]!)).toEqual({ isSaid: true, certainty: 'inferred' });
});

it('says where every figure is a number written three times', async () => {
  expect((await said((at) => [111, 555, 191919][at % 3]!)).isSaid).toBe(true);
});

it('is silent where one figure is none such, and where there are few different ones', async () => {
  expect((await said((at) => [11, 55, 88, 19][at % 4]!)).isSaid).toBe(false);
  expect(await said((at) => [11, 22, 0][at % 3]!)).toEqual({ isSaid: false, certainty: 'read' });
});
