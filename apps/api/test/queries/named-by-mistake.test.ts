// A person who was named by mistake is out of view (R92).
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
