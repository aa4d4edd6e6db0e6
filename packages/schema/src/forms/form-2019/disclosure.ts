import type { Column, Table } from '../../layout/layout.ts';

const changeColumns = [
  {
    key: 'previousItems',
    label: '上一年项目数量',
    aliases: ['上一年度项目数量', '上年项目数量'],
    measure: 'count',
  },
  { key: 'change', label: '本年增/减', aliases: ['本年增减', '本年度增/减'], measure: 'change' },
] as const satisfies readonly Column[];

const decisionColumns = [
  ...changeColumns,
  { key: 'decisions', label: '处理决定数量', measure: 'count' },
] as const satisfies readonly Column[];

/** Table of section 二: what was disclosed on the body's own initiative, 条例 第二十条. 22 cells. */
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
        { key: 'normativeDocuments', label: '规范性文件', aliases: ['行政规范性文件'] },
      ],
      columns: [
        { key: 'produced', label: '本年新制作数量', aliases: ['本年度新制作数量'], measure: 'count' },
        {
          key: 'newlyDisclosed',
          label: '本年新公开数量',
          aliases: ['本年度新公开数量', '本年度公开数量'],
          measure: 'count',
        },
        { key: 'totalDisclosed', label: '对外公开总数量', measure: 'count' },
      ],
    },
    {
      key: 'services',
      caption: '第二十条第（五）项',
      corner: '信息内容',
      direction: 'down',
      rows: [
        { key: 'licensing', label: '行政许可' },
        { key: 'otherServices', label: '其他对外管理服务事项' },
      ],
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
      columns: changeColumns,
    },
    {
      key: 'procurement',
      caption: '第二十条第（九）项',
      corner: '信息内容',
      direction: 'down',
      rows: [{ key: 'centralisedProcurement', label: '政府集中采购' }],
      columns: [
        { key: 'projects', label: '采购项目数量', measure: 'count' },
        { key: 'amount', label: '采购总金额', measure: 'money' },
      ],
    },
  ],
} as const satisfies Table;
