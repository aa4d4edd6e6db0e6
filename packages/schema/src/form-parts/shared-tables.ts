/**
 * What official forms have in common: sections, tables three and four, their terms and English labels.
 * @module
 */

import type { Column, Table } from '../layout/layout.ts';
import { litigation } from './litigation.ts';
import { applicantColumns, closingRows, intakeAndOutcomeRows } from './requests.ts';
import { sections } from './sections.ts';

const decisionColumns = [
  { key: 'decisions', label: '处理决定数量', measure: 'count' },
] as const satisfies readonly Column[];

/** Rows of table two that both official forms have, with the column that both count decisions in. */
const disclosure = {
  title: '主动公开政府信息情况',
  blocks: [
    {
      key: 'decisions',
      direction: 'down',
      rows: [
        { key: 'licensing', label: '行政许可' },
        { key: 'penalties', label: '行政处罚' },
        { key: 'compulsoryMeasures', label: '行政强制' },
      ],
      columns: decisionColumns,
    },
  ],
} as const satisfies Table;

const requests = {
  title: '收到和处理政府信息公开申请情况',
  blocks: [
    {
      key: 'requests',
      direction: 'down',
      rows: [...intakeAndOutcomeRows, ...closingRows],
      columns: applicantColumns,
    },
  ],
} as const satisfies Table;

/** What both official forms have of sections and tables: the keys that shared rules and terms may name. */
export const sharedLayout = { sections, tables: { disclosure, requests, litigation } } as const;
