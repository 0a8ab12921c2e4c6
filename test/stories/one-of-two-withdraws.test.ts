// Story: two people harmed and one responsible; one of the two withdraws in the middle of the meeting, with her own hand.
import { aCase, agreeToPrepare, attendees, book, makeReady, meet, prepareFor } from '../scenario/a-case.js';
import type { Part, Someone, StoryCase } from '../scenario/story-case.js';
import { startRunningService, type RunningService } from '../harness/api/running-service.js';

let service: RunningService;
let theCase: StoryCase;
let ada: Someone;
let beth: Someone;
let ross: Someone;
beforeAll(async () => void (service = await startRunningService()), 120_000);
afterAll(() => service.ends());

const peopleOf = async (of: StoryCase) =>
  [...(await of.everyone('harmed')), await of.the('responsible')] as [Someone, Someone, Someone];
/** What each of them heard before. */
const booked = { on: expect.any(String) as string, template: 'meetingBooked', words: 'When and where the meeting is' };
/** What a part says, without the days on which it says it. */
const wordsOf = (part: Part | null) => ({ ...part, messages: part?.messages.map(({ words }) => words) });

test('Ada, Beth and Ross meet', async () => {
  theCase = await aCase(service).withHarmed(2).meeting().begins();
  [ada, beth, ross] = await peopleOf(theCase);
  expect(await theCase.process()).toMatchObject({
    step: 'underWay',
    conference: { session: { begunAt: expect.any(String) } },
  });
  expect(await attendees(theCase)).toHaveLength(3);
});

test('Beth withdraws: in that moment there is no meeting any more, and the case asks for consent again', async () => {
  await beth.withdrawConsent({ participantId: beth.id, purpose: 'takePart', about: 'faceToFace' });
  const { notices } = await theCase.now();
  const { stage, conference } = await theCase.process();
  expect(stage).toBe('consent');
  expect(conference).toMatchObject({ booking: null, session: null, held: [{ how: 'stopped' }] });
  const meetings = notices.filter(({ template }) => template === 'meetingBooked');
  expect(meetings.map(({ cancelledAt }) => typeof cancelledAt)).toEqual(['string', 'string', 'string']);
});

test('Grace is told, and nobody asks Beth why', async () => {
  expect((await theCase.seenBy('grace'))?.tasks).toContainEqual(
    expect.objectContaining({ task: 'withdrawal', about: beth.id, assignee: { name: 'grace' } }),
  );
  expect(await theCase.partOf(beth)).toMatchObject({ processes: [{ meeting: null }], messages: [booked] });
});

test('Ada and Ross hear the same neutral words, in the next round, and nothing of Beth', async () => {
  const atOnce = [await theCase.partOf(ada), await theCase.partOf(ross)];
  expect(atOnce.map((part) => part?.messages)).toEqual([[booked], [booked]]);
  expect(atOnce.map((part) => part?.processes[0]?.meeting)).toEqual([null, null]);
  const { notices } = await theCase.now();
  const waiting = notices.filter(({ cancelledAt }) => cancelledAt === null);
  expect(waiting.map(({ template, recipientId }) => `${template} ${recipientId}`).toSorted()).toEqual(
    [ada, ross].map(({ id }) => `meetingOff ${id}`).toSorted(),
  );
  service.clock.moves({ days: 8 });
  const later = [await theCase.partOf(ada), await theCase.partOf(ross)];
  const neutral = 'This will not be going ahead at the moment';
  expect(later.map((part) => part?.messages.map(({ words }) => words))).toEqual([
    [booked.words, neutral],
    [booked.words, neutral],
  ]);
  for (const part of [...atOnce, ...later])
    expect(JSON.stringify(part)).not.toMatch(/Beth|withdrew|withdrawn|Harmed 2/i);
});

test('Ada could not tell it from a case in which Ross withdrew', async () => {
  const twin = await aCase(service).withHarmed(2).meeting().begins();
  const [twinsAda, , twinsRoss] = await peopleOf(twin);
  await twinsRoss.withdrawConsent({ participantId: twinsRoss.id, purpose: 'takePart', about: 'faceToFace' });
  service.clock.moves({ days: 8 });
  expect(wordsOf(await twin.partOf(twinsAda))).toEqual(wordsOf(await theCase.partOf(ada)));
});

test('Beth is followed up as everybody is', async () => {
  const { followUp } = await theCase.process();
  expect(followUp.filter(({ participantId }) => participantId === beth.id).map(({ point }) => point)).toEqual([
    'days3',
    'weeks2',
    'weeks6',
    'months6',
  ]);
});

test('Ada goes on to a meeting of her own with Ross, and Beth is not in it', async () => {
  await agreeToPrepare(theCase, service);
  await prepareFor('faceToFace')(theCase, service);
  await book(theCase, service);
  const { notices } = await theCase.now();
  const { conference } = await theCase.process();
  const invited = notices.filter(({ template, cancelledAt }) => template === 'meetingBooked' && cancelledAt === null);
  expect(invited.map(({ recipientId }) => recipientId).toSorted()).toEqual([ada.id, ross.id].toSorted());
  expect(await theCase.partOf(ada)).toMatchObject({ processes: [{ meeting: { startsAt: conference.booking?.startsAt } }] });
  expect(await theCase.partOf(beth)).toMatchObject({ processes: [{ meeting: null }] });
  const withBeth = await theCase.by('grace').tries.bookConference({
    startsAt: conference.booking?.startsAt ?? '',
    attendees: [ada.id, beth.id, ross.id],
  });
  expect(withBeth.blockers).toEqual([`attendee ${beth.id}`]);
  await makeReady(theCase, service);
  await meet(theCase, service);
  await theCase.by('grace').endConference({ how: 'asPlanned', aftercare: 'Ada has company' });
  expect((await theCase.process()).conference.held).toEqual([{ how: 'stopped' }, { how: 'asPlanned' }]);
  expect(await service.faults()).toEqual([]);
});
