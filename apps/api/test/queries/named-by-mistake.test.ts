// A person who was named by mistake is out of view (R92).
import { randomUUID } from 'node:crypto';
import type { Actor } from '#libs/case';
import { wholeCase } from '../../../../test/harness/api/documents.js';
import { codeOf } from '../../../../test/harness/api/test-api.js';
import { openReadingApi, type ReadingApi } from '../../../../test/harness/api/reading-api.js';
import { aCaseInPreparation, readMine } from './prepared-case.js';

let api: ReadingApi;
beforeAll(async () => void (api = await openReadingApi()), 60_000);
afterAll(() => api.close());

test('whoever was named by mistake no longer finds the case, and nobody else finds them in it, but those who answer for it (R92)', async () => {
  const { id, responsible } = await aCaseInPreparation(api);
  const { staff } = api;
  expect(await readMine(api, responsible.actor)).toHaveLength(1);
  await api.say(id, {
    by: staff.lead,
    type: 'participant.left',
    participantId: responsible.id,
    reason: 'wronglyNamed',
  });
  expect(await readMine(api, responsible.actor)).toEqual([]);
  const preview = `query ($id: ID!) { preview(caseId: $id, event: { refuseConsent: { participantId: "${responsible.id}", purpose: survey } }) { happens } }`;
  expect(codeOf(await api.ask(responsible.actor, preview, { id }))).toBe('NOT_FOUND');
  for (const actor of [staff.lead, staff.coordinator])
    for (const one of [responsible.id, responsible.actor.id])
      expect((await api.ask(actor, wholeCase, { id })).text).not.toContain(one);
  for (const actor of [staff.safeguardingLead, staff.manager])
    expect((await api.ask(actor, wholeCase, { id })).text).toContain(responsible.id);
});

test('no list of the service names them either: messages and tasks are left out, but for those who answer for it (R92)', async () => {
  const { id, processId, responsible } = await aCaseInPreparation(api);
  const { staff } = api;
  await api.clearTheWay(id, 'preparation.completed');
  await api.say(id, { by: staff.lead, type: 'preparation.completed', processId });
  await api.clearTheWay(id, 'conference.booked');
  await api.say(id, {
    by: staff.lead,
    type: 'conference.booked',
    processId,
    bookingId: randomUUID(),
    startsAt: new Date(Date.now() + 8 * 86_400_000).toISOString(),
    attendees: Object.keys((await api.facts(id)).people.participants),
  });
  await api.say(id, { by: staff.lead, type: 'preference.stated', participantId: responsible.id, wish: randomUUID() });
  const lists = '{ notices { edges { node { recipientId template } } } tasks { edges { node { about task } } } }';
  const seenBy = async (actor: Actor) => JSON.stringify(await api.read(actor, lists));
  for (const actor of [staff.coordinator, staff.manager]) expect(await seenBy(actor)).toContain(responsible.id);
  await api.say(id, { by: staff.lead, type: 'participant.left', participantId: responsible.id, reason: 'noReply' });
  await api.say(id, {
    by: staff.lead,
    type: 'participant.left',
    participantId: responsible.id,
    reason: 'wronglyNamed',
  });
  for (const actor of [staff.lead, staff.coordinator]) expect(await seenBy(actor)).not.toContain(responsible.id);
  for (const actor of [staff.safeguardingLead, staff.manager]) expect(await seenBy(actor)).toContain(responsible.id);
});
