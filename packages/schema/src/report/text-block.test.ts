import { describe, expect, it } from 'vitest';
import { forms } from '../forms/registry.ts';
import { blankReport } from './blank.ts';
import { limits } from './limits.ts';
import { parseReport } from '../forms/parse-report.ts';
import { blockText, listLines, type TextList } from './text-block.ts';

const list: TextList = {
  type: 'list',
  ordered: true,
  start: 3,
  items: [{ text: '甲', list: { ordered: false, items: ['子一', '子二'] } }, { text: '乙丙' }],
};

describe('a list', () => {
  it('has lines with their numbers, depths and offsets', () => {
    expect(listLines(list)).toEqual([
      { text: '甲', depth: 0, number: 3, offset: 0 },
      { text: '子一', depth: 1, number: undefined, offset: 2 },
      { text: '子二', depth: 1, number: undefined, offset: 5 },
      { text: '乙丙', depth: 0, number: 4, offset: 8 },
    ]);
    const text = blockText(list);
    for (const line of listLines(list)) expect(text.slice(line.offset).startsWith(line.text)).toBe(true);
  });

  it('has words beside those of other blocks', () => {
    expect(blockText({ type: 'paragraph', text: '段' })).toBe('段');
    expect(
      blockText({
        type: 'table',
        rows: [
          ['甲', '1'],
          ['乙', '2'],
        ],
      }),
    ).toBe('甲\t1\n乙\t2');
  });
});

describe.each(forms)('a report in $id with a list', (form) => {
  const blank = blankReport(form, { name: '云溪县青原镇人民政府' }, form.years.from, 'own');
  const parsed = (block: unknown) => parseReport({ ...blank, preamble: [block] });

  it('is read unchanged', () => {
    expect(parsed(list)).toEqual({ ok: true, report: { ...blank, preamble: [list] } });
  });

  it.each([
    ['without items', { ...list, items: [] }, '不能为空'],
    ['with an empty item', { ...list, items: [{ text: '' }] }, /一行文字/],
    ['with an item of two lines', { ...list, items: [{ text: '甲\n乙' }] }, /一行文字/],
    ['with blanks around an item', { ...list, items: [{ text: ' 甲' }] }, /一行文字/],
    ['with a list below its second level', { ...list, items: [{ text: '甲', list }] }, '不认识的字段：type'],
    ['that states the usual first number', { ...list, start: 1 }, '不能小于 2'],
    ['that numbers bullets', { ...list, ordered: false }, /有编号的列表/],
    [
      'with too many items',
      { ...list, items: Array.from({ length: limits.items + 1 }, () => ({ text: '甲' })) },
      `不能超过 ${limits.items} 项`,
    ],
    ['with too long an item', { ...list, items: [{ text: '长'.repeat(limits.paragraph + 1) }] }, /不能超过/],
    [
      'of an unknown type',
      { ...list, type: 'bullets' },
      /^不认识的 type，或与其他字段不符，只能是：paragraph、heading/,
    ],
  ])('%s is refused with the reason', (_name, block, message) => {
    const result = parsed(block);
    const messages = result.ok ? [] : result.errors.map((error) => error.message);
    const isExpected = (said: string) => (typeof message === 'string' ? said === message : message.test(said));
    expect(messages.filter(isExpected), messages.join('；')).not.toHaveLength(0);
  });

  it('counts the words of lists in the limit of a section', () => {
    const items = Array.from({ length: 11 }, () => ({ text: '长'.repeat(limits.paragraph) }));
    const result = parsed({ ...list, items });
    expect(result.ok ? [] : result.errors.map((error) => error.message)).toContainEqual(
      expect.stringMatching(/文字不能超过/),
    );
  });
});
