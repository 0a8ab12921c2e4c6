// Story: a meeting in a prison, where there is no connection, is written up the next morning: once everything had stood ready, once it had not (R95).
import { aCase, attendees, makeReady } from '../scenario/a-case.js';
import type { StoryCase } from '../scenario/story-case.js';
import { startRunningService, type RunningService } from '../harness/api/running-service.js';

let service: RunningService;
beforeAll(async () => void (service = await startRunningService()), 120_000);
afterAll(() => service.ends());

const startOf = async (theCase: StoryCase): Promise<string> =>
  (await theCase.process()).conference.booking?.startsAt ?? '';
const morningAfter = (startsAt: string): string =>
  `${new Date(Date.parse(startsAt) + 86_400_000).toISOString().slice(0, 10)}T08:30:00.000Z`;
const written = (startsAt: string, attended: string[]) => ({
  on: startsAt,
  endedAt: new Date(Date.parse(startsAt) + 2 * 3_600_000).toISOString(),
  attended,
  how: 'asPlanned' as const,
  aftercare: 'Each was seen to the gate',
});

test('everything stood ready on the day: it is written up, and nothing is out of order', async () => {
  const theCase = await aCase(service).booked().begins();
  const startsAt = await startOf(theCase);
  const there = await attendees(theCase);
  await makeReady(theCase, service);
  service.clock.comes(morningAfter(startsAt));
  await theCase.by('grace').recordConference(written(startsAt, there));
  expect(await theCase.now()).toMatchObject({ stage: 'followUp', deviations: [] });
  expect((await theCase.process()).conference.held).toEqual([{ how: 'asPlanned' }]);
});

test('nobody had signed on the day: it is written up all the same, and somebody else must say what they find', async () => {
  const theCase = await aCase(service).booked().begins();
  const startsAt = await startOf(theCase);
  const there = await attendees(theCase);
  service.clock.comes(morningAfter(startsAt));
  await theCase.by('grace').recordConference(written(startsAt, there));
  const { deviations, stage } = await theCase.now();
  expect(stage).toBe('followUp');
  expect(deviations).toMatchObject([{ door: 'begin', reviewedAt: null }]);
  expect(deviations[0]?.blockers.map(({ rule, about }) => `${rule} ${about}`)).toEqual(
    expect.arrayContaining(['checkpoint beforeMeeting|-', 'checkpoint dayOf|-']),
  );
  const deviationId = deviations[0]?.id ?? '';
  const ends = { reason: 'delivered', side: 'withheld' } as const;
  expect(await theCase.before('endProcess')).toContain(`deviation ${deviationId}`);
  const review = { deviationId, finding: 'The connection was down; both were asked at the door' };
  expect(await theCase.by('grace').tries.reviewDeviation(review)).toMatchObject({ why: 'notPermitted' });
  await theCase.by('sade').reviewDeviation(review);
  expect(await theCase.before('endProcess')).not.toContain(`deviation ${deviationId}`);
  await theCase.clearTheWay('endProcess');
  await theCase.by('grace').endProcess(ends);
  expect(await service.faults()).toEqual([]);
});

test('nothing is said to have happened before its time', async () => {
  const theCase = await aCase(service).prepared().begins();
  const ross = await theCase.the('responsible');
  const tomorrow = new Date(Date.parse(service.clock.now()) + 86_400_000).toISOString();
  const call = { participantId: ross.id, channel: 'phone', outcome: 'reached', aim: 'welfare', on: tomorrow } as const;
  expect(await theCase.by('grace').tries.attemptContact(call)).toMatchObject({ blockers: ['unsound on'] });
});
