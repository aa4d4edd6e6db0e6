import { listSuccessions, type Agency } from '@gongkai/db/agency';
import { agencyKindLabels } from '@gongkai/schema';
import { relationsOf } from '../agency/relations.ts';
import { toDay } from '@gongkai/schema/calendar';
import type { Dependencies } from '../common/dependencies.ts';
import { Register } from './register.ts';
import { warningsOf } from './warnings.ts';
import type { AgencyPeriod, AgencyRecord, RegisterEntry, Remark } from './schemas.ts';

export { exportFile } from './spreadsheet/export-file.ts';
export { previewFile } from './spreadsheet/import-file.ts';

const byName = new Intl.Collator('zh-CN').compare;
const kinds = Object.keys(agencyKindLabels);

/** Lists every agency with its remarks, by division code, kind and name. */
export async function tree({ db, clock }: Dependencies): Promise<RegisterEntry[]> {
  const register = await Register.load(db, toDay(clock()));
  const remarks = warningsOf(register);
  return register.all
    .toSorted(
      (a, b) =>
        byName(a.divisionCode ?? '~', b.divisionCode ?? '~') ||
        kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
        byName(a.name, b.name),
    )
    .map((agency) => entryOf(agency, register, remarks));
}

/** Returns an agency with its history, predecessors and contact details. @throws {ApiError} not_found */
export async function history({ db, clock }: Dependencies, agencyId: string): Promise<AgencyRecord> {
  const register = await Register.load(db, toDay(clock()));
  return {
    entry: entryOf(register.get(agencyId), register, warningsOf(register)),
    periods: register.historyOf(agencyId).map((period) => periodOf(period, register)),
    ...relationsOf(agencyId, await listSuccessions(db, agencyId)),
    contact: register.contactOf(agencyId),
  };
}

function entryOf(
  { validTo: _, ...agency }: Agency,
  register: Register,
  remarks: ReadonlyMap<string, readonly Remark[]>,
): RegisterEntry {
  return {
    ...agency,
    kind: agency.kind,
    level: agency.level,
    version: register.versionOf(agency.id),
    remarks: remarks.get(agency.id) ?? [],
  };
}

function periodOf({ id: _, parentId, dissolvedOn, ...period }: Agency, register: Register): AgencyPeriod {
  return {
    ...period,
    validTo: period.validTo ?? dissolvedOn,
    kind: period.kind,
    level: period.level,
    parentName: parentId === null ? null : nameOn(register, parentId, period.validFrom),
  };
}

/** Returns the name of an agency on a day; its first name if it did not exist yet. */
function nameOn(register: Register, id: string, day: string): string | null {
  const history = register.historyOf(id);
  return (history.findLast(({ validFrom }) => validFrom <= day) ?? history[0])?.name ?? null;
}
