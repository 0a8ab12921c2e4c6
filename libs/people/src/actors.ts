// Who is asking: verified token claims become an Actor, or nobody.
import { londonDate } from '#libs/time';
import type { Actor, Id, StaffRole } from '#libs/case';
import type { Rows } from '#libs/casework';

/** What a verified token says. `roles` only where the issuer is set to say them; else the service's staff list does. */
export interface Claims {
  readonly subject: string;
  readonly serviceId: Id;
  readonly roles?: readonly StaffRole[] | null;
}

const text = `
select s.id, 'staff' as kind, s.roles, p.service_id, array[s.id] as also from staff s join person p on p.id = s.id where s.service_id = $1 and s.subject = $2
  and concord_at_work(s.active, s.availability, s.back_on, $3::date)
union all
select concord_one(p.id), 'participant', null, p.service_id, concord_same(p.id) from person p where p.service_id = $1 and p.subject = $2
  and not exists (select from staff s where s.service_id = $1 and s.subject = $2)
limit 1`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The actor behind a token; null is nobody: unknown, deactivated, away, or a token for another service. Who is at work the
 * staff list says, whoever says their roles. One statement. `at` is the instant it is asked for.
 */
export async function actorFor(
  rows: Rows,
  { subject, serviceId, roles }: Claims,
  at = new Date().toISOString(),
): Promise<Actor | null> {
  if (!UUID.test(serviceId)) return null;
  const found = await rows.query<{ id: Id; kind: 'staff' | 'participant'; roles: StaffRole[]; also: Id[] }>(text, [
    serviceId,
    subject,
    londonDate(at),
  ]);
  const row = found.rows[0];
  if (!row) return null;
  return row.kind === 'staff'
    ? { kind: 'staff', id: row.id, serviceId, roles: roles ?? row.roles }
    : participantActor(serviceId, row.id, row.also);
}

/** A participant by the record they are read as, and every record that is them. */
export const participantActor = (serviceId: Id, id: Id, also: readonly Id[]): Actor =>
  also.length > 1 ? { kind: 'participant', id, serviceId, also } : { kind: 'participant', id, serviceId };

/** Gives a person who takes part a way to sign in. */
export async function letSignIn(rows: Rows, serviceId: Id, personId: Id, subject: string): Promise<void> {
  await rows.query('update person set subject = $3 where id = $2 and service_id = $1', [serviceId, personId, subject]);
}
