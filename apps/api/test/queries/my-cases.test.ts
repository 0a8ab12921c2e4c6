// What a participant sees: their own part, and the same bytes whatever the other side says, does or is found to be (R22, R39).
import { randomUUID } from 'node:crypto';
import type { Id } from '#libs/case';
import type { Said } from '../../../../test/scenario/answer-blocker.js';
import { caseloadPage } from '../../../../test/harness/api/documents.js';
import { openReadingApi, type ReadingApi } from '../../../../test/harness/api/reading-api.js';
import { aCaseInPreparation, asksOf, mine, readMine } from './prepared-case.js';

let api: ReadingApi;
beforeAll(async () => void (api = await openReadingApi()), 60_000);
afterAll(() => api.close());

test('a participant finds no case in the caseload nor by its id, and only their own part in their own cases', async () => {
  const { id, harmed, responsible } = await aCaseInPreparation(api);
  const nothing = await api.read(harmed.actor, caseloadPage);
  expect(nothing).toMatchObject({ caseload: { edges: [], pageInfo: { hasNextPage: false } } });
  const hidden = await api.read(
    harmed.actor,
    `{ case(id: "${id}") { id } service { id } staff { id } tasks { edges { cursor } } notices { edges { cursor } } }`,
  );
  expect(hidden).toEqual({ case: null, service: null, staff: [], tasks: { edges: [] }, notices: { edges: [] } });
  const { text } = await api.ask(harmed.actor, mine);
  const facts = await api.facts(id);
  for (const other of [responsible.id, responsible.actor.id, 'Ross', ...Object.keys(facts.facilitators.assigned)])
    expect(text).not.toContain(other);
  expect(JSON.parse(text)).toMatchObject({
    data: { myCases: [{ id, participantId: harmed.id, role: 'harmed', stage: 'preparing' }] },
  });
  expect(await readMine(api, api.staff.lead)).toEqual([]);
});

test('a case is not there for somebody the service has not spoken with yet (R4, R9)', async () => {
  const { service, staff } = api;
  const id = await service.aCase(staff.coordinator);
  const harmed = await api.participant(id, 'harmed');
  expect(await readMine(api, harmed.actor)).toEqual([]);
  await api.clearTheWay(id, 'suitability.decided');
  await api.say(id, { by: staff.lead, type: 'offer.made', participantId: harmed.id, answer: 'yes' });
  expect(await readMine(api, harmed.actor)).toMatchObject([
    { stage: 'inContact', processes: [{ stage: 'inContact', type: null, part: 'harmed', meeting: null }] },
  ]);
});

test('they see what they are asked next, what they said, and that they can take it back', async () => {
  const { id, processId, harmed } = await aCaseInPreparation(api);
  const asked = async () =>
    asksOf((await readMine(api, harmed.actor))[0])
      .filter((c) => c.asked)
      .map((c) => c.purpose);
  expect(await asked()).toEqual([]);
  await api.say(id, {
    by: api.staff.lead,
    type: 'process.typeChosen',
    processId,
    processType: 'letter',
    reason: randomUUID(),
  });
  expect(await asked()).toEqual(['takePart']);
  await api.say(id, {
    by: harmed.actor,
    type: 'consent.refused',
    participantId: harmed.id,
    purpose: 'takePart',
    processId,
    about: 'letter',
  });
  const [now] = await readMine(api, harmed.actor);
  expect(asksOf(now).find((c) => c.purpose === 'takePart')).toMatchObject({
    answer: 'refused',
    asked: false,
    canWithdraw: false,
  });
  expect(asksOf(now).find((c) => c.purpose === 'prepare')).toMatchObject({ answer: 'given', canWithdraw: true });
});

const doneByOthers: Record<string, (prepared: Awaited<ReturnType<typeof aCaseInPreparation>>) => Said[]> = {
  'the other side refuses the process': ({ responsible, processId }) => [
    {
      by: responsible.actor,
      type: 'consent.refused',
      participantId: responsible.id,
      purpose: 'takePart',
      processId,
      about: 'faceToFace',
    },
  ],
  'the other side withdraws from preparation, and the case goes back': ({ responsible, processId }) => [
    { by: responsible.actor, type: 'consent.withdrawn', participantId: responsible.id, purpose: 'prepare', processId },
  ],
  'a concern is raised and the case is stopped': ({ responsible }) => {
    const concernId = randomUUID();
    const { staff } = api;
    return [
      { by: staff.lead, type: 'concern.raised', concernId, about: responsible.id, text: randomUUID() },
      { by: staff.safeguardingLead, type: 'concern.decided', concernId, decision: 'stop', reason: randomUUID() },
    ];
  },
  'a concern is raised about them': ({ harmed }) => [
    { by: api.staff.lead, type: 'concern.raised', concernId: randomUUID(), about: harmed.id, text: randomUUID() },
  ],
  'risk becomes known': () => [{ by: api.staff.lead, type: 'risk.informed', text: randomUUID() }],
  'a flag is set and a checkpoint refused': ({ processId }) => [
    { by: api.staff.lead, type: 'flag.set', flag: 'hate' },
    {
      by: api.staff.safeguardingLead,
      type: 'checkpoint.refused',
      checkpoint: 'processChoice',
      processId,
      reason: randomUUID(),
    },
  ],
  'somebody joins the other side and the other person leaves': ({ responsible }) => [
    {
      by: api.staff.coordinator,
      type: 'participant.joined',
      participantId: randomUUID(),
      personId: randomUUID(),
      role: 'supporter',
      supports: responsible.id,
      age: 'adult',
      approach: 'agreed',
    },
    { by: api.staff.coordinator, type: 'participant.left', participantId: responsible.id, reason: 'moved' },
  ],
  'an attempt to reach them goes wrong': ({ harmed }) => [
    {
      by: api.staff.lead,
      type: 'contact.attempted',
      participantId: harmed.id,
      channel: 'phone',
      outcome: 'wrongPerson',
      aim: 'substance',
    },
  ],
  'the case has just been closed': () => [
    { by: api.staff.manager, type: 'case.closed', reason: 'withdrawn', side: 'responsible' },
  ],
};
test.each(Object.keys(doneByOthers))('%s: what a participant sees is the same to the byte', async (name) => {
  const prepared = await aCaseInPreparation(api);
  await api.say(prepared.id, {
    by: api.staff.lead,
    type: 'process.typeChosen',
    processId: prepared.processId,
    processType: 'faceToFace',
    reason: randomUUID(),
  });
  await giveTakePart(prepared.id, prepared.processId, prepared.harmed.id);
  const before = (await api.ask(prepared.harmed.actor, mine)).text;
  for (const said of doneByOthers[name]?.(prepared) ?? []) await api.say(prepared.id, said);
  expect((await api.ask(prepared.harmed.actor, mine)).text).toBe(before);
});

const giveTakePart = (id: Id, processId: Id, participantId: Id) =>
  api.say(id, {
    by: api.staff.lead,
    type: 'consent.given',
    participantId,
    purpose: 'takePart',
    processId,
    about: 'faceToFace',
    form: 'written',
    text: { version: '1', language: 'en' },
    explained: {
      items: [
        'voluntary',
        'process',
        'outcomes',
        'supervision',
        'consequences',
        'noNeedToForgive',
        'advice',
        'confidentiality',
        'dataUse',
        'complaints',
      ],
      by: api.staff.lead.id,
      on: new Date().toISOString().slice(0, 10),
      language: 'en',
    },
  });
