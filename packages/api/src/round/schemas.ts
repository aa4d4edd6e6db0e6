import * as z from 'zod/mini';
import { agencyId, day, instant, line, prose, reportKey, reportKind, year } from '../common/schemas.ts';
import { stage } from '../common/report-state.ts';
import { agencyContact, agencyKind } from '../common/agency-attributes.ts';

/** Identifies a round: the collecting government, and the year reported on. */
export const roundKey = z.strictObject({ agencyId, year });
export type RoundKey = z.infer<typeof roundKey>;

/**
 * `afterDue`: a body may submit until its last day. `locked`: no body may submit. `open`: every body may submit at any
 * time.
 */
export const roundLock = z.enum(['afterDue', 'locked', 'open']);
export type RoundLock = z.infer<typeof roundLock>;

export const lockLabels: Readonly<Record<RoundLock, string>> = {
  afterDue: '到期后不再接收，准予延期的除外',
  locked: '现在起不再接收，准予延期的除外',
  open: '随时接收',
};

const note = prose(2_000);
/** Why a body is left out or has an extension. */
const reason = line(500);

/** Whether the caller has confirmed that a due day has passed already. */
const confirmPassedDue = z.optional(z.boolean());

/** Absent due days default to those of the law. */
export const announceInput = z.extend(roundKey, {
  dueOwn: z.optional(day),
  dueConsolidated: z.optional(day),
  lock: z._default(roundLock, 'afterDue'),
  note: z.optional(note),
  confirmPassedDue,
});
export type AnnounceInput = z.infer<typeof announceInput>;

/** The reason is optional until the first report is submitted. */
export const changeDueInput = z.extend(roundKey, {
  dueOwn: z.optional(day),
  dueConsolidated: z.optional(day),
  reason: z.optional(reason),
  confirmPassedDue,
});
export type ChangeDueInput = z.infer<typeof changeDueInput>;

export const setLockInput = z.extend(roundKey, { lock: roundLock });
export type SetLockInput = z.infer<typeof setLockInput>;

export const includeInput = z.extend(roundKey, { bodyId: agencyId });
export type IncludeInput = z.infer<typeof includeInput>;

/** The reason is shown to the public. */
export const excludeInput = z.extend(includeInput, { reason });
export type ExcludeInput = z.infer<typeof excludeInput>;

export const allowEarlySubmissionInput = z.extend(includeInput, { reason });
export type AllowEarlySubmissionInput = z.infer<typeof allowEarlySubmissionInput>;

export const extendInput = z.extend(includeInput, { until: day, reason });
export type ExtendInput = z.infer<typeof extendInput>;

/**
 * Timing of a report: public on time, within an extension, or late; not public and overdue, or still pending; or
 * withdrawn.
 */
export const timing = z.enum(['onTime', 'extended', 'late', 'overdue', 'pending', 'withdrawn']);
export type Timing = z.infer<typeof timing>;

export const timingLabels: Readonly<Record<Timing, string>> = {
  onTime: '按期公布',
  extended: '延期内公布',
  late: '逾期公布',
  overdue: '逾期未公布',
  pending: '未到期',
  withdrawn: '已撤下',
};

/** Author and time of an action, with a note. */
const act = z.strictObject({ at: instant, by: z.string(), note: z.optional(z.string()) });
export type Act = z.infer<typeof act>;

export const grantedExtension = z.extend(act, { until: day, reason: z.string() });

/** One row of the board: the state of one body in the round. */
export const boardLine = z.strictObject({
  agencyId,
  agencyName: z.string(),
  agencyKind,
  kind: reportKind,
  /** The due day of the kind of report, and the last day including an extension. */
  dueOn: day,
  lastDay: day,
  /** The last extension applies. */
  extensions: z.array(grantedExtension),
  /** Permission to submit before the year is over, with its author and reason. */
  earlySubmission: z.optional(z.extend(act, { reason: z.string() })),
  stage,
  timing,
  /** Days past the last day: of a late report when it became public, of an overdue one today. */
  daysLate: z.int(),
  /** Whether submission is refused today because the round is closed. */
  closed: z.boolean(),
  /** Whether submission is refused today because the year is not over. */
  yearNotOver: z.boolean(),
  /** The last step of each kind. */
  steps: z.strictObject({
    drafted: z.optional(act),
    submitted: z.optional(act),
    returned: z.optional(act),
    accepted: z.optional(act),
    published: z.optional(act),
  }),
  /** The first day on which it was public; for an archived report the day of its publication elsewhere. */
  publishedOn: z.nullable(day),
});
export type BoardLine = z.infer<typeof boardLine>;

export const roundStatistics = z.strictObject({
  due: z.int(),
  /** Number of reports that are public now: the sum of `onTime`, `extended` and `late`. */
  published: z.int(),
  onTime: z.int(),
  extended: z.int(),
  late: z.int(),
  overdue: z.int(),
  pending: z.int(),
  /** Number of withdrawn reports, which are not counted as published. */
  withdrawn: z.int(),
});
export type RoundStatistics = z.infer<typeof roundStatistics>;

const leftOut = z.strictObject({ agencyId, agencyName: z.string(), reason: z.string() });

/** A round without its bodies. */
export const roundSummary = z.strictObject({
  agencyId,
  agencyName: z.string(),
  year,
  /** Id of the year's official form. */
  form: z.string(),
  dueOwn: day,
  dueConsolidated: day,
  lock: roundLock,
  note: z.optional(z.string()),
  announcedAt: instant,
});
export type RoundSummary = z.infer<typeof roundSummary>;

/** The state of every body of a round, for the collecting office. */
export const board = z.strictObject({
  round: z.extend(roundSummary, { announcedBy: z.string() }),
  /** The day for which the board was computed. */
  today: day,
  lines: z.array(boardLine),
  /** The collecting government's own consolidated report. */
  government: boardLine,
  excluded: z.array(leftOut),
  /** Bodies below the government that are not in the round; those dissolved during the year with the day. */
  unknown: z.array(z.strictObject({ agencyId, agencyName: z.string(), dissolvedOn: z.optional(day) })),
  statistics: roundStatistics,
});
export type Board = z.infer<typeof board>;

/** Public row of one body: whether it has published, and whether on time. */
export const publicLine = z.strictObject({
  agencyId,
  agencyName: z.string(),
  agencyKind,
  kind: reportKind,
  dueOn: day,
  /** The last day of an extension. */
  extendedTo: z.nullable(day),
  publishedOn: z.nullable(day),
  withdrawn: z.boolean(),
  timing,
});
export type PublicLine = z.infer<typeof publicLine>;

/** A round as the public sees it; bodies are in the order of their division codes, not ranked. */
export const publicBoard = z.strictObject({
  round: roundSummary,
  today: day,
  lines: z.array(publicLine),
  government: publicLine,
  excluded: z.array(leftOut),
  /** Statistics over every row, including the government's own. */
  statistics: roundStatistics,
});
export type PublicBoard = z.infer<typeof publicBoard>;

/** A report that a drafter has still to complete, with its due day. */
export const expectedReport = z.extend(reportKey, {
  agencyName: z.string(),
  /** The government that collects it. */
  collectedBy: z.string(),
  /** The due day of the kind of report, and the last day including an extension. */
  dueOn: day,
  lastDay: day,
  /** Reason of the extension. */
  extendedFor: z.optional(z.string()),
  /** Days until the last day; negative after it. */
  daysLeft: z.int(),
  stage,
  /** Whether submission is refused today because the round is closed. */
  closed: z.boolean(),
  /** The first day on which it may be submitted, if that is in the future. */
  opensOn: z.nullable(day),
});
export type ExpectedReport = z.infer<typeof expectedReport>;

/** Days ahead within which a report counts as due shortly. */
export const remindersInput = z.extend(roundKey, {
  within: z._default(z.int().check(z.minimum(0), z.maximum(60)), 7),
});
export type RemindersInput = z.infer<typeof remindersInput>;

export const reminderLine = z.extend(boardLine, {
  /** Text of the reminder, ready to be copied into a message. */
  text: z.string(),
  contact: z.nullable(z.pick(agencyContact, { office: true, phone: true, email: true })),
  /** The day of the last reminder by e-mail. */
  mailedOn: z.nullable(day),
});
export type ReminderLine = z.infer<typeof reminderLine>;

export const reminders = z.strictObject({
  overdue: z.array(reminderLine),
  dueSoon: z.array(reminderLine),
  /** Whether the installation can send e-mail. */
  mail: z.boolean(),
});
export type Reminders = z.infer<typeof reminders>;

/** Outcome of the reminders by e-mail, by names of agencies. */
export const mailed = z.strictObject({
  sent: z.array(z.string()),
  failed: z.array(z.string()),
  /** Agencies that were reminded earlier today. */
  before: z.array(z.string()),
  withoutAddress: z.array(z.string()),
});
export type Mailed = z.infer<typeof mailed>;
