// Files of referrals on PostgreSQL: what stands in them is sealed with a key of the file's own, which goes with it.
import type { Actor, Id, StaffRole } from '#libs/case';
import { type Cursors, type Listed, mapRows, type Page, pageOf, type Rows, scheduleSql } from '#libs/database';
import { destroyKey, type Sealing } from '#libs/sealing';
import type { FileJob, FileState, ReferralFile } from '../file.js';

const place = (column: 'name' | 'content', id: Id) => `referral_file.${column}/${id}`;

interface Row {
  id: Id;
  source: string | null;
  mappingVersion: number | null;
  name: Buffer | null;
  wrapped: Buffer | null;
  bytes: number;
  sentBy: Id;
  sentAt: string;
  state: FileState;
  rows: number | null;
  referrals: number | null;
  done: number;
  taken: number;
  opened: number;
  returned: number;
  problem: string | null;
  finishedAt: string | null;
}
const select = (
  vault: Sealing,
) => `select f.id, f.source, f.mapping_version as "mappingVersion", f.name, ${vault.keySql('f.service_id', 'f.id')} as wrapped, f.bytes,
  f.sent_by as "sentBy", f.sent_at as "sentAt", f.state, f.rows, f.referrals, f.done, f.taken, f.opened, f.returned, f.problem,
  f.finished_at as "finishedAt" from referral_file f`;

const shown = (
  vault: Sealing,
  serviceId: Id,
  { source, name, wrapped, sentAt, finishedAt, ...row }: Row,
): ReferralFile => ({
  ...row,
  from: source,
  name: vault.open(serviceId, row.id, place('name', row.id), name, wrapped),
  sentAt,
  finishedAt,
  before: row.state === 'taken' && row.rows !== null ? row.rows - row.taken - row.returned : null,
});

/** Keeps a file until an ISO instant. */
export async function add(
  rows: Rows,
  vault: Sealing,
  serviceId: Id,
  file: { id: Id; name: string; bytes: Uint8Array; sentBy: Id; at: string; until: string },
): Promise<void> {
  const { id, bytes } = file;
  const [name, content] = await vault.sealMany(rows, serviceId, [
    { ownerId: id, place: place('name', id), plain: file.name },
    { ownerId: id, place: place('content', id), plain: Buffer.from(bytes).toString('base64') },
  ]);
  await rows.query(
    `insert into referral_file (id, service_id, name, content, bytes, sent_by, sent_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, serviceId, name?.sealed, content?.sealed, bytes.length, file.sentBy, file.at, file.until],
  );
}

/** Removes files whose days are over, the rows that went back, and their keys. One that is being taken stays. */
export async function removeExpired(rows: Rows, serviceId: Id, at: string): Promise<void> {
  const gone = await rows.query<{ id: Id }>(
    `delete from referral_file where service_id = $1 and expires_at <= $2 and state not in ('waiting', 'taking') returning id`,
    [serviceId, at],
  );
  for (const { id } of gone.rows) await destroyKey(rows, serviceId, id, at);
}

export async function fileById(rows: Rows, vault: Sealing, serviceId: Id, id: Id): Promise<ReferralFile | null> {
  const { rows: found } = await rows.query<Row>(`${select(vault)} where f.service_id = $1 and f.id = $2`, [
    serviceId,
    id,
  ]);
  return found[0] ? shown(vault, serviceId, found[0]) : null;
}

export async function pageOfFiles(
  rows: Rows,
  vault: Sealing,
  cursors: Cursors,
  serviceId: Id,
  page: Page,
): Promise<Listed<ReferralFile>> {
  const order = [
    ['f.sent_at', 'timestamptz'],
    ['f.id', 'uuid'],
  ] as const;
  const list = {
    name: `referral files ${serviceId}`,
    select: select(vault),
    where: ['f.service_id = $1'],
    values: [serviceId],
    order: [...order],
    descending: true,
  };
  const found = await pageOf<Row>(rows, cursors, list, page, ({ sentAt, id }) => [sentAt, id]);
  return mapRows(found, (row) => shown(vault, serviceId, row));
}

/** What stands in a file; null once it is taken, or where there is none. */
export async function content(
  rows: Rows,
  vault: Sealing,
  serviceId: Id,
  id: Id,
): Promise<{ bytes: Uint8Array; sentAt: string } | null> {
  const sql = `select f.content, f.sent_at as "sentAt", ${vault.keySql('f.service_id', 'f.id')} as wrapped from referral_file f where f.service_id = $1 and f.id = $2`;
  const [found] = (
    await rows.query<{ content: Buffer | null; wrapped: Buffer | null; sentAt: string }>(sql, [serviceId, id])
  ).rows;
  const text = found && vault.open(serviceId, id, place('content', id), found.content, found.wrapped);
  return found && typeof text === 'string' ? { bytes: Buffer.from(text, 'base64'), sentAt: found.sentAt } : null;
}

/** Says that a file is to be taken as one of `from`, in the name of whoever asks. False where it is not there or not waiting to be asked for. */
export async function ask(
  rows: Rows,
  { id, from, version, by }: { id: Id; from: string; version: number | null; by: Extract<Actor, { kind: 'staff' }> },
): Promise<boolean> {
  const sql = `update referral_file set state = 'waiting', source = $2, mapping_version = $5, sent_by = $3, roles = $4, problem = null, finished_at = null,
      done = case when (source, mapping_version) is not distinct from ($2::text, $5::int) then done else 0 end,
      batch_id = case when (source, mapping_version) is not distinct from ($2::text, $5::int) then batch_id end
    where id = $1 and state in ('sent', 'failed') and content is not null returning id`;
  return (await rows.query(sql, [id, from, by.id, by.roles, version])).rows.length > 0;
}

const jobSql = scheduleSql(
  'referral-file',
  '(values ($1::jsonb, $2::text, $3::timestamptz)) as j (data, key, start_after)',
);
/** Has a worker take a file, from this instant on. */
export const schedule = (rows: Rows, job: FileJob, at: string) =>
  rows.query(jobSql, [JSON.stringify(job), job.fileId, at]);

/** A file that is to be taken, and in whose name; `roles` are empty for somebody who is not at work any more. */
export interface Asked {
  from: string;
  /** Of the mapping it is read by; null for one that every service begins with. */
  version: number | null;
  by: Id;
  roles: StaffRole[];
  batchId: Id | null;
  done: number;
}

/** Begins, or goes on with, a file; null where there is nothing to do. `today` is the London day, 'YYYY-MM-DD'. */
export async function begin(rows: Rows, id: Id, today: string): Promise<Asked | null> {
  const sql = `update referral_file f set state = 'taking' where f.id = $1 and f.state in ('waiting', 'taking')
    returning f.source as "from", f.mapping_version as version, f.sent_by as by, f.batch_id as "batchId", f.done,
      case when exists (select from staff s where s.id = f.sent_by and concord_at_work(s.active, s.availability, s.back_on, $2::date))
        then f.roles else '{}' end as roles`;
  return (await rows.query<Asked>(sql, [id, today])).rows[0] ?? null;
}

export async function counted(
  rows: Rows,
  id: Id,
  { batchId, read, referrals, returned }: { batchId: Id; read: number; referrals: number; returned: number },
): Promise<void> {
  const sql = 'update referral_file set batch_id = $2, rows = $3, referrals = $4, returned = $5 where id = $1';
  await rows.query(sql, [id, batchId, read, referrals, returned]);
}

// What was taken is counted from what is there: broken off anywhere and taken up again, nothing is counted twice.
const progressSql = `update referral_file f set done = $2,
  taken = (select count(*) from import_row r where r.batch_id = f.batch_id),
  opened = (select count(distinct r.case_id) from import_row r join import_batch b on b.id = r.batch_id join case_file c on c.id = r.case_id
    where r.batch_id = f.batch_id and c.opened_at >= b.started_at
      and not exists (select from import_row o join import_batch ob on ob.id = o.batch_id where o.case_id = r.case_id and ob.started_at < b.started_at))
  where f.id = $1`;

/** Says how many referrals are done with. */
export const progressed = (rows: Rows, id: Id, done: number) => rows.query(progressSql, [id, done]);

/** Ends it. What stood in a file that was taken is removed; one that failed may be asked for again. */
export const ended = (rows: Rows, id: Id, at: string, problem: string | null) =>
  rows.query(
    `update referral_file set state = $3, problem = $4, finished_at = $2, content = case when $4::text is null then null else content end where id = $1`,
    [id, at, problem === null ? 'taken' : 'failed', problem],
  );
