// A service that has a twin: each has a database of its own, both the same staff and ids. What happens in one of them alone is the secret.
import pg from 'pg';
import { summary, textFields, type Actor, type CaseEvent, type Id } from '#libs/case';
import { BEFORE_THE_FIRST, sha256 } from '#libs/hash-chain';
import { nextEntry, type CaseChange, type JournalEntry } from '#libs/casework';
import { composeServices as openPorts, type Services as Ports } from '../../apps/server/src/compose-services.js';
import { openServices, type OpenServices } from '../../libs/services/src/open-services.js';
import { openTestApi, type TestApi, type Reply } from '../harness/api/test-api.js';
import { publishDefaults, textRegister } from '#libs/rights';
import { freshDatabase, type FreshDatabase } from '../harness/database/fresh-database.js';
import { testMasterKeys } from '../harness/database/master-keys.js';
import { settings, type AppliedEvents } from './case-in-memory.js';
import { everybody, services, staff } from './service-staff.js';

/** One of the two. */
export interface TwinService {
  /** Keeps a case that was lived, with its people and words. */
  keeps(caseOf: Kept): Promise<void>;
  /** Asks as this actor; the answer as it comes. */
  ask(actor: Actor, query: string, variables: object): Promise<Reply>;
  /** Everything logged since it was opened, at the most talkative. */
  readonly log: readonly string[];
  /** Runs SQL as the owner of the database, from whom no row is hidden. */
  sql(text: string): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}
/** A case to be kept: what was lived, under which reference, and what its people are called. */
export interface Kept {
  readonly applied: AppliedEvents;
  readonly reference: string;
  readonly names: ReadonlyMap<Id, string>;
  /** What else is held of its people, by the names of libs/people. */
  readonly values?: (personId: Id) => Readonly<Record<string, string>>;
  readonly words: (id: Id) => string;
}

// The clock of a pair stands where its case does.
const YEARS = 10 * 365 * 86_400;
// Nobody here is hasty or greedy: what is asked is the whole schema at once.
const limits = {
  tokens: 100_000,
  cost: 1e9,
  depth: 30,
  aliases: 10_000,
  duplicates: 10_000,
  requestsPerMinute: 1e9,
  strangersPerMinute: 1e9,
};

export async function openTwinService(): Promise<TwinService> {
  const database: FreshDatabase = await freshDatabase();
  const ports: Ports = openPorts(database.url, testMasterKeys);
  const inside: OpenServices = openServices(database.url, { masterKeys: testMasterKeys, sizes: { hot: 2, plain: 2 } });
  await takeOn(database.url, ports);
  for (const service of services)
    await publishDefaults(inside.database, textRegister, service, '2020-01-01T00:00:00.000Z');
  const actors = new Map<string, Actor>();
  const tokens = new Map<string, Promise<string>>();
  const api: TestApi = await openTestApi({
    ...ports,
    people: { ...ports.people, actorFor: async (subject: string) => actors.get(subject) ?? null },
    limits,
  });
  return {
    keeps: async (caseOf) => {
      await keep(inside, caseOf);
      await takeBack(database.url, caseOf.applied);
      await inOneOrder(database.url, caseOf.applied);
    },
    ask: async (actor, query, variables) => {
      actors.set(actor.id, actor);
      const token =
        tokens.get(actor.id) ??
        api.issuer.sign({ subject: actor.id, serviceId: actor.serviceId }, { scope: 'explore', lifetime: YEARS });
      tokens.set(actor.id, token);
      return api.ask(query, await token, variables);
    },
    log: api.log,
    sql: (text) => asOwner(database.url, text),
    close: async () => {
      await api.close();
      await ports.stop();
      await inside.stop();
      await database.drop();
    },
  };
}

/** Messages that were withdrawn after they had been queued: written at once, they would never have been. */
async function takeBack(url: string, { effects, stored }: AppliedEvents): Promise<void> {
  const gone = effects.flatMap((effect) => (effect.type === 'notice.cancel' ? [[effect.noticeId, effect.since]] : []));
  const rows = gone.map(([id, at]) => `('${id}', '${at}'::timestamptz)`).join(', ');
  if (gone.length > 0)
    await asOwner(
      url,
      `update notice n set cancelled_at = g.at from (values ${rows}) as g (id, at) where n.id = g.id and n.case_id = '${stored.facts.caseId}'`,
    );
}

/** Tasks written at once share their instant, and come by ids that the database made: here each has a moment of its own, that hangs on no other task. */
async function inOneOrder(url: string, { stored }: AppliedEvents): Promise<void> {
  await asOwner(
    url,
    `update task t set since = t.since + interval '1 millisecond' * mod(hashtextextended(concat_ws('|', t.task, t.about, t.supplier, t.process_id, t.assignee_id), 0), 30000)
     where t.case_id = '${stored.facts.caseId}'`,
  );
}

async function asOwner(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

/** The services and their staff, with the same ids in both. */
async function takeOn(url: string, ports: Ports): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const [n, id] of services.entries())
      await client.query('insert into service (id, name) values ($1, $2)', [id, `Northfold ${n}`]);
    for (const { id, serviceId, roles } of everybody) {
      await ports.register.addPerson(serviceId, id, { given: `Colleague ${id.slice(-2)}` });
      await client.query(
        `insert into staff (id, service_id, subject, roles, level, registered_until, last_supervision, caseload_limit)
         values ($1, $2, $1::uuid::text, $3, 'Advanced', '2100-01-01', '2099-01-01', 100)`,
        [id, serviceId, roles],
      );
    }
  } finally {
    await client.end();
  }
}

/** Writes the whole of a case at once, as openings do. */
async function keep({ store }: OpenServices, { applied, reference, names, words, values }: Kept): Promise<void> {
  const { events, stored, effects } = applied;
  const { facts } = stored;
  const last = events.at(-1) as CaseEvent;
  const shown = summary(stored, last.at, settings);
  const finished = effects.filter((effect) => effect.type === 'task.done');
  const open = effects.filter(
    (effect) =>
      effect.type !== 'task.done' &&
      effect.type !== 'notice.cancel' &&
      !(
        effect.type === 'task' &&
        finished.some(
          (done) =>
            done.task === effect.task &&
            (done.about === null || done.about === effect.about) &&
            (done.processId === null || done.processId === effect.processId) &&
            done.since >= effect.since,
        )
      ),
  );
  const change: CaseChange = {
    caseId: facts.caseId,
    serviceId: facts.serviceId,
    from: 0,
    opening: {
      reference,
      areaId: null,
      openedAt: facts.openedAt,
      offenceIds: facts.referral.offences.map(({ offenceId }) => offenceId),
    },
    next: stored,
    summary: shown,
    entries: chained(facts.caseId, events),
    effects: open,
    texts: events.flatMap((event) => textsOf(event, words)),
    participants: [...shown.participants],
    answer: { actorId: staff.coordinator.id, key: facts.caseId, requestHash: sha256(facts.caseId) },
    // One instant for what stands beside the case, whatever was the last to happen to it.
    at: facts.openedAt,
    by: staff.coordinator.id,
  };
  const persons = [...new Set(Object.values(facts.people.participants).map(({ personId }) => personId))];
  const kept = await store.writeWith(
    change,
    persons.map((id) => ({ id, values: values?.(id) ?? { given: names.get(id) ?? `Nobody ${id.slice(-12)}` } })),
    facts.referral.offences.map(({ offenceId, kind }) => ({
      id: offenceId,
      reference: null,
      kind,
      words: null,
      recordedOn: null,
    })),
    [],
  );
  if (!kept) throw new Error('The case was not kept');
}

function chained(caseId: Id, events: readonly CaseEvent[]): JournalEntry[] {
  const entries: JournalEntry[] = [];
  for (const event of events)
    entries.push(nextEntry(caseId, entries.length + 1, event, entries.at(-1)?.hash ?? BEFORE_THE_FIRST));
  return entries;
}

const fields: Readonly<Record<string, Readonly<Record<string, string>>>> = textFields;
/** The words behind the text ids of an event, for the readers that libs/case names. */
function textsOf(event: CaseEvent, words: (id: Id) => string) {
  const said = event as unknown as Readonly<Record<string, unknown>>;
  return Object.entries(fields[event.type] ?? {}).flatMap(([field, audience]) => {
    const id = said[field];
    const whose = typeof said['participantId'] === 'string' ? said['participantId'] : 'staff';
    return typeof id === 'string' ? [{ id, audience: audience === 'person' ? whose : audience, words: words(id) }] : [];
  });
}
