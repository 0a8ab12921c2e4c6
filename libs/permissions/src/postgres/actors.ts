// Who is asking: verified token claims become an Actor, or null.
import { isUuid, type Actor, type Id, type StaffRole } from '#libs/case';
import { londonDate } from '#libs/time';
import type { ActorStatement, Claims } from '../claims.js';
import type { Rows } from '#libs/database';

const text = `
select q.n::int as n, a.* from unnest($1::uuid[], $2::text[]) with ordinality as q (service_id, subject, n)
cross join lateral (
  select s.id, 'staff' as kind, s.roles, array[s.id] as also from staff s join person p on p.id = s.id where s.service_id = q.service_id and s.subject = q.subject
    and concord_at_work(s.active, s.availability, s.back_on, $3::date)
  union all
  select concord_one(p.id), 'participant', null, concord_same(p.id) from person p where p.service_id = q.service_id and p.subject = q.subject
    and not exists (select from staff s where s.service_id = q.service_id and s.subject = q.subject)
  limit 1) a`;

interface Row {
  /** The place of the claims, from 1. */
  n: number;
  id: Id;
  kind: 'staff' | 'participant';
  roles: StaffRole[];
  also: Id[];
}

/** Reads the actors behind claims. The staff list says who is at work, even where the issuer says the roles. */
export const actorStatement: ActorStatement = {
  asking: (claims, at) => ({
    name: 'who asks',
    text,
    values: [claims.map(({ serviceId }) => serviceId), claims.map(({ subject }) => subject), londonDate(at)],
  }),
  found: (claims, rows) => {
    const actors = claims.map((): Actor | null => null);
    for (const row of rows as Row[]) {
      const said = claims[row.n - 1];
      if (said) actors[row.n - 1] = actorOf(said, row);
    }
    return actors;
  },
};

const actorOf = ({ serviceId, roles }: Claims, row: Row): Actor =>
  row.kind === 'staff'
    ? { kind: 'staff', id: row.id, serviceId, roles: roles ?? row.roles }
    : participantActor(serviceId, row.id, row.also);

/**
 * The actor behind a token; null when they are unknown, deactivated or away, or the token is for another service. One statement.
 * `at` is the instant it is asked for.
 */
export async function actorFor(rows: Rows, claims: Claims, at = new Date().toISOString()): Promise<Actor | null> {
  if (!isUuid(claims.serviceId)) return null;
  const { text: sql, values } = actorStatement.asking([claims], at);
  return actorStatement.found([claims], (await rows.query(sql, values)).rows)[0] ?? null;
}

/** A participant by the record they are read as, and every record that is them. */
export const participantActor = (serviceId: Id, id: Id, also: readonly Id[]): Actor =>
  also.length > 1 ? { kind: 'participant', id, serviceId, also } : { kind: 'participant', id, serviceId };

/** Gives a person who takes part a way to sign in. */
export async function letSignIn(rows: Rows, serviceId: Id, personId: Id, subject: string): Promise<void> {
  await rows.query('update person set subject = $3 where id = $2 and service_id = $1', [serviceId, personId, subject]);
}
