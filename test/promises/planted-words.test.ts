// Promise: a word comes to those it is for and to nobody else, wherever one looks: answers, errors, logs, jobs, journal, facts (R39, R67).
import { type Actor, type CaseEvent, type Id, textFields } from '#libs/case';
import { fields } from '#libs/people';
import { verbs } from '../../apps/api/src/commands/index.js';
import type { Reply } from '../harness/api/test-api.js';
import { startTestClock, type TestClock } from '../harness/service/test-clock.js';
import { asking, commanding, idVariables, inBrief, inFull, previewing } from '../noninterference/requests.js';
import { afterAll as later, pairOf } from '../noninterference/build-pair.js';
import { NOBODY } from '../noninterference/people.js';
import { readingStaff, staff } from '../noninterference/service-staff.js';
import { openTwinService, type TwinService } from '../noninterference/twin-service.js';
import { Bed, withNames, wordy, type For, type Planted } from '../scenario/planted-words.js';

const bed = new Bed();
const TAG = 'b1a57ed0';
let twin: TwinService;
let clock: TestClock;
let readers: Readonly<Record<string, Actor>>;
let caseId: Id;
let harmed: Id;
/** Participant ids by person, to know whose word a person's is. */
const parts = new Map<Id, Id>();
const answers = new Map<string, string>();

// Without secrets of its own a pair is one case twice: this is the one with most in it.
const pair = pairOf({ reader: 'supporter', depth: 'met', seed: 4, secrets: 8, theme: 'late', member: 0 }, TAG);

beforeAll(async () => {
  clock = startTestClock('2026-03-01T09:00:00.000Z');
  twin = await openTwinService();
  if (!pair) throw new Error('There is no case');
  const { facts } = pair.with.stored;
  caseId = facts.caseId;
  for (const [id, { personId }] of Object.entries(facts.people.participants)) parts.set(personId, id);
  const roles = Object.entries(facts.people.participants).map(([id, p]) => [id, p] as const);
  const whose = (role: string): Actor => {
    const found = roles.find(([, p]) => p.role === role);
    if (!found) throw new Error(`There is no ${role}`);
    return { kind: 'participant', id: found[1].personId, serviceId: facts.serviceId };
  };
  harmed = roles.find(([, p]) => p.role === 'harmed')?.[0] ?? NOBODY;
  readers = {
    harmed: whose('harmed'),
    responsible: whose('responsible'),
    supporter: whose('supporter'),
    lead: staff.lead,
    coFacilitator: staff.coFacilitator,
    safeguardingLead: staff.safeguardingLead,
    manager: staff.manager,
    coordinator: staff.coordinator,
    otherFacilitator: readingStaff[1] as Actor,
    managerElsewhere: staff.managerElsewhere,
    facilitatorElsewhere: staff.facilitatorElsewhere,
    participantElsewhere: { kind: 'participant', id: NOBODY, serviceId: staff.managerElsewhere.serviceId },
  };
  const events = [...pair.with.events, ...planted(harmed)];
  await twin.keeps({
    applied: { ...pair.with, events },
    reference: 'BBBB-CCCC',
    names: new Map(),
    words: (id) => texts.get(id) ?? bed.plant(`text ${id}`, audienceOf(id, events)),
    values: (personId) =>
      Object.fromEntries(
        Object.keys(fields).map((field) => {
          const word = bed.plant(`person ${field}`, parts.get(personId) ?? 'staff');
          const listed = { telephones: [{ number: word, extension: null, written: word }], formerNames: [word] };
          return [field, field in listed ? JSON.stringify(listed[field as keyof typeof listed]) : word];
        }),
      ),
  });
  clock.moves({ minutes: (Date.parse(later(pair)) - Date.parse(clock.now())) / 60_000 });
}, 120_000);
afterAll(async () => {
  clock.stops();
  await twin.close();
});

const texts = new Map<Id, string>();
/** One entry of the journal for each field of words there is, beside those the case came to. */
function planted(participantId: Id): CaseEvent[] {
  const at = pair?.with.events.at(-1)?.at ?? '';
  let n = 0;
  return Object.entries(textFields).flatMap(([type, of]) =>
    Object.entries(of).map(([field, audience]) => {
      const id = `${TAG}-face-4000-8000-${String((n += 1)).padStart(12, '0')}`;
      const readers: For =
        audience === 'person' ? participantId : audience === 'safeguarding' ? 'safeguarding' : 'staff';
      texts.set(id, bed.plant(`${type}.${field}`, readers));
      return { type, at, by: staff.lead.id, participantId, [field]: id } as unknown as CaseEvent;
    }),
  );
}
/** Whom words of the case's own course are for, by the event that names them. */
function audienceOf(id: Id, events: readonly CaseEvent[]): For {
  for (const event of events) {
    const fieldsOf: Readonly<Record<string, string>> = (textFields as Readonly<Record<string, object>>)[
      event.type
    ] as never;
    for (const [field, audience] of Object.entries(fieldsOf ?? {})) {
      if ((event as unknown as Record<string, unknown>)[field] !== id) continue;
      if (audience === 'safeguarding') return 'safeguarding';
      return audience === 'person' && 'participantId' in event ? (event.participantId ?? 'staff') : 'staff';
    }
  }
  return 'staff';
}

const supervises = (actor: Actor): boolean =>
  pair?.with.stored.facts.facilitators.assigned[actor.id]?.duty === 'supervisor';
/** Whether a reader may ever see a word. */
function maySee(actor: Actor, { for: readers }: Planted): boolean {
  if (actor.serviceId !== staff.lead.serviceId) return false;
  if (actor.kind !== 'staff') return parts.get(actor.id) === readers;
  const onCase =
    actor.roles.some((role) => role !== 'facilitator') ||
    pair?.with.stored.facts.facilitators.assigned[actor.id] !== undefined;
  if (readers === 'safeguarding') return actor.roles.includes('safeguardingLead') || supervises(actor);
  return onCase;
}
const misplaced = (who: string, actor: Actor, text: string): string[] =>
  bed.in(text).flatMap((word) => (maySee(actor, word) ? [] : [`${who} reads ${word.where}`]));

const ids = () => ({ theCase: caseId, other: harmed, self: harmed, stranger: NOBODY, nobody: NOBODY });
const used = (query: string, variables: object): object =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => query.includes(`$${name}:`)));

/** The journal of the case, page after page. */
async function journal(actor: Actor): Promise<string> {
  const page = `query ($id: ID!, $after: String) { case(id: $id) { journal(first: 100, after: $after) {
    edges { node { by { name } texts { words } } } pageInfo { hasNextPage endCursor } } } }`;
  let whole = '';
  for (let after: string | null = null; ;) {
    const { text, body }: Reply = await twin.ask(actor, page, { id: caseId, after });
    whole += text;
    const found = (
      body.data?.['case'] as { journal?: { pageInfo: { hasNextPage: boolean; endCursor: string } } } | null
    )?.journal;
    if (!found?.pageInfo.hasNextPage) return whole;
    after = found.pageInfo.endCursor;
  }
}

/** Everything a reader can ask; what one way spoils is asked alone. */
async function everything(actor: Actor): Promise<string> {
  const spoiling = new Set<string>();
  let whole = '';
  for (;;) {
    const ways = [...inFull, ...inBrief].filter((way) => !spoiling.has(way));
    const query = asking(ways);
    const reply: Reply = await twin.ask(
      actor,
      query,
      used(query, { ...ids(), reference: 'BBBB-CCCC', partOfIt: 'BBB' }),
    );
    whole += reply.text;
    if (reply.body.data !== null) return whole + (await journal(actor));
    const path = (reply.body.errors?.[0] as { path?: string[] } | undefined)?.path?.[0] ?? '';
    const way = ways[Number(path.slice(1))];
    if (!way) throw new Error(reply.text.slice(0, 500));
    spoiling.add(way);
  }
}

// Between them they may say nearly everything; each verb is said by two of them, and previewed by a third.
// A client may make its keys of a name.
const keyWord = bed.plant('a key', 'staff');
const speakers = ['lead', 'safeguardingLead', 'coordinator', 'harmed'] as const;
test('no command, preview or error says a word again that was sent with it', async () => {
  const echoed: string[] = [];
  const outcomes = new Set<string>();
  for (const [n, verb] of (Object.keys(verbs) as (keyof typeof verbs)[]).entries()) {
    for (const [m, who] of speakers.entries()) {
      const actor = readers[who] as Actor;
      const event = wordy(verb, { participantId: harmed, about: harmed }, bed, harmed);
      const variables = { command: { caseId, key: `${verb} ${who} ${keyWord}` }, ...(event === null ? {} : { event }) };
      const { text } =
        m < 2
          ? await twin.ask(actor, commanding(verb), variables)
          : m - 2 === n % 2
            ? await twin.ask(actor, previewing(1), { caseId, p0: { [verb]: event ?? true } })
            : { text: '' };
      echoed.push(...bed.in(text).map(({ where }) => `${who}: ${where}`));
      for (const [, outcome] of text.matchAll(/"__typename":"(\w+)"|"happens":(\w+)/g))
        outcomes.add(outcome ?? 'preview');
    }
  }
  expect(echoed).toEqual([]);
  expect([...outcomes]).toEqual(expect.arrayContaining(['Told', 'Refused', 'preview']));
}, 240_000);

test('whom something is shared with or reported to is an organisation of the register: any other name is refused (R28)', async () => {
  for (const [n, { verb, event }] of withNames({ participantId: harmed }, bed).entries()) {
    const variables = { command: { caseId, key: `named ${n}` }, event };
    expect((await twin.ask(readers.lead as Actor, commanding(verb), variables)).text).toContain('"Refused"');
  }
});

test('each word comes to its readers, and to nobody else, whatever is asked', async () => {
  const wrong: string[] = [];
  for (const [who, actor] of Object.entries(readers)) {
    const text = await everything(actor);
    answers.set(who, text);
    wrong.push(...misplaced(who, actor, text));
  }
  expect([...new Set(wrong)]).toEqual([]);
}, 240_000);

test('the words are there: whoever leads safeguarding reads those of safeguarding, a manager those of staff, each their own name', () => {
  const read = (who: string) => bed.in(answers.get(who) ?? '');
  const of = (readers: For) => (each: Planted) => each.for === readers;
  expect(read('safeguardingLead').filter(of('safeguarding')).length).toBeGreaterThan(5);
  expect(read('manager').filter(of('staff')).length).toBeGreaterThan(10);
  expect(read('manager').filter(of('safeguarding'))).toEqual([]);
  for (const who of ['harmed', 'responsible', 'supporter'])
    expect(read(who).map(({ where }) => where)).toEqual(expect.arrayContaining(['person family']));
  expect(read('otherFacilitator')).toEqual([]);
});

test('no log has any of them, at its most talkative', () => {
  expect(twin.log.length).toBeGreaterThan(100);
  expect(bed.in(twin.log.join('')).map(({ where }) => where)).toEqual([]);
});

test('in the database they stand in columns of the personal classes or nowhere: not in facts, journal, answers, jobs', async () => {
  const columns = await twin.sql(`
    select n.nspname as schema, c.relname as "table", a.attname as "column", coalesce(col_description(c.oid, a.attnum), '') as comment
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where n.nspname in ('public', 'pgboss') and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`);
  expect(columns.length).toBeGreaterThan(100);
  const others = columns.filter(({ comment }) => !/^(personal|special-category|secret)/.test(String(comment)));
  const looks = others.map(
    ({ schema, table, column }) =>
      `select '${schema}.${table}.${column}' as place, string_agg("${column}"::text, ' ') as words from "${schema}"."${table}" where "${column}"::text ilike '%zq%xw%'`,
  );
  const rows = await twin.sql(looks.join(' union all '));
  expect(rows.filter(({ words }) => bed.in(String(words)).length > 0).map(({ place }) => place)).toEqual([]);
}, 60_000);

test('the log that PostgreSQL writes ahead has none of them either', async () => {
  const segments = await twin.sql(
    `select pg_read_binary_file('pg_wal/' || name) as bytes from pg_ls_waldir() where name ~ '^[0-9A-F]{24}$' order by modification desc limit 4`,
  );
  expect(segments.length).toBeGreaterThan(0);
  const found = segments.flatMap(({ bytes }) => bed.in((bytes as Buffer).toString('latin1')).map(({ where }) => where));
  expect([...new Set(found)]).toEqual([]);
}, 60_000);

test('every id variable of the requests is filled', () => {
  expect(Object.keys(ids()).toSorted()).toEqual([...idVariables].toSorted());
});
