import { settingsOf } from '../../engine/settings.ts';
import { cellsOf } from '../../layout/cells.ts';
import { valueIn } from '../../report/values.ts';
import type { Rule } from '../../engine/rule.ts';

const powers = ['licensing', 'penalties', 'compulsoryMeasures'];

export const r28: Rule = {
  id: 'R28',
  chapter: 'B',
  severity: 'hint',
  title: {
    zh: '执法机关的许可、处罚、强制不会全部为 0',
    en: 'an enforcing body has licences, penalties or compulsory measures',
  },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第二十条' },
  basis: ['reasoning'],
  message: {
    zh: '“{name}”的行政许可、行政处罚、行政强制全部填 0。名称中含“{word}”的机关通常不会没有，请核对是否漏报。',
    en: '{name} reports no licence, penalty or compulsory measure at all, which is unusual for such a body. Check that none was left out.',
  },
  test({ agency, tables }, form, context) {
    const word = settingsOf(context).enforcementBodies.find((word) => agency.name.includes(word));
    if (!word) return [];
    const cells = cellsOf(form)
      .filter(({ row, column }) => powers.includes(row.key) && column.key === 'decisions')
      .map(({ key }) => key);
    const values = cells.map((cell) => valueIn(tables, cell));
    const params = { name: agency.name, word };
    if (values.some((value) => value !== 0 && value !== null))
      return [{ verdict: 'pass', scope: 'table', cells, params }];
    if (values.includes(null)) return [{ verdict: 'skip', scope: 'table', cells, params, reason: 'blank_cells' }];
    return [{ verdict: 'fail', scope: 'table', cells, params }];
  },
  vectors: [
    {
      name: 'a bureau that punishes',
      agency: '云溪县公安局',
      set: { 'disclosure.penalties.decisions': 4 },
      verdict: 'pass',
    },
    { name: 'a town', verdict: 'pass' },
    { name: 'a police bureau without any', agency: '云溪县公安局', verdict: 'fail' },
    {
      name: 'blank penalties',
      agency: '云溪县公安局',
      set: { 'disclosure.penalties.decisions': null },
      verdict: 'skip',
    },
  ],
};
