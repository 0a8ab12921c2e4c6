// A small service on a fresh database, called without HTTP: its stores, its staff, and the way to open a case.
import { randomBytes, randomUUID } from 'node:crypto';
import type { Actor, Id, StaffRole } from '#libs/case';
import { Cursors, type Database, openPools, type Pools } from '#libs/database';
import {
  openCase,
  tell,
  type Answer,
  type Clock,
  type Command,
  type UnstampedEvent,
  PgCaseReading,
  type PgCaseStore,
} from '#libs/casework';
import type { PgPersonalRecords } from '#libs/people';
import { publishDefaults, textRegister } from '#libs/rights';
import { openServices } from '../../../libs/services/src/open-services.js';
import { freshDatabase } from '../database/fresh-database.js';
import { testMasterKeys } from '../database/master-keys.js';

export interface TestService {
  /** The owner's address; services opened there work as the application. */
  url: string;
  /** The owner's connections: no row is hidden from them. */
  pools: Pools;
  /** The application's connections: without a scope they see nothing. */
  application: Pools;
  /** The same in a scope: each statement is sent for an actor or the service. */
  database: Database;
  store: PgCaseStore;
  reading: PgCaseReading;
  people: PgPersonalRecords;
  serviceId: Id;
  /** A new member of staff with these roles. */
  staff(...roles: StaffRole[]): Promise<Extract<Actor, { kind: 'staff' }>>;
  /** Opens a case with one person harmed and one responsible; gives its id. */
  aCase(by: Actor, clock?: Clock): Promise<Id>;
  tell(actor: Actor, command: Omit<Command, 'key'> & { key?: string }, clock?: Clock): Promise<Answer>;
  /** Opens another store, as a second server process would have. */
  secondProcess(): PgCaseStore;
  close(): Promise<void>;
}
const now: Clock = () => new Date();

/** A happening that no case refuses from a member of staff who may see it. */
export const riskFlag = (
  flag: 'death' | 'hate' | 'multiParty' | 'relationship' | 'mentalHealth' = 'relationship',
): UnstampedEvent => ({ type: 'flag.set', flag });

/** Opens a service on a database of its own. */
export async function openTestService(): Promise<TestService> {
  const database = await freshDatabase();
  const inside = openServices(database.url, { masterKeys: testMasterKeys, sizes: { hot: 4, plain: 4 } });
  const { people, store, database: eyes } = inside;
  const pools = openPools(database.url, { hot: 1, plain: 3 });
  const others: Pools[] = [inside.pools];
  const reading = new PgCaseReading(eyes, new Cursors(randomBytes(32)), people.sealing);
  const { rows } = await pools.plain.query<{ id: Id }>(`insert into service (name) values ('A service') returning id`);
  const serviceId = (rows[0] as { id: Id }).id;
  await publishDefaults(eyes, textRegister, serviceId, '2020-01-01T00:00:00.000Z');

  const staff: TestService['staff'] = async (...roles) => {
    const id = await people.add(serviceId, { given: 'Member', family: 'Of staff' });
    await pools.plain.query(
      `insert into staff (id, service_id, subject, roles, level, registered_until, last_supervision, caseload_limit) values ($1, $2, $1::uuid::text, $3, 'Advanced', '2100-01-01', current_date, 100)`,
      [id, serviceId, roles],
    );
    return { kind: 'staff', id, serviceId, roles };
  };
  const aCase: TestService['aCase'] = async (by, clock = now) => {
    const [harmed, responsible, offence] = [randomUUID(), randomUUID(), randomUUID()];
    const answer = await openCase(store, clock, by, {
      key: randomUUID(),
      opening: { source: 'police', initiator: 'harmed', offences: [{ offenceId: offence, kind: 'burglary' }] },
      persons: [
        { id: harmed, values: { given: 'Harriet' } },
        { id: responsible, values: { given: 'Ross' } },
      ],
      offences: [{ id: offence, reference: null, kind: 'burglary', words: null, recordedOn: null }],
      initialEvents: [
        {
          type: 'participant.joined',
          participantId: randomUUID(),
          personId: harmed,
          role: 'harmed',
          age: 'adult',
          approach: 'agreed',
        },
        {
          type: 'participant.joined',
          participantId: randomUUID(),
          personId: responsible,
          role: 'responsible',
          age: 'adult',
          approach: 'agreed',
        },
      ],
    });
    if (!answer.ok) throw new Error(`The case was not opened: ${JSON.stringify(answer)}`);
    return answer.caseId;
  };
  return {
    url: database.url,
    pools,
    application: inside.pools,
    database: eyes,
    store,
    reading,
    people,
    serviceId,
    staff,
    aCase,
    tell: (actor, command, clock = now) => tell(store, clock, actor, { key: randomUUID(), ...command }),
    secondProcess: () => {
      const other = openServices(database.url, { masterKeys: testMasterKeys, sizes: { hot: 4, plain: 2 } });
      others.push(other.pools);
      return other.store;
    },
    close: async () => {
      await Promise.all([pools, ...others].map((one) => one.end()));
      await database.drop();
    },
  };
}
