// Drafts on PostgreSQL: read in the author's scope, written by the service for an author who may read the case.
import type { Actor, Id } from '#libs/case';
import type { Rows } from '#libs/database';
import { holdsPositionOn, type ScopedReader } from '#libs/permissions';
import type { Sealing } from '#libs/sealing';
import type { DraftLine, DraftPlace } from '../draft.js';

/** So many forms lie open before one person at most: the oldest make room. */
const MOST = 40;

/** Where the words of a draft stand, for their seal. */
export const placeOf = (id: Id): string => `draft.words/${id}`;

/** Whose key seals a draft: the person's that it is about, else the case's; null where the author may not read the case, or only looks at it in an emergency. */
export async function ownerOf(
  { rows, checks }: ScopedReader,
  actor: Actor,
  caseId: Id,
  participantId: Id | null,
): Promise<Id | null> {
  const { rows: found } = await rows.query<{ owner: Id }>(
    `select coalesce((select p.told_id from participant p where p.case_id = c.id and p.id = $4), c.id) as owner
     from case_file c where c.id = $3 and ${checks.detailsTo(actor, '$1', '$2')} and ${holdsPositionOn(actor, '$2')}`,
    [actor.serviceId, actor.id, caseId, participantId],
  );
  return found[0]?.owner ?? null;
}

interface Row extends DraftPlace {
  readonly id: Id;
  readonly serviceId: Id;
  readonly authorId: Id;
  readonly ownerId: Id;
  readonly words: Buffer;
  readonly at: Date;
  readonly until: Date;
}

const samePlace = `author_id = $1 and case_id = $2 and form = $3 and process_id is not distinct from $4 and about is not distinct from $5`;

/** Writes a draft in the place of the one before; those whose hours are over, and the oldest of too many, go. */
export async function put(rows: Rows, row: Row): Promise<void> {
  const { authorId, caseId, form, processId, about } = row;
  await rows.query('delete from draft where service_id = $1 and expires_at <= $2', [row.serviceId, row.at]);
  await rows.query(`delete from draft where ${samePlace}`, [authorId, caseId, form, processId, about]);
  await rows.query(
    `insert into draft (author_id, case_id, form, process_id, about, id, service_id, owner_id, words, kept_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [authorId, caseId, form, processId, about, row.id, row.serviceId, row.ownerId, row.words, row.at, row.until],
  );
  await rows.query(
    `delete from draft where id in (select id from draft where author_id = $1 order by kept_at desc offset ${MOST})`,
    [authorId],
  );
}

export async function remove(rows: Rows, { id }: Actor, { caseId, form, processId, about }: DraftPlace) {
  const sql = `delete from draft where ${samePlace} returning id`;
  return (await rows.query(sql, [id, caseId, form, processId, about])).rows.length > 0;
}

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const line = `d.id, d.case_id as "caseId", c.reference, d.form, d.process_id as "processId", d.about,
  ${instant('d.kept_at')} as "keptAt", ${instant('d.expires_at')} as until`;

/** The reader's own draft of a form, opened. */
export async function find(
  { rows, checks }: ScopedReader,
  sealing: Sealing,
  actor: Actor,
  { caseId, form, processId, about }: DraftPlace,
  now: Date,
): Promise<(DraftLine & { readonly words: string }) | null> {
  const { rows: found } = await rows.query<DraftLine & { ownerId: Id; sealed: Buffer; wrapped: Buffer | null }>(
    `select ${line}, d.owner_id as "ownerId", d.words as sealed, ${sealing.keySql('d.service_id', 'd.owner_id')} as wrapped
     from draft d join case_file c on c.id = d.case_id
     where d.author_id = $2 and d.case_id = $3 and d.form = $4 and d.process_id is not distinct from $5
       and d.about is not distinct from $6 and d.expires_at > $7 and ${checks.detailsTo(actor, '$1', '$2')}`,
    [actor.serviceId, actor.id, caseId, form, processId, about, now],
  );
  if (!found[0]) return null;
  const { ownerId, sealed, wrapped, ...kept } = found[0];
  const words = sealing.open(actor.serviceId, ownerId, placeOf(kept.id), sealed, wrapped);
  return words === null ? null : { ...kept, words };
}

/** The reader's own drafts, latest first. */
export async function list({ rows, checks }: ScopedReader, actor: Actor, now: Date): Promise<DraftLine[]> {
  const { rows: found } = await rows.query<DraftLine>(
    `select ${line} from draft d join case_file c on c.id = d.case_id
     where d.author_id = $2 and d.expires_at > $3 and ${checks.detailsTo(actor, '$1', '$2')}
     order by d.kept_at desc, d.id limit ${MOST}`,
    [actor.serviceId, actor.id, now],
  );
  return found;
}
