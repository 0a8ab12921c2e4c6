// What a participant sees: their own part, and the same bytes whatever the other side says, does or is found to be (R22, R39).
import { randomUUID } from 'node:crypto';
import type { Id } from '#libs/case';
import type { Said } from '../../../../test/scenario/answer-blocker.js';
import { caseloadPage, wholeCase } from '../../../../test/harness/api/documents.js';
import { openReadingApi, type ReadingApi } from '../../../../test/harness/api/reading-api.js';

let api: ReadingApi;
beforeAll(async () => void (api = await openReadingApi()), 60_000);
afterAll(() => api.close());

const consents =
  'consents { purpose processId about asks answer answeredAt textVersion language reaskOn asked canGive canDefer canWithdraw }';
const mine = `{ myCases { id participantId role stage words appropriateAdult safeContact { checkedAt channels }
  messages { on template words } ${consents}
  processes { id type part stage words meeting { startsAt } communications { id kind sent sha256 passedOn receipt } ${consents} } } }`;
type Asked = { purpose: string; answer: string | null; asked: boolean; canWithdraw: boolean };
type Mine = {
  stage: string;
  messages: { template: string }[];
  consents: Asked[];
  processes: { stage: string; meeting: object | null; consents: Asked[] }[];
};
/** What a person is asked by the service, and in each process of theirs. */
const asksOf = (part: Mine | undefined): Asked[] => [
  ...(part?.consents ?? []),
  ...(part?.processes ?? []).flatMap((own) => own.consents),
];
const readMine = async (actor: Parameters<ReadingApi['read']>[0]) => (await api.read(actor, mine)).myCases as Mine[];
const reached = (by: Said['by'], participantId: Id): Said => ({
  by,
  type: 'contact.attempted',
  participantId,
  channel: 'phone',
  outcome: 'reached',
  aim: 'substance',
});

/** A case in preparation, with both sides spoken with. */
async function aCaseInPreparation() {
  const { service, staff } = api;
  const id = await service.aCase(staff.coordinator);
  const [processId = ''] = Object.keys((await api.facts(id)).processes);
  const [harmed, responsible] = [await api.participant(id, 'harmed'), await api.participant(id, 'responsible')];
  await api.clearTheWay(id, 'suitability.decided');
  await api.say(id, { by: staff.lead, type: 'suitability.decided', processId, suitable: true, reason: randomUUID() });
  for (const { id: who } of [harmed, responsible]) {
    await api.say(id, {
      by: staff.lead,
      type: 'safeContact.recorded',
      participantId: who,
      channels: ['phone', 'post'],
    });
    await api.say(id, reached(staff.lead, who));
  }
  await api.clearTheWay(id, 'preparation.begun');
  await api.say(id, { by: staff.lead, type: 'preparation.begun', processId });
  return { id, processId, harmed, responsible };
}

test('a participant finds no case in the caseload nor by its id, and only their own part in their own cases', async () => {
  const { id, harmed, responsible } = await aCaseInPreparation();
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
  expect(await readMine(api.staff.lead)).toEqual([]);
});

test('a case is not there for somebody the service has not spoken with yet (R4, R9)', async () => {
  const { service, staff } = api;
  const id = await service.aCase(staff.coordinator);
  const harmed = await api.participant(id, 'harmed');
  expect(await readMine(harmed.actor)).toEqual([]);
  await api.clearTheWay(id, 'suitability.decided');
  await api.say(id, { by: staff.lead, type: 'offer.made', participantId: harmed.id, answer: 'yes' });
  expect(await readMine(harmed.actor)).toMatchObject([
    { stage: 'inContact', processes: [{ stage: 'inContact', type: null, part: 'harmed', meeting: null }] },
  ]);
});

test('they see what they are asked next, what they said, and that they can take it back', async () => {
  const { id, processId, harmed } = await aCaseInPreparation();
  const asked = async () =>
    asksOf((await readMine(harmed.actor))[0])
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
  const [now] = await readMine(harmed.actor);
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
  const prepared = await aCaseInPreparation();
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
    expect(await readMine(prepared.harmed.actor)).toMatchObject([
      { stage: 'meetingBooked', messages: [{ template: 'meetingBooked' }] },
    ]);
    const before = await readMine(prepared.harmed.actor);
    for (const said of cause(prepared)) await api.say(prepared.id, said);
    const [part, ...others] = await readMine(prepared.harmed.actor);
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
  const prepared = await aCaseInPreparation();
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

test('whoever was named by mistake no longer finds the case, and nobody else finds them in it, but those who answer for it (R92)', async () => {
  const { id, responsible } = await aCaseInPreparation();
  const { staff } = api;
  expect(await readMine(responsible.actor)).toHaveLength(1);
  await api.say(id, {
    by: staff.lead,
    type: 'participant.left',
    participantId: responsible.id,
    reason: 'wronglyNamed',
  });
  expect(await readMine(responsible.actor)).toEqual([]);
  for (const actor of [staff.lead, staff.coordinator])
    expect((await api.ask(actor, wholeCase, { id })).text).not.toContain(responsible.id);
  for (const actor of [staff.safeguardingLead, staff.manager])
    expect((await api.ask(actor, wholeCase, { id })).text).toContain(responsible.id);
});
