import type { Table } from '../../layout/layout.ts';
import {
  applicantColumns,
  applicantHeads,
  closingRows,
  intakeAndOutcomeRows,
  outcomeHeads,
  reconciliationNote,
} from '../../form-parts/requests.ts';

/** Table of section 三 as revised in 2021: （六）其他处理 has three rows. 175 cells. */
export const requests = {
  title: '收到和处理政府信息公开申请情况',
  blocks: [
    {
      key: 'requests',
      corner: reconciliationNote,
      direction: 'down',
      columnHeads: applicantHeads,
      columns: applicantColumns,
      rowHeads: [...outcomeHeads, { key: 'otherwiseHandled', label: '（六）其他处理', under: 'outcomes' }],
      rows: [
        ...intakeAndOutcomeRows,
        {
          key: 'notCorrected',
          code: '（六）1',
          label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
          under: 'otherwiseHandled',
          aliases: ['1.申请人无正当理由逾期不补正', '1.逾期不补正'],
        },
        {
          key: 'feeUnpaid',
          code: '（六）2',
          label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
          under: 'otherwiseHandled',
          aliases: ['2.申请人逾期未按收费通知要求缴纳费用', '2.逾期不缴费'],
        },
        { key: 'otherReasons', code: '（六）3', label: '3.其他', under: 'otherwiseHandled' },
        ...closingRows,
      ],
    },
  ],
} as const satisfies Table;
