/** Labels of the actions in the audit trail; a prefix covers all actions that begin with it. */
const labels: readonly (readonly [action: string, label: string])[] = [
  ['account.signIn', '登录'],
  ['account.signOut', '退出'],
  ['account.', '账号'],
  ['audit.', '审计记录'],
  ['backup', '备份'],
  ['draft.get', '查阅草稿'],
  ['draft.findings', '核对草稿'],
  ['draft.source', '查阅原文'],
  ['draft.save', '保存草稿'],
  ['draft.start', '新建草稿'],
  ['draft.discard', '删除草稿'],
  ['import.', '识别文档'],
  ['publication.publish', '公布'],
  ['publication.correct', '更正'],
  ['publication.withdraw', '撤下'],
  ['publication.', '公布安排'],
  ['rebuild', '重建统计数据'],
  ['register.', '机关名录'],
  ['review.submit', '提交'],
  ['review.recall', '撤回'],
  ['review.return', '退回'],
  ['review.accept', '审核通过'],
  ['review.reply', '答复批注'],
  ['review.', '查阅送审报告'],
  ['rollup.', '汇总'],
  ['round.allowEarlySubmission', '准予提前提交'],
  ['round.', '年度收集'],
  ['submission.', '接口报送'],
  ['token.', '接口令牌'],
];

/** The label of an action, or the action itself if it has no label. */
export function actionLabel(action: string): string {
  return labels.find(([known]) => action.startsWith(known))?.[1] ?? action;
}

/** The groups of actions in the filter. */
export const actionGroups = [
  ['', '全部'],
  ['account.', '账号与登录'],
  ['draft.', '草稿'],
  ['review.', '提交与审核'],
  ['publication.', '公布、更正、撤下'],
  ['round.', '年度收集'],
  ['rollup.', '汇总'],
  ['register.', '机关名录'],
  ['token.', '接口令牌'],
  ['audit.', '审计记录'],
] as const;
