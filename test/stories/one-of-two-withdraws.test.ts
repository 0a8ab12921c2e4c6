// Story: two people harmed and one responsible. One of the two withdraws in the middle of the meeting, with her own hand, and the others go on; where the one who cannot be spared withdraws, both hear the same words (R22, R83).
import { aCase, attendees } from '../scenario/a-case.js';
import type { Part } from '../scenario/case-seen.js';
import type { Someone, StoryCase } from '../scenario/story-case.js';
import type { Told } from '../scenario/voices.js';
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
const withdrawsFrom = { purpose: 'takePart', about: 'faceToFace' } as const;
const messagesOf = (part: Part | null) => part?.messages.map(({ words }) => words);

test('Ada, Beth and Ross meet', async () => {
  theCase = await aCase(service).withHarmed(2).meeting().begins();
  [ada, beth, ross] = await peopleOf(theCase);
  const { step, conference } = await theCase.process();
  expect([step, conference.session?.present.length]).toEqual(['underWay', 3]);
  expect(await attendees(theCase)).toHaveLength(3);
});

test('Beth withdraws: in that moment she is out of it, and Ada and Ross go on', async () => {
  await beth.withdrawConsent({ participantId: beth.id, ...withdrawsFrom });
  const { step, conference } = await theCase.process();
  expect([step, conference.session?.present.toSorted()]).toEqual(['underWay', [ada.id, ross.id].toSorted()]);
  expect(await attendees(theCase)).not.toContain(beth.id);
});

test('Grace is told, and nobody asks Beth why', async () => {
  expect((await theCase.seenBy('grace'))?.tasks).toContainEqual(
    expect.objectContaining({ task: 'withdrawal', about: beth.id, assignee: { name: 'grace' } }),
  );
});

test('Ada and Ross are sent nothing about Beth, then or later', async () => {
  const before = [await theCase.partOf(ada), await theCase.partOf(ross)];
  service.clock.moves({ minutes: 60 });
  await theCase.by('grace').endConference({ how: 'asPlanned', aftercare: 'Ada has company' });
  service.clock.moves({ days: 8 });
  const after = [await theCase.partOf(ada), await theCase.partOf(ross)];
  expect(after.map(messagesOf)).toEqual(before.map(messagesOf));
  for (const part of [...before, ...after])
    expect(JSON.stringify(part)).not.toMatch(/Beth|withdrew|withdrawn|Harmed 2/i);
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

test('R62, R100: one call is written down for everybody who was in it, and for nobody while one of them wants no more calls', async () => {
  const calls = (...people: Someone[]) =>
    theCase
      .by('grace')
      .together(
        ...people.map(({ id }): Told => ['recordFollowUp', { participantId: id, point: 'days3', outcome: 'reached' }]),
      );
  const written = async () =>
    (await theCase.process()).followUp.flatMap(({ participantId, doneAt }) => (doneAt === null ? [] : [participantId]));
  await beth.withdrawConsent({ participantId: beth.id, purpose: 'contact' });
  await expect(calls(ada, beth, ross)).rejects.toThrow(
    `recordFollowUp, told together, ended in Refused; notReached ${beth.id}`,
  );
  expect(await written()).toEqual([]);
  await calls(ada, ross);
  expect((await written()).toSorted()).toEqual([ada.id, ross.id].toSorted());
});

test('where Ross withdraws, who cannot be spared, the meeting is off; Ada and Beth hear the same neutral words in the next round', async () => {
  const other = await aCase(service).withHarmed(2).meeting().begins();
  const [one, two, responsible] = await peopleOf(other);
  await responsible.withdrawConsent({ participantId: responsible.id, ...withdrawsFrom });
  const { stage, conference } = await other.process();
  expect(stage).toBe('consent');
  expect(conference).toMatchObject({ booking: null, session: null, held: [{ how: 'stopped' }] });
  const neutral = 'This will not be going ahead at the moment';
  for (const part of [await other.partOf(one), await other.partOf(two)])
    expect(messagesOf(part)).not.toContain(neutral);
  service.clock.moves({ days: 8 });
  const heard = [await other.partOf(one), await other.partOf(two)];
  expect(heard.map((part) => messagesOf(part)?.at(-1))).toEqual([neutral, neutral]);
  for (const part of heard) expect(JSON.stringify(part)).not.toMatch(/Ross|withdrew|withdrawn/i);
  expect(await service.faults()).toEqual([]);
});
