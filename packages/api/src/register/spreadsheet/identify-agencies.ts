import { ulid } from 'ulid';
import type { Register } from '../register.ts';
import type { SourceLine } from './read-rows.ts';
import { pathOf, resolve, type Names } from './parent-references.ts';

/** A row with its agency, which exists already or is to be created. */
export interface IdentifiedLine extends SourceLine {
  readonly id: string;
  readonly isNew: boolean;
}

/**
 * Finds the agency of each row by id, else by unified social credit code, else by name and parent; otherwise it is new.
 */
export function identify(register: Register, names: Names, lines: readonly SourceLine[]): IdentifiedLine[] {
  const byCredit = new Map<string, string[]>();
  for (const { id, creditCode, dissolvedOn } of register.all)
    if (creditCode !== null && dissolvedOn === null)
      byCredit.set(creditCode, [...(byCredit.get(creditCode) ?? []), id]);
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const { id, errors } = whoIs(register, names, byCredit, line);
    const isNew = id === undefined || register.find(id) === undefined;
    const found = { ...line, id: id ?? ulid(), isNew, errors: [...line.errors, ...errors] };
    const key = `${found.id} ${line.fields.validFrom ?? ''}`;
    const before = seen.get(key);
    if (before !== undefined) found.errors.push(`与第 ${before} 行说的是同一个机关，请删去一行`);
    seen.set(key, line.line);
    return found;
  });
}

function whoIs(
  register: Register,
  names: Names,
  byCredit: ReadonlyMap<string, readonly string[]>,
  { fields }: SourceLine,
): { id?: string; errors: string[] } {
  if (fields.id) return { id: fields.id, errors: [] };
  const credited = fields.creditCode ? (byCredit.get(fields.creditCode) ?? []) : [];
  if (credited.length === 1) return { id: credited[0]!, errors: [] };
  const named = [...(names.get(fields.name ?? '') ?? [])].filter((id) => {
    const agency = register.find(id);
    return agency?.dissolvedOn === null && agency.name === fields.name;
  });
  const parent = fields.parent ? resolve(register, names, fields.parent) : undefined;
  const parentId = fields.parent === null ? null : parent && 'id' in parent ? parent.id : undefined;
  const fitting = parentId === undefined ? named : named.filter((id) => register.find(id)?.parentId === parentId);
  const [first] = fitting;
  if (first !== undefined && fitting.length === 1) return { id: first, errors: [] };
  if (fitting.length > 1)
    return { errors: [`有 ${fitting.length} 个机关叫“${fields.name}”，请在“编号”列写明是哪一个`] };
  const elsewhere = named.find((id) => !differs(fields.creditCode, register.find(id)?.creditCode));
  if (elsewhere === undefined) return { errors: [] };
  return {
    errors: [
      `“${pathOf(register, elsewhere)}”与它同名。如是同一机关改了上级，请在“编号”列填 ${elsewhere}；` +
        '如是另一个机关，请填各自的统一社会信用代码',
    ],
  };
}

/** Returns whether two codes belong to different bodies; an unknown code is not a difference. */
function differs(a: string | null | undefined, b: string | null | undefined): boolean {
  return Boolean(a && b && a !== b);
}
