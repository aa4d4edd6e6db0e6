import type { Layout } from '../layout/layout.ts';

/** Limits and word lists that a place may set for itself; all of it is JSON. */
export interface Settings {
  /** R4: words of which section one must hold at least one for each topic. */
  readonly overviewTopics: Readonly<Record<string, readonly string[]>>;
  /** R5: words for each thing that a government must report. */
  readonly governmentTopics: Readonly<Record<string, readonly string[]>>;
  /** R13: most characters of section one; none by default. */
  readonly overviewLimit?: number;
  /** R17: share of 8-character runs in common above which two texts are alike. */
  readonly alikeShare: number;
  /** R28: words in the name of a body that always has licences, penalties or compulsory measures. */
  readonly enforcementBodies: readonly string[];
  /** R65: how many times more or less than last year is worth a look, and from which figure on. */
  readonly jump: { readonly factor: number; readonly from: number };
  /** R75, R76: last day, MM-DD in the year after, for a body's own report and a government's. */
  readonly due: { readonly own: string; readonly consolidated: string };
  /** Chapter I: fewest peers, distance from the median in deviations, and what counts as large. */
  readonly peers: { readonly least: number; readonly deviations: number; readonly large: number };
}

export const defaultSettings: Settings = {
  overviewTopics: {
    主动公开: ['主动公开', '公开政府信息', '发布信息', '发布政府信息'],
    依申请公开: ['依申请', '申请公开', '公开申请', '信息公开申请'],
    政府信息管理: ['信息管理', '规范性文件', '保密审查', '公开属性', '三审'],
    平台建设: ['平台', '门户网站', '政府网站', '专栏', '政务新媒体', '公众号'],
    监督保障: ['监督', '保障', '考核', '培训', '责任追究'],
  },
  governmentTopics: {
    工作考核: ['考核', '考评', '绩效', '测评', '评估'],
    社会评议: ['社会评议', '评议', '满意度'],
    责任追究结果: ['责任追究', '追究责任', '追责', '问责'],
  },
  alikeShare: 0.9,
  enforcementBodies: ['公安', '市场监督管理', '城市管理', '交通运输', '生态环境'],
  jump: { factor: 5, from: 20 },
  due: { own: '01-31', consolidated: '03-31' },
  peers: { least: 30, deviations: 5, large: 20 },
};

/** The settings in force: those of the place, then the deadlines of the form, then the usual ones. */
export function settingsOf(
  { settings }: { readonly settings?: Partial<Settings> },
  { due }: Pick<Layout, 'due'> = {},
): Settings {
  return { ...defaultSettings, ...(due && { due }), ...settings };
}
