// Whether somebody was found before they are named: a known person comes into a case by a search on record, not by an id from elsewhere.
import type { Actor, Id } from '#libs/case';
import type { Rows } from '#libs/database';
import { mayDo } from '#libs/permissions';

// Ours: whoever adds a person has just looked for them; a day leaves time to ask a colleague whether it is them.
const HOURS = 24;

const foundSql = `
select from read_record r where r.seq = any ((select concord_reads_of_persons(concord_same($2)))::bigint[]) and r.service_id = $1
  and r.kind = 'search' and r.by = $3 and r.at > $4::timestamptz - interval '${HOURS} hours' limit 1`;

/**
 * Whether this actor has the right to search and a search of theirs in the last day, at an ISO instant, found this person.
 * `rows` are of the service's own scope.
 */
export async function hasFound(rows: Rows, actor: Actor, personId: Id, at: string): Promise<boolean> {
  if (!mayDo(actor, 'searchPeople')) return false;
  const { rows: found } = await rows.query(foundSql, [actor.serviceId, personId, actor.id, at]);
  return found.length > 0;
}
