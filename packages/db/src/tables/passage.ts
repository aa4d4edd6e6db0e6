import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { ofAgency } from './agency.ts';
import { reportKey } from './columns.ts';

/** A paragraph of a currently public report, for search. */
export const passage = pgTable(
  'passage',
  {
    ...reportKey(),
    agencyId: ofAgency(),
    position: integer().notNull(),
    section: text().notNull(),
    text: text().notNull(),
    /**
     * Pairs of adjacent characters, because trigrams do not find words of two characters, which most Chinese words are.
     */
    bigrams: text().array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.agencyId, table.year, table.kind, table.position] }),
    index('passage_text').using('gin', table.text.op('gin_trgm_ops')),
    index('passage_bigrams').using('gin', table.bigrams),
  ],
);
