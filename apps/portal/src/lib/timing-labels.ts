import type { Timing } from '@gongkai/api/schemas';

/** Public labels for the timing of a report relative to its due day. */
export const timingLabels: Readonly<Record<Timing, string>> = {
  onTime: '按期',
  extended: '延期内',
  late: '逾期',
  overdue: '逾期未公布',
  pending: '未到期',
  withdrawn: '已撤下',
};
