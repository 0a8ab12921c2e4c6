// Details of a person are corrected: by a coordinator, a manager, or the lead facilitator of a case of theirs.
import type { Actor, Id } from '#libs/case';
import { notYours, refused, type Decided } from '#libs/commands';
import type { Rows } from '#libs/database';
import { mayDo } from '#libs/permissions';
import type { Values } from '../fields.js';
import type { PgPersonalRecords } from '../postgres/records.js';
import { renamed } from './renamed.js';
import { decideOnce, NO_SUCH_PERSON, personOf, type DecisionNeeds } from './decision.js';

// R7: of a person who objected to being approached nothing is kept.
const partsSql = `
select bool_or(c.lead_id = $3 and not c.undeclared_ids @> array[$3::uuid]) as leads,
  bool_or(c.facts -> 'people' -> 'participants' -> p.id::text ->> 'approach' = 'objected') as objected
from participant p join case_file c on c.id = p.case_id where p.person_id = $1 and p.service_id = $2`;

/** Writes corrected values; an empty text removes one. The record keeps which fields were changed and never what they say. */
export function changePerson(
  using: DecisionNeeds,
  records: PgPersonalRecords,
  actor: Actor,
  key: string,
  { personId, values, reason }: { personId: Id; values: Values; reason: string | null },
  at: string,
): Promise<Decided> {
  if (!mayDo(actor, 'changePerson') && !mayDo(actor, 'changePersonOfLedCase')) return Promise.resolve(notYours);
  const { serviceId, id: who } = actor;
  return decideOnce(using, { actor, key, said: ['change', personId, values], reason, at }, async (rows, record) => {
    const one = await personOf(rows, actor, personId);
    if (one === null) return NO_SUCH_PERSON;
    const { leads, objected } = await partsOf(rows, [one, serviceId, who]);
    if (!leads && !mayDo(actor, 'changePerson')) return NO_SUCH_PERSON;
    if (objected) return refused('They objected to being approached: nothing about them is kept.');
    const fields = Object.keys(values);
    if (fields.length === 0) return refused('There is nothing to change.');
    const held = (await records.readIn(rows, serviceId, [one], ['given', 'family', 'asWritten', 'formerNames'])).get(
      one,
    );
    const changed = { ...values, ...renamed(held ?? {}, values) } as Record<string, string>;
    await records.write(rows, serviceId, new Map([[one, changed]]));
    await records.suggest(rows, serviceId, [one]);
    return { ok: true, id: await record({ what: 'changed', personId: one, fields }) };
  });
}

async function partsOf(rows: Rows, values: unknown[]): Promise<{ leads: boolean; objected: boolean }> {
  const found = await rows.query<{ leads: boolean | null; objected: boolean | null }>(partsSql, values);
  return { leads: found.rows[0]?.leads === true, objected: found.rows[0]?.objected === true };
}
