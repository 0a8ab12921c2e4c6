// Rows that went back, on PostgreSQL: known again by their id or by what they say.
import type { Id } from '#libs/case';
import type { Rows } from '#libs/database';
import type { RejectedRow, RowGoingBack } from '#libs/intake';
import type { Sealing } from '#libs/sealing';

const place = (id: Id) => `referral_row_returned.row/${id}`;

/** A rejected row and its fingerprint as the service keeps it. */
export interface Returning {
  readonly row: RejectedRow;
  readonly fingerprint: string;
}

/** The row that this one is: that which it says it came back as, else one that says the same. */
const knownSql = `select r.id, r.mended_at is not null as mended from referral_row_returned r
  where r.service_id = $1 and (r.id = $2::uuid or r.fingerprint = $3) order by r.id = $2::uuid desc nulls last limit 1`;

/**
 * Keeps the rows that a file's taking gives back. One that went back before is the same row, and stands with this file from
 * now on; one that was mended meanwhile is left alone. Gives how many are still to be mended.
 */
export async function keep(
  rows: Rows,
  vault: Sealing,
  { serviceId, fileId, at }: { serviceId: Id; fileId: Id; at: string },
  returning: readonly Returning[],
): Promise<number> {
  let open = 0;
  for (const { row, fingerprint } of returning) {
    const [known] = (
      await rows.query<{ id: Id; mended: boolean }>(knownSql, [serviceId, uuidOrNull(row.returned), fingerprint])
    ).rows;
    if (known?.mended) continue;
    open += 1;
    const id = known?.id ?? crypto.randomUUID();
    const { reason, original, cells, besides } = row;
    const plain = JSON.stringify({ reason, original, cells, ...(besides !== undefined && { besides }) });
    const sealed = await vault.seal(rows, serviceId, fileId, place(id), plain);
    await rows.query(
      `insert into referral_row_returned (id, service_id, file_id, line, fingerprint, row, returned_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (id) do update set file_id = excluded.file_id, line = excluded.line, fingerprint = excluded.fingerprint, row = excluded.row`,
      [id, serviceId, fileId, row.line, fingerprint, sealed, at],
    );
  }
  return open;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const uuidOrNull = (text: string | undefined): string | null =>
  text !== undefined && uuid.test(text.trim()) ? text.trim() : null;

/** Remembers that a row which went back came again and was taken. */
export async function mended(
  rows: Rows,
  serviceId: Id,
  row: { returned: string; caseId: Id | null; at: string },
): Promise<void> {
  const id = uuidOrNull(row.returned);
  if (id === null) return;
  const sql =
    'update referral_row_returned set mended_at = $3, case_id = $4 where service_id = $1 and id = $2 and mended_at is null';
  await rows.query(sql, [serviceId, id, row.at, row.caseId]);
}

/** The rows that went back from a file, in its order. */
export async function ofFile(
  rows: Rows,
  vault: Sealing,
  serviceId: Id,
  fileId: Id,
): Promise<{ line: number; caseId: Id | null; mendedAt: string | null; row: RowGoingBack }[]> {
  const sql = `select r.id, r.line, r.case_id as "caseId", r.mended_at as "mendedAt", r.row, ${vault.keySql('r.service_id', 'r.file_id')} as wrapped
    from referral_row_returned r where r.service_id = $1 and r.file_id = $2 order by r.line, r.id`;
  type Found = {
    id: Id;
    line: number;
    caseId: Id | null;
    mendedAt: string | null;
    row: Buffer;
    wrapped: Buffer | null;
  };
  const open = vault.opening(serviceId);
  return (await rows.query<Found>(sql, [serviceId, fileId])).rows.flatMap(
    ({ id, line, caseId, mendedAt, row, wrapped }) => {
      const plain = open(fileId, place(id), row, wrapped);
      if (plain === null) return [];
      const said = JSON.parse(plain) as Omit<RowGoingBack, 'id'>;
      return [{ line, caseId, mendedAt, row: { id, ...said } }];
    },
  );
}
