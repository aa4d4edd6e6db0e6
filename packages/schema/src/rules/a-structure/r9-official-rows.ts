import type { Form } from '../../engine/form.ts';
import { tableOf } from '../../layout/cells.ts';
import type { AsFound } from '../../report/report.ts';
import type { Rule } from '../../engine/rule.ts';
import { labelsAsFound } from '../../language/labels.ts';

export const r9: Rule = {
  id: 'R9',
  chapter: 'A',
  severity: 'block',
  title: { zh: '表格的行和列与官方格式完全一致', en: 'the tables have exactly the official rows and columns' },
  citation: { document: '国办公开办函〔2021〕30号', place: '报告格式' },
  basis: ['notice'],
  message: {
    zh: '{problem}。请对照原文，恢复官方格式的行和列。',
    en: '{problemEn}. By the source, restore the official rows and columns.',
  },
  test({ asFound }, form) {
    const outcome = { scope: 'table', cells: [] } as const;
    if (!asFound) return [{ ...outcome, verdict: 'skip', params: {}, reason: 'no_source_labels' }];
    const problems = form.sections.flatMap(({ table, number, title }) => {
      const said = table === undefined ? undefined : problemsIn(form, asFound, table);
      if (!said) return [];
      const { zh, en } = said;
      return [{ zh: `第${number}部分“${title}”的表格${zh}`, en: `the table of section ${number} ${en}` }];
    });
    const { extraRows = [] } = asFound;
    if (extraRows.length > 0)
      problems.push({
        zh: `表格多了官方格式没有的${quoted(extraRows)}`,
        en: `rows that are not in the form: ${extraRows.join(', ')}`,
      });
    if (problems.length === 0) return [{ ...outcome, verdict: 'pass', params: {} }];
    return problems.map(({ zh, en }) => ({ ...outcome, verdict: 'fail', params: { problem: zh, problemEn: en } }));
  },

  vectors: [
    { name: 'official rows', report: { asFound: {} }, verdict: 'pass' },
    { name: 'a row added', report: { asFound: { extraRows: ['行政检查'] } }, verdict: 'fail' },
    { name: 'a row dropped', report: { asFound: { missingRows: ['2.重复申请'] } }, verdict: 'fail' },
    { name: 'a row renamed', report: { asFound: { labels: { 'disclosure.licensing': '行政确认' } } }, verdict: 'fail' },
    { name: 'a report made here, without a source', verdict: 'skip' },
  ],
};

/** The missing and renamed rows of one table; undefined where there are none. */
function problemsIn(form: Form, asFound: AsFound, table: string): { zh: string; en: string } | undefined {
  const rows = tableOf(form, table).blocks.flatMap((block) => block.rows);
  const missing = rows.filter(({ key, label }) =>
    asFound.missingRows?.some((name) => name === `${table}.${key}` || name === label),
  );
  if (missing.length === rows.length) return { zh: '没有读到', en: 'was not found' };
  const reworded = labelsAsFound(form, asFound).filter(({ key, known }) => !known && key.startsWith(`${table}.`));
  const zh = [
    ...(missing.length > 0 ? [`缺少${quoted(missing.map(({ label }) => label))}`] : []),
    ...reworded.map(({ official, found }) => `“${official}”写成了“${found}”`),
  ];
  const en = [
    ...(missing.length > 0 ? [`lacks ${missing.map(({ label }) => label).join(', ')}`] : []),
    ...reworded.map(({ official, found }) => `words ${official} as ${found}`),
  ];
  return zh.length > 0 ? { zh: zh.join('，'), en: en.join(', ') } : undefined;
}

const MAX_NAMES = 8;

function quoted(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES).map((name) => `“${name}”`);
  return shown.join('、') + (names.length > shown.length ? `等 ${names.length} 行` : '');
}
