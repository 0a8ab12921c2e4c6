// A member of staff is connected with a case or a person, and says so: from then on neither is there for them (R42).
import type { Actor, Id } from '#libs/case';
import { notYours, once, type Decided } from '#libs/commands';
import { serviceScope, type Rows } from '#libs/database';
import { mayDo, sightOf } from '#libs/permissions';
import type { DecisionNeeds } from './decision.js';

/** One of the two: a case by its id or its reference, or a person. */
export interface ConnectionWith {
  readonly caseId: Id | null;
  readonly reference: string | null;
  readonly personId: Id | null;
}

const declare = `
insert into connection (id, service_id, staff_id, case_id, person_id, declared_at)
select $1::uuid, $2::uuid, $3::uuid, c.id, null, $7::timestamptz from case_file c where c.service_id = $2 and (c.id = $4::uuid or c.reference = $5)
union all select $1::uuid, $2::uuid, $3::uuid, null, p.id, $7::timestamptz from person p where p.service_id = $2 and p.id = $6::uuid`;

// Only where they were somebody to the case is another needed: the register of those who see the whole service, and duties.
const findAnother = `
insert into task (service_id, case_id, supplier, task, about, since)
select c.service_id, c.id, 'manager', 'findAnother', ($1::uuid)::text, $3::timestamptz from case_file c
where c.service_id = $2 and c.closed_at is null and c.id = any (concord_connections($1::uuid)) and (c.staff_ids @> array[$1::uuid] or $4)
on conflict (case_id, supplier, task, process_id, about) where done_at is null do nothing`;

/**
 * Records the declaration. The answer is the same whether or not there is such a case or person: it shows nobody what the
 * service holds. A manager has a task for each open case that had something of them.
 */
export function declareConnection(
  { database, commands }: DecisionNeeds,
  actor: Actor,
  key: string,
  to: ConnectionWith,
  at: string,
): Promise<Decided> {
  if (!mayDo(actor, 'declareConnection')) return Promise.resolve(notYours);
  const { id: who, serviceId } = actor;
  const doing = { actor, key, said: ['connection', to], at, scope: serviceScope(serviceId) };
  return once(database, commands, doing, async (rows: Rows) => {
    const id = crypto.randomUUID();
    await rows.query(declare, [id, serviceId, who, to.caseId, to.reference, to.personId, at]);
    await rows.query(findAnother, [who, serviceId, at, sightOf(actor) === 'service']);
    return { ok: true, id };
  });
}
