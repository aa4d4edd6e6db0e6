import { forms, type Form } from '@gongkai/schema';
import { placed, type Draft, type DraftBlock, type DraftRows } from '../specimen.ts';
import { cell, mapCells, mapTables, onRowsOf, relabel, type Variation } from './variation.ts';

const latest = (form: Form) => form === forms.at(-1);

/** Splits the third table after a row, with content between the parts. */
const cut =
  (...between: readonly DraftBlock[]) =>
  (draft: Draft): Draft =>
    mapTables(draft, (rows, table) => {
      if (table !== 1) return rows;
      const at = rows.findIndex((row) => row.some(({ key }) => key === 'requests.repeated.total'));
      const [above, below] = parts(rows, at);
      return [above, ...between, below];
    });
/** Splits the rows of a table: cells that span the cut end there and continue as empty cells after it. */
function parts(rows: DraftRows, at: number): [DraftRows, DraftRows] {
  const reaching = placed(rows.slice(0, at)).flatMap((row, y) =>
    row.filter(({ rowspan }) => y + rowspan > at).map((one) => ({ ...one, y })),
  );
  const above = rows
    .slice(0, at)
    .map((row, y) => row.map((one) => ({ ...one, rowspan: Math.min(one.rowspan, at - y) })));
  const [first, ...others] = rows.slice(at);
  const goingOn = reaching.map(({ text: _, y, ...one }) => ({ ...one, text: '', rowspan: y + one.rowspan - at }));
  return [above, [[...goingOn, ...first!], ...others]];
}

const litigation = (change: (rows: DraftRows) => DraftRows | DraftBlock[]) => (draft: Draft) =>
  mapTables(draft, (rows, table) => (table === 2 ? change(rows) : rows));
const bySuitability = (rows: DraftRows): DraftBlock[] => {
  const figures = rows.at(-1)!;
  const columns = rows.at(-1)!.map((_, at) => cell(['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'][at % 5]!));
  return ['行政复议', '行政诉讼 未经复议直接起诉', '行政诉讼 复议后起诉'].map((title, at) => [
    [cell(title, 5)],
    columns.slice(0, 5),
    figures.slice(at * 5, at * 5 + 5),
  ]);
};

/** Split tables, tables with rows, headings and columns that the form does not have, and tables among other content. */
export const tableShape: readonly Variation[] = [
  {
    name: 'numbers on the middle line of a broken label',
    kinds: ['text'],
    layout: 'blanks between label and numbers',
    text: (text) =>
      text.replace(
        /^（二）部分公开（区分处理的，只计这一情(形，不计其他情形）) (.*)$/mu,
        '（二）部分公开（区分处理的，只计这一情\n$2\n$1',
      ),
  },
  {
    name: 'side head one character a line',
    change: (draft) =>
      mapCells(draft, (one) =>
        one.text === '三、本年度办理结果' ? { ...one, text: '三、\n本\n年\n度\n办\n理\n结\n果' } : one,
      ),
  },
  ...['-4-', '— 5 —'].map((page): Variation => ({ name: `page number \`${page}\` inside a table`, change: cut(page) })),
  { name: 'a bare page number `1` inside a table', change: cut('1') },
  { name: 'a table cut in two by a page break', change: cut() },
  {
    name: 'header cells glued 信息内容本年处理决定数量',
    change: (draft) =>
      mapTables(draft, (rows) =>
        rows.map((row) =>
          row[0]?.text === '信息内容' && row.length === 2
            ? [
                cell(
                  row.map(({ text }) => text).join(''),
                  row.reduce((sum, { colspan }) => sum + colspan, 0),
                ),
              ]
            : row,
        ),
      ),
  },
  {
    name: 'group label pushed into an item: （四）无 1.本机关不掌握…',
    change: (draft) =>
      mapCells(relabel(/^（四）无法提供$/u, '（四）无')(draft), (one) =>
        one.text.startsWith('2.没有现成') ? { ...one, text: `法提供${one.text}` } : one,
      ),
  },
  {
    name: 'rows without label, one by one',
    change: (draft) =>
      mapCells(draft, (one) => (/^[1-4]\.(?:保护|重复|其他法律)/u.test(one.text) ? { ...one, text: '' } : one)),
  },
  {
    name: 'two rows in a row without label',
    change: (draft) => mapCells(draft, (one) => (/^[34]\.(?:保护|危及)/u.test(one.text) ? { ...one, text: '' } : one)),
  },
  {
    name: 'a row without label beside a missing row (not to be guessed)',
    change: (draft) =>
      mapCells(onRowsOf('requests.internalAffairs.', () => [])(draft), (one) =>
        one.text.startsWith('4.保护')
          ? { ...one, text: '' }
          : one.text === '（三）不予公开'
            ? { ...one, rowspan: 7 }
            : one.text === '三、本年度办理结果'
              ? { ...one, rowspan: one.rowspan - 1 }
              : one,
      ),
  },
  {
    name: 'an empty cell too many at the end of a row',
    change: onRowsOf('requests.stateSecrets.', (row) => [[...row, cell('')]]),
  },
  {
    name: 'number row taken for a header, followed by `|---|`',
    kinds: ['text'],
    layout: 'pipes at both ends, merged cells left',
    text: (text) => text.replace(/^(\|.*4\.保护第三方.*)$/mu, '$1\n|---|---|---|---|---|---|---|---|---|'),
  },
  {
    name: 'a foreign header inside table three after a page break',
    change: cut([[cell('项目'), cell('本年新收件数'), cell('上年结转件数'), cell('予以公开')]]),
  },
  {
    name: 'colspans that change within a table',
    kinds: ['html'],
    html: (page) => page.replaceAll(/<td colspan="1" rowspan="1">(10\d)<\/td>/g, '<td colspan="2" rowspan="1">$1</td>'),
  },
  { name: 'heads that lost their row spans', kinds: ['html'], html: (page) => page.replaceAll(/ rowspan="[23]"/g, '') },
  {
    name: 'labels broken by <br />',
    kinds: ['html'],
    html: (page) => page.replaceAll(/([\u4e00-\u9fff]{3})([\u4e00-\u9fff]+<\/td>)/g, '$1<br />$2'),
  },
  {
    name: 'in the frame of a site',
    kinds: ['html'],
    html: (page) =>
      `<!DOCTYPE html><html><body><div><a href="/">首页</a> &gt; <a href="/a">政府信息公开年报</a></div><table><tr><td>索引号</td><td>000/2024-001</td><td>发布日期</td><td>2024-01-20</td></tr></table><a href="x">点击朗读</a><div id="zoom">${page}</div><p>主办：云溪县人民政府办公室</p></body></html>`,
  },
  {
    name: 'the whole page one table, empty pipes round the title',
    kinds: ['text'],
    text: (text) => text.replace(/^(.*)\n/u, `${'| '.repeat(200)}\n| $1 ${'| '.repeat(200)}\n`),
  },
  { name: 'table four as three tables of five', change: litigation(bySuitability) },
  {
    name: 'table four under a header of 12 cells',
    change: litigation((rows) => [
      ...['结果维持 结果纠正 其他结果 尚未审结'.split(' ')].map((words) =>
        [...words, ...words, ...words].map((word) => cell(word)),
      ),
      rows.at(-1)!,
    ]),
  },
  {
    name: 'table four under a header of 6 cells',
    change: litigation((rows) => [
      ['行政复议', '行政诉讼', '未经复议直接起诉', '复议后起诉', '结果维持', '总计'].map((word) => cell(word)),
      rows.at(-1)!,
    ]),
  },
  {
    name: 'a small table with units in section one',
    suits: latest,
    change: (draft) => ({
      ...draft,
      sections: draft.sections.map((section, at) =>
        at > 0
          ? section
          : {
              ...section,
              blocks: [
                ...section.blocks,
                [
                  [cell('渠道'), cell('数量')],
                  [cell('网站'), cell('12条')],
                  [cell('公报'), cell('4期')],
                ],
              ],
            },
      ),
    }),
  },
];
