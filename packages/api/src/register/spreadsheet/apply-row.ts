import type { Agency, AgencyContact } from '@gongkai/db/agency';
import { agencyKindLabels, agencyLevelLabels, type AgencyKind, type AgencyLevel } from '@gongkai/schema';
import type { Register } from '../register.ts';
import type { AgencyAttributes } from '../schemas.ts';
import { columns, contactColumns, type Column } from './columns.ts';
import type { IdentifiedLine } from './identify-agencies.ts';
import { worseCreditCode } from './lost-digits.ts';
import { pathOf } from './parent-references.ts';
import type { FileChange, FileLine } from './schemas.ts';

const dated = ['name', 'kind', 'level', 'parentId', 'divisionCode', 'creditCode'] as const;
const noContact: AgencyContact = {
  ...{ office: null, address: null, postcode: null, phone: null },
  ...{ fax: null, email: null, website: null },
};

export type Outcome = Pick<FileLine, 'effect' | 'from' | 'changes'>;

/** Thrown if a row cannot be applied; its message says what to do. */
export class RowError extends Error {}

/**
 * Applies one row to the register, except its dissolution date.
 * @throws {RowError | ApiError}
 */
export function applyRow(register: Register, line: IdentifiedLine, parentId: string | null | undefined): Outcome {
  const wanted = wantedOf(line, parentId);
  if (!register.find(line.id)) return add(register, line, wanted);
  const present = register.get(line.id);
  const { validFrom } = line.fields;
  if (validFrom && validFrom < present.validFrom) return assertHistoryUnchanged(register, line, wanted, validFrom);
  const from = validFrom ?? present.validFrom;
  const changed = dated.filter((key) => wanted[key] !== undefined && wanted[key] !== present[key]);
  const worse = changed.includes('creditCode') && worseCreditCode(present.creditCode, wanted.creditCode ?? null);
  if (worse) throw new RowError(worse);
  const changes = changed.map((key) => changeOf(register, key, present[key], wanted[key] ?? null));
  if (changed.length > 0) register.change(line.id, from, Object.fromEntries(changed.map((key) => [key, wanted[key]])));
  const contactChanges = applyContact(register, line);
  const isDated = changed.length > 0 && from !== present.validFrom;
  const all = [...changes, ...contactChanges];
  return { effect: all.length === 0 ? 'unchanged' : isDated ? 'change' : 'correct', from, changes: all };
}

type Wanted = { readonly [Key in keyof AgencyAttributes]?: AgencyAttributes[Key] | undefined };

/** Returns the attributes that the row sets, without those whose columns the file does not have. */
function wantedOf({ fields }: IdentifiedLine, parentId: string | null | undefined): Wanted {
  for (const key of ['name', 'kind', 'level'] as const)
    if (fields[key] === null) throw new RowError(`“${columns[key].label}”不能空着，请填写`);
  return {
    name: fields.name ?? undefined,
    kind: (fields.kind ?? undefined) as AgencyKind | undefined,
    level: (fields.level ?? undefined) as AgencyLevel | undefined,
    parentId,
    divisionCode: fields.divisionCode,
    creditCode: fields.creditCode,
  };
}

function add(register: Register, line: IdentifiedLine, wanted: Wanted): Outcome {
  const { name, kind, level, parentId = null, divisionCode = null, creditCode = null } = wanted;
  const { validFrom } = line.fields;
  if (!name || !kind || !level) throw new RowError('新增机关须有机关名称、类型、层级三列，请补上');
  if (!validFrom) throw new RowError('名录中没有这个机关，按新增办理须填“生效日期”；如是改名，请在“编号”列填它的编号');
  const attributes = { name, kind, level, parentId, divisionCode, creditCode };
  register.create(attributes, validFrom, line.id);
  const changes = dated.map((key) => changeOf(register, key, null, attributes[key]));
  return {
    effect: 'add',
    from: validFrom,
    changes: [...changes.filter(({ after }) => after), ...applyContact(register, line)],
  };
}

/** Requires that a past period is unchanged: a file may repeat it but not rewrite it. */
function assertHistoryUnchanged(register: Register, line: IdentifiedLine, wanted: Wanted, validFrom: string): Outcome {
  const period = register.historyOf(line.id).find((each) => each.validFrom === validFrom);
  if (period && dated.every((key) => wanted[key] === undefined || wanted[key] === period[key]))
    return { effect: 'unchanged', from: validFrom, changes: [] };
  const { validFrom: last } = register.get(line.id);
  throw new RowError(
    `生效日期 ${validFrom} 早于最近一次变更（${last}），已结束的时期不能用文件改写。请改日期或删去这一行`,
  );
}

/** Applies the contact details that the file contains. */
function applyContact(register: Register, { id, fields }: IdentifiedLine): FileChange[] {
  const before = register.contactOf(id) ?? noContact;
  const given = contactColumns.filter((column) => fields[column] !== undefined && fields[column] !== before[column]);
  if (given.length > 0)
    register.setContact(id, {
      ...before,
      ...Object.fromEntries(given.map((column) => [column, fields[column] ?? null])),
    });
  return given.map((column) => ({
    column: columns[column].label,
    before: before[column] ?? '',
    after: fields[column] ?? '',
  }));
}

function changeOf(
  register: Register,
  key: (typeof dated)[number],
  before: string | null,
  after: string | null,
): FileChange {
  const words = (value: string | null) => {
    if (value === null) return '';
    if (key === 'kind') return agencyKindLabels[value as AgencyKind];
    if (key === 'level') return agencyLevelLabels[value as AgencyLevel];
    return key === 'parentId' ? pathOf(register, value) : value;
  };
  const column: Column = key === 'parentId' ? 'parent' : key;
  return { column: columns[column].label, before: words(before), after: words(after) };
}

/**
 * Dissolves the agency if the row says so. Must run after all other rows.
 * @throws {RowError | ApiError}
 */
export function endAgency(register: Register, { id, fields }: IdentifiedLine, present: Agency): FileChange[] {
  const { dissolvedOn } = fields;
  if (dissolvedOn === undefined || dissolvedOn === present.dissolvedOn) return [];
  if (present.dissolvedOn !== null)
    throw new RowError(
      `该机关已于 ${present.dissolvedOn} 撤销，撤销日期不能用文件更改。请把“撤销日期”改回，或删去这一行`,
    );
  if (dissolvedOn === null) return [];
  register.dissolve(id, dissolvedOn);
  return [{ column: columns.dissolvedOn.label, before: '', after: dissolvedOn }];
}
