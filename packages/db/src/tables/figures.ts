import { foreignKey, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bigints, reportKey } from './columns.ts';
import { revision } from './revision.ts';

/** The figures of a revision for statistics. They can be rebuilt from its body at any time. */
export const figures = pgTable(
  'figures',
  {
    ...reportKey(),
    revision: integer().notNull(),
    form: text().notNull(),
    /** Position = the form's ordinal of the cell, money in 分, `null` for blank and not applicable. */
    cells: bigints().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.agencyId, table.year, table.kind, table.revision] }),
    foreignKey({
      name: 'figures_revision',
      columns: [table.agencyId, table.year, table.kind, table.revision],
      foreignColumns: [revision.agencyId, revision.year, revision.kind, revision.number],
    }),
  ],
);
