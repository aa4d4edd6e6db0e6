import type { ReportState, Role } from '@gongkai/api/schemas';

export type ReviewActionName =
  'accept' | 'return' | 'recall' | 'publish' | 'schedule' | 'unschedule' | 'correct' | 'withdraw';

/** A transition that a user may request in the current state of a report, with the label of its button. */
export interface ReviewAction {
  readonly name: ReviewActionName;
  readonly label: string;
  readonly tone?: 'primary' | 'danger';
}

/** The actions available to a user with these roles. The server checks the permissions itself. */
export function availableActions({ work, shown }: ReportState, roles: ReadonlySet<Role>): ReviewAction[] {
  const decided = work === 'accepted' || work === 'scheduled';
  const choices: (ReviewAction & { readonly role: Role; readonly when: boolean })[] = [
    { name: 'accept', label: '审核通过', tone: 'primary', role: 'reviewer', when: work === 'submitted' },
    { name: 'return', label: '退回修改', tone: 'danger', role: 'reviewer', when: work === 'submitted' || decided },
    { name: 'recall', label: '撤回', role: 'drafter', when: work === 'submitted' },
    { name: 'publish', label: '立即公布', tone: 'primary', role: 'publisher', when: decided },
    { name: 'schedule', label: work === 'scheduled' ? '更改公布时间' : '定时公布', role: 'publisher', when: decided },
    { name: 'unschedule', label: '取消定时', role: 'publisher', when: work === 'scheduled' },
    { name: 'correct', label: '发起更正', role: 'drafter', when: work === undefined && shown !== undefined },
    {
      ...{ name: 'withdraw', label: '撤下', tone: 'danger', role: 'publisher' },
      when: shown !== undefined && shown !== 'withdrawn',
    },
  ];
  return choices
    .filter(({ role, when }) => when && roles.has(role))
    .map(({ name, label, tone }) => ({ name, label, ...(tone && { tone }) }));
}
