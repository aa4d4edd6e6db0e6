import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { ofAgency } from './agency.ts';
import { reportKey } from './columns.ts';

/** A paragraph of what is public now, for search. */
export const passage = pgTable(
  'passage',
  {
    ...reportKey(),
    agencyId: ofAgency(),
    position: integer().notNull(),
    section: text().notNull(),
    text: text().notNull(),
    /** Pairs of neighbouring characters: trigrams do not find words of two, which most Chinese ones are. */
    bigrams: text().array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.agencyId, table.year, table.kind, table.position] }),
    index('passage_text').using('gin', table.text.op('gin_trgm_ops')),
    index('passage_bigrams').using('gin', table.bigrams),
  ],
);
