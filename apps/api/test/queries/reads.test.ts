// Who looked: every answer that tells of a case or a person is recorded before it leaves, with why the reader may (R68).
import { randomUUID } from 'node:crypto';
import type { Actor, Id } from '#libs/case';
import { PgReads } from '#libs/access-log';
import { caseloadPage, wholeCase } from '../../../../test/harness/api/documents.js';
import { codeOf } from '../../../../test/harness/api/test-api.js';
import { openReadingApi, type ReadingApi } from '../../../../test/harness/api/reading-api.js';

interface Entry {
  by: string;
  kind: string;
  operation: string;
  purpose: string;
  case_ids: Id[];
  person_ids: Id[];
}
let api: ReadingApi;
let id: Id;
let people: Id[];
let seq = 0;
beforeAll(async () => {
  api = await openReadingApi();
  id = await api.service.aCase(api.staff.coordinator);
  await api.clearTheWay(id, 'suitability.decided');
  const { coordinator, supervisor } = api.staff;
  const staffId = supervisor.id;
  await api.say(id, { by: coordinator, type: 'facilitator.asked', staffId, duty: 'supervisor' });
  await api.say(id, { by: supervisor, type: 'conflict.declared', staffId, connected: false });
  await api.say(id, { by: coordinator, type: 'facilitator.assigned', staffId, duty: 'supervisor' } as never);
  people = (
    await api.service.pools.plain.query<{ person_id: Id }>('select person_id from participant where case_id = $1', [id])
  ).rows
    .map((row) => row.person_id)
    .toSorted();
}, 120_000);
afterAll(() => api.close());

/** What was recorded since the last time somebody asked. */
async function recorded(): Promise<Entry[]> {
  const { rows } = await api.service.pools.plain.query<Entry & { seq: number }>(
    'select seq, by, kind, operation, purpose, case_ids, person_ids from read_record where service_id = $1 and seq > $2 order by seq',
    [api.service.serviceId, seq],
  );
  seq = rows.at(-1)?.seq ?? seq;
  return rows.map(({ seq: _, ...row }) => row);
}
async function afterAsking(actor: Actor, query: string, variables?: object): Promise<Entry[]> {
  await recorded();
  await api.ask(actor, query, variables);
  return recorded();
}

test.each([
  ['lead', 'leads'],
  ['supervisor', 'supervises'],
  ['manager', 'management'],
  ['safeguardingLead', 'safeguarding'],
  ['coordinator', 'coordination'],
] as const)('a case that the %s opens is recorded with everybody in it, and why they may', async (who, purpose) => {
  expect(await afterAsking(api.staff[who], wholeCase, { id })).toEqual([
    { by: api.staff[who].id, kind: 'read', operation: 'case', purpose, case_ids: [id], person_ids: people },
  ]);
});

test('a page of the caseload is recorded with the people it names, by purpose', async () => {
  const other = await api.service.aCase(api.staff.coordinator);
  const entries = await afterAsking(api.staff.manager, caseloadPage, { first: 100 });
  expect(entries).toMatchObject([{ kind: 'list', operation: 'caseload', purpose: 'management' }]);
  expect(entries[0]?.case_ids.toSorted()).toEqual([id, other].toSorted());
  expect(entries[0]?.person_ids).toHaveLength(people.length + 2);
  const short = await afterAsking(api.staff.lead, '{ caseload { edges { node { id stage } } } }');
  expect(short).toMatchObject([{ purpose: 'leads', case_ids: [id], person_ids: [] }]);
});

test('looking for a reference is a search, found or not; the words looked for are not kept', async () => {
  const search = (reference: string) => afterAsking(api.staff.coordinator, caseloadPage, { filter: { reference } });
  expect(await search('0000-0000')).toMatchObject([{ kind: 'search', purpose: 'coordination', case_ids: [] }]);
  const { reference } = await api.row(id);
  expect(await search(reference)).toMatchObject([{ kind: 'search', case_ids: [id] }]);
  expect(await search("O'Neill, Harriet")).toMatchObject([{ kind: 'search', operation: 'caseload', case_ids: [] }]);
});

test('a participant who looks at their own part is recorded as such', async () => {
  const { actor } = await api.participant(id, 'harmed');
  expect(await afterAsking(actor, '{ myCases { stage } }')).toMatchObject([
    { by: actor.id, kind: 'read', operation: 'myCases', purpose: 'ownPart', case_ids: [id] },
  ]);
});

test('asking for a case in vain is recorded, whether it is hidden, in another service or not there; the answer is the same', async () => {
  const { staff } = api;
  const { actor: harriet } = await api.participant(id, 'harmed');
  const absent = randomUUID();
  const answers: unknown[] = [];
  for (const [actor, asked] of [
    [staff.coFacilitator, id],
    [staff.coFacilitator, absent],
    [staff.manager, absent],
    [harriet, id],
    [harriet, absent],
  ] as const) {
    await recorded();
    answers.push((await api.ask(actor, 'query ($id: ID!) { case(id: $id) { id } }', { id: asked })).text);
    expect(await recorded()).toEqual([
      { by: actor.id, kind: 'read', operation: 'case', purpose: 'none', case_ids: [asked], person_ids: [] },
    ]);
  }
  expect(new Set(answers).size).toBe(1);
  expect(await afterAsking(staff.coFacilitator, '{ case(id: "Harriet O\'Neill") { id } }')).toEqual([]);
});

test('a preview tells, and is recorded; a command that is taken tells an id, and stands in the journal; one that is refused says why', async () => {
  const { staff } = api;
  const preview = `query ($id: ID!) { preview(caseId: $id, event: { completePreparation: {} }) { happens blockers { words } } }`;
  expect(await afterAsking(staff.lead, preview, { id })).toMatchObject([
    { kind: 'preview', operation: 'preview', purpose: 'leads', case_ids: [id] },
  ]);
  const flag = `mutation ($command: Command!) { setFlag(command: $command, event: { flag: "hate" }) { ... on Told { revision } } }`;
  expect(await afterAsking(staff.lead, flag, { command: { caseId: id, key: randomUUID() } })).toEqual([]);
  const complete = `mutation ($command: Command!) { completePreparation(command: $command) { ... on Refused { blockers { words } } } }`;
  expect(await afterAsking(staff.lead, complete, { command: { caseId: id, key: randomUUID() } })).toMatchObject([
    { kind: 'preview', operation: 'completePreparation', purpose: 'leads', case_ids: [id] },
  ]);
  expect(await afterAsking(staff.coFacilitator, flag, { command: { caseId: id, key: randomUUID() } })).toMatchObject([
    { operation: 'setFlag', purpose: 'none', case_ids: [id] },
  ]);
});

test('what stands beside a case is recorded with it: tasks, messages, words, pairs of persons', async () => {
  const { staff } = api;
  expect(await afterAsking(staff.coordinator, '{ tasks { edges { node { task } } } }')).toMatchObject([
    { kind: 'list', operation: 'tasks', purpose: 'coordination', case_ids: [expect.any(String)] },
  ]);
  const two = await afterAsking(staff.manager, `{ tasks { edges { node { task } } } case(id: "${id}") { stage } }`);
  expect(two).toMatchObject([{ kind: 'read', operation: 'case tasks', purpose: 'management', person_ids: people }]);
});

test('what tells of nobody leaves no record: oneself, colleagues, the vocabulary, the service', async () => {
  const { staff } = api;
  for (const query of [
    '{ me { id roles } }',
    '{ staff { id name } }',
    '{ service { name } }',
    '{ vocabulary { stages { name } } }',
  ])
    expect(await afterAsking(staff.manager, query)).toEqual([]);
});

/** Has the record kept in this way while something goes on; gives how often it was asked to. */
async function keeping(record: PgReads['record'], during: () => Promise<unknown>): Promise<number> {
  const { record: usual } = PgReads.prototype;
  let times = 0;
  PgReads.prototype.record = (...given) => ((times += 1), record(...given));
  await during().finally(() => (PgReads.prototype.record = usual));
  return times;
}

test('an answer that cannot be recorded is not given, and says nothing', async () => {
  const full = () => Promise.reject(new Error('The disk is full'));
  const times = await keeping(full, async () => {
    const reply = await api.ask(api.staff.lead, wholeCase, { id });
    expect(codeOf(reply)).toBe('INTERNAL');
    expect(reply.body.data ?? null).toBeNull();
    expect(reply.text).not.toMatch(/disk|suitability|Harriet/);
  });
  expect(times).toBe(1);
});

test('an answer waits for the commit of its record', async () => {
  let commit = (): void => undefined;
  const committed = new Promise<void>((resolve) => (commit = resolve));
  let asked = (): void => undefined;
  const isAsked = new Promise<void>((resolve) => (asked = resolve));
  const pending = () => (asked(), committed);
  await keeping(pending, async () => {
    let answered = false;
    const reply = api.ask(api.staff.lead, wholeCase, { id }).finally(() => (answered = true));
    await isAsked;
    for (let turn = 0; turn < 100; turn += 1) await new Promise(setImmediate);
    expect(answered).toBe(false);
    commit();
    expect((await reply).body.data).toMatchObject({ case: { id } });
  });
});

test('a person who is added leaves no record of reading; one whom the service does not know leaves one, as a preview does', async () => {
  const { staff } = api;
  const add = `mutation ($command: Command!, $event: ParticipantJoined!) { addParticipant(command: $command, event: $event) { __typename } }`;
  const asked = (more: object) => ({
    command: { caseId: id, key: randomUUID() },
    event: { role: 'professional', age: 'adult', approach: 'agreed', ...more },
  });
  const person = { given: 'Ann', family: 'Example' };
  await recorded();
  const { text } = await api.ask(staff.coordinator, add, asked({ person }));
  expect(text).toContain('"Told"');
  expect(await recorded()).toEqual([]);
  const unknown = await api.ask(staff.coordinator, add, asked({ personId: randomUUID() }));
  expect(codeOf(unknown)).toBe('BAD_USER_INPUT');
  expect(await recorded()).toMatchObject([{ kind: 'preview', operation: 'addParticipant', case_ids: [id] }]);
});
