import { cellsOf } from '../../layout/cells.ts';
import { valueIn } from '../../report/values.ts';
import type { Rule } from '../../engine/rule.ts';

export const r68: Rule = {
  id: 'R68',
  chapter: 'H',
  severity: 'block',
  title: { zh: '公布后改动的数字附有更正说明', en: 'figures changed after publication carry a note of correction' },
  citation: { document: '国办公开办函〔2021〕30号', place: '（四）明确责任' },
  basis: ['reasoning'],
  message: {
    zh: '公布后有 {count} 格数字改动过（{codes}），没有更正说明。请写明更正了什么、为什么。',
    en: '{count} figures changed after publication ({codes}) without a note of correction.',
  },
  test({ tables }, form, { publication }) {
    const outcome = { scope: 'report' } as const;
    if (!publication?.firstPublished)
      return [{ ...outcome, verdict: 'skip', cells: [], params: {}, reason: 'no_publication' }];
    const { firstPublished, correctionNote } = publication;
    const changed = cellsOf(form).filter(
      ({ key }) => JSON.stringify(valueIn(tables, key)) !== JSON.stringify(valueIn(firstPublished, key)),
    );
    const params = {
      count: changed.length,
      codes: changed
        .map(({ code }) => code)
        .slice(0, 5)
        .join('、'),
    };
    const told = changed.length === 0 || Boolean(correctionNote?.trim());
    return [{ ...outcome, verdict: told ? 'pass' : 'fail', cells: changed.map(({ key }) => key), params }];
  },

  vectors: [
    {
      name: 'a figure changed with a note',
      set: { 'requests.received.total': 3 },
      context: { publication: { firstPublished: {}, correctionNote: '表三第一行误填。' } },
      verdict: 'pass',
    },
    {
      name: 'a figure changed in silence',
      set: { 'requests.received.total': 3 },
      context: { publication: { firstPublished: {} } },
      verdict: 'fail',
    },
    { name: 'published once', verdict: 'skip' },
  ],
};
