import { listAgencyContacts } from '@gongkai/db/agency';
import {
  claimReminder,
  confirmReminder,
  listReminders,
  listRounds,
  releaseReminder,
  type Round,
} from '@gongkai/db/round';
import { record } from '../../audit/record.ts';
import { installation, type Actor } from '../../common/actor.ts';
import { daysBetween, formatDay } from '@gongkai/schema/calendar';
import type { Dependencies, Mail } from '../../common/dependencies.ts';
import { ApiError } from '../../common/errors.ts';
import { requireRound } from '../members.ts';
import { loadBoard } from '../queries/board.ts';
import type { BoardLine, Mailed, ReminderLine, Reminders, RemindersInput } from '../schemas.ts';
import { type Stage, stageLabels } from '../../common/report-state.ts';

/** Lists the bodies to be reminded of a round, with the text of each reminder. @throws {ApiError} not_found */
export async function reminders(deps: Dependencies, { within, ...key }: RemindersInput): Promise<Reminders> {
  const { lines, today } = await waiting(deps, await requireRound(deps.db, key));
  const dueSoon = lines.filter(({ lastDay, timing }) => timing === 'pending' && daysBetween(today, lastDay) <= within);
  return {
    overdue: lines.filter(({ timing }) => timing === 'overdue'),
    dueSoon,
    mail: deps.mail !== undefined,
  };
}

/**
 * Sends the reminders of a round by e-mail, at most one a day to each address across all callers.
 * @throws {ApiError} not_found, mail_off
 */
export async function mailReminders(deps: Dependencies, actor: Actor, input: RemindersInput): Promise<Mailed> {
  const { db, mail } = deps;
  const round = await requireRound(db, input);
  if (!mail) throw new ApiError('mail_off');
  const { overdue, dueSoon } = await reminders(deps, input);
  const { today } = await waiting(deps, round);
  return send(deps, mail, actor, round, today, [...overdue, ...dueSoon]);
}

/**
 * Sends today's reminders of all rounds. Several processes may run it concurrently: each address gets one mail a day.
 */
export async function remindAll(deps: Dependencies): Promise<Mailed[]> {
  const { db, mail } = deps;
  if (!mail) return [];
  const outcomes: Mailed[] = [];
  for (const round of await listRounds(db)) {
    const { lines, today } = await waiting(deps, round);
    const due = lines.filter(({ lastDay }) => isReminderDay(daysBetween(today, lastDay)));
    if (due.length > 0) outcomes.push(await send(deps, mail, installation, round, today, due));
  }
  return outcomes;
}

/**
 * Returns whether reminders are sent on this day: a week, three days and one day ahead, on the due day, the day after,
 * then weekly for two months.
 */
export function isReminderDay(daysLeft: number): boolean {
  return [7, 3, 1, 0, -1].includes(daysLeft) || (daysLeft < 0 && daysLeft >= -60 && daysLeft % 7 === 0);
}

/** Stages in which the body must act; in other stages the office must act. */
const forItsBody: ReadonlySet<Stage> = new Set(['none', 'draft', 'returned']);

async function waiting(deps: Dependencies, round: Round): Promise<{ today: string; lines: ReminderLine[] }> {
  const { lines, today } = await loadBoard(deps, round);
  const left = lines.filter(({ stage, publishedOn }) => publishedOn === null && forItsBody.has(stage));
  const ids = left.map(({ agencyId }) => agencyId);
  const [contacts, mailed] = await Promise.all([listAgencyContacts(deps.db, ids), listReminders(deps.db, [round.id])]);
  return {
    today,
    lines: left.map((line) => {
      const contact = contacts.get(line.agencyId);
      const last = mailed.find(({ sent, agencyIds }) => sent && agencyIds.includes(line.agencyId));
      return {
        ...line,
        text: textOf(round, line, today),
        contact: contact ? { office: contact.office, phone: contact.phone, email: contact.email } : null,
        mailedOn: last?.day ?? null,
      };
    }),
  };
}

function textOf({ year, agencyName }: Round, line: BoardLine, today: string): string {
  const left = daysBetween(today, line.lastDay);
  const when = left < 0 ? `已逾期 ${-left} 天` : left === 0 ? '今天截止' : `距截止还有 ${left} 天`;
  return (
    `${line.agencyName}：贵单位 ${year} 年度政府信息公开工作年度报告应于${formatDay(line.lastDay)}前报送并公布，` +
    `目前为“${stageLabels[line.stage]}”，${when}。请尽快办理；确有困难的，请向${agencyName}办公室说明原因、申请延期。`
  );
}

async function send(
  deps: Dependencies,
  mail: Mail,
  actor: Actor,
  { id: roundId, agencyId, year }: Round,
  day: string,
  lines: readonly ReminderLine[],
): Promise<Mailed> {
  const { db, clock } = deps;
  const mailed: Mailed = { sent: [], failed: [], before: [], withoutAddress: [] };
  for (const [address, group] of Map.groupBy(lines, ({ contact }) => contact?.email?.trim().toLowerCase() || null)) {
    const names = group.map(({ agencyName }) => agencyName);
    if (address === null) {
      mailed.withoutAddress.push(...names);
      continue;
    }
    const agencyIds = group.map((line) => line.agencyId);
    const claimed = { day, address, roundId, agencyIds, userId: actor.userId, at: clock() };
    if (!(await claimReminder(db, claimed))) {
      mailed.before.push(...names);
      continue;
    }
    const text = [...group.map((line) => line.text), `登录地址：${mail.adminUrl}`].join('\n\n');
    const subject = `${year}年度政府信息公开工作年度报告催报`;
    const went = await mail.send({ to: address, subject, text }).then(
      () => true,
      () => false,
    );
    await (went ? confirmReminder(db, claimed) : releaseReminder(db, claimed));
    mailed[went ? 'sent' : 'failed'].push(...names);
  }
  await record(deps, actor, { agencyId, year, action: 'round.mailReminders', after: mailed });
  return mailed;
}
