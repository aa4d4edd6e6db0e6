import { getAgency, lockAgency } from '@gongkai/db/agency';
import { listReviewStepsOf } from '@gongkai/db/review';
import {
  addRound,
  appendExtension,
  changeRound,
  listExtensions,
  listRoundAgencies,
  putRoundAgency,
  type Round,
  type RoundAgency,
} from '@gongkai/db/round';
import { formOfYear, reportDeadlines } from '@gongkai/schema';
import { record, type AuditEvent } from '../../audit/record.ts';
import type { Actor } from '../../common/actor.ts';
import { formatDay, toDay } from '@gongkai/schema/calendar';
import { inTransaction, type Dependencies } from '../../common/dependencies.ts';
import { ApiError } from '../../common/errors.ts';
import { bodiesBelow, bodiesDissolved, requireGovernment, requireRound, verticallyLedReason } from '../members.ts';
import { dueDay, lastDay, latestDay } from '../deadlines.ts';
import type {
  AnnounceInput,
  ChangeDueInput,
  ExcludeInput,
  ExtendInput,
  IncludeInput,
  RoundKey,
  SetLockInput,
} from '../schemas.ts';
import { reportKindOf } from '../../common/agency-attributes.ts';

/**
 * Opens the collection of a year's reports. Every body directly below the government is due except vertically led ones.
 * If a due day has passed already, the caller must confirm it, and the round then does not close by itself.
 * @throws {ApiError} wrong_kind, no_form, invalid_input, due_passed, round_exists
 */
export function announce(deps: Dependencies, actor: Actor, input: AnnounceInput): Promise<void> {
  const { agencyId, year, note = null } = input;
  return inTransaction(deps, async (deps) => {
    const { db, clock } = deps;
    await requireGovernment(db, agencyId);
    if (!formOfYear(year)) throw new ApiError('no_form', `${year} 年度没有统一格式，不能收集`);
    if (year > Number(toDay(clock()).slice(0, 4)))
      throw new ApiError('invalid_input', `${year} 年度还没有到，不能收集`);
    const { own, consolidated } = reportDeadlines(year);
    const { dueOwn = own, dueConsolidated = consolidated } = input;
    requireDays(year, [dueOwn, dueConsolidated]);
    const passed = passedDays(deps, [dueOwn, dueConsolidated]);
    if (passed.length > 0 && !input.confirmPassedDue) throw duePassed(passed, '确认开始的，收集改为随时接收');
    // A due day that had passed at the announcement does not close the round; the office closes it by hand.
    const lock = passed.length > 0 && input.lock === 'afterDue' ? 'open' : input.lock;
    const days = { dueOwn, dueConsolidated, lock };
    const bodies = (await bodiesBelow(db, { agencyId, year })).map(({ id, kind }) => ({
      agencyId: id,
      excludedFor: kind === 'verticallyLed' ? verticallyLedReason : null,
    }));
    const row = { agencyId, year, ...days, note, announcedBy: actor.userId, announcedAt: clock() };
    if (!(await addRound(db, row, bodies))) throw new ApiError('round_exists');
    const after = { ...days, due: bodies.filter(({ excludedFor }) => excludedFor === null).length };
    await record(deps, actor, { agencyId, year, action: 'round.announce', after, note: note ?? undefined });
  });
}

/**
 * Changes the due days. A day that has passed closes the round immediately and must be confirmed.
 * @throws {ApiError} not_found, due_passed, invalid_input; also without a reason once a report was submitted
 */
export function changeDue(deps: Dependencies, actor: Actor, input: ChangeDueInput): Promise<void> {
  return changeWithAudit(deps, actor, input, 'round.changeDue', async (deps, round) => {
    const { dueOwn = round.dueOwn, dueConsolidated = round.dueConsolidated, reason } = input;
    requireDays(round.year, [dueOwn, dueConsolidated]);
    const moved = [
      input.dueOwn !== round.dueOwn && input.dueOwn,
      input.dueConsolidated !== round.dueConsolidated && input.dueConsolidated,
    ];
    const passed = passedDays(
      deps,
      moved.filter((day) => typeof day === 'string'),
    );
    if (round.lock === 'afterDue' && passed.length > 0 && !input.confirmPassedDue)
      throw duePassed(passed, '确认更改的，立即不再接收');
    if (reason === undefined && (await anyHandedIn(deps, round)))
      throw new ApiError('invalid_input', '已有机关提交报告，改变截止日期请写明原因');
    const after = { dueOwn, dueConsolidated };
    await changeRound(deps.db, round.id, after);
    return { before: { dueOwn: round.dueOwn, dueConsolidated: round.dueConsolidated }, after, note: reason };
  });
}

/**
 * Closes the round now, opens it for all, or lets it close for each body after its day.
 * @throws {ApiError} not_found
 */
export function setLock(deps: Dependencies, actor: Actor, input: SetLockInput): Promise<void> {
  const { lock } = input;
  return changeWithAudit(deps, actor, input, 'round.setLock', async ({ db }, round) => {
    await changeRound(db, round.id, { lock });
    return { before: { lock: round.lock }, after: { lock } };
  });
}

/**
 * Makes a body's report due, including a body created after the announcement.
 * @throws {ApiError} not_found, invalid_input
 */
export function include(deps: Dependencies, actor: Actor, input: IncludeInput): Promise<void> {
  return changeMember(deps, actor, input, null);
}

/** Leaves a body out; the reason is public. @throws {ApiError} not_found, invalid_input */
export function exclude(deps: Dependencies, actor: Actor, input: ExcludeInput): Promise<void> {
  return changeMember(deps, actor, input, input.reason);
}

/** Extends the due day of a body. @throws {ApiError} not_found, invalid_input */
export function extend(deps: Dependencies, actor: Actor, input: ExtendInput): Promise<void> {
  const { bodyId, until, reason } = input;
  return changeWithAudit(deps, actor, input, 'round.extend', async ({ db, clock }, round) => {
    const { id: roundId, year } = round;
    const member = (await listRoundAgencies(db, roundId)).find(({ agencyId }) => agencyId === bodyId);
    if (!member || member.excludedFor !== null)
      throw new ApiError('invalid_input', '这个机关不在本次收集范围内，请先列入再准予延期');
    const body = await getAgency(db, bodyId);
    const dueOn = dueDay(round, reportKindOf(body!));
    const before = lastDay(dueOn, await listExtensions(db, roundId, bodyId));
    const today = toDay(clock());
    const floor = dueOn > today ? dueOn : today;
    if (until < floor || until === dueOn || until > latestDay(year))
      throw new ApiError('invalid_input', `延期应在${formatDay(floor)}之后、${formatDay(latestDay(year))}之前`);
    await appendExtension(db, { roundId, agencyId: bodyId, until, reason, userId: actor.userId, at: clock() });
    await changeRound(db, roundId, {});
    return { before: { body: bodyId, until: before }, after: { body: bodyId, until }, note: reason };
  });
}

function changeMember(
  deps: Dependencies,
  actor: Actor,
  input: IncludeInput,
  excludedFor: RoundAgency['excludedFor'],
): Promise<void> {
  const { bodyId } = input;
  const action = excludedFor === null ? 'round.include' : 'round.exclude';
  return changeWithAudit(deps, actor, input, action, async (deps, round) => {
    const { db } = deps;
    const member = (await listRoundAgencies(db, round.id)).find(({ agencyId }) => agencyId === bodyId);
    if (!member && !(await bodiesOf(deps, round)).has(bodyId))
      throw new ApiError('invalid_input', '这个机关不是本级政府直接汇总的机关，请先在机关管理中核对它的汇总上级');
    await putRoundAgency(db, round.id, { agencyId: bodyId, excludedFor });
    await changeRound(db, round.id, {});
    const standing = (row?: RoundAgency) => ({ body: bodyId, excludedFor: row ? row.excludedFor : '未列入' });
    return {
      before: standing(member),
      after: standing({ agencyId: bodyId, excludedFor }),
      note: excludedFor ?? undefined,
    };
  });
}

/** Changes a round under its government's lock, with an entry in the audit trail. */
export function changeWithAudit(
  deps: Dependencies,
  actor: Actor,
  { agencyId, year }: RoundKey,
  action: string,
  run: (deps: Dependencies, round: Round) => Promise<Pick<AuditEvent, 'before' | 'after' | 'note'>>,
): Promise<void> {
  return inTransaction(deps, async (deps) => {
    await lockAgency(deps.db, agencyId);
    const said = await run(deps, await requireRound(deps.db, { agencyId, year }));
    await record(deps, actor, { agencyId, year, action, ...said });
  });
}

async function bodiesOf({ db }: Dependencies, { agencyId, year }: Round) {
  const key = { agencyId, year };
  const bodies = [...(await bodiesBelow(db, key)), ...(await bodiesDissolved(db, key))];
  return new Map(bodies.map((body) => [body.id, body]));
}

async function anyHandedIn({ db }: Dependencies, { id, year }: Round): Promise<boolean> {
  const agencyIds = (await listRoundAgencies(db, id)).map(({ agencyId }) => agencyId);
  return (await listReviewStepsOf(db, { agencyIds, year })).some(({ action }) => action === 'submitted');
}

function passedDays({ clock }: Dependencies, days: readonly string[]): string[] {
  const today = toDay(clock());
  return days.filter((day) => day < today);
}

function duePassed(days: readonly string[], consequence: string): ApiError {
  const passed = [...new Set(days)].map(formatDay).join('、');
  return new ApiError('due_passed', `截止日期${passed}已经过去。${consequence}`);
}

function requireDays(year: number, days: readonly string[]): void {
  const [first, last] = [`${year + 1}-01-01`, latestDay(year)];
  if (days.some((day) => day < first || day > last))
    throw new ApiError('invalid_input', `截止日期应在${formatDay(first)}至${formatDay(last)}之间`);
}
