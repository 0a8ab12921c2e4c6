// What a participant sees: their own part, and the same bytes whatever the other side says, does or is found to be (R22, R39).
import { randomUUID } from 'node:crypto';
import type { Id } from '#libs/case';
import type { Said } from '../../../test/scenario/answer-blocker.js';
import { caseloadPage } from '../../../test/harness/api/documents.js';
import { openReadingHouse, type ReadingHouse } from '../../../test/harness/api/reading-api.js';

let house: ReadingHouse;
beforeAll(async () => void (house = await openReadingHouse()), 60_000);
afterAll(() => house.close());

const mine = `{ myCases { id participantId role stage words appropriateAdult meeting { startsAt } safeContact { checkedAt channels }
  messages { on template words }
  consents { purpose about asks answer answeredAt textVersion language reaskOn asked canGive canDefer canWithdraw } } }`;
type Mine = {
  stage: string;
  meeting: object | null;
  messages: { template: string }[];
  consents: { purpose: string; answer: string | null; asked: boolean; canWithdraw: boolean }[];
};
const readMine = async (actor: Parameters<ReadingHouse['read']>[0]) =>
  (await house.read(actor, mine)).myCases as Mine[];
const reached = (by: Said['by'], participantId: Id): Said => ({
  by,
  type: 'contact.attempted',
  participantId,
  channel: 'phone',
  outcome: 'reached',
});

/** A case in preparation, with both sides spoken with. */
async function aCaseInPreparation() {
  const { office, staff } = house;
  const id = await office.aCase(staff.coordinator);
  const [harmed, responsible] = [await house.participant(id, 'harmed'), await house.participant(id, 'responsible')];
  await house.clearTheWay(id, 'suitability.decided');
  await house.say(id, { by: staff.lead, type: 'suitability.decided', suitable: true, reason: randomUUID() });
  for (const { id: who } of [harmed, responsible]) {
    await house.say(id, {
      by: staff.lead,
      type: 'safeContact.recorded',
      participantId: who,
      channels: ['phone', 'post'],
    });
    await house.say(id, reached(staff.lead, who));
  }
  await house.clearTheWay(id, 'preparation.begun');
  await house.say(id, { by: staff.lead, type: 'preparation.begun' });
  return { id, harmed, responsible };
}

test('a participant finds no case in the caseload nor by its id, and only their own part in their own cases', async () => {
  const { id, harmed, responsible } = await aCaseInPreparation();
  const nothing = await house.read(harmed.actor, caseloadPage);
  expect(nothing).toMatchObject({ caseload: { edges: [], pageInfo: { hasNextPage: false } } });
  const hidden = await house.read(
    harmed.actor,
    `{ case(id: "${id}") { id } service { id } staff { id } tasks { edges { cursor } } notices { edges { cursor } } }`,
  );
  expect(hidden).toEqual({ case: null, service: null, staff: [], tasks: { edges: [] }, notices: { edges: [] } });
  const { text } = await house.ask(harmed.actor, mine);
  const facts = await house.facts(id);
  for (const other of [responsible.id, responsible.actor.id, 'Ross', ...Object.keys(facts.facilitators.assigned)])
    expect(text).not.toContain(other);
  expect(JSON.parse(text)).toMatchObject({
    data: { myCases: [{ id, participantId: harmed.id, role: 'harmed', stage: 'preparing' }] },
  });
  expect(await readMine(house.staff.lead)).toEqual([]);
});

test('a case is not there for somebody the service has not spoken with yet (R4, R9)', async () => {
  const { office, staff } = house;
  const id = await office.aCase(staff.coordinator);
  const harmed = await house.participant(id, 'harmed');
  expect(await readMine(harmed.actor)).toEqual([]);
  await house.clearTheWay(id, 'suitability.decided');
  await house.say(id, { by: staff.lead, type: 'offer.made', participantId: harmed.id, answer: 'yes' });
  expect(await readMine(harmed.actor)).toMatchObject([{ stage: 'inContact', meeting: null }]);
});

test('they see what they are asked next, what they said, and that they can take it back', async () => {
  const { id, harmed } = await aCaseInPreparation();
  const asked = async () => (await readMine(harmed.actor))[0]?.consents.filter((c) => c.asked).map((c) => c.purpose);
  expect(await asked()).toEqual([]);
  await house.say(id, { by: house.staff.lead, type: 'process.chosen', processType: 'letter', reason: randomUUID() });
  expect(await asked()).toEqual(['takePart']);
  await house.say(id, {
    by: harmed.actor,
    type: 'consent.refused',
    participantId: harmed.id,
    purpose: 'takePart',
    about: 'letter',
  });
  const [now] = await readMine(harmed.actor);
  expect(now?.consents.find((c) => c.purpose === 'takePart')).toMatchObject({
    answer: 'refused',
    asked: false,
    canWithdraw: false,
  });
  expect(now?.consents.find((c) => c.purpose === 'prepare')).toMatchObject({ answer: 'given', canWithdraw: true });
});

const doneByOthers: Record<string, (world: Awaited<ReturnType<typeof aCaseInPreparation>>) => Said[]> = {
  'the other side refuses the process': ({ responsible }) => [
    {
      by: responsible.actor,
      type: 'consent.refused',
      participantId: responsible.id,
      purpose: 'takePart',
      about: 'faceToFace',
    },
  ],
  'the other side withdraws from preparation, and the case goes back': ({ responsible }) => [
    { by: responsible.actor, type: 'consent.withdrawn', participantId: responsible.id, purpose: 'prepare' },
  ],
  'a concern is raised and the case is stopped': ({ responsible }) => {
    const concernId = randomUUID();
    const { staff } = house;
    return [
      { by: staff.lead, type: 'concern.raised', concernId, about: responsible.id, text: randomUUID() },
      { by: staff.safeguardingLead, type: 'concern.decided', concernId, decision: 'stop', reason: randomUUID() },
    ];
  },
  'a concern is raised about them': ({ harmed }) => [
    { by: house.staff.lead, type: 'concern.raised', concernId: randomUUID(), about: harmed.id, text: randomUUID() },
  ],
  'risk becomes known': () => [{ by: house.staff.lead, type: 'risk.informed', text: randomUUID() }],
  'a flag is set and a checkpoint refused': () => [
    { by: house.staff.lead, type: 'flag.set', flag: 'hate' },
    { by: house.staff.safeguardingLead, type: 'checkpoint.refused', checkpoint: 'processChoice', reason: randomUUID() },
  ],
  'somebody joins the other side and the other person leaves': ({ responsible }) => [
    {
      by: house.staff.coordinator,
      type: 'participant.joined',
      participantId: randomUUID(),
      personId: randomUUID(),
      role: 'supporter',
      supports: responsible.id,
      age: 'adult',
      approach: 'agreed',
    },
    { by: house.staff.coordinator, type: 'participant.left', participantId: responsible.id },
  ],
  'an attempt to reach them goes wrong': ({ harmed }) => [
    {
      by: house.staff.lead,
      type: 'contact.attempted',
      participantId: harmed.id,
      channel: 'phone',
      outcome: 'wrongPerson',
    },
  ],
  'the case has just been closed': () => [
    { by: house.staff.manager, type: 'case.closed', reason: 'withdrawn', side: 'responsible' },
  ],
};
test.each(Object.keys(doneByOthers))('%s: what a participant sees is the same to the byte', async (name) => {
  const world = await aCaseInPreparation();
  await house.say(world.id, {
    by: house.staff.lead,
    type: 'process.chosen',
    processType: 'faceToFace',
    reason: randomUUID(),
  });
  await giveTakePart(world.id, world.harmed.id);
  const before = (await house.ask(world.harmed.actor, mine)).text;
  for (const said of doneByOthers[name]?.(world) ?? []) await house.say(world.id, said);
  expect((await house.ask(world.harmed.actor, mine)).text).toBe(before);
});

const giveTakePart = (id: Id, participantId: Id) =>
  house.say(id, {
    by: house.staff.lead,
    type: 'consent.given',
    participantId,
    purpose: 'takePart',
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
      by: house.staff.lead.id,
      on: new Date().toISOString().slice(0, 10),
      language: 'en',
    },
  });

test('a meeting that is called off is called off alike, whoever or whatever ended it', async () => {
  const causes: ((world: Awaited<ReturnType<typeof aBookedCase>>) => Said[])[] = [
    ({ responsible }) => [
      {
        by: responsible.actor,
        type: 'consent.withdrawn',
        participantId: responsible.id,
        purpose: 'takePart',
        about: 'faceToFace',
      },
    ],
    () => [{ by: house.staff.safeguardingLead, type: 'checkpoint.refused', checkpoint: 'dayOf', reason: randomUUID() }],
    () => [{ by: house.staff.lead, type: 'conference.cancelled', reason: randomUUID() }],
  ];
  const seen = [];
  for (const cause of causes) {
    const world = await aBookedCase();
    expect(await readMine(world.harmed.actor)).toMatchObject([
      { stage: 'meetingBooked', messages: [{ template: 'meetingBooked' }] },
    ]);
    const before = await readMine(world.harmed.actor);
    for (const said of cause(world)) await house.say(world.id, said);
    const [part, ...others] = await readMine(world.harmed.actor);
    expect([part, ...others]).toEqual(before); // told in the service's own time, and not by the page either (R22)
    seen.push({
      messages: part?.messages,
      consents: part?.consents.map(({ purpose, answer, asked }) => [purpose, answer, asked]),
    });
  }
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toEqual(seen[0]);
});

async function aBookedCase() {
  const world = await aCaseInPreparation();
  const { staff } = house;
  await house.clearTheWay(world.id, 'preparation.completed');
  await house.say(world.id, { by: staff.lead, type: 'preparation.completed' });
  await house.clearTheWay(world.id, 'conference.booked');
  const attendees = Object.keys((await house.facts(world.id)).people.participants);
  await house.say(world.id, {
    by: staff.lead,
    type: 'conference.booked',
    bookingId: randomUUID(),
    startsAt: new Date(Date.now() + 8 * 86_400_000).toISOString(),
    attendees,
  });
  return world;
}
