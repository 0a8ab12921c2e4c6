// Commands over HTTP on a real case: once under their key, refused when stale, refused when malformed, two statements each.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Actor } from '#libs/case';
import { recordRead } from '#libs/access-log';
import { serviceScope } from '#libs/database';
import { openCaseApi, type CaseApi } from '../../../../test/harness/api/case-api.js';
import { codeOf, type Reply } from '../../../../test/harness/api/test-api.js';

const absent = 'e0000000-0000-4000-8000-00000000000e';
let caseApi: CaseApi;
beforeAll(async () => void (caseApi = await openCaseApi()), 60_000);
afterAll(() => caseApi.close());

const answerOf = (reply: Reply, field: string) => reply.body.data?.[field] as Record<string, unknown>;
const rows = async (sql: string, ...values: unknown[]) => (await caseApi.service.pools.plain.query(sql, values)).rows;
const joining = { role: 'supporter', age: 'adult', approach: 'agreed' };

test('the same command under the same key is answered alike, and happens once', async () => {
  const key = randomUUID();
  const concern = { about: caseApi.harmed, text: 'He waited outside' };
  const first = await caseApi.tell('lead', 'raiseConcern', concern, { key });
  const second = await caseApi.tell('lead', 'raiseConcern', concern, { key });
  expect(answerOf(first, 'raiseConcern')).toMatchObject({
    __typename: 'Told',
    made: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(second.text).toBe(first.text);
  const { made } = answerOf(first, 'raiseConcern');
  const decided = await caseApi.tell('safeguardingLead', 'decideConcern', {
    concernId: made,
    decision: 'continue',
    reason: 'Checked',
  });
  expect(answerOf(decided, 'decideConcern')).toMatchObject({ __typename: 'Told' });
  expect(
    await rows(`select count(*)::int from journal where case_id = $1 and type = 'concern.raised'`, caseApi.caseId),
  ).toEqual([{ count: 1 }]);
});

test("another command under the same key is the client's error, also when only the words differ", async () => {
  const key = randomUUID();
  const paused = await caseApi.tell('lead', 'pauseCase', { reason: 'Holiday' }, { key });
  for (const [verb, event] of [
    ['pauseCase', { reason: 'Illness' }],
    ['setFlag', { flag: 'hate' }],
  ] as const)
    expect(codeOf(await caseApi.tell('lead', verb, event, { key }))).toBe('BAD_USER_INPUT');
  const { made } = answerOf(paused, 'pauseCase');
  expect(
    answerOf(await caseApi.tell('lead', 'liftFreeze', { freezeId: made, reason: 'Back' }), 'liftFreeze'),
  ).toMatchObject({
    __typename: 'Told',
  });
});

test('a command pinned to an earlier revision is Stale, and says where the case stands', async () => {
  const stale = answerOf(await caseApi.tell('lead', 'setFlag', { flag: 'hate' }, { revision: 1 }), 'setFlag');
  const [{ revision }] = (await rows('select revision from case_file where id = $1', caseApi.caseId)) as [
    { revision: number },
  ];
  expect(stale).toEqual({ __typename: 'Stale', revision });
});

test('words go to the readers that the case names', async () => {
  await caseApi.tell('coordinator', 'reportRiskInformation', { text: 'A threat was made' });
  const [{ id, audience }] = (await rows(
    'select id, audience from text where case_id = $1 order by at desc limit 1',
    caseApi.caseId,
  )) as [{ id: string; audience: string }];
  expect(audience).toBe('safeguarding');
  const { reading, staff } = caseApi.service;
  const read = await reading.texts(await staff('safeguardingLead'), caseApi.caseId, [id]);
  expect(read.get(id)?.words).toBe('A threat was made');
});

test('a command costs two statements: one that reads, one that writes', async () => {
  const told: string[] = [];
  const query = pg.Client.prototype.query;
  await caseApi.ask('lead', '{ me { id } }');
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    told.push(String((given[0] as { text?: string }).text ?? given[0]));
    return Reflect.apply(query, this, given) as never;
  } as never;
  try {
    await caseApi.tell('lead', 'setFlag', { flag: 'relationship' });
  } finally {
    pg.Client.prototype.query = query;
  }
  // Who asks is read once in two seconds; the API of the test reads it every time.
  expect(told.filter((text) => !text.includes('from staff s join person p'))).toHaveLength(2);
});

describe('somebody joins', () => {
  test('with their details, which are kept apart from the case', async () => {
    const person = { given: 'Ann', family: 'Example', bornOn: '1980-02-03', email: 'ann@example.invalid' };
    const key = randomUUID();
    const event = { ...joining, supports: caseApi.harmed, person };
    const first = await caseApi.tell('coordinator', 'addParticipant', event, { key });
    expect((await caseApi.tell('coordinator', 'addParticipant', event, { key })).text).toBe(first.text);
    const { made } = answerOf(first, 'addParticipant');
    const [{ person_id: id }] = (await rows(
      'select person_id from participant where case_id = $1 and id = $2',
      caseApi.caseId,
      made,
    )) as [{ person_id: string }];
    const { people, serviceId } = caseApi.service;
    expect((await people.read(serviceId, [id])).get(id)).toEqual(person);
    const [{ event: written }] = (await rows(
      `select event from journal where case_id = $1 and type = 'participant.joined' order by seq desc limit 1`,
      caseApi.caseId,
    )) as [{ event: object }];
    expect(JSON.stringify(written)).not.toContain('Ann');
    const other = { ...event, person: { ...person, given: 'Anna' } };
    expect(codeOf(await caseApi.tell('coordinator', 'addParticipant', other, { key }))).toBe('BAD_USER_INPUT');
  });

  test('who is known already, once whoever may search has looked for them in the last day, and nobody else', async () => {
    const known = caseApi.actors.otherParticipant.id;
    const naming = { ...joining, supports: caseApi.harmed, personId: known };
    expect(codeOf(await caseApi.tell('coordinator', 'addParticipant', naming))).toBe('BAD_USER_INPUT');
    const { coordinator, lead } = caseApi.actors;
    const finds = async (who: Actor, at: Date) =>
      recordRead(caseApi.service.database.as(serviceScope(who.serviceId)), {
        by: who.id,
        at: at.toISOString(),
        kind: 'search',
        operation: 'people',
        persons: [known],
      });
    await finds(coordinator, new Date(Date.now() - 25 * 3_600_000));
    expect(codeOf(await caseApi.tell('coordinator', 'addParticipant', naming))).toBe('BAD_USER_INPUT');
    for (const who of [coordinator, lead]) await finds(who, new Date());
    expect(codeOf(await caseApi.tell('lead', 'addParticipant', naming))).toBe('BAD_USER_INPUT');
    const told = await caseApi.tell('coordinator', 'addParticipant', naming);
    expect(answerOf(told, 'addParticipant')).toMatchObject({ __typename: 'Told' });
    const stranger = { ...joining, supports: caseApi.harmed, personId: randomUUID() };
    expect(codeOf(await caseApi.tell('coordinator', 'addParticipant', stranger))).toBe('BAD_USER_INPUT');
    const both = { ...stranger, person: { given: 'Ann' } };
    expect(codeOf(await caseApi.tell('coordinator', 'addParticipant', both))).toBe('BAD_USER_INPUT');
  });

  test('or not: a refusal leaves nobody behind', async () => {
    const before = await rows('select count(*) from person');
    const person = { given: 'Nobody' };
    await caseApi.tell('coordinator', 'addParticipant', { ...joining, supports: randomUUID(), person });
    await caseApi.tell('harmed', 'addParticipant', { ...joining, supports: caseApi.harmed, person });
    await caseApi.tell('otherFacilitator', 'addParticipant', { ...joining, supports: caseApi.harmed, person });
    expect(await rows('select count(*) from person')).toEqual(before);
    expect(
      codeOf(await caseApi.tell('coordinator', 'addParticipant', { ...joining, approach: 'objected', person })),
    ).toBe('BAD_USER_INPUT');
  });
});

describe('a case is opened by hand', () => {
  const event = {
    source: 'police',
    initiator: 'harmed',
    offences: [{ kind: 'burglary', reference: 'NF/1' }, { kind: 'theft' }],
  };
  const open = (who: Parameters<CaseApi['ask']>[0], command: object, said: object = event) =>
    caseApi.ask(
      who,
      `mutation($command: Opening!, $event: CaseOpened!) { openCase(command: $command, event: $event) { __typename ... on Told { caseId revision made } ... on Refused { why } } }`,
      { command, event: said },
    );

  test('by a coordinator, a manager or the safeguarding lead, and nobody else', async () => {
    for (const who of ['coordinator', 'manager', 'safeguardingLead'] as const)
      expect(answerOf(await open(who, { key: randomUUID() }), 'openCase')).toMatchObject({
        __typename: 'Told',
        revision: 1,
      });
    for (const who of ['lead', 'harmed'] as const)
      expect(answerOf(await open(who, { key: randomUUID() }), 'openCase')).toEqual({
        __typename: 'Refused',
        why: 'notPermitted',
      });
  });

  test('once under its key, and an offence known by its reference is the same offence', async () => {
    const key = randomUUID();
    const first = await open('coordinator', { key });
    expect((await open('coordinator', { key })).text).toBe(first.text);
    expect(await rows(`select count(*)::int from offence where reference = 'NF/1'`)).toEqual([{ count: 1 }]);
    expect(codeOf(await open('coordinator', { key }, { ...event, initiator: 'responsible' }))).toBe('BAD_USER_INPUT');
  });

  test('in an area that the service serves', async () => {
    expect(codeOf(await open('coordinator', { key: randomUUID(), areaId: randomUUID() }))).toBe('BAD_USER_INPUT');
  });
});

describe('a malformed input', () => {
  const withdraw = `mutation($command: Command!, $event: ConsentWithdrawn!) { withdrawConsent(command: $command, event: $event) { __typename } }`;
  const bad: Readonly<Record<string, object>> = {
    'a purpose that nobody knows': { purpose: 'marketing' },
    'a purpose by a name of JavaScript': { purpose: 'constructor' },
    'a number for a purpose': { purpose: 7 },
    'an id of another shape': { participantId: 'x' },
    'a bar in a text': { about: 'a|b' },
    'a text of five thousand characters': { about: 'x'.repeat(5000) },
    'a field that is not there': { note: 'x' },
  };
  test.each(Object.entries(bad))('%s is refused before it reaches the case, each time', async (_name, part) => {
    const event = { participantId: caseApi.harmed, purpose: 'contact', ...part };
    // The fourth time the document has been compiled; it must be as strict.
    for (let times = 0; times < 4; times += 1) {
      const reply = await caseApi.ask('lead', withdraw, { command: { caseId: caseApi.caseId, key: 'k' }, event });
      expect(codeOf(reply)).toBe('BAD_USER_INPUT');
    }
  });
  test('a wrong name is answered with the names there are, also when it stands in the document', async () => {
    const inline = `mutation { withdrawConsent(command: { caseId: "${caseApi.caseId}", key: "k" }, event: { participantId: "${caseApi.harmed}", purpose: marketing }) { __typename } }`;
    const reply = await caseApi.ask('lead', inline);
    expect(codeOf(reply)).toBe('BAD_USER_INPUT');
    expect(reply.text).toContain('contact, interest, share');
  });
  test('words that stand in the document itself are words, however often it is sent', async () => {
    const inline = `mutation { pauseCase(command: { caseId: "${absent}", key: "k" }, event: { reason: "She rang" }) { __typename } }`;
    for (let times = 0; times < 5; times += 1) expect(codeOf(await caseApi.ask('lead', inline))).toBe('NOT_FOUND');
  });
  test.each(['2026-02-30', '26-01-01', 'tomorrow', '', 20260101])('a day like %p is none', async (dueOn) => {
    const event = { participantId: caseApi.harmed, purpose: 'contact', reaskOn: dueOn };
    expect(codeOf(await caseApi.tell('lead', 'deferConsent', event))).toBe('BAD_USER_INPUT');
  });
  test.each(['2026-02-30T10:00:00Z', '2026-01-01', 'now'])('an instant like %p is none', async (startsAt) => {
    expect(codeOf(await caseApi.tell('lead', 'bookConference', { startsAt, attendees: [caseApi.harmed] }))).toBe(
      'BAD_USER_INPUT',
    );
  });
  test.each(['', 'k'.repeat(201), 'k\n', 'ключ'])('a key like %p is none', async (key) => {
    expect(codeOf(await caseApi.tell('lead', 'setFlag', { flag: 'hate' }, { key }))).toBe('BAD_USER_INPUT');
  });
  test('a facilitator whom the service does not know is not assigned', async () => {
    expect(codeOf(await caseApi.tell('manager', 'assignFacilitator', { staffId: randomUUID(), duty: 'lead' }))).toBe(
      'BAD_USER_INPUT',
    );
  });
  test('somebody who may not assign is not told who works here', async () => {
    for (const staffId of [randomUUID(), caseApi.actors.lead.id]) {
      const answer = answerOf(
        await caseApi.tell('harmed', 'assignFacilitator', { staffId, duty: 'lead' }),
        'assignFacilitator',
      );
      expect(answer).toEqual({ __typename: 'Refused', why: 'notPermitted', blockers: [] });
    }
  });
});
