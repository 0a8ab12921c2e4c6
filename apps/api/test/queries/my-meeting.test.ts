// A meeting that is off: what a participant sees does not say who or what ended it (R22).
import { randomUUID } from 'node:crypto';
import { openReadingApi, type ReadingApi } from '../../../../test/harness/api/reading-api.js';
import type { Said } from '../../../../test/scenario/answer-blocker.js';
import { aCaseInPreparation, asksOf, readMine } from './prepared-case.js';

let api: ReadingApi;
beforeAll(async () => void (api = await openReadingApi()), 60_000);
afterAll(() => api.close());

test('a meeting that is called off is called off alike, whoever or whatever ended it', async () => {
  const causes: ((prepared: Awaited<ReturnType<typeof aBookedCase>>) => Said[])[] = [
    ({ responsible, processId }) => [
      {
        by: responsible.actor,
        type: 'consent.withdrawn',
        participantId: responsible.id,
        purpose: 'takePart',
        processId,
        about: 'faceToFace',
      },
    ],
    ({ processId }) => [
      {
        by: api.staff.safeguardingLead,
        type: 'checkpoint.refused',
        checkpoint: 'dayOf',
        processId,
        reason: randomUUID(),
      },
    ],
    ({ processId }) => [{ by: api.staff.lead, type: 'conference.cancelled', processId, reason: randomUUID() }],
  ];
  const seen = [];
  for (const cause of causes) {
    const prepared = await aBookedCase();
    expect(await readMine(api, prepared.harmed.actor)).toMatchObject([
      { stage: 'meetingBooked', messages: [{ template: 'meetingBooked' }] },
    ]);
    const before = await readMine(api, prepared.harmed.actor);
    for (const said of cause(prepared)) await api.say(prepared.id, said);
    const [part, ...others] = await readMine(api, prepared.harmed.actor);
    expect([part, ...others]).toEqual(before); // told in the service's own time, and not by the page either (R22)
    seen.push({
      messages: part?.messages,
      consents: asksOf(part).map(({ purpose, answer, asked }) => [purpose, answer, asked]),
    });
  }
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toEqual(seen[0]);
});

async function aBookedCase() {
  const prepared = await aCaseInPreparation(api);
  const { staff } = api;
  await api.clearTheWay(prepared.id, 'preparation.completed');
  await api.say(prepared.id, { by: staff.lead, type: 'preparation.completed', processId: prepared.processId });
  await api.clearTheWay(prepared.id, 'conference.booked');
  const attendees = Object.keys((await api.facts(prepared.id)).people.participants);
  await api.say(prepared.id, {
    by: staff.lead,
    type: 'conference.booked',
    processId: prepared.processId,
    bookingId: randomUUID(),
    startsAt: new Date(Date.now() + 8 * 86_400_000).toISOString(),
    attendees,
  });
  return prepared;
}
