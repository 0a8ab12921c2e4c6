// Story: an interpreter is swapped on the day, a supporter steps out of the meeting, and a youth panel meets without the person harmed: who cannot be spared follows from the kind of process (R83).
import type { Id } from '#libs/case';
import {
  aCase,
  agreeToPrepare,
  attendees,
  book,
  findSuitable,
  makeReady,
  meet,
  prepareFor,
} from '../scenario/a-case.js';
import type { Someone, StoryCase } from '../scenario/story-case.js';
import { startRunningService, type RunningService } from '../harness/api/running-service.js';

let service: RunningService;
beforeAll(async () => void (service = await startRunningService()), 120_000);
afterAll(() => service.ends());

describe('a meeting with supporters and an interpreter', () => {
  let theCase: StoryCase;
  let harriet: Someone;
  let ross: Someone;
  let interpreter: Someone;
  let other: Someone;
  let process: Id;

  test('it is booked, and it is the day', async () => {
    theCase = await aCase(service).suitable().begins();
    [harriet, ross] = [await theCase.the('harmed'), await theCase.the('responsible')];
    process = (await theCase.process()).id;
    interpreter = await theCase.joins('Dawit', { role: 'interpreter', processId: process });
    for (const [given, supports] of [
      ['Samir', harriet.id],
      ['Rhys', ross.id],
    ] as const)
      await theCase.joins(given, { role: 'supporter', supports, processId: process });
    const processType = 'faceToFaceWithSupporters';
    await theCase.by('grace').chooseProcessType({ processType, reason: 'Harriet asked for it' });
    for (const step of [agreeToPrepare, prepareFor(processType)]) await step(theCase, service);
    other = await theCase.joins('Selam', { role: 'interpreter' });
    await book(theCase, service);
    await makeReady(theCase, service);
    const { conference } = await theCase.process();
    expect(conference.booking?.attendees).toContain(interpreter.id);
  });

  test('Dawit is ill and Selam comes: no consent is void, and the others confirm afresh who will be there', async () => {
    await theCase.by('grace').replaceMember({ participantId: interpreter.id, newParticipantId: other.id });
    expect(await theCase.stage()).toBe('conference, booked');
    const { notices } = await theCase.now();
    const standing = notices.filter(({ cancelledAt }) => cancelledAt === null);
    expect(standing.map(({ template, recipientId }) => `${template} ${recipientId}`)).not.toContain(
      `meetingOff ${harriet.id}`,
    );
    const about = 'faceToFaceWithSupporters';
    expect(await theCase.before('beginConference')).toEqual(
      expect.arrayContaining([
        `reconfirmation ${harriet.id}|takePart|${process}|${about}`,
        `reconfirmation ${ross.id}|takePart|${process}|${about}`,
      ]),
    );
    await theCase.clearTheWay('beginConference');
    await meet(theCase, service);
  });

  test('one of two supporters goes home, and the others go on; Harriet needs the air, and it waits for her', async () => {
    const [supporter] = await theCase.everyone('supporter');
    await theCase.by('grace').stepOut({ participantId: supporter?.id ?? '' });
    expect(await theCase.stage()).toBe('conference, underWay');
    await harriet.stepOut({ participantId: harriet.id });
    expect(await theCase.stage()).toBe('conference, interrupted');
    const { conference } = await theCase.process();
    expect(conference.session?.present).not.toContain(harriet.id);
  });
});

describe('a youth panel', () => {
  test('is held with the young person and a member of the panel, without the person harmed', async () => {
    const theCase = await aCase(service).withHarmed(0).begins();
    const process = (await theCase.process()).id;
    const member = await theCase.joins('Panel member', { role: 'communityMember', processId: process });
    await theCase.by('grace').chooseProcessType({ processType: 'communityPanel', reason: 'The court referred him' });
    for (const step of [findSuitable, agreeToPrepare]) await step(theCase, service);
    await theCase.clearTheWay('completePreparation');
    await theCase.by('grace').completePreparation();
    for (const step of [book, makeReady, meet]) await step(theCase, service);
    expect(await theCase.stage()).toBe('conference, underWay');
    expect(await attendees(theCase)).toContain(member.id);
    expect(await service.faults()).toEqual([]);
  });
});
