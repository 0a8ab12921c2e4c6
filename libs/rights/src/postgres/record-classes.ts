// What is kept and what is held, on PostgreSQL.
import { randomUUID } from 'node:crypto';
import { mapRows, pageOf, type Rows } from '#libs/database';
import type { ClassRegister } from '../record-classes/register.js';
import type { Hold } from '../retention/due.js';
import type { HoldOn, HoldRegister, HoldRow } from '../retention/holds.js';
import type { RecordClass } from '../record-classes/classes.js';

export const classRegister: ClassRegister = {
  all: async (rows, serviceId) => {
    const { rows: found } = await rows.query<{ service: string; set: RecordClass[] }>(
      `select s.name as service, coalesce((select json_agg(json_build_object('class', r.class, 'controller', r.controller, 'lawfulBasis', r.lawful_basis,
         'terms', r.terms, 'why', r.why, 'source', r.source, 'setAt', to_char(r.set_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'setBy', r.set_by) order by r.set_at, r.id)
         from record_class r where r.service_id = s.id), '[]') as set
       from service s where s.id = $1`,
      [serviceId],
    );
    return found[0] ?? { service: '', set: [] };
  },
  add: async (rows, serviceId, row, by, at) => {
    const added = await rows.query<{ id: string }>(
      `insert into record_class (service_id, class, controller, lawful_basis, terms, why, source, set_at, set_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
      [serviceId, row.class, row.controller, row.lawfulBasis, JSON.stringify(row.terms), row.why, row.source, at, by],
    );
    return (added.rows[0] as { id: string }).id;
  },
};

const reasonAt = (id: string) => `legal_hold.reason/${id}`;
const liftedAt = (id: string) => `legal_hold.lift_reason/${id}`;
const held = `h.id, h.person_id as "personId", h.case_id as "caseId", h.class`;

type Row = Omit<HoldRow, 'reason' | 'liftReason'> & {
  ownerId: string;
  reason: Buffer;
  liftReason: Buffer | null;
  wrapped: Buffer | null;
};

export const holdRegister: HoldRegister = {
  page: async (rows, sealing, cursors, { id: actorId, serviceId }, page) => {
    const list = {
      name: `holds ${actorId}`,
      select: `select ${held}, h.owner_id as "ownerId", h.reason, h.placed_at as "placedAt", h.placed_by as "placedBy", h.lift_reason as "liftReason",
         h.lifted_at as "liftedAt", h.lifted_by as "liftedBy", ${sealing.keySql('h.service_id', 'h.owner_id')} as wrapped
       from legal_hold h`,
      where: ['h.service_id = $1'],
      values: [serviceId],
      order: [
        ['(h.lifted_at is null)', 'boolean'] as const,
        ['h.placed_at', 'timestamptz'] as const,
        ['h.id', 'uuid'] as const,
      ],
      descending: true,
    };
    const listed = await pageOf<Row>(rows, cursors, list, page, (row) => [
      `${row.liftedAt === null}`,
      row.placedAt,
      row.id,
    ]);
    return mapRows(listed, ({ ownerId, wrapped, reason, liftReason, ...row }) => ({
      ...row,
      reason: sealing.open(serviceId, ownerId, reasonAt(row.id), reason, wrapped),
      liftReason: sealing.open(serviceId, ownerId, liftedAt(row.id), liftReason, wrapped),
    }));
  },
  inForce: async (rows, serviceId) =>
    (
      await rows.query<Hold>(
        'select id, concord_one(person_id) as "personId", case_id as "caseId", class from legal_hold where service_id = $1 and lifted_at is null',
        [serviceId],
      )
    ).rows,
  add: async (rows, sealing, serviceId, on, reason, by, at) => {
    if (!(await isThere(rows, serviceId, on))) return null;
    const id = randomUUID();
    const ownerId = on.personId ?? on.caseId ?? serviceId;
    const sealed = await sealing.seal(rows, serviceId, ownerId, reasonAt(id), reason);
    await rows.query(
      `insert into legal_hold (id, service_id, person_id, case_id, class, owner_id, reason, placed_at, placed_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, serviceId, on.personId, on.caseId, on.class, ownerId, sealed, at, by],
    );
    return id;
  },
  lift: async (rows, sealing, serviceId, id, reason, by, at) => {
    const found = await rows.query<HoldOn & { ownerId: string }>(
      'select owner_id as "ownerId", person_id as "personId", case_id as "caseId", class from legal_hold where id = $2 and service_id = $1 and lifted_at is null for update',
      [serviceId, id],
    );
    const hold = found.rows[0];
    if (!hold) return null;
    const sealed = await sealing.seal(rows, serviceId, hold.ownerId, liftedAt(id), reason);
    await rows.query('update legal_hold set lift_reason = $2, lifted_at = $3, lifted_by = $4 where id = $1', [
      id,
      sealed,
      at,
      by,
    ]);
    return hold;
  },
  oneWithCases: async (rows, serviceId, personId) => {
    const found = await rows.query<{ one: string; caseIds: string[] }>(
      `select concord_one($2) as one, array(select distinct p.case_id from participant p where p.service_id = $1 and p.person_id = concord_one($2)) as "caseIds"`,
      [serviceId, personId],
    );
    return found.rows[0] ?? { one: personId, caseIds: [] };
  },
};

async function isThere(rows: Rows, serviceId: string, { personId, caseId }: HoldOn): Promise<boolean> {
  if (personId === null && caseId === null) return true;
  const table = personId === null ? 'case_file' : 'person';
  const found = await rows.query(`select from ${table} where id = $1 and service_id = $2`, [
    personId ?? caseId,
    serviceId,
  ]);
  return found.rows.length > 0;
}
