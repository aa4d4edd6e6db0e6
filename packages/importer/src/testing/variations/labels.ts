import { forms, type Form } from '@gongkai/schema';
import { specimen, type Draft } from '../specimen.ts';
import { mapCells, onRowsOf, relabel, type Variation } from './variation.ts';

const first = (form: Form) => form === forms[0];
const latest = (form: Form) => form === forms.at(-1);
const changes = (name: string, from: string | RegExp, to: string, more: Partial<Variation> = {}): Variation => ({
  name,
  change: relabel(from, to),
  ...more,
});

const otherRows = ['notCorrected', 'feeUnpaid', 'otherReasons'];
const isOther = (key: string) => otherRows.some((row) => key.startsWith(`requests.${row}.`));
const laterRows = forms
  .at(-1)!
  .tables.requests!.blocks[0]!.rows.flatMap(({ key, label }) => (otherRows.includes(key) ? label : []));

/** Combines the three rows of （六）其他处理 into one label, added up. */
function asOneRow(draft: Draft): Draft {
  const rest = onRowsOf('requests.feeUnpaid.', () => [])(onRowsOf('requests.otherReasons.', () => [])(draft));
  const merged = onRowsOf('requests.notCorrected.', (row) => [
    row.flatMap((one) => {
      if (one.text === '（六）其他处理') return [{ ...one, rowspan: 1, colspan: 2 }];
      return one.key === undefined ? [] : [{ text: String(Number(one.text) * 3), colspan: 1, rowspan: 1 }];
    }),
  ])(rest);
  return mapCells(merged, (one) => (one.text === '三、本年度办理结果' ? { ...one, rowspan: one.rowspan - 2 } : one));
}

/** Splits the one row of （六）其他处理 into three parts. */
function asThreeRows(draft: Draft): Draft {
  const parted = onRowsOf('requests.otherHandling.', (row) =>
    laterRows.map((label, part) =>
      row.map(({ key, ...one }) =>
        key === undefined
          ? { ...one, text: label }
          : { ...one, text: String(part === 0 ? Number(one.text) - 3 : part) },
      ),
    ),
  )(draft);
  return mapCells(parted, (one) => (one.text === '三、本年度办理结果' ? { ...one, rowspan: one.rowspan + 2 } : one));
}

export const labels: readonly Variation[] = [
  changes('column head over two lines 本年新 / 制作数量', '本年新制作数量', '本年新\n制作数量', { suits: first }),
  changes('a blank inside a column head', '本年制发件数', '本年制发 件数', { suits: latest }),
  {
    name: 'second half lost, two heads both read 本年新',
    suits: first,
    change: (draft) => relabel(/^本年新(?:制作|公开)数量$/u, '本年新')(draft),
  },
  changes('column head wrong: 本年新制作数量 twice', '本年新公开数量', '本年新制作数量', { suits: first }),
  changes('column head reworded 本年度新制作数量', '本年新制作数量', '本年度新制作数量', { suits: first }),
  changes('column head reworded 本年度公开数量', '本年新公开数量', '本年度公开数量', { suits: first }),
  changes('column head reworded 上一年度项目数量', '上一年项目数量', '上一年度项目数量', { suits: first }),
  changes('characters lost 本年发件', '本年制发件数', '本年发件', { suits: latest }),
  changes('characters lost 现行有效件', '现行有效件数', '现行有效件', { suits: latest }),
  changes('bracket lost 第二十条第', /^第二十条第（.）项$/u, '第二十条第'),
  changes('本年收费金额单位:万元', '本年收费金额（单位：万元）', '本年收费金额单位:万元', { suits: latest }),
  {
    name: 'regulations row without label',
    change: (draft) => mapCells(draft, (cell) => (cell.text === '规章' ? { ...cell, text: '' } : cell)),
  },
  changes('caption of item (一) missing', '第二十条第（一）项', ''),
  changes('captions as 第二十条(五)项', /^第二十条第（(.)）项$/u, '第二十条($1)项'),
  changes('captions as 第二十条 第（一）项', /^第二十条第/u, '第二十条 第'),
  changes('商业 / 企业 on two lines', '商业企业', '商业\n企业'),
  changes('商业企 / 业', '商业企业', '商业企\n业'),
  changes('items with 、', /^(\d)\./u, '$1、'),
  changes('items with a blank `1. 属于国家秘密`', /^(\d)\./u, '$1. '),
  changes('shortened 1.逾期不补正', /^1\.申请人无正当理由.*$/u, '1.逾期不补正', { suits: latest }),
  changes('shortened 2.逾期不缴费', /^2\.申请人逾期.*$/u, '2.逾期不缴费', { suits: latest }),
  changes('(六) 其他 for （六）其他处理', '（六）其他处理', '(六) 其他'),
  changes('（二）部分公开 without its note', /（区分处理.*）$/u, ''),
  changes('a Kangxi radical ⼀ for 一', /^一、本年/u, '⼀、本年'),
  changes('a character misread 信患 for 信息', '属于三类内部事务信息', '属于三类内部事务信患'),
  {
    name: 'traditional characters (mirrors)',
    change: (draft) =>
      mapCells(draft, (cell) =>
        cell.key === undefined
          ? {
              ...cell,
              text: cell.text.replaceAll('总计', '總計').replaceAll('处理', '處理').replaceAll('结果', '結果'),
            }
          : cell,
      ),
  },
  changes('规范性文件 for 行政规范性文件', '行政规范性文件', '规范性文件', { suits: latest }),
  changes('the filling note inside a label', '行政规范性文件', '行政规范性文件（会同司法行政部门填写）', {
    suits: latest,
  }),
  {
    name: 'notes in brackets after labels, some naming other rows',
    change: relabel(
      /^(规章|行政许可|行政处罚|行政事业性收费|（一）予以公开|2\.重复申请)$/u,
      '$1（填写说明：不含行政强制、规范性文件，按台账统计）',
    ),
  },
  changes(
    'a misprinted label between two sound ones: 2.其他法律行政止公开',
    '2.其他法律行政法规禁止公开',
    '2.其他法律行政止公开',
  ),
  changes('a misprinted first label 一、本年新收政信息公开请数量', /^一、本年新收.*$/u, '一、本年新收政信息公开请数量'),
  changes('a misprinted label without number 行政事业单位收费', '行政事业性收费', '行政事业单位收费'),
  {
    name: 'local rows whose labels hold official ones',
    change: (draft) =>
      ['disclosure.normativeDocuments.', 'disclosure.penalties.', 'requests.granted.'].reduce(
        (changed, start) =>
          onRowsOf(start, (row) => [
            row,
            row.flatMap(({ key, ...one }, at) =>
              one.rowspan > 1 ? [] : [{ ...one, text: key === undefined ? `其他文件（除${one.text}以外）` : `9${at}` }],
            ),
          ])(changed),
        draft,
      ),
    kinds: ['text', 'html'],
  },
  {
    name: 'a local row in place of an official one: 行政检查 for 行政处罚',
    change: relabel(/^行政处罚$/u, '行政检查'),
  },
  {
    name: '（六）其他处理 as one row in the newer form, all 0',
    suits: latest,
    report: (form) => specimen(form, (key, ordinal) => (isOther(key) ? 0 : key.endsWith('.amount') ? '1' : ordinal)),
    change: asOneRow,
  },
  {
    name: '（六）其他处理 as one row in the newer form, not 0',
    suits: latest,
    change: asOneRow,
  },
  {
    name: '（六）其他处理 as three rows in the older form',
    suits: first,
    change: asThreeRows,
  },
  { name: '其他对外管理服务事项 left out', suits: first, change: onRowsOf('disclosure.otherServices.', () => []) },
  {
    name: '其他对外管理服务事项 split in 行政检查 and 行政确认',
    suits: first,
    change: onRowsOf('disclosure.otherServices.', (row) =>
      ['行政检查', '行政确认'].map((name) =>
        row.map(({ key: _, ...cell }, at) => (at === 0 ? { ...cell, text: name } : cell)),
      ),
    ),
  },
];
