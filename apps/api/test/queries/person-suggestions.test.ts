// Probable duplicates are shown with their reasons to those who may see both sides of them, and to nobody else.
import { randomUUID } from 'node:crypto';
import type { Actor, Id } from '#libs/case';
import { openCase } from '#libs/casework';
import { openReadingApi, type ReadingApi } from '../../../../test/harness/api/reading-api.js';

let api: ReadingApi;
const bornOn = '1977-03-28';
beforeAll(async () => {
  api = await openReadingApi();
  await aCase({ harmed: 'Siân Price', responsible: 'Liam Wood' });
  await aCase({ harmed: 'PRICE Siân', responsible: 'Ela Rees' });
  await aCase({ harmed: 'Liam Wood', responsible: 'Huw Bevan' });
}, 60_000);
afterAll(() => api.close());

/** A case as a referral brings it, with names. */
async function aCase(names: { harmed: string; responsible: string }): Promise<Id> {
  const { service, staff } = api;
  const people = Object.entries(names).map(([role, asWritten]) => ({ role, asWritten, id: randomUUID() }));
  const caseId = randomUUID();
  const offence = randomUUID();
  const answer = await openCase(service.store, () => new Date(), staff.coordinator, {
    key: randomUUID(),
    caseId,
    opening: { source: 'police', initiator: 'police', offences: [{ offenceId: offence, kind: 'burglary' }] },
    offences: [{ id: offence, reference: null, kind: 'burglary', words: null, recordedOn: null }],
    persons: people.map(({ id, asWritten }) => ({ id, values: { asWritten, bornOn } })),
    initialEvents: people.map(({ id, role }) => ({
      type: 'participant.joined',
      participantId: randomUUID(),
      personId: id,
      role: role as 'harmed' | 'responsible',
      age: 'adult',
      approach: 'agreed',
    })),
  });
  expect(answer).toMatchObject({ ok: true });
  return caseId;
}

interface Suggestion {
  score: number;
  acrossSides: boolean;
  reasons: { name: string }[];
  persons: { name: string; cases: { role: string }[] }[];
}
const query = `query ($caseId: ID) { personSuggestions(caseId: $caseId, first: 10) { edges { node {
  score acrossSides foundAt reasons { name says points } persons { id name cases { caseId reference role } } } } } }`;
async function shown(actor: Actor, caseId?: Id): Promise<Suggestion[]> {
  type Read = { personSuggestions: { edges: { node: Suggestion }[] } };
  const read = await api.read<Read>(actor, query, { caseId });
  return read.personSuggestions.edges.map(({ node }) => node).filter(({ score }) => score > 60);
}
const names = (found: Suggestion[]) => found.map(({ persons }) => persons.map(({ name }) => name).toSorted());

test('a coordinator and a manager see a pair on one side, with reasons, and both stay who they are', async () => {
  for (const actor of [api.staff.coordinator, api.staff.manager]) {
    const found = await shown(actor);
    expect(names(found)).toEqual([['PRICE Siân', 'Siân Price']]);
    expect(found[0]).toMatchObject({ acrossSides: false, score: 65 });
    expect(found[0]?.reasons.map(({ name }) => name)).toEqual(['swappedNames', 'sameBirthDate']);
  }
});

test('a pair across sides is shown to the safeguarding lead alone', async () => {
  const found = await shown(api.staff.safeguardingLead);
  const across = found.filter(({ acrossSides }) => acrossSides);
  expect(names(across)).toEqual([['Liam Wood', 'Liam Wood']]);
  expect(across[0]?.persons.flatMap(({ cases }) => cases.map(({ role }) => role)).toSorted()).toEqual([
    'harmed',
    'responsible',
  ]);
});

test('a facilitator and a participant see none, whichever case they ask about', async () => {
  const { rows } = await api.service.pools.plain.query<{ case_id: Id; person_id: Id }>(
    `select case_id, person_id from participant where role = 'harmed' limit 1`,
  );
  const [harmed] = rows;
  if (!harmed) throw new Error('Nobody was harmed');
  const { serviceId } = api.service;
  expect(await shown(api.staff.lead, harmed.case_id)).toEqual([]);
  expect(await shown({ kind: 'participant', id: harmed.person_id, serviceId }, harmed.case_id)).toEqual([]);
});

test('a case that does not exist has none', async () => {
  expect(await shown(api.staff.safeguardingLead, randomUUID())).toEqual([]);
  expect(await shown(api.staff.safeguardingLead, 'no id')).toEqual([]);
});

test('one page costs two statements and the record of the read, however many pairs it has', async () => {
  const cost = await api.statements(() => shown(api.staff.safeguardingLead));
  expect(cost).toBe(3);
});
