// A service is put into the database: its areas, who commissions it there, and its first members of staff.
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Id, StaffRole } from '#libs/case';
import { inTransaction } from '#libs/database';
import type { PersonalRecords } from '#libs/people';

/** A service as its file describes it. */
export interface NewService {
  readonly name: string;
  /** Numbers that differ from the defaults, by name; the owner's to change later. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly commissions: readonly Commission[];
  readonly staff: readonly FirstStaff[];
}
/** From `startsOn`, 'YYYY-MM-DD', the service serves this area on behalf of this commissioner (R80). */
export interface Commission {
  readonly area: string;
  readonly commissioner: string;
  /** pcc, mayor, council or another. */
  readonly kind: string;
  readonly startsOn: string;
}
/** Somebody who may sign in: `subject` is what the sign-in service calls them. */
export interface FirstStaff {
  readonly subject: string;
  readonly roles: readonly StaffRole[];
  readonly values: Record<string, string>;
}
/** What was made of it. */
export interface MadeService {
  readonly id: Id;
  readonly made: boolean;
  readonly areas: readonly { readonly id: Id; readonly name: string }[];
  /** How many members of staff are new. */
  readonly added: number;
}

/**
 * Puts a service there in one transaction, as the owner of the tables. What is there already, by name or subject, stays as it
 * is: the same file may be taken again, after a mistake in the middle or with more in it.
 */
export function putService(owner: pg.Pool, people: PersonalRecords, wanted: NewService): Promise<MadeService> {
  return inTransaction(owner, async (client) => {
    const first = async <R extends object>(text: string, values: unknown[]): Promise<R | undefined> =>
      (await client.query<R>(text, values)).rows[0];
    const named = async (table: 'service' | 'area' | 'commissioner', columns: Readonly<Record<string, unknown>>) => {
      const names = Object.keys(columns);
      const places = names.map((_name, n) => `$${n + 1}`);
      const made = await first<{ id: Id }>(
        `insert into ${table} (${names.join(', ')}) values (${places.join(', ')}) on conflict (name) do nothing returning id`,
        Object.values(columns),
      );
      const there = made ?? (await first<{ id: Id }>(`select id from ${table} where name = $1`, [columns['name']]));
      return { id: there?.id ?? '', made: made !== undefined };
    };
    const service = await named('service', { name: wanted.name, settings: JSON.stringify(wanted.settings) });
    const areas = new Map<string, Id>();
    for (const { area, commissioner, kind, startsOn } of wanted.commissions) {
      const [place, office] = [
        await named('area', { name: area }),
        await named('commissioner', { name: commissioner, kind }),
      ];
      areas.set(area, place.id);
      await client.query(
        `insert into commission (service_id, area_id, commissioner_id, starts_on) values ($1, $2, $3, $4) on conflict do nothing`,
        [service.id, place.id, office.id, startsOn],
      );
    }
    const fresh = new Map<Id, Record<string, string>>();
    for (const { subject, roles, values } of wanted.staff) {
      if (await first('select from staff where service_id = $1 and subject = $2', [service.id, subject])) continue;
      const id = randomUUID();
      await client.query('insert into person (id, service_id) values ($1, $2)', [id, service.id]);
      await client.query('insert into staff (id, service_id, subject, roles) values ($1, $2, $3, $4)', [
        id,
        service.id,
        subject,
        roles,
      ]);
      fresh.set(id, values);
    }
    await people.write(client, service.id, fresh);
    return { ...service, areas: [...areas].map(([name, id]) => ({ id, name })), added: fresh.size };
  });
}

/** Every service of the database, by name. */
export async function servicesIn(owner: pg.Pool): Promise<{ id: Id; name: string }[]> {
  return (await owner.query<{ id: Id; name: string }>('select id, name from service order by name')).rows;
}
