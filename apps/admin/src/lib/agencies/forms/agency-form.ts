import {
  creditCodeFault,
  divisionCodeFaults,
  type AgencyAttributes,
  type AgencyKind,
  type AgencyLevel,
  type RegisterEntry,
} from '@gongkai/api/schemas';

/** The values of a form about an agency; an empty string means no value. */
export interface AgencyForm {
  name: string;
  kind: AgencyKind;
  level: AgencyLevel;
  parentId: string;
  divisionCode: string;
  creditCode: string;
}

/** The usual level of an agency of this kind below this parent. */
export function defaultLevel(kind: AgencyKind, parent: RegisterEntry | undefined, now: AgencyLevel): AgencyLevel {
  if (kind === 'town' || kind === 'township' || kind === 'streetOffice') return 'township';
  return kind === 'government' || !parent ? (now === 'township' ? 'county' : now) : parent.level;
}

export function blankForm(parent: RegisterEntry | undefined): AgencyForm {
  const level = parent?.level ?? 'county';
  return { name: '', kind: 'department', level, parentId: parent?.id ?? '', divisionCode: '', creditCode: '' };
}

export function toAgencyForm({ name, kind, level, parentId, divisionCode, creditCode }: RegisterEntry): AgencyForm {
  const [parent, division, credit] = [parentId ?? '', divisionCode ?? '', creditCode ?? ''];
  return { name, kind, level, parentId: parent, divisionCode: division, creditCode: credit };
}

export function toAttributes({ name, kind, level, ...form }: AgencyForm): AgencyAttributes {
  const [divisionCode, creditCode] = [form.divisionCode, form.creditCode].map(
    (code) => code.trim().toUpperCase() || null,
  );
  return {
    ...{ name: name.trim(), kind, level },
    ...{ parentId: form.parentId || null, divisionCode: divisionCode ?? null, creditCode: creditCode ?? null },
  };
}

/**
 * The possible parents of an agency: a government rolls up the bodies below it, a vertically led system rolls up its
 * own.
 */
export function possibleParents(
  kind: AgencyKind,
  entries: readonly RegisterEntry[],
  self: string | undefined,
): RegisterEntry[] {
  const above: AgencyKind = kind === 'verticallyLed' ? 'verticallyLed' : 'government';
  return entries.filter((entry) => entry.kind === above && entry.dissolvedOn === null && entry.id !== self);
}

/** Warnings about the typed codes and name. */
export function agencyWarnings(
  form: AgencyForm,
  entries: readonly RegisterEntry[],
  self: string | undefined,
): string[] {
  const { name, kind, level, parentId, divisionCode, creditCode } = toAttributes(form);
  const parent = entries.find(({ id }) => id === parentId);
  const twin = entries.some(
    (entry) => entry.id !== self && entry.dissolvedOn === null && entry.name === name && entry.parentId === parentId,
  );
  const credit = creditCode === null ? undefined : creditCodeFault(creditCode);
  return [
    ...(twin ? [`同一上级之下已有“${name}”，请核对是否重复登记`] : []),
    ...(/^(?:\d{6}|\d{9})?$/.test(divisionCode ?? '')
      ? divisionCodeFaults({ kind, level, divisionCode }, parent?.divisionCode)
      : ['行政区划代码应为 6 位（县级以上）或 9 位（乡级）数字，改正后才能保存']),
    ...(credit === undefined ? [] : [credit]),
  ];
}
