// Story: not now. Nobody asks before the day; later it goes well, closes, is withdrawn from after its end, and is opened again (R5, R20).
import { aCase, agreeToPrepare, book, findSuitable, makeReady, meet, prepareFor } from '../scenario/a-case.js';
import type { Someone, StoryCase } from '../scenario/story-case.js';
import { startRunningService, type RunningService } from '../harness/api/running-service.js';

let service: RunningService;
let theCase: StoryCase;
let harriet: Someone;
let ross: Someone;
beforeAll(async () => void (service = await startRunningService()), 120_000);
afterAll(() => service.ends());

const call = () => ({ participantId: harriet.id, channel: 'phone', outcome: 'reached', aim: 'substance' }) as const;

test('Harriet says: not before the new year', async () => {
  theCase = await aCase(service).begins();
  [harriet, ross] = [await theCase.the('harmed'), await theCase.the('responsible')];
  await theCase.clearTheWay('attemptContact', { about: harriet.id });
  await theCase.by('grace').attemptContact(call());
  await harriet.deferConsent({ participantId: harriet.id, purpose: 'contact', reaskOn: '2027-01-04' });
  expect(await theCase.refuses('grace', 'attemptContact', call(), harriet.id)).toEqual([
    `notNow ${harriet.id}|contact|-|-`,
  ]);
  const contact = (await theCase.partOf(harriet))?.consents.find(({ purpose }) => purpose === 'contact');
  expect(contact).toMatchObject({ answer: 'notNow', asked: false });
});

test('in December nobody asks her, though the case waits', async () => {
  service.clock.comes('2026-12-20T09:00:00.000Z');
  const told = await service.workerLooks();
  expect(told).not.toContain('reask passed');
  expect(told).toContain('stageLimit passed');
  expect(await theCase.refuses('grace', 'attemptContact', call(), harriet.id)).toEqual([
    `notNow ${harriet.id}|contact|-|-`,
  ]);
});

test('on the day Grace is reminded, asks again, and Harriet says yes', async () => {
  service.clock.comes('2027-01-04T09:00:00.000Z');
  expect(await service.workerLooks()).toContain('reask passed');
  expect((await theCase.seenBy('grace'))?.tasks).toContainEqual(
    expect.objectContaining({ task: 'reask', about: `${harriet.id}|contact|-|-`, assignee: { name: 'grace' } }),
  );
  await theCase.by('grace').attemptContact(call());
  await theCase.yes(harriet, 'contact');
});

test('they meet, want no agreement, and the case closes', async () => {
  for (const step of [findSuitable, agreeToPrepare, prepareFor('faceToFace'), book, makeReady, meet])
    await step(theCase, service);
  await theCase.by('grace').endConference({ how: 'asPlanned', aftercare: 'None was wanted' });
  await theCase.by('grace').decideAgreement({ outcome: 'noneWanted' });
  await theCase.by('sade').passCheckpoint({ checkpoint: 'afterProcess' });
  await theCase.by('mona').closeCase({ reason: 'delivered', side: 'withheld' });
  expect(
    await theCase.by('grace').tries.chooseProcessType({ processType: 'letter', reason: 'Another try' }),
  ).toMatchObject({
    ended: 'Refused',
    blockers: ['closed case'],
  });
});

test('Harriet takes back her yes to being contacted, in one step, though the case is closed', async () => {
  const rossBefore = await theCase.partOf(ross);
  await harriet.withdrawConsent({ participantId: harriet.id, purpose: 'contact' });
  const { stage, notices } = await theCase.now();
  expect(stage).toBe('closed');
  const ends = notices.filter(({ template }) => template === 'workEnded');
  expect(ends.map(({ recipientId, cancelledAt }) => [recipientId, cancelledAt !== null]).toSorted()).toEqual(
    [
      [harriet.id, true],
      [ross.id, false],
    ].toSorted(),
  );
  expect((await theCase.seenBy('grace'))?.tasks).toContainEqual(
    expect.objectContaining({ task: 'withdrawal', about: harriet.id }),
  );
  expect(await theCase.partOf(ross)).toEqual(rossBefore);
});

test('reopened to look after what is left, and closed again', async () => {
  expect(await theCase.by('grace').tries.reopenCase({ reason: 'Ross rang' })).toMatchObject({
    why: 'notPermitted',
  });
  await theCase.by('cora').reopenCase({ reason: 'Ross rang' });
  expect(await theCase.stage()).toBe('ended');
  await theCase.by('mona').closeCase({ reason: 'delivered', side: 'withheld' });
});

test('reopened from the start, it reaches nobody who took back their yes', async () => {
  await theCase.by('cora').reopenCase({ beginAgain: true, reason: 'Ross would like to write' });
  expect(await theCase.stage()).toBe('suitability');
  await theCase.clearTheWay('attemptContact', { about: harriet.id, but: ['consentEnded'] });
  expect(await theCase.refuses('grace', 'attemptContact', call(), harriet.id)).toEqual([
    `consentEnded ${harriet.id}|contact|-|-`,
  ]);
  expect(await service.faults()).toEqual([]);
});
