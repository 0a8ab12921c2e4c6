// A register of persons over a test service, for tests about decisions on persons: people in cases of their own, and short ways to decide.
import { randomUUID } from 'node:crypto';
import type { Actor, Id } from '#libs/case';
import { Cursors, serviceScope } from '#libs/database';
import { type Decided, doneCommands } from '#libs/commands';
import {
  type FoundPersonRow,
  type PersonSearch,
  type SuggestionRow,
  PersonRegister,
  PgPeopleReading,
  type Values,
} from '#libs/people';
import { openTestService, type TestService } from './test-service.js';

export interface TestRegister {
  readonly service: TestService;
  readonly register: PersonRegister;
  readonly reading: PgPeopleReading;
  readonly coordinator: Actor;
  readonly manager: Actor;
  readonly lead: Actor;
  /** Whether a legal hold stands against erasing a person. */
  held: boolean;
  /** Runs SQL and gives its rows. */
  rows<R extends object>(sql: string, ...values: unknown[]): Promise<R[]>;
  /** A person with these values in a case of their own, in that role. */
  inCase(role: 'harmed' | 'responsible', values: Values): Promise<{ id: Id; caseId: Id }>;
  merge(actor: Actor, keptId: Id, goneId: Id): Promise<Decided>;
  undo(actor: Actor, mergeId: Id): Promise<Decided>;
  find(actor: Actor, text: string, side?: PersonSearch['side']): Promise<FoundPersonRow[]>;
  /** The suggestions this actor is shown in which the person stands. */
  pairs(actor: Actor, of: Id): Promise<SuggestionRow[]>;
}

export const now = (): string => new Date().toISOString();
/** The id of a decision that was made; breaks off when it was not. */
export async function done(decided: Promise<Decided>): Promise<Id> {
  const answer = await decided;
  if (!answer.ok) throw new Error(answer.problems.join());
  return answer.id;
}

/** Opens a test service and the register over it. Close the service in `afterAll`. */
export async function openTestRegister(): Promise<TestRegister> {
  const service = await openTestService();
  const { database, people, serviceId, pools } = service;
  const against = async () => (testRegister.held ? ['a hold'] : []);
  const register = new PersonRegister(
    { database, sealing: people.sealing, commands: doneCommands(people.sealing) },
    people,
    against,
  );
  const reading = new PgPeopleReading(database, new Cursors(Buffer.alloc(32, 7)));
  const coordinator = await service.staff('coordinator');
  const rows: TestRegister['rows'] = async <R extends object>(sql: string, ...values: unknown[]) =>
    (await pools.plain.query<R>(sql, values)).rows;
  const testRegister: TestRegister = {
    service,
    register,
    reading,
    coordinator,
    manager: await service.staff('manager'),
    lead: await service.staff('safeguardingLead'),
    held: false,
    rows,
    inCase: async (role, values) => {
      const caseId = await service.aCase(coordinator);
      const sql = 'select person_id as id from participant where case_id = $1 and role = $2';
      const id = (await rows<{ id: Id }>(sql, caseId, role))[0]?.id ?? '';
      await people.change(serviceId, new Map([[id, values]]));
      await database.within(serviceScope(serviceId), (tx) => people.suggest(tx, serviceId, [id]));
      return { id, caseId };
    },
    merge: (actor, keptId, goneId) =>
      register.merge(actor, randomUUID(), { keptId, goneId, reason: 'Same birth date' }, now()),
    undo: (actor, mergeId) => register.undoMerge(actor, randomUUID(), { mergeId, reason: 'They are two' }, now()),
    find: async (actor, text, side = null) => {
      const parts = await register.tokensOf(serviceId, text);
      return (await reading.search(actor, { parts, side }, {})).rows.map(({ row }) => row);
    },
    pairs: async (actor, of) =>
      (await reading.suggestions(actor, {}, { first: 100 })).rows
        .map(({ row }) => row)
        .filter(({ persons }) => persons.some(({ id }) => id === of)),
  };
  return testRegister;
}
