import type { Column, Table } from '../../layout/layout.ts';

const decisionColumns = [
  { key: 'decisions', label: '本年处理决定数量', aliases: ['处理决定数量'], measure: 'count' },
] as const satisfies readonly Column[];

/** Table of section 二 as revised in 2021. 10 cells. */
export const disclosure = {
  title: '主动公开政府信息情况',
  blocks: [
    {
      key: 'documents',
      caption: '第二十条第（一）项',
      corner: '信息内容',
      direction: 'down',
      rows: [
        { key: 'regulations', label: '规章' },
        { key: 'normativeDocuments', label: '行政规范性文件', aliases: ['规范性文件'] },
      ],
      columns: [
        { key: 'issued', label: '本年制发件数', measure: 'count' },
        { key: 'repealed', label: '本年废止件数', measure: 'count' },
        { key: 'inForce', label: '现行有效件数', measure: 'count' },
      ],
    },
    {
      key: 'services',
      caption: '第二十条第（五）项',
      corner: '信息内容',
      direction: 'down',
      rows: [{ key: 'licensing', label: '行政许可' }],
      columns: decisionColumns,
    },
    {
      key: 'enforcement',
      caption: '第二十条第（六）项',
      corner: '信息内容',
      direction: 'down',
      rows: [
        { key: 'penalties', label: '行政处罚' },
        { key: 'compulsoryMeasures', label: '行政强制' },
      ],
      columns: decisionColumns,
    },
    {
      key: 'charges',
      caption: '第二十条第（八）项',
      corner: '信息内容',
      direction: 'down',
      rows: [{ key: 'administrativeFees', label: '行政事业性收费' }],
      columns: [
        {
          key: 'amount',
          label: '本年收费金额（单位：万元）',
          aliases: ['本年收费金额', '本年收费金额单位:万元'],
          measure: 'money',
        },
      ],
    },
  ],
} as const satisfies Table;
