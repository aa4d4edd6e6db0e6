import { lockAgency, type Agency } from '@gongkai/db/agency';
import { getDraft, saveDraft, setDraftRollUp } from '@gongkai/db/draft';
import { getReportFacts, type ReportFacts } from '@gongkai/db/report';
import { appendRollUp, type RollUpAbsenceRow, type StoredRollUp } from '@gongkai/db/roll-up';
import { buildTables, formOf, valueAt, type Report } from '@gongkai/schema';
import { record } from '../audit/record.ts';
import type { Actor } from '../common/actor.ts';
import { inTransaction, type Dependencies } from '../common/dependencies.ts';
import { ApiError } from '../common/errors.ts';
import type { ReportKey } from '../common/schemas.ts';
import { correct } from '../publication/commands/correct-and-withdraw.ts';
import { parseReportInput } from '../report/parse-report-input.ts';
import { reportIn } from '../common/stored-report.ts';
import { assertTransition, auditSnapshot } from '../lifecycle/transition.ts';
import { requireGovernment } from '../round/members.ts';
import { loadRollUpMembers, partitionByInclusion, type RollUpMember } from '../check-context/roll-up-members.ts';
import { driftOf } from './drift.ts';
import type { EditedCell, Generated, GenerateInput, GiveReasonsInput, TakeInInput } from './schemas.ts';
import { loadRollUpReports, findRollUp } from '../check-context/roll-up-parts.ts';
import { editedCellsOf, sumOf } from './sums.ts';

/**
 * Generates the consolidated draft of a government from its bodies' approved reports, or adds up again in an existing
 * draft. Texts are kept; figures edited by hand are listed, and kept if the caller requests it.
 * @throws {ApiError} wrong_kind, wrong_state, nothing_to_roll_up, roll_up_refused
 */
export function generate(deps: Dependencies, actor: Actor, { edited, ...of }: GenerateInput): Promise<Generated> {
  return step(deps, actor, of, 'rollup.generate', async (deps, { key, government, facts }) => {
    assertTransition(facts, facts.draft ? 'save' : 'start');
    const before = await findRollUp(deps.db, key, facts.draft?.rollUp);
    return addUp(deps, actor, key, government, await loadRollUpMembers(deps.db, key), before, edited);
  });
}

/**
 * Updates the draft with changes below since the roll-up; if the report is public, opens a correction for them.
 * @throws {ApiError} wrong_state, nothing_to_take_in, invalid_input, nothing_to_roll_up, roll_up_refused
 */
export function takeIn(
  deps: Dependencies,
  actor: Actor,
  { edited, publicNote, ...of }: TakeInInput,
): Promise<Generated> {
  return step(deps, actor, of, 'rollup.takeIn', async (deps, { key, government, facts }) => {
    const { db } = deps;
    const before = await findRollUp(db, key, (facts.draft ?? facts.revision)?.rollUp);
    if (!before) throw new ApiError('nothing_to_take_in', '这份报告不是由系统汇总的，请先生成汇总草稿');
    const bodies = await loadRollUpMembers(db, key);
    if (driftOf(before, bodies).length === 0) throw new ApiError('nothing_to_take_in');
    if (!facts.draft && facts.shown) {
      if (publicNote === undefined) throw new ApiError('invalid_input', '报告已经公布，请填写向公众说明的更正内容');
      await correct(deps, actor, { ...key, publicNote });
    } else assertTransition(facts, 'save');
    return addUp(deps, actor, key, government, bodies, before, edited);
  });
}

/** Records why bodies are missing, which is published with the report. @throws {ApiError} wrong_state, invalid_input */
export function giveReasons(deps: Dependencies, actor: Actor, { reasons, ...of }: GiveReasonsInput): Promise<void> {
  return step(deps, actor, of, 'rollup.giveReasons', async ({ db, clock }, { key, facts }) => {
    assertTransition(facts, 'save');
    const stored = await findRollUp(db, key, facts.draft?.rollUp);
    if (!stored) throw new ApiError('invalid_input', '请先生成汇总草稿，再说明缺报的原因');
    const given = new Map(reasons.map(({ bodyId, reason }) => [bodyId, reason]));
    const isMissing = (id: string) => stored.absences.some(({ bodyId, cause }) => bodyId === id && cause === 'missing');
    if (![...given.keys()].every(isMissing))
      throw new ApiError('invalid_input', '只有尚无审核通过的报告的机关需要说明原因，请刷新后再填');
    const absences = stored.absences.map((absence) => ({
      ...absence,
      reason: given.get(absence.bodyId) ?? absence.reason,
    }));
    const { agencyId, year } = key;
    const row = { agencyId, year, userId: actor.userId, at: clock() };
    await setDraftRollUp(db, key, await appendRollUp(db, { ...row, parts: stored.parts, absences }));
  });
}

interface Subject {
  readonly key: ReportKey;
  readonly government: Agency;
  readonly facts: ReportFacts;
}

/** Runs one action on a consolidated report under its government's lock, with an entry in the audit trail. */
function step<T>(
  deps: Dependencies,
  actor: Actor,
  { agencyId, year }: Pick<ReportKey, 'agencyId' | 'year'>,
  action: string,
  run: (deps: Dependencies, subject: Subject) => Promise<T>,
): Promise<T> {
  return inTransaction(deps, async (deps) => {
    const { db } = deps;
    await lockAgency(db, agencyId);
    const key = { agencyId, year, kind: 'consolidated' } as const;
    const government = await requireGovernment(db, agencyId);
    const facts = await getReportFacts(db, key);
    const result = await run(deps, { key, government, facts });
    const now = await getReportFacts(db, key);
    const standing = (of: ReportFacts) => ({ ...auditSnapshot(of), rollUp: of.draft?.rollUp ?? null });
    await record(deps, actor, { ...key, action, before: standing(facts), after: standing(now) });
    return result;
  });
}

async function addUp(
  { db, clock }: Dependencies,
  actor: Actor,
  key: ReportKey,
  government: Agency,
  bodies: readonly RollUpMember[],
  before: StoredRollUp | undefined,
  edited: GenerateInput['edited'],
): Promise<Generated> {
  const { agencyId, year } = key;
  const { parts, absences: left } = partitionByInclusion(bodies);
  const sorted = parts.toSorted((a, b) => (a.partId < b.partId ? -1 : 1));
  const { report: sums } = sumOf(await loadRollUpReports(db, year, parts), { id: agencyId, name: government.name });
  const draft = await getDraft(db, key);
  const written = draft && reportIn(draft);
  const unchanged =
    before?.parts.every(({ digest }, at) => digest === sorted[at]?.digest) && before.parts.length === sorted.length;
  const byHand = written ? await editedSince(db, written, unchanged ? 'same' : before, sums) : [];
  const merged = written ? withSums(written, sums, edited === 'keep' ? byHand : []) : sums;

  const absences = withReasons(left, before);
  const rollUp = await appendRollUp(db, { agencyId, year, userId: actor.userId, at: clock(), parts, absences });
  const { report, body } = parseReportInput(key, merged);
  const { form, title, origin } = report;
  const outcome = await saveDraft(db, {
    ...{ ...key, form, title, origin: origin.type, body, rollUp },
    savedBy: actor.userId,
    lockVersion: draft?.lockVersion ?? 0,
  });
  if ('conflict' in outcome) throw new ApiError('stale_draft');
  const nameOf = new Map(bodies.map(({ agency }) => [agency.id, agency.name]));
  const missing = absences.filter(({ cause }) => cause === 'missing').map(({ bodyId }) => nameOf.get(bodyId)!);
  return { lockVersion: outcome.saved.lockVersion, parts: parts.length, missing, edited: byHand };
}

/**
 * Returns the cells whose figure differs from both the earlier and the current sum.
 * @param before the earlier roll-up; `same` if it added up the same revisions
 */
async function editedSince(
  db: Dependencies['db'],
  written: Report,
  before: StoredRollUp | 'same' | undefined,
  sums: Report,
): Promise<EditedCell[]> {
  if (written.form !== sums.form)
    throw new ApiError('roll_up_refused', '草稿与下级报告的格式不同，请删除草稿后重新生成');
  const differing = editedCellsOf(written, sums);
  if (before === 'same') return differing;
  if (!before) return differing.filter(({ value }) => value !== null);
  const parts = await loadRollUpReports(db, before.year, before.parts);
  const earlier = new Set(
    editedCellsOf(written, sumOf(parts, written.agency as { id: string; name: string }).report).map(({ cell }) => cell),
  );
  return differing.filter(({ cell }) => earlier.has(cell));
}

/** Replaces the figures by the sums, except in the kept cells. */
function withSums(written: Report, sums: Report, kept: readonly EditedCell[]): Report {
  const keep = new Set(kept.map(({ cell }) => cell));
  const form = formOf(written.form);
  const tables = buildTables(form, (cell) => valueAt(form, keep.has(cell) ? written : sums, cell));
  return { ...written, tables };
}

/** Keeps the reasons of the earlier roll-up for bodies that are still absent for the same cause. */
function withReasons(absences: readonly RollUpAbsenceRow[], before: StoredRollUp | undefined): RollUpAbsenceRow[] {
  const given = new Map(before?.absences.map(({ bodyId, cause, reason }) => [`${bodyId}/${cause}`, reason]));
  return absences.map((absence) => ({
    ...absence,
    reason: absence.reason ?? given.get(`${absence.bodyId}/${absence.cause}`) ?? null,
  }));
}
