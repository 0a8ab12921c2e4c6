// Story: two people harmed. The first meets the person responsible, the second has a letter, and neither waits for the other or learns of it (R81, R90).
import { createHash } from 'node:crypto';
import type { Id } from '#libs/case';
import { aCase, agreeToPrepare, book, findSuitable, makeReady, meet, prepareFor } from '../scenario/a-case.js';
import type { Someone, StoryCase } from '../scenario/story-case.js';
import { startRunningService, type RunningService } from '../harness/api/running-service.js';

let service: RunningService;
let theCase: StoryCase;
let ada: Someone;
let beth: Someone;
let ross: Someone;
let meeting: Id;
let letters: Id;
let letter: Id;
beforeAll(async () => void (service = await startRunningService()), 120_000);
afterAll(() => service.ends());

const text = 'I think of what I did to you every day.';
const sha256 = createHash('sha256').update(text).digest('hex');

test('Ada and Ross are prepared for a meeting', async () => {
  theCase = await aCase(service).prepared('faceToFace').begins();
  [ada, ross] = [await theCase.the('harmed'), await theCase.the('responsible')];
  meeting = (await theCase.process()).id;
});

test('Beth comes later and would rather have a letter: it is a process of her own, and Ada’s stays where it is', async () => {
  const before = await theCase.partOf(ada);
  beth = await theCase.joins('Beth', { role: 'harmed' });
  letters = await theCase.by('grace').openProcess({
    members: [
      { participantId: beth.id, part: 'harmed' },
      { participantId: ross.id, part: 'responsible' },
    ],
  });
  expect(await theCase.stage(letters)).toBe('suitability');
  expect(await theCase.stage(meeting)).toBe('conference, arranging');
  await theCase.clearTheWay('attemptContact', { about: beth.id });
  await theCase
    .by('grace')
    .attemptContact({ participantId: beth.id, channel: 'phone', outcome: 'reached', aim: 'substance' });
  await findSuitable(theCase, service, letters);
  expect(await theCase.partOf(ada)).toEqual(before);
});

test('what Ross agreed to for the meeting counts for nothing in the letter', async () => {
  expect(await theCase.before('beginPreparation', null, letters)).toEqual(
    expect.arrayContaining([`consent ${ross.id}|prepare|${letters}|-`, `consent ${beth.id}|prepare|${letters}|-`]),
  );
  await agreeToPrepare(theCase, service, letters);
  await prepareFor('letter')(theCase, service, letters);
  expect(await theCase.stage(letters)).toBe('exchange');
});

test('Ada knows of her meeting alone, Beth of her letter alone, and Ross of both', async () => {
  const typesOf = async (who: Someone) => (await theCase.partOf(who))?.processes.map(({ type }) => type).toSorted();
  expect(await typesOf(ada)).toEqual(['faceToFace']);
  expect(await typesOf(beth)).toEqual(['letter']);
  expect(await typesOf(ross)).toEqual(['faceToFace', 'letter']);
  for (const one of [ada, beth])
    expect(JSON.stringify(await theCase.partOf(one))).not.toMatch(new RegExp(one === ada ? letters : meeting));
});

test('Ada and Ross meet', async () => {
  for (const step of [book, makeReady, meet]) await step(theCase, service, meeting);
  await theCase
    .by('grace')
    .endConference({ processId: meeting, how: 'asPlanned', aftercare: 'Ada goes home with a friend' });
  expect(await theCase.stage(meeting)).toBe('followUp');
  expect(await theCase.stage(letters)).toBe('exchange');
});

test('the letter is passed on; that is its delivery, and a withdrawal afterwards takes nothing of it back', async () => {
  letter = await theCase
    .by('grace')
    .draftCommunication({ processId: letters, from: ross.id, to: beth.id, kind: 'letter', text });
  await ross.agreeCommunication({ processId: letters, communicationId: letter, participantId: ross.id, sha256 });
  await theCase.clearTheWay('passCommunication', { about: letter, processId: letters });
  await theCase.by('grace').passCommunication({ processId: letters, communicationId: letter, how: 'handedOver' });
  await beth.withdrawConsent({
    participantId: beth.id,
    purpose: 'takePart',
    processId: letters,
    about: 'letter',
  });
  expect(await theCase.stage(letters)).toBe('followUp');
  const { followUp } = await theCase.process(letters);
  expect(new Set(followUp.map(({ participantId }) => participantId))).toEqual(new Set([beth.id, ross.id]));
  expect(
    await theCase.by('grace').tries.endProcess({ processId: letters, reason: 'delivered', side: 'withheld' }),
  ).toMatchObject({
    blockers: ['checkpoint afterProcess|-'],
  });
  expect(await service.faults()).toEqual([]);
});
