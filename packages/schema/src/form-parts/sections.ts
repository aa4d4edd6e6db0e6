import type { Section } from '../layout/layout.ts';

/** The six sections, 条例 第五十条; aliases as seen in published reports. */
export const sections = [
  {
    key: 'overview',
    number: '一',
    title: '总体情况',
    aliases: ['概述', '总体概况', '总体概述', '总结概述', '工作总体推进情况', '总体公开情况说明'],
  },
  { key: 'disclosure', number: '二', title: '主动公开政府信息情况', table: 'disclosure' },
  {
    key: 'requests',
    number: '三',
    title: '收到和处理政府信息公开申请情况',
    aliases: ['政府信息公开申请收到和处理情况'],
    table: 'requests',
  },
  {
    key: 'litigation',
    number: '四',
    title: '政府信息公开行政复议、行政诉讼情况',
    aliases: ['因政府信息公开工作被申请行政复议、提起行政诉讼情况', '政府信息公开行政复议和行政诉讼情况'],
    table: 'litigation',
  },
  {
    key: 'problems',
    number: '五',
    title: '存在的主要问题及改进情况',
    aliases: [
      '政府信息公开工作存在的主要问题及改进情况',
      '存在问题及改进情况',
      '存在的主要问题及整改措施',
      '存在的主要问题和改进情况',
      '主要问题及改进情况',
    ],
  },
  { key: 'other', number: '六', title: '其他需要报告的事项', aliases: ['需要报告的其他事项', '其他需要报告事项'] },
] as const satisfies readonly Section[];
