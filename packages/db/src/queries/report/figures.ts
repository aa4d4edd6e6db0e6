import type { Database } from '../../database.ts';
import { figures } from '../../tables/figures.ts';
import { ofRevision, type RevisionKey } from '../common/report-key.ts';

export type Figures = typeof figures.$inferSelect;

/** Writes a revision's figures; a rebuild overwrites older ones. */
export async function putFigures(db: Database, row: Figures): Promise<void> {
  await db
    .insert(figures)
    .values(row)
    .onConflictDoUpdate({
      target: [figures.agencyId, figures.year, figures.kind, figures.revision],
      set: { form: row.form, cells: row.cells },
    });
}

export async function getFigures(db: Database, key: RevisionKey): Promise<Figures | undefined> {
  const [found] = await db.select().from(figures).where(ofRevision(figures, key));
  return found;
}
