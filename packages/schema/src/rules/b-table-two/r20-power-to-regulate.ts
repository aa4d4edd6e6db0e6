import { cellsOf } from '../../layout/cells.ts';
import { isAnswered } from '../../report/value.ts';
import { valueIn } from '../../report/values.ts';
import type { Context } from '../../engine/context.ts';
import type { AgencyKind, AgencyLevel } from '../../report/agency.ts';
import type { Rule } from '../../engine/rule.ts';

/** 立法法: departments of the State Council, and governments of provinces and of cities with districts. */
const makers: Partial<Record<AgencyLevel, readonly AgencyKind[]>> = {
  state: ['department'],
  province: ['government'],
  prefecture: ['government'],
};

export const r20: Rule = {
  id: 'R20',
  chapter: 'B',
  severity: 'explain',
  title: { zh: '没有规章制定权的机关，规章一行为 0', en: 'bodies without the power to make regulations report none' },
  citation: { document: '中华人民共和国立法法', place: '第四章第二节' },
  basis: ['law'],
  message: {
    zh: '{code} 填的是 {value}，而本机关没有规章制定权，应为 0。规章只由国务院部门、省级政府和设区的市政府制定，请核对是否把规范性文件填成了规章。',
    en: '{code} reads {value}, but this body has no power to make regulations; it should be 0. Check that normative documents were not counted as regulations.',
  },
  test({ tables }, form, context) {
    const cells = cellsOf(form).filter(({ row }) => row.key === 'regulations');
    const keys = cells.map(({ key }) => key);
    const skip = { verdict: 'skip', scope: 'row', cells: keys, params: {} } as const;
    if (!context.agency) return [{ ...skip, reason: 'no_agency' }];
    if (makesRegulations(context.agency)) return [];
    const found = cells.map((cell) => ({ ...cell, value: valueIn(tables, cell.key) }));
    const wrong = found.flatMap(({ key, code, value }) =>
      isAnswered(value) && value !== 0 ? [{ key, code, value }] : [],
    );
    if (wrong.length > 0)
      return wrong.map(({ key, code, value }) => ({
        verdict: 'fail',
        scope: 'cell',
        cells: [key],
        params: { code, value: String(value) },
        expected: 0,
        actual: Number(value),
      }));
    if (found.some(({ value }) => value === null)) return [{ ...skip, reason: 'blank_cells' }];
    return [{ verdict: 'pass', scope: 'row', cells: keys, params: {} }];
  },
  // Each form has its own columns of this row, so the failing vector is in the form's list of rules.
  vectors: [
    { name: 'a town that makes none', context: { agency: { level: 'township', kind: 'town' } }, verdict: 'pass' },
    { name: 'a body of which nothing is known', verdict: 'skip' },
  ],
};

function makesRegulations({ level, kind }: NonNullable<Context['agency']>): boolean {
  return makers[level]?.includes(kind) ?? false;
}
