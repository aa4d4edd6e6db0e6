import type { Agency } from '@gongkai/db/agency';
import { agencyLevelLabels, type AgencyKind } from '@gongkai/schema';
import { creditCodeFault } from '../agency/credit-code.ts';
import { divisionCodeFaults } from '../agency/division-code.ts';
import type { Register } from './register.ts';
import type { Remark } from './schemas.ts';

const levels = Object.keys(agencyLevelLabels);
/** Kinds of which each division has only one. */
const ofArea: readonly string[] = ['government', 'town', 'township', 'streetOffice'] satisfies AgencyKind[];

/** Returns the remarks on existing agencies, by agency; they do not prevent saving. */
export function warningsOf(register: Register): ReadonlyMap<string, readonly Remark[]> {
  const there = register.all.filter(({ dissolvedOn }) => dissolvedOn === null);
  const sameName = countBy(there, ({ name, parentId }) => `${parentId} ${name}`);
  const sameCredit = countBy(there, ({ creditCode }) => creditCode);
  const sameDivision = countBy(there, ({ kind, divisionCode }) => (ofArea.includes(kind) ? divisionCode : null));
  const found = there.map((agency) => {
    const { id, name, level, parentId, divisionCode, creditCode } = agency;
    const parent = parentId === null ? undefined : register.find(parentId);
    const remarks: Remark[] = [];
    const remark = (field: Remark['field'], message: string | undefined | false) => {
      if (message) remarks.push({ field, message });
    };
    remark('name', sameName(agency) > 1 && `同一上级之下另有机关也叫“${name}”，请核对是否重复登记`);
    remark('creditCode', creditCode !== null && creditCodeFault(creditCode));
    remark('creditCode', sameCredit(agency) > 1 && '另有机关也用这个统一社会信用代码，请核对');
    for (const fault of divisionCodeFaults(coded(agency), parent?.divisionCode)) remark('divisionCode', fault);
    remark('divisionCode', sameDivision(agency) > 1 && `另有机关也用行政区划代码 ${divisionCode}，请核对`);
    remark(
      'level',
      parent && levels.indexOf(level) < levels.indexOf(parent.level) && '层级高于上级机关，请核对层级或上级机关',
    );
    return [id, remarks] as const;
  });
  return new Map(found.filter(([, remarks]) => remarks.length > 0));
}

function coded({ kind, level, divisionCode }: Agency) {
  return { kind, level, divisionCode };
}

/** Counts the agencies with the same key as this one; agencies without a key are not counted. */
function countBy(agencies: readonly Agency[], keyOf: (agency: Agency) => string | null): (agency: Agency) => number {
  const counts = new Map<string | null, number>();
  for (const agency of agencies) counts.set(keyOf(agency), (counts.get(keyOf(agency)) ?? 0) + 1);
  return (agency) => (keyOf(agency) === null ? 0 : (counts.get(keyOf(agency)) ?? 0));
}
