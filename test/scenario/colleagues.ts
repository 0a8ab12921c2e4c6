// Who works in the service of a story, by first name, in the position they have there.
import type { Actor, Id, StaffRole } from '#libs/case';
import type { PgPersonalRecords } from '#libs/people';

/** Grace leads, Noor works beside her, Sol supervises; nobody has asked Ivo yet. Sade leads safeguarding. */
const staff = {
  grace: { roles: ['facilitator'], level: 'Advanced' },
  noor: { roles: ['facilitator'], level: 'Intermediate' },
  sol: { roles: ['facilitator'], level: 'Advanced' },
  ivo: { roles: ['facilitator'], level: 'Advanced' },
  sade: { roles: ['safeguardingLead'], level: null },
  mona: { roles: ['manager'], level: null },
  cora: { roles: ['coordinator'], level: null },
} as const satisfies Record<string, { roles: readonly StaffRole[]; level: string | null }>;
export type Colleague = keyof typeof staff;
export type Colleagues = Readonly<Record<Colleague, Extract<Actor, { kind: 'staff' }>>>;

/** Runs SQL and gives its rows. */
export type Sql = <R extends object>(text: string, ...values: unknown[]) => Promise<R[]>;

/** Takes everybody on; each signs in under their first name. Supervised in the week before, and registered for good. */
export async function takeOn(sql: Sql, people: PgPersonalRecords, serviceId: Id, today: string): Promise<Colleagues> {
  const taken = Object.entries(staff).map(async ([name, { roles, level }]) => {
    const id = await people.add(serviceId, { given: name });
    await sql(
      `insert into staff (id, service_id, subject, roles, level, registered_until, last_supervision, caseload_limit, training)
       values ($1, $2, $3, $4, $5, '2100-01-01', $6::date - 7, 100, '{sensitive}')`,
      id,
      serviceId,
      name,
      roles,
      level,
      today,
    );
    return [name, { kind: 'staff', id, serviceId, roles }] as const;
  });
  return Object.fromEntries(await Promise.all(taken)) as unknown as Colleagues;
}
