// People who were about to join a case and did not: forgotten again.
import type { Id } from '#libs/case';
import type { Rows } from '#libs/database';

/** Takes back a person who was made known and came into no case; leaves alone a person who takes part, works here or signs in. */
export async function forgetNewcomer(rows: Rows, serviceId: Id, personId: Id): Promise<void> {
  await rows.query(
    `with gone as (
       select p.id from person p where p.id = $1 and p.service_id = $2 and p.subject is null
         and not exists (select from participant where person_id = p.id) and not exists (select from staff where id = p.id)
     ), emptied as (delete from personal_value using gone where person_id = gone.id),
     keyless as (delete from sealing_key k using gone where k.service_id = $2 and k.owner_id = gone.id)
     delete from person using gone where person.id = gone.id`,
    [personId, serviceId],
  );
}
