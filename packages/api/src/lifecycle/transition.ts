import { formatDateTime } from '@gongkai/schema/calendar';
import { lockAgency } from '@gongkai/db/agency';
import { getReportFacts, type ReportFacts } from '@gongkai/db/report';
import { record } from '../audit/record.ts';
import type { Actor } from '../common/actor.ts';
import { inTransaction, type Dependencies } from '../common/dependencies.ts';
import { ApiError } from '../common/errors.ts';
import type { ReportKey } from '../common/schemas.ts';
import { canTransition, stateOf, type Action } from './state-machine.ts';
import { type ReportState, type Stage, stageLabels } from '../common/report-state.ts';

/**
 * Performs a transition of a report under its agency's lock, if the report's state allows it; the audit trail records
 * the state before and after.
 * @throws {ApiError} wrong_state, and nothing has changed
 */
export function transition<T>(
  deps: Dependencies,
  actor: Actor,
  { agencyId, year, kind, note }: ReportKey & { note?: string | undefined },
  action: Action,
  run: (deps: Dependencies, facts: ReportFacts) => Promise<T>,
): Promise<T> {
  return inTransaction(deps, async (deps) => {
    await lockAgency(deps.db, agencyId);
    const key = { agencyId, year, kind };
    const facts = await getReportFacts(deps.db, key);
    assertTransition(facts, action);
    const result = await run(deps, facts);
    const after = auditSnapshot(await getReportFacts(deps.db, key));
    await record(deps, actor, { ...key, action: procedures[action], before: auditSnapshot(facts), after, note });
    return result;
  });
}

/** @throws {ApiError} wrong_state */
export function assertTransition(facts: ReportFacts, action: Action): void {
  const state = stateOf(facts);
  if (canTransition(state, action, facts)) return;
  throw new ApiError('wrong_state', `${standing(state)}，不能${actionLabels[action]}。${advice[state.stage]}`, {
    state,
  });
}

/**
 * Returns the values for the audit trail: the stage, and the digests of the work in progress and of the public
 * revision.
 */
export function auditSnapshot(facts: ReportFacts) {
  const { stage, reasons } = stateOf(facts);
  const { draft, revision, shown } = facts;
  return {
    stage,
    ...(reasons && { reasons }),
    ...(draft && { lockVersion: draft.lockVersion }),
    ...(revision && { revision: revision.number, digest: revision.digest }),
    ...(shown && { public: shown.digest }),
  };
}

/** Names of the actions in the audit trail. */
const procedures: Readonly<Record<Action, string>> = {
  start: 'draft.start',
  archive: 'publication.publishArchived',
  save: 'draft.save',
  discard: 'draft.discard',
  submit: 'review.submit',
  recall: 'review.recall',
  reply: 'review.reply',
  return: 'review.return',
  accept: 'review.accept',
  publish: 'publication.publish',
  schedule: 'publication.schedule',
  unschedule: 'publication.unschedule',
  correct: 'publication.correct',
  withdraw: 'publication.withdraw',
};

const actionLabels: Readonly<Record<Action, string>> = {
  start: '重新开始填报',
  archive: '作为已公布的报告归档',
  save: '保存草稿',
  discard: '删除草稿',
  submit: '提交',
  recall: '撤回',
  reply: '回复审核意见',
  return: '退回',
  accept: '审核通过',
  publish: '公布',
  schedule: '定时公布',
  unschedule: '取消定时公布',
  correct: '发起更正',
  withdraw: '撤下',
};

/** Advice in the error message, by the stage of the report. */
const advice: Readonly<Record<Stage, string>> = {
  none: '请先填报并提交',
  draft: '请填报人完成并提交；已提交过的报告请修改后重新提交',
  submitted: '请等待审核，需要修改的请先撤回',
  returned: '请填报人按审核意见修改后重新提交',
  accepted: '报告等待公布；发现问题的请审核人退回',
  scheduled: '报告等待定时公布；需要修改的请审核人退回，或者先取消定时',
  published: '需要修改的请发起更正',
  corrected: '需要修改的请再次发起更正',
  withdrawn: '需要重新公布的请发起更正',
  archived: '需要修改的请发起更正',
};

function standing({ stage, since, by }: ReportState): string {
  if (since === undefined) return '这份报告还没有开始填报';
  return `这份报告现在的状态是“${stageLabels[stage]}”（${by}，${formatDateTime(since)}）`;
}
