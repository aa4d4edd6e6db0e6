import type { Services } from '@gongkai/api';
import { agencies, years } from './county.ts';
import type { Hands } from './work.ts';

const idOf = (ending: string) => agencies.find(({ name }) => name.endsWith(ending))!.id;

/**
 * Creates the open round of the last year, in which reports are missing: one body has an extension, and the county's
 * own report is a roll-up of the reports approved so far.
 */
export async function collect({ drafter, reviewer }: Hands, { round, rollup }: Services): Promise<void> {
  const of = { agencyId: idOf('县人民政府'), year: years.last };
  await round.announce(reviewer, {
    ...of,
    lock: 'open',
    confirmPassedDue: true,
    note: '请各单位对照台账核实数据，按期报送并公布；确有困难的，请及时申请延期。',
  });
  const until = `${years.last + 1}-12-31`;
  await round.extend(reviewer, { ...of, bodyId: idOf('石门镇人民政府'), until, reason: '档案室受汛情影响，正在修复' });
  await rollup.generate(drafter, { ...of, edited: 'keep' });
}
