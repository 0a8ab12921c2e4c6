// Looks for words in everything a database holds: every column of every table, as text and as the bytes of a text.
import type { Sql } from '../../scenario/colleagues.js';

/** The tables, 'schema.name', in which any of these words stands, in the open or as bytes, whatever the size of its letters. */
export async function tablesHolding(sql: Sql, words: readonly string[]): Promise<string[]> {
  const tables = await sql<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    // A row as text shows bytes as hexadecimal digits.
    const [row] = await sql<{ any: boolean }>(
      `select exists (select from ${name} t, unnest($1::text[]) w where strpos(lower(t::text), lower(w)) > 0
         or strpos(t::text, encode(convert_to(w, 'UTF8'), 'hex')) > 0 or strpos(t::text, encode(convert_to(w, 'UTF8'), 'base64')) > 0) as any`,
      words,
    );
    if (row?.any) found.push(name);
  }
  return found;
}
