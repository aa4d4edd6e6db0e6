import type { Agency } from '@gongkai/db/agency';
import type { Register } from '../register.ts';

/** Every current and former name, with its agencies. */
export type Names = Map<string, Set<string>>;

export function namesIn(register: Register): Names {
  const names: Names = new Map();
  for (const { id } of register.all) for (const period of register.historyOf(id)) addName(names, period);
  return names;
}

export function addName(names: Names, { id, name }: Pick<Agency, 'id' | 'name'>): void {
  const bearers = names.get(name);
  if (bearers) bearers.add(id);
  else names.set(name, new Set([id]));
}

/** Joins the names from the root to an agency, as a file names a parent: 云江市人民政府/云溪县人民政府. */
export function pathOf(register: Register, id: string): string {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let at = register.find(id); at && !seen.has(at.id); at = register.find(at.parentId ?? '')) {
    seen.add(at.id);
    names.unshift(at.name);
  }
  return names.join('/');
}

/** Returns the reference to an agency in a file: its path if that is unique, else its id. */
export function referenceTo(register: Register, names: Names, id: string): string {
  const path = pathOf(register, id);
  const found = resolve(register, names, path);
  return 'id' in found && found.id === id ? path : id;
}

export type Reference = { readonly id: string } | { readonly fault: string };

/**
 * Finds the agency of a reference: by id, unified social credit code, division code of a government, or name with as
 * much of its path as is needed. A former name is accepted if no agency has it now.
 */
export function resolve(register: Register, names: Names, text: string): Reference {
  const byId = register.find(text);
  if (byId) return { id: byId.id };
  if (/^[0-9A-Z]{6,18}$/.test(text)) {
    const coded = register.all.filter(
      ({ kind, creditCode, divisionCode, dissolvedOn }) =>
        dissolvedOn === null && (creditCode === text || (kind === 'government' && divisionCode === text)),
    );
    if (coded.length > 0) return only(coded, text, register);
  }
  const steps = text.split('/').map((step) => step.trim());
  const named = [...(names.get(steps.at(-1)!) ?? [])].flatMap((id) => register.find(id) ?? []);
  const fitting = named.filter((agency) => leadsTo(register, names, agency, steps));
  for (const narrower of [
    ({ dissolvedOn, name }: Agency) => dissolvedOn === null && name === steps.at(-1),
    ({ dissolvedOn }: Agency) => dissolvedOn === null,
    () => true,
  ]) {
    const found = fitting.filter(narrower);
    if (found.length > 0) return only(found, text, register);
  }
  return { fault: `没有找到上级机关“${text}”。请写其全称、编号、行政区划代码或统一社会信用代码，或在文件中加上它` };
}

function only(found: readonly Agency[], text: string, register: Register): Reference {
  const [first] = found;
  if (first && found.length === 1) return { id: first.id };
  const paths = found.slice(0, 3).map(({ id }) => pathOf(register, id));
  return {
    fault: `有 ${found.length} 个机关可以是“${text}”（如 ${paths.join('；')}），请写上级/名称的全路径，或者编号`,
  };
}

/** Returns whether the names of the agencies above this one match the preceding steps of a path. */
function leadsTo(register: Register, names: Names, agency: Agency, steps: readonly string[]): boolean {
  let at: Agency | undefined = agency;
  for (const step of steps.slice(0, -1).toReversed()) {
    at = at.parentId === null ? undefined : register.find(at.parentId);
    if (!at || !names.get(step)?.has(at.id)) return false;
  }
  return true;
}
