import {
  applicantColumns,
  applicantHeads,
  closingRows,
  intakeAndOutcomeRows,
  outcomeHeads,
  reconciliationNote,
} from '../../form-parts/requests.ts';
import type { Table } from '../../layout/layout.ts';

/** Table of section 三: applications received and how they were handled. 161 cells. */
export const requests = {
  title: '收到和处理政府信息公开申请情况',
  blocks: [
    {
      key: 'requests',
      corner: reconciliationNote,
      direction: 'down',
      columnHeads: applicantHeads,
      columns: applicantColumns,
      rowHeads: outcomeHeads,
      rows: [
        ...intakeAndOutcomeRows,
        { key: 'otherHandling', code: '（六）', label: '（六）其他处理', under: 'outcomes', aliases: ['（六）其他'] },
        ...closingRows,
      ],
    },
  ],
} as const satisfies Table;
