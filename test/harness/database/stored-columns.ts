// The columns of a table that a row is written with: those that PostgreSQL works out by itself are left out.

/** Names of these columns, comma-separated and quoted, for a copy of rows of a table. */
export async function storedColumns(
  asks: { query(text: string, values: readonly unknown[]): Promise<{ rows: { names: string }[] }> },
  table: string,
): Promise<string> {
  const { rows } = await asks.query(
    `select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as names
       from information_schema.columns where table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  return rows[0]?.names ?? '';
}
