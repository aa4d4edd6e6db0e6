import { describe, expect, it } from 'vitest';
import { inEnglish } from '../forms/english.ts';
import { forms } from '../forms/registry.ts';
import { tableModel } from '../derive/table-model.ts';

describe.each(forms)('English labels of $id', (form) => {
  const english = inEnglish(form);

  it('leave no Chinese in any section or table', () => {
    for (const { title } of english.sections) expect(title).not.toMatch(/\p{Script=Han}/u);
    for (const key of Object.keys(form.tables)) {
      const { title, blocks } = tableModel(english, key);
      const texts = blocks.flatMap(({ head, body }) => [...head, ...body].flat().map(({ text }) => text));
      for (const text of [title, ...texts]) expect(text).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('keep keys, order and spans', () => {
    for (const key of Object.keys(form.tables)) {
      const shape = (layout: typeof english) =>
        tableModel(layout, key).blocks.map(({ head, body }) =>
          [...head, ...body].map((line) => line.map(({ colspan, rowspan, cell }) => [colspan, rowspan, cell])),
        );
      expect(shape(english)).toEqual(shape(form));
    }
  });
});
