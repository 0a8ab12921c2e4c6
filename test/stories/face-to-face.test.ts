// Story: from a row of a police file to a conference with supporters. What comes of it is another (agreed-and-followed-up.test.ts).
import type { Id } from '#libs/case';
import { attendees, makeReady, letsKnow } from '../scenario/a-case.js';
import type { Someone, StoryCase } from '../scenario/story-case.js';
import { startRunningService, type RunningService } from '../harness/api/running-service.js';

let service: RunningService;
let theCase: StoryCase;
let amira: Someone;
let megan: Someone;
let leila: Someone;
let rhys: Someone;
let process: Id;
const when: Record<string, string> = {};
beforeAll(async () => void (service = await startRunningService()), 120_000);
afterAll(() => service.ends());

test('Cora takes the row: nobody may be contacted yet, and the case says what it waits for', async () => {
  theCase = await service.refers('police', 'CR/70237/26');
  amira = await theCase.the('harmed');
  megan = await theCase.the('responsible');
  expect(await theCase.before('attemptContact', amira.id)).toEqual([
    'facilitator lead',
    'checkpoint referral|-',
    `safeContact ${amira.id}`,
  ]);
  expect(await theCase.partOf(amira)).toBeNull();
  expect(await theCase.partOf(megan)).toBeNull();
  when['referred'] = service.clock.now();
});

test('Grace takes the case, and Cora finds first contact safe', async () => {
  await theCase.isTakenBy('grace');
  await theCase.by('cora').passCheckpoint({ checkpoint: 'referral' });
  expect(await theCase.before('attemptContact', amira.id)).toEqual([`safeContact ${amira.id}`]);
});

test('Amira is offered a conversation, says herself how she is reached safely, and is reached', async () => {
  const call = { participantId: amira.id, channel: 'phone', outcome: 'reached', aim: 'substance' } as const;
  await theCase.by('grace').makeOffer({ participantId: amira.id, answer: 'yes', language: 'en' });
  await theCase.refuses('grace', 'attemptContact', call, amira.id);
  await amira.recordSafeContact({ participantId: amira.id, channels: ['phone'] });
  await theCase.by('grace').attemptContact(call);
  const byPost = await theCase.by('grace').tries.attemptContact({ ...call, channel: 'post' });
  expect(byPost.blockers).toEqual(['safeContact post']);
  expect(await theCase.partOf(amira)).toMatchObject({
    stage: 'inContact',
    processes: [{ meeting: null }],
    messages: [],
  });
  expect(await theCase.partOf(megan)).toBeNull();
});

test('Megan is asked apart, and Amira sees nothing of it', async () => {
  const before = await theCase.partOf(amira);
  await theCase.by('grace').recordSafeContact({ participantId: megan.id, channels: ['phone'] });
  await theCase
    .by('grace')
    .attemptContact({ participantId: megan.id, channel: 'phone', outcome: 'reached', aim: 'substance' });
  expect(await theCase.partOf(megan)).toMatchObject({ stage: 'inContact' });
  expect(await theCase.partOf(amira)).toEqual(before);
});

test('it is suitable only when Megan has acknowledged the facts, and each is assessed and agrees to be contacted', async () => {
  const suitable = { suitable: true, reason: 'Amira has questions, and Megan wants to answer them' };
  expect(await theCase.refuses('grace', 'decideSuitability', suitable)).toEqual(
    expect.arrayContaining([
      `acknowledgement ${megan.id}`,
      `assessment ${amira.id}`,
      `consent ${amira.id}|contact|-|-`,
    ]),
  );
  await theCase.yes(amira, 'contact');
  await theCase.yes(megan, 'contact');
  await theCase.by('grace').recordAcknowledgement({ participantId: megan.id, how: 'She said so at the first meeting' });
  await theCase.clearTheWay('decideSuitability', { but: ['acknowledgement', 'consent'] });
  await theCase.by('grace').decideSuitability(suitable);
  expect(await theCase.stage()).toBe('consent');
});

test('preparation waits for both of them to say yes themselves', async () => {
  process = (await theCase.process()).id;
  await theCase.yes(megan, 'prepare');
  await theCase.clearTheWay('beginPreparation', { but: ['consent'] });
  expect(await theCase.refuses('grace', 'beginPreparation', undefined)).toEqual([
    `consent ${amira.id}|prepare|${process}|-`,
  ]);
  const [own] = (await theCase.partOf(amira))?.processes ?? [];
  expect(own?.consents.find(({ purpose }) => purpose === 'prepare')).toMatchObject({
    asked: true,
  });
  await theCase.yes(amira, 'prepare');
  await theCase.by('grace').beginPreparation();
  expect(await theCase.stage()).toBe('preparation');
  when['prepared'] = service.clock.now();
});

test('supporters come in, and each side must accept each of them', async () => {
  await theCase
    .by('grace')
    .chooseProcessType({ processType: 'faceToFaceWithSupporters', reason: 'Amira asked for it' });
  expect(await theCase.stage()).toBe('preparation');
  expect(await theCase.before('completePreparation')).toContain('seat supporter');
  leila = await theCase.joins('Leila', { role: 'supporter', supports: amira.id, processId: process });
  rhys = await theCase.joins('Rhys', { role: 'supporter', supports: megan.id, processId: process });
  await theCase.clearTheWay('completePreparation');
  await theCase.by('grace').completePreparation();
  expect(await theCase.stage()).toBe('conference, arranging');
  await theCase.clearTheWay('bookConference', { but: ['consent', 'arrangement'] });
  const attendance = ((await theCase.before('bookConference')) ?? []).filter((b) => b.includes('attendance'));
  expect(attendance.toSorted()).toEqual(
    [amira, megan]
      .flatMap((side) => [leila, rhys].map((s) => `consent ${side.id}|attendance|${process}|${s.id}`))
      .toSorted(),
  );
  await letsKnow(theCase, leila, megan);
  await letsKnow(theCase, rhys, amira);
  for (const side of [amira, megan])
    for (const supporter of [leila, rhys]) await theCase.yes(side, 'attendance', supporter.id);
});

test('the meeting is booked when everything around it is settled; each of the four has a message waiting', async () => {
  const booking = { startsAt: '2026-11-06T10:00:00.000Z', attendees: await attendees(theCase) };
  expect(await theCase.refuses('grace', 'bookConference', booking)).toEqual(
    expect.arrayContaining([
      'arrangement venue',
      'arrangement orderOfSpeaking',
      'arrangement stopPlan',
      'arrangement aftercare',
    ]),
  );
  await theCase.clearTheWay('bookConference');
  await theCase.by('grace').bookConference(booking);
  const { notices } = await theCase.now();
  expect(notices.map(({ template, recipientId }) => `${template} ${recipientId}`).toSorted()).toEqual(
    [amira, megan, leila, rhys].map(({ id }) => `meetingBooked ${id}`).toSorted(),
  );
  for (const someone of [amira, megan])
    expect(await theCase.partOf(someone)).toMatchObject({
      stage: 'meetingBooked',
      processes: [{ meeting: { startsAt: booking.startsAt } }],
    });
  when['booked'] = service.clock.now();
});

test('it does not begin before its day', async () => {
  await theCase.clearTheWay('beginConference', { but: ['booking', 'checkpoint', 'reconfirmation'] });
  const { conference } = await theCase.process();
  const early = await theCase.refuses('grace', 'beginConference', { attended: await attendees(theCase) });
  expect(early).toContain(`booking ${conference.booking?.id}`);
});

test('on the day Grace is reminded, each of the four says yes again, and somebody else finds it safe', async () => {
  service.clock.comes('2026-11-06T07:30:00.000Z');
  expect(await service.workerLooks()).toContain('meeting passed');
  expect((await theCase.seenBy('grace'))?.tasks).toContainEqual(
    expect.objectContaining({ task: 'meeting', assignee: { name: 'grace' } }),
  );
  const attended = await attendees(theCase);
  const before = await theCase.refuses('grace', 'beginConference', { attended });
  const about = 'faceToFaceWithSupporters';
  for (const { id } of [amira, megan, leila, rhys])
    expect(before).toContain(`reconfirmation ${id}|takePart|${process}|${about}`);
  expect(before).toContain('checkpoint dayOf|-');
  const ownSignOff = await theCase.by('grace').tries.passCheckpoint({ checkpoint: 'dayOf' });
  expect(ownSignOff.blockers).toEqual(['author dayOf']);
  for (const one of [amira, megan, leila, rhys])
    await one.reconfirmConsent({ participantId: one.id, purpose: 'takePart', about });
  await makeReady(theCase, service);
  await theCase.by('grace').beginConference({ attended });
  expect(await theCase.stage()).toBe('conference, underWay');
});

test('Amira needs a break: nobody goes on before each has been asked alone', async () => {
  await theCase
    .by('grace')
    .pauseSession({ byRole: 'harmed', reason: 'distress', safetyStep: 'Each in a room of their own' });
  expect(await theCase.stage()).toBe('conference, interrupted');
  const unasked = await theCase.refuses('grace', 'resumeSession', undefined);
  expect(unasked.filter((each) => each.startsWith('privateCheck')).toSorted()).toEqual(
    [amira, megan, leila, rhys].map(({ id }) => `privateCheck ${id}`).toSorted(),
  );
  for (const { id } of [amira, megan, leila, rhys])
    await theCase.by('grace').checkParticipant({ participantId: id, willing: true });
  await theCase.by('grace').resumeSession();
  await theCase.by('grace').endConference({ how: 'asPlanned', aftercare: 'Leila sees Amira home' });
  expect(await theCase.process()).toMatchObject({
    stage: 'followUp',
    conference: { booking: null, held: [{ how: 'asPlanned' }] },
  });
});

test('the journal is whole, and the case can be seen as it was', async () => {
  expect(await service.faults()).toEqual([]);
  const then = async (name: string) => theCase.seenBy('grace', when[name]);
  const task: unknown = expect.objectContaining({ task: 'assignFacilitator' });
  expect(await then('referred')).toMatchObject({ stage: 'suitability', tasks: expect.arrayContaining([task]) });
  expect(await then('prepared')).toMatchObject({
    stage: 'preparation',
    processes: [{ conference: { booking: null, held: [] } }],
    notices: [],
  });
  expect(await then('booked')).toMatchObject({ stage: 'conference', processes: [{ step: 'booked' }] });
  expect((await then('prepared'))?.participants.map(({ role }) => role).toSorted()).toEqual(['harmed', 'responsible']);
});
