import { undividedFigures } from '../../engine/undivided.ts';
import { cellsOf, type Cell } from '../../layout/cells.ts';
import { isAnswered, type Value } from '../../report/value.ts';
import { valuesOf } from '../../report/values.ts';
import type { Outcome, Rule } from '../../engine/rule.ts';

export const r10: Rule = {
  id: 'R10',
  chapter: 'A',
  severity: 'block',
  title: { zh: '每一格都要填写，没有发生的填 0', en: 'every cell is answered; none means 0' },
  citation: { document: '国办公开办函〔2021〕30号', place: '报告格式' },
  basis: ['reasoning'],
  message: {
    zh: '有 {count} 格没有数字（空白、“/”、“—”都不等于 0）：{codes}。{advice}',
    en: '{count} cells hold no number (blank, "/" and "—" are not 0): {codes}. {adviceEn}',
  },
  test(report, layout) {
    const values = valuesOf(layout, report.tables);
    const open = cellsOf(layout).filter(({ ordinal }) => !isAnswered(values[ordinal - 1] ?? null));
    if (open.length === 0)
      return [
        { verdict: 'pass', scope: 'report', cells: [], params: { count: 0, codes: '', advice: '', adviceEn: '' } },
      ];
    const figures = undividedFigures(layout, report);
    const together = new Set(figures.flatMap(({ cells }) => cells));
    const lost = new Set(report.asFound?.missingRows);
    const others = open.filter((cell) => !together.has(cell));
    const isLost = ({ table, row }: Cell) => lost.has(`${table}.${row.key}`);
    return [
      ...outcomes(
        others.filter((cell) => !isLost(cell)),
        '没有发生的请填 0。',
        'Where nothing happened, enter 0.',
      ),
      ...outcomes(
        others.filter(isLost),
        '原文中没有读到这几行，请对照原文填写。',
        'These rows were not found in the source: fill them in by it.',
      ),
      ...(report.asFound?.undivided ?? []).flatMap((row) => {
        const ofRow = figures.filter((figure) => figure.row === row);
        const stood = ofRow.map(({ cells, value }) => `${cells[0]!.column.label} ${inWords(value)}`).join('、');
        return outcomes(
          ofRow.flatMap(({ cells }) => cells),
          `原文“${row.label}”只有合计（${stood}），没有分到这几行，请对照台账分别填写。`,
          `The source gives these rows in one figure only (${stood}): divide it by the records.`,
        );
      }),
    ];
  },
  neverSkips: 'every report has its cells, and a blank one is what the check looks for',
  vectors: [
    { name: 'zero everywhere', verdict: 'pass' },
    { name: 'a blank cell', set: { 'requests.received.total': null }, verdict: 'fail' },
    {
      name: 'a figure for several rows together',
      set: { 'requests.received.total': null },
      report: { asFound: { undivided: [{ label: '合计', rows: ['requests.received'], values: { total: 4 } }] } },
      verdict: 'fail',
    },
    { name: 'a slash', set: { 'requests.received.total': { na: '/' } }, verdict: 'fail' },
  ],
};

function outcomes(cells: readonly Cell[], advice: string, adviceEn: string): Outcome[] {
  if (cells.length === 0) return [];
  const shown = cells.slice(0, 5).map(({ code }) => code);
  const codes = shown.join('、') + (cells.length > shown.length ? ' 等' : '');
  const params = { count: cells.length, codes, advice, adviceEn };
  return [{ verdict: 'fail', scope: 'report', cells: cells.map(({ key }) => key), params }];
}

function inWords(value: Value): string {
  return typeof value === 'object' && value !== null ? value.na : String(value);
}
