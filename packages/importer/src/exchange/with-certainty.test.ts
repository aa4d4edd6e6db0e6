import { forms } from '@gongkai/schema';
import { expect, it } from 'vitest';
import { importDocument } from '../import-document.ts';
import { rawXlsx } from '../testing/sheet-layouts.ts';
import { draftOf, specimen } from '../testing/specimen.ts';
import { withCertainty } from './with-certainty.ts';

const form = forms.at(-1)!;
const draft = draftOf(form, specimen(form));

async function imported(bytes: Uint8Array) {
  const result = await importDocument(bytes);
  if (!result.ok) throw new Error(result.message);
  return result;
}

it('names the cells that were not read for certain, and keeps them so when the JSON is read again', async () => {
  const licensing = 'disclosure.licensing.decisions';
  const result = await imported(rawXlsx(draft, (_, key) => (key === licensing ? 't="e"><v>#REF!</v>' : undefined)));
  const json = withCertainty(result);
  expect(json.asFound?.certainty).toEqual({ [licensing]: 'unread' });
  const again = await imported(new TextEncoder().encode(JSON.stringify(json)));
  expect(again.provenance[licensing]?.certainty).toBe('unread');
  expect(again.report).toEqual(result.report);
});

it('says nothing where all is certain', async () => {
  const result = await imported(rawXlsx(draft, () => undefined));
  expect(withCertainty(result)).toBe(result.report);
});
