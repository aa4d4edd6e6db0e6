import { forms, valuesOf } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { readText } from '../read/text/read-text.ts';
import { specimen } from '../testing/specimen.ts';
import { layOutText, textLayouts } from '../testing/text-layouts.ts';
import { recognise } from './recognise.ts';

describe.each(forms)('$id as text', (form) => {
  const report = specimen(form);

  it.each(Object.keys(textLayouts))('is read exactly with %s', (layout) => {
    const read = recognise(readText(layOutText(form, report, layout)));
    expect(read.report.form).toBe(form.id);
    expect(valuesOf(form, read.report.tables)).toEqual(valuesOf(form, report.tables));
    expect(new Set(Object.values(read.provenance).map(({ certainty }) => certainty))).toEqual(new Set(['read']));
    expect(read.notes.filter(({ level }) => level === 'warning')).toEqual([]);
  });
});
