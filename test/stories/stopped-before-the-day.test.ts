// Story: the safeguarding lead stops a case two days before the meeting. Nobody travels in vain, everybody is still looked after, and nothing of substance goes on (R84).
import { aCase, attendees } from '../scenario/a-case.js';
import type { Someone, StoryCase } from '../scenario/story-case.js';
import { startRunningService, type RunningService } from '../harness/api/running-service.js';

let service: RunningService;
let theCase: StoryCase;
let harriet: Someone;
let ross: Someone;
let startsAt: string;
beforeAll(async () => void (service = await startRunningService()), 120_000);
afterAll(() => service.ends());

test('a meeting is booked, and two days before it somebody is worried', async () => {
  theCase = await aCase(service).booked().begins();
  [harriet, ross] = [await theCase.the('harmed'), await theCase.the('responsible')];
  startsAt = (await theCase.process()).conference.booking?.startsAt ?? '';
  service.clock.comes(new Date(Date.parse(startsAt) - 2 * 86_400_000).toISOString());
  const concernId = await theCase.by('grace').raiseConcern({ text: 'Ross was seen in her street' });
  expect(await theCase.stage()).toBe('conference, booked');
  await theCase.by('sade').decideConcern({ concernId, decision: 'stop', reason: 'It is not safe' });
  expect(await theCase.stage()).toBe('conference, arranging');
});

test('both hear in time that it is off, in words that say nothing of why', async () => {
  const { notices } = await theCase.now();
  const off = notices.filter(({ template, cancelledAt }) => template === 'meetingOff' && cancelledAt === null);
  expect(off.map(({ recipientId }) => recipientId).toSorted()).toEqual([harriet.id, ross.id].toSorted());
  for (const { notBefore } of off) expect(Date.parse(notBefore)).toBeLessThan(Date.parse(startsAt));
  service.clock.moves({ minutes: 60 });
  for (const one of [harriet, ross])
    expect((await theCase.partOf(one))?.messages.map(({ words }) => words)).toContain(
      'This will not be going ahead at the moment',
    );
});

test('Grace may ask Harriet how she is, and may say nothing of the process', async () => {
  const call = { participantId: harriet.id, channel: 'phone', outcome: 'reached' } as const;
  expect((await theCase.by('grace').tries.attemptContact({ ...call, aim: 'welfare' })).ended).toBe('Told');
  expect((await theCase.by('grace').tries.attemptContact({ ...call, aim: 'substance' })).blockers).toEqual(
    expect.arrayContaining([expect.stringMatching(/^stopped /)]),
  );
  expect(await theCase.before('bookConference')).toEqual(expect.arrayContaining([expect.stringMatching(/^stopped /)]));
});

test('Harriet may take back her yes, and the case may be closed with its last words', async () => {
  await harriet.withdrawConsent({ participantId: harriet.id, purpose: 'takePart', about: 'faceToFace' });
  expect(await theCase.stage()).toBe('consent');
  await theCase.by('mona').closeCase({ reason: 'unsafe', side: 'withheld' });
  expect((await theCase.now()).notices.map(({ template }) => template)).toContain('workEnded');
  expect(await attendees(theCase)).not.toContain(harriet.id);
  expect(await service.faults()).toEqual([]);
});
