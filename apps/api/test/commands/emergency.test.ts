// Break-glass (R68): a case that is not one's own, opened with a reason, seen for a while, known to those who answer for the service.
import { randomUUID } from 'node:crypto';
import type { Id } from '#libs/case';
import { wholeCase } from '../../../../test/harness/api/documents.js';
import { emergencyRequests, type EmergencyRequests } from './emergency-requests.js';
import { codeOf } from '../../../../test/harness/api/test-api.js';
import { openReadingApi, type ReadingApi } from '../../../../test/harness/api/reading-api.js';

type Staff = ReadingApi['staff']['lead'];
let api: ReadingApi;
let id: Id;
let reference: string;
let open: EmergencyRequests['open'];
let opened: EmergencyRequests['opened'];
let sees: EmergencyRequests['sees'];
let listed: EmergencyRequests['listed'];
let purposes: EmergencyRequests['purposes'];
beforeAll(async () => {
  api = await openReadingApi();
  id = await api.service.aCase(api.staff.coordinator);
  await api.clearTheWay(id, 'suitability.decided');
  ({ reference } = await api.row(id));
  ({ open, opened, sees, listed, purposes } = emergencyRequests(api, id, reference));
}, 120_000);
afterAll(() => api.close());

test('a facilitator who is called at night opens one case, by the reference on the telephone, and sees that one and no other', async () => {
  const called = await api.service.staff('facilitator');
  const other = await api.service.aCase(api.staff.coordinator);
  expect(await sees(called)).toBe(false);
  const reply = await open(called, reference.toLowerCase().replace('-', ' '));
  expect(reply.body.data?.['openInEmergency']).toMatchObject({
    caseId: id,
    openedBy: { id: called.id },
    reason: 'His mother called: he is at her door',
    endedAt: null,
    acknowledgedAt: null,
  });
  expect([await sees(called), await sees(called, other)]).toEqual([true, false]);
  const { case: whole } = await api.read<{ case: Record<string, unknown> }>(called, wholeCase, { id });
  expect(whole).toMatchObject({
    declaration: 'notNeeded',
    riskAssessments: expect.any(Array),
    journal: { edges: expect.any(Array) },
  });
  expect(await purposes(called)).toEqual([
    { kind: 'read', purpose: 'none', case_ids: [id] },
    { kind: 'emergency', purpose: 'emergency', case_ids: [id] },
    { kind: 'read', purpose: 'emergency', case_ids: [id] },
    { kind: 'read', purpose: 'none', case_ids: [other] },
    { kind: 'read', purpose: 'emergency', case_ids: [id] },
  ]);
});

test('it lasts as long as the service allows and ends by itself', async () => {
  const called = await api.service.staff('facilitator');
  const { id: emergency, openedAt, until } = await opened(called);
  expect(Date.parse(until) - Date.parse(openedAt)).toBe(60 * 60_000);
  await api.service.pools.plain.query(
    `update emergency_access set opened_at = now() - interval '2 hours', until = now() - interval '1 second' where id = $1`,
    [emergency],
  );
  expect(await sees(called)).toBe(false);
  expect(
    (await api.read<{ caseload: { edges: unknown[] } }>(called, '{ caseload { edges { node { id } } } }')).caseload
      .edges,
  ).toEqual([]);
});

test('it can be ended before, by whoever opened it and by a manager, and by nobody else', async () => {
  const [called, other] = [await api.service.staff('facilitator'), await api.service.staff('facilitator')];
  const end = async (who: Staff, emergency: Id) =>
    (await api.read<{ endEmergency: boolean }>(who, `mutation { endEmergency(emergencyId: "${emergency}") }`))
      .endEmergency;
  const first = await opened(called);
  expect([await end(other, first.id), await sees(called)]).toEqual([false, true]);
  expect([await end(called, first.id), await end(called, first.id), await sees(called)]).toEqual([true, false, false]);
  const second = await opened(called);
  expect([await end(api.staff.manager, second.id), await sees(called)]).toEqual([true, false]);
});

test('asked again while it is open, it is the same one, and nobody is told twice', async () => {
  const called = await api.service.staff('facilitator');
  const [first, second] = [await opened(called), await opened(called)];
  expect(second).toEqual(first);
  const { rows } = await api.service.pools.plain.query('select from task where about = $1', [first.id]);
  expect(rows).toHaveLength(1);
});

test('managers have it among what they must see, until one of them takes note; whoever opened it cannot', async () => {
  const called = await api.service.staff('facilitator');
  const { id: emergency } = await opened(called);
  const acknowledge = async (who: Staff) => {
    const query = `mutation { acknowledgeEmergency(emergencyId: "${emergency}") }`;
    return (await api.read<{ acknowledgeEmergency: boolean }>(who, query)).acknowledgeEmergency;
  };
  const mine = '{ tasks(mine: true, first: 100) { edges { node { task about } } } }';
  const tasks = async () => JSON.stringify(await api.read(api.staff.manager, mine));
  expect((await listed(api.staff.manager, false)).map((each) => each.id)).toContain(emergency);
  expect((await listed(api.staff.safeguardingLead, false)).map((each) => each.id)).toContain(emergency);
  expect(await tasks()).toContain(emergency);
  expect([await acknowledge(called), await acknowledge(api.staff.coordinator)]).toEqual([false, false]);
  expect([await acknowledge(api.staff.manager), await acknowledge(api.staff.safeguardingLead)]).toEqual([true, false]);
  expect(await tasks()).not.toContain(emergency);
  expect((await listed(api.staff.manager, false)).map((each) => each.id)).not.toContain(emergency);
  const noted = (await listed(api.staff.manager, true)).find((each) => each.id === emergency);
  expect(noted).toMatchObject({ acknowledgedBy: { id: api.staff.manager.id }, acknowledgedAt: expect.any(String) });
  expect(await listed(api.staff.coordinator)).toEqual([]);
  expect(await listed(called)).toEqual([]);
});

test('a case that is not there, one of a service elsewhere and one that somebody is connected with look the same (R42)', async () => {
  const connected = await api.service.staff('facilitator');
  const staffId = connected.id;
  await api.say(id, { by: api.staff.coordinator, type: 'facilitator.asked', staffId, duty: 'coFacilitator' });
  await api.say(id, { by: connected, type: 'conflict.declared', staffId, connected: true });
  const replies = [
    await open(connected),
    await open(connected, randomUUID()),
    await open(connected, '0000-0000'),
    await open(connected, 'x'),
  ];
  expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
  expect(codeOf(replies[0] as (typeof replies)[0])).toBe('NOT_FOUND');
  expect(await sees(connected)).toBe(false);
});

test('a connection that is declared while it is open ends it (R42)', async () => {
  const called = await api.service.staff('facilitator');
  await opened(called);
  await api.say(id, {
    by: api.staff.coordinator,
    type: 'facilitator.asked',
    staffId: called.id,
    duty: 'coFacilitator',
  });
  await api.say(id, { by: called, type: 'conflict.declared', staffId: called.id, connected: true });
  expect(await sees(called)).toBe(false);
});

test('it needs a reason, which is sealed, and is nothing for participants or for those who see the case anyway', async () => {
  const called = await api.service.staff('facilitator');
  expect(codeOf(await open(called, reference, '  '))).toBe('BAD_USER_INPUT');
  await open(called, reference, 'Quillfeather is at the door');
  const { rows } = await api.service.pools.plain.query<{ reason: Buffer }>(
    'select reason from emergency_access where staff_id = $1',
    [called.id],
  );
  expect(rows[0]?.reason.includes('Quillfeather')).toBe(false);
  expect((await listed(api.staff.manager)).map((each) => each['reason'])).toContain('Quillfeather is at the door');
  for (const who of [api.staff.lead, api.staff.manager, api.staff.coordinator])
    expect((await open(who)).body.errors?.[0]?.message).toBe('You see this case already.');
  const { actor } = await api.participant(id, 'harmed');
  expect((await open(actor)).body.data).toEqual({ openInEmergency: null });
  const { rows: own } = await api.service.pools.plain.query('select from emergency_access where staff_id = any($1)', [
    [api.staff.lead.id, api.staff.manager.id, actor.id],
  ]);
  expect(own).toEqual([]);
});

test('it lets somebody read and do nothing, and lifts no barrier between the sides', async () => {
  const called = await api.service.staff('facilitator');
  await opened(called);
  const flag = `mutation ($command: Command!) { setFlag(command: $command, event: { flag: "hate" }) { __typename ... on Refused { why } } }`;
  const { setFlag } = await api.read<{ setFlag: object }>(called, flag, {
    command: { caseId: id, key: randomUUID() },
  });
  expect(setFlag).toMatchObject({ __typename: 'Refused', why: 'notPermitted' });
});

test('a reference cannot be guessed: five tries in a day, found or not, also a hundred at once', async () => {
  const guessing = await api.service.staff('facilitator');
  const replies = await Promise.all(Array.from({ length: 40 }, (_, n) => open(guessing, `AAAA-${1000 + n}`)));
  const codes = replies.map(codeOf);
  expect(codes.filter((code) => code === 'NOT_FOUND')).toHaveLength(5);
  expect(codes.filter((code) => code === 'LIMIT_EXCEEDED')).toHaveLength(35);
  expect(codeOf(await open(guessing))).toBe('LIMIT_EXCEEDED');
  expect(await sees(guessing)).toBe(false);
});

test('who looked can be asked of a case and of a person, by those who answer for the service and by nobody else', async () => {
  const { staff } = api;
  const query = `query ($case: ID, $person: ID, $after: String) { whoLooked(caseId: $case, personId: $person, first: 3, after: $after) {
    edges { node { seq at by { id name } kind operation purpose cases caseId persons } } pageInfo { hasNextPage endCursor } } }`;
  const looked = async (who: Staff, variables: object) =>
    (
      await api.read<{
        whoLooked: {
          edges: { node: { seq: number; by: { id: Id; name: string } } }[];
          pageInfo: { endCursor: string };
        };
      }>(who, query, variables)
    ).whoLooked;
  await api.read(staff.lead, wholeCase, { id });
  const first = await looked(staff.manager, { case: id });
  expect(first.edges[0]?.node).toMatchObject({
    by: { id: staff.lead.id, name: 'Member Of staff' },
    kind: 'read',
    operation: 'case',
    purpose: 'leads',
    cases: 1,
    caseId: id,
    persons: 2,
  });
  const second = await looked(staff.manager, { case: id, after: first.pageInfo.endCursor });
  expect(second.edges[0]?.node.seq).toBeLessThan(first.edges[2]?.node.seq ?? 0);
  const { actor } = await api.participant(id, 'harmed');
  expect((await looked(staff.safeguardingLead, { person: actor.id })).edges.map(({ node }) => node.by.id)).toContain(
    staff.lead.id,
  );
  expect((await purposes(staff.safeguardingLead)).at(-1)).toMatchObject({ kind: 'list', purpose: 'safeguarding' });
  for (const who of [staff.lead, staff.coordinator, staff.coFacilitator])
    expect((await looked(who, { case: id })).edges).toEqual([]);
  expect(codeOf(await api.ask(staff.manager, query, {}))).toBe('BAD_USER_INPUT');
  expect(codeOf(await api.ask(staff.manager, query, { case: id, person: actor.id }))).toBe('BAD_USER_INPUT');
});

test('emergencies and guesses stand on the list of unusual reading, with the definition and the reads behind it', async () => {
  const { manager } = api.staff;
  const [from, to] = [-1, 1].map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));
  const query = `query ($from: Date!, $to: Date!) { unusualReading(from: $from, to: $to) { reason says who { id name } reads cases days firstAt lastAt } }`;
  const { unusualReading } = await api.read<{
    unusualReading: { reason: string; says: string; who: { id: Id }; reads: number }[];
  }>(manager, query, { from, to });
  const guesses = unusualReading.find(({ reason, reads }) => reason === 'noAccess' && reads >= 40);
  expect(guesses?.says).toBe('Asked on one day, 3 times or more, for cases or people they may not see.');
  expect(unusualReading.map(({ reason }) => reason)).toContain('emergency');
  const behind = `query ($who: ID!, $from: Date!, $to: Date!) { unusualReads(reason: noAccess, staffId: $who, from: $from, to: $to, first: 100) { edges { node { kind purpose } } } }`;
  const { unusualReads } = await api.read<{ unusualReads: { edges: unknown[] } }>(manager, behind, {
    who: guesses?.who.id,
    from,
    to,
  });
  expect(unusualReads.edges).toHaveLength(guesses?.reads ?? 0);
  expect(codeOf(await api.ask(manager, query, { from: '2026-01-01', to: '2026-06-01' }))).toBe('BAD_USER_INPUT');
});
