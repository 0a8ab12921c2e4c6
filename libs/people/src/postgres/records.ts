// The single place through which names, birth dates and contact details are written and read. Each value is sealed with
// its person's key; no other code touches personal_value.
import type { Id } from '#libs/case';
import { serviceScope, type Database, type Rows, type Scope } from '#libs/database';
import type { PersonalRecords } from '../personal-records.js';
import type { Sealing } from '#libs/sealing';
import { fields, type Field, type Values } from '../fields.js';
import { actorStatement } from '#libs/permissions';
import { peopleLike, reachedAlike } from './alike.js';
import { suggest } from './suggest.js';
import { compared, writeTokens } from './tokens.js';
import { AS_ONE, readValues, removeValues, writeValues, type Value } from './values.js';

const isField = (name: string): name is Field => name in fields;

/** Personal records of every service of a database. `rows` in a method is a transaction of the caller's. */
export class PgPersonalRecords implements PersonalRecords {
  readonly actors = actorStatement;

  constructor(
    private readonly database: Database,
    readonly sealing: Sealing,
    private readonly byKey: Database = database,
  ) {}

  /** Writes values; an empty text removes the value. A name that is not a field is a bug and throws. */
  async write(rows: Rows, serviceId: Id, people: ReadonlyMap<Id, Readonly<Record<string, string>>>): Promise<void> {
    const all = [...people].flatMap(([id, values]) =>
      Object.entries(values).map(([field, value]) => ({ id, field, value })),
    );
    const unknown = all.find(({ field }) => !isField(field));
    if (unknown) throw new Error(`There is no personal field '${unknown.field}'`);
    const values = all as Value[];
    const kept = values.filter(({ value }) => value !== '');
    await removeValues(
      rows,
      serviceId,
      values.filter(({ value }) => value === ''),
    );
    if (kept.length > 0) await writeValues(rows, this.sealing, serviceId, kept);
    const touched = values.filter(({ field }) => (compared as readonly string[]).includes(field)).map(({ id }) => id);
    if (touched.length > 0)
      await writeTokens(rows, this.sealing, serviceId, await this.readIn(rows, serviceId, touched, compared));
  }

  async bornOn(rows: Rows, serviceId: Id, personId: Id): Promise<string | null> {
    const held = await readValues(rows, this.sealing, serviceId, [personId], ['bornOn'], AS_ONE);
    return held.get(personId)?.bornOn ?? null;
  }

  /** Compares these people with all others of the service, for staff to judge; nothing is merged. */
  suggest(rows: Rows, serviceId: Id, ids: readonly Id[]): Promise<void> {
    return suggest(rows, this.sealing, serviceId, ids, (people) => this.readIn(rows, serviceId, people, compared));
  }

  like(rows: Rows, serviceId: Id, values: Values): Promise<{ id: Id; score: number }[]> {
    return peopleLike(rows, this.sealing, serviceId, values, (ids, wanted) =>
      this.readIn(rows, serviceId, ids, wanted),
    );
  }

  reachedAlike(rows: Rows, serviceId: Id, ids: readonly Id[]): Promise<{ one: Id; other: Id }[]> {
    return reachedAlike(rows, this.sealing, serviceId, ids, (some, wanted) =>
      this.readIn(rows, serviceId, some, wanted),
    );
  }

  /** Writes values of people who are already known to the service. */
  change(serviceId: Id, people: ReadonlyMap<Id, Values>): Promise<void> {
    return this.database.within(serviceScope(serviceId), (rows) =>
      this.write(rows, serviceId, people as ReadonlyMap<Id, Record<string, string>>),
    );
  }

  /** Makes a person known to a service and gives their id; the values are written with it. */
  async add(serviceId: Id, values: Values, id: Id = crypto.randomUUID()): Promise<Id> {
    await this.database.within(serviceScope(serviceId), async (rows) => {
      // The row has two unique keys: named alone, one would let the other fail where two make the same person known at once.
      await rows.query('insert into person (id, service_id) values ($1, $2) on conflict do nothing', [id, serviceId]);
      await this.write(rows, serviceId, new Map([[id, values as Record<string, string>]]));
    });
    return id;
  }

  /**
   * The values of many people of one service in one statement. Everyone asked for is in the answer; a person unknown,
   * erased, of another service, or out of sight, with no values. `scope` is for whom it is read; without one, for the service itself.
   */
  read(
    serviceId: Id,
    ids: readonly Id[],
    wanted: readonly Field[] = Object.keys(fields) as Field[],
    scope: Scope = serviceScope(serviceId),
  ): Promise<Map<Id, Values>> {
    return this.readIn(this.database.as(scope), serviceId, ids, wanted);
  }

  /** The name to show for each person, who goes by the one they were merged into: how they like to be called, else given and family name, else as written, else null. */
  async names(serviceId: Id, ids: readonly Id[], scope?: Scope): Promise<Map<Id, string | null>> {
    const rows = this.byKey.as(scope ?? serviceScope(serviceId));
    const people = await readValues(
      rows,
      this.sealing,
      serviceId,
      ids,
      ['given', 'family', 'knownAs', 'asWritten'],
      AS_ONE,
    );
    return new Map([...people].map(([id, values]) => [id, nameOf(values)]));
  }

  /** `read` inside a transaction of the caller's. */
  readIn(rows: Rows, serviceId: Id, ids: readonly Id[], wanted: readonly Field[]): Promise<Map<Id, Values>> {
    return readValues(rows, this.sealing, serviceId, ids, wanted);
  }
}

/** The name to show for a person; null when none is held. */
export function nameOf({ given, family, knownAs, asWritten }: Values): string | null {
  const parts = [knownAs ?? given, family].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' ') : (asWritten ?? null);
}
