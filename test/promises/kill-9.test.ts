// Promise: `kill -9` of the server, at any point of a running load, loses no acknowledged command, halves none, and leaves every journal whole.
import { keyDigest } from '#libs/commands';
import {
  decide,
  due,
  open,
  type Decision,
  type EventOf,
  type Facts,
  type Id,
  type Refusal,
  type Settings,
  settingsOf,
} from '#libs/case';
import { eventOf, type JournalEntry, checkJournals } from '#libs/casework';
import { serviceScope, openPools, scoped, type Pools } from '#libs/database';
import { makeServerFolder, type ServerFolder } from '../harness/process/killable-server.js';
import { chance } from '../simulation/chance.js';
import { loadUntil, send, type Sent } from '../harness/process/load.js';

/** KILLS=20 kills more often; KILL_SEED=… kills again as it did when a promise was broken. */
const kills = Number(process.env['KILLS'] ?? 1);
const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000);
const CLIENTS = 6;

let serverFolder: ServerFolder;
let pools: Pools;
beforeAll(() => void (serverFolder = makeServerFolder()), 120_000);
afterAll(async () => {
  await pools?.end();
  await serverFolder.clearAway();
}, 60_000);

const rowsOf = async <R extends object>(text: string, ...values: unknown[]) =>
  (await pools.plain.query<R>(text, values)).rows;

/** Where a command stands in the database: the answer kept under its key, with the entry of the journal that it became. */
async function keptUnder(
  keys: readonly string[],
): Promise<Map<string, { caseId: Id; revision: number; type: string | null }>> {
  const rows = await rowsOf<{ key: string; caseId: Id; revision: number; type: string | null }>(
    `select a.key, a.case_id as "caseId", a.revision, j.type from answer a
     left join journal j on j.case_id = a.case_id and j.seq = a.revision where a.key = any($1)`,
    keys.map(keyDigest),
  );
  const found = new Map(rows.map((row) => [row.key, row]));
  return new Map(
    keys.flatMap((key) =>
      found.has(keyDigest(key)) ? [[key, found.get(keyDigest(key)) as (typeof rows)[number]]] : [],
    ),
  );
}

/** Whatever was acknowledged is there as it was acknowledged. */
async function nothingIsLost(sent: readonly Sent[]): Promise<void> {
  const told = sent.filter(({ answer }) => answer?.__typename === 'Told');
  const kept = await keptUnder(told.map(({ key }) => key));
  const there = told.map(({ key }) => [
    key,
    kept.get(key)?.caseId,
    kept.get(key)?.revision,
    typeof kept.get(key)?.type,
  ]);
  expect(there).toEqual(told.map(({ key, answer }) => [key, answer?.caseId, answer?.revision, 'string']));
}

/** A command is one entry and one answer, or neither: there are no others. And what its entry names is there: words, people. */
async function nothingIsHalved(): Promise<void> {
  const [counted] = await rowsOf(`select
    (select count(*) from journal j where not exists (select from answer a where a.case_id = j.case_id and a.revision = j.seq)
      and j.seq > (select min(a.revision) from answer a where a.case_id = j.case_id))::int as unanswered,
    (select count(*) from case_file c where not exists (select from answer a where a.case_id = c.id))::int as unopened,
    (select count(*) from answer a where not exists (select from journal j where j.case_id = a.case_id and j.seq = a.revision))::int as "withoutEntry",
    (select count(*) from journal j where j.event ? 'text' and not exists (select from text t where t.id::text = j.event ->> 'text'))::int as "withoutWords",
    (select count(*) from text t where t.words like '%, number %' and not exists (select from journal j where j.case_id = t.case_id and j.event ->> 'text' = t.id::text))::int as "wordsOfNothing",
    (select count(*) from journal j where j.type = 'participant.joined' and not exists
      (select from participant p where p.case_id = j.case_id and p.id::text = j.event ->> 'participantId'))::int as "withoutPerson"`);
  expect(counted).toEqual({
    unanswered: 0,
    unopened: 0,
    withoutEntry: 0,
    withoutWords: 0,
    wordsOfNothing: 0,
    withoutPerson: 0,
  });
}

/** Figures are settled from what the killed process left: as many cases referred, and in each stage, as there are (R73). */
async function figuresAreWhole(): Promise<void> {
  for (const { id } of await rowsOf<{ id: Id }>('select id from service')) {
    const service = scoped(pools.plain).as(serviceScope(id));
    await service.query('select figures_settle()');
    const { rows } = await service.query<{ kept: string; there: string }>(
      `select (select sum(n[1]) from figure_count where service_id = $1 and figure = 'funnel' and part = 'referred' and unit = 'month') as kept,
         (select count(*) from journal where service_id = $1 and type = 'case.opened') as there
       union all select (select n[1] from figure_count where service_id = $1 and figure = 'stage' and part = c.stage || '/' || coalesce(c.step, '-')), count(*)
         from case_file c where c.service_id = $1 group by c.stage, c.step`,
      [id],
    );
    for (const { kept, there } of rows) expect(Number(kept)).toBe(Number(there));
  }
}

/** Everything that follows from what happened waits to be done: each deadline of each case as a job, each task for its people. */
async function everythingIsQueued(): Promise<void> {
  const cases = await rowsOf<{ id: Id; facts: Facts; settings: string }>(
    'select c.id, c.facts, s.settings::text as settings from case_file c join service s on s.id = c.service_id',
  );
  const jobs = await rowsOf<{ key: string; on: string }>(
    `select singleton_key as key, data ->> 'dueAt' as on from pgboss.job where name = 'deadline' and state = 'created' order by 1`,
  );
  const wanted = cases.flatMap(({ id, facts, settings }) =>
    due(facts, settingsOf(settings)).map(({ name, processId, about, on }) => ({
      key: `${id}/${name}|${processId ?? '-'}|${about}`,
      on,
    })),
  );
  // what is due by now the worker may be passing in this moment
  const soon = new Date(Date.now() + 60_000).toISOString();
  const inOrder = (list: { key: string; on: string }[]) =>
    list.flatMap(({ key, on }) => (on > soon ? [`${key} ${on}`] : [])).toSorted();
  expect(inOrder(jobs)).toEqual(inOrder(wanted));
  const kept = new Set(
    (await rowsOf<Asked>('select case_id as "caseId", task, about from task')).map((row) => JSON.stringify(row)),
  );
  const asked = await Promise.all(cases.map(({ id, settings }) => tasksAskedFor(id, settingsOf(settings))));
  expect(asked.flat().filter((task) => !kept.has(JSON.stringify(task)))).toEqual([]);
}

interface Asked {
  caseId: Id;
  task: string;
  about: string;
}
/** The tasks that the events of a case asked for, decided once more from its journal. */
async function tasksAskedFor(caseId: Id, settings: Settings): Promise<Asked[]> {
  const entries = await rowsOf<Pick<JournalEntry, 'at' | 'by' | 'type' | 'event'>>(
    'select at, by, type, event from journal where case_id = $1 order by seq',
    caseId,
  );
  const [opened, ...events] = entries.map(eventOf);
  let now: Decision = open(opened as EventOf<'case.opened'>, settings);
  const effects = [...now.effects];
  for (const event of events) {
    const then: Decision | Refusal = decide(now.next, event, settings);
    if (!then.ok) throw new Error(`The journal of ${caseId} does not follow: ${event.type}`);
    effects.push(...then.effects);
    now = then;
  }
  return effects.flatMap((effect) =>
    effect.type === 'task' ? [{ caseId, task: effect.task, about: effect.about }] : [],
  );
}

test(
  `killed ${kills} times in the middle of a load (seed ${seed}), it keeps its word`,
  async () => {
    const c = chance(seed);
    const cases: Id[] = [];
    let [acknowledged, unknown, happened] = [0, 0, 0];
    let server = await serverFolder.start();
    pools = openPools(await serverFolder.databaseUrl(), { hot: 1, plain: 2 });
    for (let round = 1; round <= kills; round += 1) {
      const name = `${seed}-${round}`;
      const living = server;
      const sent = await loadUntil(living, { clients: CLIENTS, acknowledged: 20 + c.upTo(150), cases, c, name }, () =>
        living.kill(),
      );
      server = await serverFolder.start();

      await nothingIsLost(sent);
      await nothingIsHalved();
      await everythingIsQueued();
      await figuresAreWhole();
      expect((await checkJournals(pools.plain)).faults).toEqual([]);

      const left = sent.filter(({ answer }) => answer === null);
      const before = await keptUnder(left.map(({ key }) => key));
      for (const command of left) {
        const answers = await Promise.all([send(server, command), send(server, command)]);
        const told = before.get(command.key);
        expect(answers[1]).toEqual(answers[0]);
        if (told) expect(answers[0]).toEqual({ __typename: 'Told', caseId: told.caseId, revision: told.revision });
        command.answer = answers[0];
      }
      const again = sent.filter(({ answer }) => answer?.__typename === 'Told').slice(-10);
      for (const command of again) expect(await send(server, command)).toEqual(command.answer);
      await nothingIsLost(sent);
      await nothingIsHalved();
      acknowledged += sent.length - left.length;
      unknown += left.length;
      happened += before.size;
    }
    expect((await checkJournals(pools.plain)).faults).toEqual([]);
    process.stdout.write(
      `killed ${kills} times (seed ${seed}): ${acknowledged} acknowledged, ${unknown} under way, of which ${happened} had happened\n`,
    );
  },
  60_000 + kills * 60_000,
);
