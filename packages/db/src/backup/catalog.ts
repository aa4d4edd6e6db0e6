import type { PoolClient } from 'pg';
import type { BackupTable } from './format.ts';

/** Sessions and unfinished sign-ins are not backed up, because people sign in again after a restore. */
const leftOut = ['session', 'verification'];

/** Reads all own tables with their columns, each after those that it references. */
export async function readCatalog(client: PoolClient): Promise<Omit<BackupTable, 'rows'>[]> {
  const { rows: columns } = await client.query<{ table: string; name: string; type: string }>(
    `SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
       AND a.attgenerated = '' AND c.relname <> ALL ($1)
     ORDER BY c.relname, a.attnum`,
    [leftOut],
  );
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `SELECT conrelid::regclass::text AS from, confrelid::regclass::text AS to FROM pg_constraint
     WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid <> confrelid`,
  );
  const tables = Map.groupBy(columns, ({ table }) => table);
  // regclass quotes names that are SQL keywords.
  const plain = (name: string) => name.replaceAll('"', '');
  const needs = Map.groupBy(references, ({ from }) => plain(from));
  const ordered = new Set<string>();
  const visit = (name: string) => {
    if (ordered.has(name) || !tables.has(name)) return;
    for (const { to } of needs.get(name) ?? []) visit(plain(to));
    ordered.add(name);
  };
  for (const name of tables.keys()) visit(name);
  return [...ordered].map((name) => ({
    name,
    columns: tables.get(name)!.map(({ name, type }) => ({ name, type })),
  }));
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
