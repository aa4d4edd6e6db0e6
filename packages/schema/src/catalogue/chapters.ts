import type { Basis, Chapter, Severity, Text } from '../engine/rule.ts';

/** Titles of the catalogue's chapters. */
export const chapters: Record<Chapter, Text> = {
  A: { zh: '结构与格式', en: 'Structure and form' },
  B: { zh: '表二，本年度内', en: 'Table two, within a year' },
  C: { zh: '表三，本年度内', en: 'Table three, within a year' },
  D: { zh: '表四', en: 'Table four' },
  E: { zh: '文字与表格', en: 'Text against tables' },
  F: { zh: '跨年度', en: 'Across years' },
  G: { zh: '汇总', en: 'Roll-up' },
  H: { zh: '时间与公布', en: 'Time and publication' },
  I: { zh: '与同类机关比较', en: 'Against peers' },
};

/** Names of the severities and of what a rule rests on. */
export const severities: Record<Severity, Text> = {
  block: { zh: '须改正', en: 'must be corrected' },
  explain: { zh: '须说明', en: 'must be corrected or explained' },
  hint: { zh: '提示', en: 'hint' },
};

export const bases: Record<Basis, Text> = {
  form: { zh: '官方格式', en: 'printed in the form' },
  law: { zh: '法律法规', en: 'law' },
  notice: { zh: '通知', en: 'notice' },
  practice: { zh: '报告实例', en: 'seen in real reports' },
  reasoning: { zh: '推理', en: 'reasoning' },
};
