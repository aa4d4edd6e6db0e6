import {
  returnReasons,
  stageLabels,
  type Comment,
  type NewComment,
  type ReportState,
  type Step,
} from '@gongkai/api/schemas';
import { findCell, type Form } from '@gongkai/schema';
import { formatTime } from '@gongkai/schema/calendar';

/** Formats the reasons for a return. */
export function formatReasons(codes: readonly string[] = []): string {
  return codes.map((code) => returnReasons.find((reason) => reason.code === code)?.label ?? code).join('、');
}

/** Formats the state of a report, with its time and user. */
export function formatState({ stage, since, by, due }: ReportState): string {
  const who = since === undefined ? '' : `（${by}，${formatTime(since)}）`;
  return `${stageLabels[stage]}${stage === 'scheduled' && due !== undefined ? `：${formatTime(due)}` : ''}${who}`;
}

/** Labels of the actions in the timeline of a report. */
export const actionLabels: Readonly<Record<Step['action'], string>> = {
  submitted: '提交',
  recalled: '撤回',
  returned: '退回',
  accepted: '审核通过',
  published: '公布',
  corrected: '更正公布',
  withdrawn: '撤下',
};

/** Formats the part of the report that a comment is about. */
export function placeLabel(form: Form, comment: Pick<Comment, 'target' | 'place'> | NewComment): string {
  const place = 'place' in comment ? comment.place : undefined;
  if (comment.target === 'cell') return findCell(form, place ?? '')?.code ?? place ?? '';
  if (comment.target === 'rule') return `核对规则 ${place}`;
  if (comment.target === 'report') return '整份报告';
  const section = form.sections.find(({ key }) => key === place);
  return section ? `${section.number}、${section.title}` : '引言';
}
