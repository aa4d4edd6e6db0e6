import { createHash } from 'node:crypto';
import type { Agency } from '@gongkai/db/agency';
import { ApiError } from '../../common/errors.ts';
import type { Register } from '../register.ts';
import { warningsOf } from '../warnings.ts';
import { applyRow, endAgency, RowError, type Outcome } from './apply-row.ts';
import { identify, type IdentifiedLine } from './identify-agencies.ts';
import type { SourceLines } from './read-rows.ts';
import { addName, namesIn, resolve, type Names } from './parent-references.ts';
import type { FileLine, FilePlan } from './schemas.ts';

/** An agency that a row changes, before and after the change. */
export interface PlannedChange {
  readonly line: number;
  readonly agencyId: string;
  readonly before: Agency | undefined;
  readonly after: Agency;
}

/** Applies a file to the register row by row and returns the effect of each row. Nothing is written to the database. */
export function plan(
  register: Register,
  { lines, unknownColumns }: SourceLines,
): { plan: FilePlan; changes: PlannedChange[] } {
  const names = namesIn(register);
  const identified = identify(register, names, lines);
  const before = new Map(identified.map(({ id }) => [id, register.find(id)]));
  const outcomes = carryOut(register, names, identified);
  const remarks = warningsOf(register);
  const planned = identified.map((line): FileLine => {
    const { errors, ...outcome } = outcomes.get(line)!;
    const touched = outcome.effect !== 'unchanged' && outcome.effect !== 'error';
    return {
      line: line.line,
      name: line.fields.name ?? register.find(line.id)?.name ?? '',
      agencyId: line.isNew ? null : line.id,
      ...outcome,
      remarks: touched ? (remarks.get(line.id) ?? []).map(({ message }) => message) : [],
      errors,
    };
  });
  const count = (effect: FileLine['effect']) => planned.filter((line) => line.effect === effect).length;
  return {
    plan: {
      lines: planned,
      unknownColumns: [...unknownColumns],
      counts: {
        add: count('add'),
        change: count('change'),
        correct: count('correct'),
        unchanged: count('unchanged'),
        error: count('error'),
      },
      digest: createHash('sha256').update(JSON.stringify(planned)).digest('hex'),
    },
    changes: identified.flatMap((line, at) => {
      const { effect } = planned[at]!;
      if (effect === 'unchanged' || effect === 'error') return [];
      return [{ line: line.line, agencyId: line.id, before: before.get(line.id), after: register.get(line.id) }];
    }),
  };
}

type LineOutcome = Outcome & { readonly errors: string[] };

/** Applies parents before their children, regardless of the order in the file, and dissolutions last. */
function carryOut(
  register: Register,
  names: Names,
  lines: readonly IdentifiedLine[],
): Map<IdentifiedLine, LineOutcome> {
  const outcomes = new Map<IdentifiedLine, LineOutcome>();
  const fail = (line: IdentifiedLine, ...errors: string[]) =>
    outcomes.set(line, { effect: 'error', from: line.fields.validFrom ?? null, changes: [], errors });
  for (const line of lines) if (line.errors.length > 0) fail(line, ...line.errors);
  let pending = lines.filter((line) => !outcomes.has(line));
  for (let last = false; pending.length > 0;) {
    const waiting = new Set(pending.filter(({ isNew }) => isNew).flatMap(({ id, fields }) => [id, fields.name]));
    const left: IdentifiedLine[] = [];
    for (const line of pending) {
      waiting.delete(line.id);
      const parent = parentOf(register, names, line);
      const isAwaited = waiting.has(line.fields.parent) || waiting.has(line.fields.parent?.split('/').at(-1)?.trim());
      if (!last && (parent === 'unknown' || isAwaited)) left.push(line);
      else attempt(line, () => ({ ...applyRow(register, line, idOf(register, names, line)), errors: [] }));
      const name = register.find(line.id)?.name;
      if (name !== undefined) addName(names, { id: line.id, name });
    }
    last = left.length === pending.length;
    pending = left;
  }
  for (const line of lines) {
    const outcome = outcomes.get(line)!;
    const present = register.find(line.id);
    if (outcome.effect === 'error' || !present || (line.fields.validFrom ?? present.validFrom) < present.validFrom)
      continue;
    attempt(line, () => {
      const ends = endAgency(register, line, present);
      const effect = ends.length > 0 && outcome.effect === 'unchanged' ? 'change' : outcome.effect;
      return { ...outcome, effect, changes: [...outcome.changes, ...ends] };
    });
  }
  return outcomes;

  function attempt(line: IdentifiedLine, steps: () => LineOutcome): void {
    try {
      outcomes.set(line, steps());
    } catch (error) {
      if (!(error instanceof RowError || error instanceof ApiError)) throw error;
      fail(line, error.message);
    }
  }
}

function parentOf(register: Register, names: Names, { fields: { parent } }: IdentifiedLine) {
  if (parent === undefined || parent === null) return parent;
  const found = resolve(register, names, parent);
  return 'id' in found ? found.id : 'unknown';
}

/** @throws {RowError} if the file names a parent that does not exist */
function idOf(register: Register, names: Names, { fields: { parent } }: IdentifiedLine): string | null | undefined {
  if (parent === undefined || parent === null) return parent;
  const found = resolve(register, names, parent);
  if ('fault' in found) throw new RowError(found.fault);
  return found.id;
}
