// Story: leaving has a reason, and each reason its own effect. Somebody named by mistake is out of view; somebody who comes back after two years begins anew (R92).
import { aCase, agreeToPrepare, book, findSuitable, makeReady, meet, prepareFor } from '../scenario/a-case.js';
import type { Someone, StoryCase } from '../scenario/story-case.js';
import { startRunningService, type RunningService } from '../harness/api/running-service.js';

let service: RunningService;
beforeAll(async () => void (service = await startRunningService()), 120_000);
afterAll(() => service.ends());

describe('a person responsible who was named by mistake', () => {
  let theCase: StoryCase;
  let mistaken: Someone;

  test('he was told of the case before anybody saw that it was another man', async () => {
    theCase = await aCase(service).consented().begins();
    mistaken = await theCase.joins('Rob', { role: 'responsible' });
    await theCase.clearTheWay('attemptContact', { about: mistaken.id });
    await theCase
      .by('grace')
      .attemptContact({ participantId: mistaken.id, channel: 'phone', outcome: 'reached', aim: 'substance' });
    expect(await theCase.partOf(mistaken)).not.toBeNull();
  });

  test('from then on there is no case for him, nobody may contact him, and nothing is sent to him', async () => {
    await theCase.by('cora').recordLeaving({ participantId: mistaken.id, reason: 'wronglyNamed' });
    expect(await theCase.partOf(mistaken)).toBeNull();
    const call = { participantId: mistaken.id, channel: 'phone', outcome: 'reached', aim: 'welfare' } as const;
    expect((await theCase.by('grace').tries.attemptContact(call)).ended).toBe('Refused');
    const { notices } = await theCase.now();
    expect(notices.filter(({ recipientId, cancelledAt }) => recipientId === mistaken.id && !cancelledAt)).toEqual([]);
  });

  test('the others go on as if he had never been there', async () => {
    expect(await theCase.stage()).toBe('preparation');
    const harriet = await theCase.partOf(await theCase.the('harmed'));
    expect(JSON.stringify(harriet)).not.toMatch(/Rob\b/);
  });
});

describe('somebody who comes back after two years', () => {
  let theCase: StoryCase;
  let harriet: Someone;

  test('Harriet and Ross meet, and the case is closed', async () => {
    theCase = await aCase(service).meeting().begins();
    harriet = await theCase.the('harmed');
    await theCase.by('grace').endConference({ how: 'asPlanned', aftercare: 'Each goes home with somebody' });
    await theCase.clearTheWay('endProcess');
    await theCase.by('grace').endProcess({ reason: 'delivered', side: 'withheld' });
    await theCase.by('mona').closeCase({ reason: 'delivered', side: 'withheld' });
  });

  test('two years later she asks for another: it is a new process, for which nothing of the first counts', async () => {
    service.clock.moves({ days: 2 * 365 });
    await theCase.by('cora').reopenCase({ beginAgain: true, reason: 'Harriet asks to meet him again' });
    const { processes } = await theCase.now();
    expect(processes.map(({ stage }) => stage).toSorted()).toEqual(['ended', 'suitability']);
    const processId = processes.find(({ stage }) => stage === 'suitability')?.id ?? '';
    expect(await theCase.process(processId)).toMatchObject({ type: null, communications: [] });
    await findSuitable(theCase, service, processId);
    expect(await theCase.before('beginPreparation', null, processId)).toEqual(
      expect.arrayContaining([`consent ${harriet.id}|prepare|${processId}|-`, `checkpoint firstMeeting|${harriet.id}`]),
    );
    await agreeToPrepare(theCase, service, processId);
    for (const step of [prepareFor('video'), book, makeReady, meet]) await step(theCase, service, processId);
    expect(await theCase.stage(processId)).toBe('conference, underWay');
    expect(await service.faults()).toEqual([]);
  });
});
