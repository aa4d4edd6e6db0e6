import type { Actor, Services } from '@gongkai/api';
import { formOf, withValue } from '@gongkai/schema';
import { agencies, years } from './county.ts';
import type { DemoReport } from './reports.ts';

/**
 * Agencies whose report of the last year stops at a stage, one for each stage, so that the demonstration shows all of
 * them.
 */
const stages = {
  draft: '永丰镇人民政府',
  submitted: '柳泉镇人民政府',
  returned: '石门镇人民政府',
  accepted: '白鹿乡人民政府',
  scheduled: '清河镇人民政府',
  published: '滨河街道办事处',
  corrected: '双溪乡人民政府',
  withdrawn: '梨树乡人民政府',
} as const;
export type DemoStage = keyof typeof stages;

/** The users who take the steps. */
export interface Hands {
  readonly drafter: Actor;
  readonly reviewer: Actor;
  readonly publisher: Actor;
}

/** Returns the stage at which a report stops, or undefined for an archived report. */
export function stageOf({ agencyId, year }: Pick<DemoReport, 'agencyId' | 'year'>): DemoStage | undefined {
  if (year !== years.last) return undefined;
  const { name } = agencies.find(({ id }) => id === agencyId)!;
  return (Object.keys(stages) as DemoStage[]).find((stage) => name.endsWith(stages[stage]));
}

/** Takes a report through the steps of every office up to its stage. */
export async function bringTo(
  stage: DemoStage,
  { agencyId, year, kind, report: made }: DemoReport,
  { drafter, reviewer, publisher }: Hands,
  { draft, review, publication }: Services,
  now: Date,
): Promise<void> {
  const key = { agencyId, year, kind };
  const report = { ...made, origin: { type: 'entered' as const } };
  await draft.start(drafter, { ...key, report });
  if (stage === 'draft') return;
  const submit = () => review.submit(drafter, { ...key, lockVersion: 1, note: '已与台账核对，请审核。' });
  const accept = (revision: number) => review.accept(reviewer, { ...key, revision, note: '数据齐全，同意公布。' });
  const { digest } = await submit();
  if (stage === 'submitted') return;
  if (stage === 'returned') {
    const comments = [
      { target: 'cell', place: 'requests.received.total', text: '请与申请台账核对本年新收数量。' },
      { target: 'section', place: 'problems', text: '请补充整改措施的完成情况。' },
    ] as const;
    const reasons = ['figures', 'incomplete'] as const;
    await review.returnForRevision(reviewer, { ...key, revision: 1, reasons: [...reasons], comments: [...comments] });
    return;
  }
  await accept(1);
  if (stage === 'accepted') return;
  if (stage === 'scheduled') {
    const due = new Date(now.getTime() + 30 * 24 * 3_600_000).toISOString();
    await publication.schedule(publisher, { ...key, digest, due });
    return;
  }
  await publication.publish(publisher, { ...key, digest });
  if (stage === 'withdrawn')
    await publication.withdraw(publisher, { ...key, reason: '附件中含有个人信息，正在处理，处理后重新公布。' });
  if (stage !== 'corrected') return;
  await publication.correct(drafter, { ...key, publicNote: '更正第二部分表格中行政处罚的处理决定数量。' });
  const cell = 'disclosure.penalties.decisions';
  const before = report.tables['disclosure']!['penalties']!['decisions'];
  const changed = withValue(formOf(report.form), report, cell, Number(before) + 1);
  await draft.save(drafter, { ...key, lockVersion: 1, report: changed });
  const corrected = await review.submit(drafter, { ...key, lockVersion: 2 });
  await accept(corrected.revision);
  await publication.publish(publisher, { ...key, digest: corrected.digest });
}
