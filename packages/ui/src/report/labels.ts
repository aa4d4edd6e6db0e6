import type { ReportKind, Severity } from '@gongkai/schema';

/** Official labels of the report kinds. */
export const kindLabels: Readonly<Record<ReportKind, string>> = {
  own: '本机关',
  consolidated: '本级政府汇总',
};

/** Labels of successions, from the successor and from the predecessor. */
export const successionLabels = {
  merged: { from: '并入本机关', into: '并入' },
  split: { from: '分立出本机关', into: '分立' },
  renamed: { from: '改设为本机关', into: '改设' },
} as const;

/** Labels and meanings of the severities. */
export const severityLabels: Readonly<Record<Severity, { readonly label: string; readonly meaning: string }>> = {
  block: {
    label: '须改正',
    meaning:
      '不可能成立的情形，例如合计与分项之和不等、单元格空白。新编报告改正后才能提交；归档报告保持原样，在此列明。',
  },
  explain: {
    label: '须说明',
    meaning: '可能有误，也可能有正当原因，由填报单位改正或者说明。',
  },
  hint: {
    label: '提示',
    meaning: '值得留意，不一定有误。',
  },
};
