import type { Timing } from '@gongkai/api/schemas';

/** How a report stands to its day, in words for the public. */
export const timingLabels: Readonly<Record<Timing, string>> = {
  onTime: '按期',
  extended: '延期内',
  late: '逾期',
  overdue: '逾期未公布',
  pending: '未到期',
  withdrawn: '已撤下',
};
