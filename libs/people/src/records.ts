// The single place through which names, birth dates and contact details are written and read. Values will be sealed
// with each person's key here; nothing else in the house touches personal_value.
import type { Id } from '#libs/case';
import type { PersonalRecords, Rows } from '#libs/casework';
import { fields, type Field, type Values } from './fields.js';
import { suggest } from './suggestions.js';
import { compared, writeTokens } from './tokens.js';

const isField = (name: string): name is Field => name in fields;

/** Personal records on any connection; `rows` runs SQL (a pool, or a connection inside a transaction). */
export class PgPersonalRecords implements PersonalRecords {
  constructor(private readonly rows: Rows) {}

  /** Writes values; an empty text removes the value. A name that is not a field is a bug and throws. */
  async write(rows: Rows, serviceId: Id, people: ReadonlyMap<Id, Readonly<Record<string, string>>>): Promise<void> {
    const all = [...people].flatMap(([id, values]) =>
      Object.entries(values).map(([field, value]) => ({ id, field, value })),
    );
    const unknown = all.find(({ field }) => !isField(field));
    if (unknown) throw new Error(`There is no personal field '${unknown.field}'`);
    const gone = all.filter(({ value }) => value === '');
    const kept = all.filter(({ value }) => value !== '');
    if (gone.length > 0)
      await rows.query(
        'delete from personal_value v using unnest($1::uuid[], $2::text[]) as g (id, field) where v.person_id = g.id and v.field = g.field and v.service_id = $3',
        [gone.map((v) => v.id), gone.map((v) => v.field), serviceId],
      );
    if (kept.length > 0)
      await rows.query(
        `insert into personal_value (person_id, field, service_id, value)
       select p.id, v.field, p.service_id, v.value from unnest($1::uuid[], $2::text[], $3::text[]) as v (id, field, value) join person p on p.id = v.id and p.service_id = $4
       on conflict (person_id, field) do update set value = excluded.value, changed_at = now()`,
        [kept.map((v) => v.id), kept.map((v) => v.field), kept.map((v) => v.value), serviceId],
      );
    const touched = all.filter(({ field }) => (compared as readonly string[]).includes(field)).map(({ id }) => id);
    if (touched.length > 0) await writeTokens(rows, serviceId, await readFrom(rows, serviceId, touched, compared));
  }

  /** Compares these people with all others of the service, for staff to judge; nothing is merged. */
  suggest(rows: Rows, serviceId: Id, ids: readonly Id[]): Promise<void> {
    return suggest(rows, serviceId, ids, (people) => readFrom(rows, serviceId, people, compared));
  }

  /** Writes values of people who are already known to the service. */
  change(serviceId: Id, people: ReadonlyMap<Id, Values>): Promise<void> {
    return this.write(this.rows, serviceId, people as ReadonlyMap<Id, Record<string, string>>);
  }

  /** Makes somebody known to a service and gives their id; the values are written with it. */
  async add(serviceId: Id, values: Values, id: Id = crypto.randomUUID()): Promise<Id> {
    await this.rows.query('insert into person (id, service_id) values ($1, $2) on conflict (id) do nothing', [
      id,
      serviceId,
    ]);
    await this.change(serviceId, new Map([[id, values]]));
    return id;
  }

  /**
   * The values of many people of one service in one statement. Everyone asked for is in the answer; somebody unknown,
   * or of another service, with no values. Who may read them is the caller's question: ask it first.
   */
  read(
    serviceId: Id,
    ids: readonly Id[],
    wanted: readonly Field[] = Object.keys(fields) as Field[],
  ): Promise<Map<Id, Values>> {
    return readFrom(this.rows, serviceId, ids, wanted);
  }

  /** The name to show for each person: how they like to be called, else given and family name, else as written, else null. */
  async names(serviceId: Id, ids: readonly Id[]): Promise<Map<Id, string | null>> {
    const people = await this.read(serviceId, ids, ['given', 'family', 'knownAs', 'asWritten']);
    return new Map([...people].map(([id, values]) => [id, nameOf(values)]));
  }
}

/** The name to show for a person; null when none is held. */
export function nameOf({ given, family, knownAs, asWritten }: Values): string | null {
  const parts = [knownAs ?? given, family].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' ') : (asWritten ?? null);
}

async function readFrom(
  rows: Rows,
  serviceId: Id,
  ids: readonly Id[],
  wanted: readonly Field[],
): Promise<Map<Id, Values>> {
  const people = new Map<Id, Values>(ids.map((id) => [id, {}]));
  const found = await rows.query<{ person_id: Id; field: Field; value: string }>(
    'select person_id, field, value from personal_value where person_id = any($1::uuid[]) and service_id = $2 and field = any($3)',
    [[...people.keys()], serviceId, wanted],
  );
  for (const { person_id, field, value } of found.rows) (people.get(person_id) as Values)[field] = value;
  return people;
}
