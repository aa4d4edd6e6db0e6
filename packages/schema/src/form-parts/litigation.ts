import type { Table } from '../layout/layout.ts';

/** Table of section 四: reviews and lawsuits over the body's disclosure work, unchanged since 2019. 15 cells. */
export const litigation = {
  title: '政府信息公开行政复议、行政诉讼情况',
  blocks: [
    {
      key: 'litigation',
      direction: 'across',
      rowHeads: [{ key: 'lawsuits', label: '行政诉讼' }],
      rows: [
        { key: 'reconsideration', label: '行政复议' },
        { key: 'directLawsuits', label: '未经复议直接起诉', under: 'lawsuits' },
        { key: 'lawsuitsAfterReconsideration', label: '复议后起诉', under: 'lawsuits' },
      ],
      columns: [
        { key: 'upheld', label: '结果维持', measure: 'count' },
        { key: 'corrected', label: '结果纠正', measure: 'count' },
        { key: 'otherResults', label: '其他结果', measure: 'count' },
        { key: 'pending', label: '尚未审结', measure: 'count' },
        { key: 'total', label: '总计', aliases: ['合计'], measure: 'count' },
      ],
    },
  ],
} as const satisfies Table;
