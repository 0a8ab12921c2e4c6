// A person is erased by destroying their key: what was sealed with it is unreadable, here and in every copy, and the journal stays whole.
import type { Actor, Id } from '#libs/case';
import { notYours, refused, type Decided } from '#libs/commands';
import type { Rows } from '#libs/database';
import { mayDo } from '#libs/permissions';
import { destroyKey } from '#libs/sealing';
import { decideOnce, NO_SUCH_PERSON, personOf, type DecisionNeeds } from './decision.js';

/** What stands against erasing a person, such as a legal hold; empty when nothing does. Asked in the transaction that erases. */
export type ErasureObstacles = (rows: Rows, serviceId: Id, personId: Id) => Promise<readonly unknown[]>;

/**
 * Erases one record inside a transaction of the caller's: the key first, then what finds them and lets them in. The row stays, for the
 * cases that name it; nothing can be kept under it any more. Who may, and what stands against it, is the caller's to ask.
 */
export async function eraseRecord(rows: Rows, serviceId: Id, personId: Id, at: string): Promise<void> {
  await destroyKey(rows, serviceId, personId, at);
  const who = [personId, serviceId];
  await rows.query('delete from personal_value where person_id = $1 and service_id = $2', who);
  await rows.query('delete from person_token where person_id = $1 and service_id = $2', who);
  await rows.query('delete from person_suggestion where (person_id = $1 or known_id = $1) and service_id = $2', who);
  // What staff are writing in a case of theirs may be of them.
  await rows.query(
    'delete from draft d using participant p where p.told_id = $1 and p.service_id = $2 and d.case_id = p.case_id',
    who,
  );
  await rows.query('update person set subject = null where id = $1 and service_id = $2', who);
  // Their sessions end and their invitations are revoked at the same moment.
  await rows.query(
    'update session set ended_at = $3 where person_id = any(concord_same($1)) and service_id = $2 and ended_at is null',
    [...who, at],
  );
  await rows.query(
    `update invitation i set revoked_at = $3, waiting = null from participant p
     where p.told_id = $1 and p.service_id = $2 and i.case_id = p.case_id and i.participant_id = p.id and i.revoked_at is null`,
    [...who, at],
  );
}

/** Erases a person, every record of theirs. The reason is sealed with the service's own key, because the person's is gone. */
export function erasePerson(
  using: DecisionNeeds,
  against: ErasureObstacles,
  actor: Actor,
  key: string,
  { personId, reason }: { personId: Id; reason: string },
  at: string,
): Promise<Decided> {
  if (!mayDo(actor, 'erasePerson')) return Promise.resolve(notYours);
  return decideOnce(using, { actor, key, said: ['erase', personId], reason, at }, async (rows, record) => {
    const { serviceId } = actor;
    const one = await personOf(rows, actor, personId);
    if (one === null) return NO_SUCH_PERSON;
    const { rows: found } = await rows.query<{ same: Id[] }>('select concord_same($1) as same', [one]);
    const records = found[0]?.same ?? [one];
    for (const each of records)
      if ((await against(rows, serviceId, each)).length > 0)
        return refused('A legal hold is on them: nothing it covers is erased while it stands.');
    const id = await record({ what: 'erased', personId: one, reasonOwner: serviceId });
    for (const each of records) await eraseRecord(rows, serviceId, each, at);
    return { ok: true, id };
  });
}
