import { litigation } from '../../form-parts/litigation.ts';
import { closingRows } from '../../form-parts/requests.ts';
import { sections } from '../../form-parts/sections.ts';
import { layout as layout2021 } from '../../forms/form-2021/layout.ts';
import type { Layout, Table } from '../../layout/layout.ts';

const [documents, ...services] = layout2021.tables.disclosure.blocks;
const [requestBlock] = layout2021.tables.requests.blocks;
const [, repealed, inForce] = documents.columns;

/** As since 2021; 本年制发件数 is called 本年新制发件数. */
const disclosure = {
  title: layout2021.tables.disclosure.title,
  blocks: [
    { ...documents, columns: [{ key: 'issued', label: '本年新制发件数', measure: 'count' }, repealed, inForce] },
    ...services,
  ],
} as const satisfies Table;

const closing = new Set<string>(['otherReasons', ...closingRows.map(({ key }) => key)]);
type Kept = Exclude<(typeof requestBlock.rows)[number], { readonly key: 'otherReasons' | 'total' | 'carriedOut' }>;

/** As since 2021; （六）3 其他 is two rows: withdrawn by the applicant, and other reasons. */
const requests = {
  title: layout2021.tables.requests.title,
  blocks: [
    {
      ...requestBlock,
      rows: [
        ...requestBlock.rows.filter((row): row is Kept => !closing.has(row.key)),
        { key: 'withdrawn', code: '（六）3', label: '3.申请人主动撤回申请', under: 'otherwiseHandled' },
        { key: 'remainingReasons', code: '（六）4', label: '4.其他情形', under: 'otherwiseHandled' },
        ...closingRows,
      ],
    },
  ],
} as const satisfies Table;

/** A table more, in a section more: who does the work, and what it costs. */
const staffing = {
  title: '政府信息公开工作人员和经费情况',
  blocks: [
    {
      key: 'people',
      corner: '人员类别',
      direction: 'down',
      rows: [
        { key: 'fullTime', label: '专职人员' },
        { key: 'partTime', label: '兼职人员' },
        { key: 'allStaff', label: '人员合计' },
      ],
      columns: [{ key: 'people', label: '年末人数', measure: 'count' }],
    },
    {
      key: 'costs',
      corner: '经费类别',
      direction: 'down',
      rows: [{ key: 'costs', label: '工作经费' }],
      columns: [{ key: 'amount', label: '本年支出金额（单位：万元）', measure: 'money' }],
    },
  ],
} as const satisfies Table;

/** A fictional form for the reports from 2027 on: a table more, a row split, a column renamed, another deadline. */
export const layout = {
  id: 'form-2027',
  title: '政府信息公开工作年度报告格式（虚构，仅供测试）',
  citation: { document: '国办公开办函〔2027〕99号' },
  years: { from: 2027 },
  due: { own: '02-20', consolidated: '04-10' },
  sections: [
    ...sections,
    { key: 'staffing', number: '七', title: '政府信息公开工作人员和经费情况', table: 'staffing' },
  ],
  tables: { disclosure, requests, litigation, staffing },
} as const satisfies Layout;
