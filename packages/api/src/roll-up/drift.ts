import type { Database } from '@gongkai/db';
import type { RollUpPartRow, StoredRollUp } from '@gongkai/db/roll-up';
import { cellsOf, difference, formOf, valueAt, type Report } from '@gongkai/schema';
import { partitionByInclusion, type RollUpMember } from '../check-context/roll-up-members.ts';
import type { Drift, RollUpView } from './schemas.ts';
import { loadRollUpReports } from '../check-context/roll-up-parts.ts';
import { sameValue } from './sums.ts';

/** The revision of a body that was added up, and the one that would be now. */
interface Drifted {
  readonly body: RollUpMember | undefined;
  readonly agencyId: string;
  readonly type: Drift['type'];
  readonly before: RollUpPartRow | undefined;
  readonly after: RollUpPartRow | undefined;
}

/** Returns the bodies whose report has changed, disappeared or appeared since the roll-up. */
export function driftOf({ parts }: Pick<StoredRollUp, 'parts'>, bodies: readonly RollUpMember[]): Drifted[] {
  const bodyOf = new Map(bodies.map((body) => [body.agency.id, body]));
  const before = new Map(parts.map((part) => [part.partId, part]));
  const after = new Map(partitionByInclusion(bodies).parts.map((part) => [part.partId, part]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((agencyId): Drifted[] => {
    const pair = { before: before.get(agencyId), after: after.get(agencyId) };
    if (pair.before?.digest === pair.after?.digest) return [];
    const type = !pair.before ? 'added' : !pair.after ? 'gone' : 'changed';
    return [{ ...pair, body: bodyOf.get(agencyId), agencyId, type }];
  });
}

type Changed = RollUpView['effect'];

/** Describes the figures that differ, body by body. */
export async function describeDrift(
  db: Database,
  year: number,
  drifted: readonly Drifted[],
  nameOf: (agencyId: string) => string,
): Promise<Drift[]> {
  const [before, after] = await Promise.all(
    (['before', 'after'] as const).map(async (side) => {
      const parts = drifted.flatMap((each) => each[side] ?? []);
      const reports = await loadRollUpReports(db, year, parts);
      return new Map(parts.map(({ partId }, index) => [partId, reports[index]!.report]));
    }),
  );
  return drifted.map(({ agencyId, type }) => ({
    ...{ agencyId, agencyName: nameOf(agencyId), type },
    cells: changedCells(before!.get(agencyId), after!.get(agencyId)),
  }));
}

/**
 * Returns the cells that differ between two reports; if one report is missing, those that are neither blank nor zero.
 */
export function changedCells(before: Report | undefined, after: Report | undefined): Changed {
  const there = (before ?? after)!;
  const codeOf = new Map(cellsOf(formOf(there.form)).map(({ key, code }) => [key, code]));
  const changes =
    before && after
      ? difference(before, after).changes
      : cellsOf(formOf(there.form)).map(({ key }) => ({
          cell: key,
          before: before ? valueAt(formOf(before.form), before, key) : null,
          after: after ? valueAt(formOf(after.form), after, key) : null,
        }));
  return changes
    .filter(({ before: a, after: b }) => !sameValue(a, b) && (Number(a ?? 0) !== 0 || Number(b ?? 0) !== 0))
    .map((change) => ({ ...change, code: codeOf.get(change.cell) ?? change.cell }));
}
