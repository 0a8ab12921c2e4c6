// Story: at a meeting Ross promises a letter. It is written, checked and passed on in a process of its own, which carries out what was agreed; Harriet reads it with somebody of her choice beside her (R81, R90).
import { createHash } from 'node:crypto';
import type { Id } from '#libs/case';
import { aCase, agreeToPrepare, findSuitable, prepareFor } from '../scenario/a-case.js';
import type { Someone, StoryCase } from '../scenario/story-case.js';
import { startRunningService, type RunningService } from '../harness/api/running-service.js';

let service: RunningService;
let theCase: StoryCase;
let harriet: Someone;
let ross: Someone;
let sister: Someone;
let meeting: Id;
let letters: Id;
let item: Id;
beforeAll(async () => void (service = await startRunningService()), 120_000);
afterAll(() => service.ends());

const text = 'What I could not say when you sat across from me.';
const sha256 = createHash('sha256').update(text).digest('hex');

test('a letter is agreed when they meet', async () => {
  theCase = await aCase(service).meeting().begins();
  [harriet, ross] = [await theCase.the('harmed'), await theCase.the('responsible')];
  meeting = (await theCase.process()).id;
  item = await theCase.by('grace').proposeItem({
    kind: 'apology',
    doer: ross.id,
    recipient: harriet.id,
    dueOn: '2026-12-20',
    text: 'A letter',
    evidence: 'That it was passed on',
    monitor: 'Grace',
  });
  await theCase.clearTheWay('agreeItem', { about: item });
  await theCase.by('grace').agreeItem({ itemId: item });
  await theCase.by('grace').endConference({ how: 'asPlanned', aftercare: 'Each goes home with somebody' });
});

test('it has a process of its own, with Harriet’s sister beside her', async () => {
  sister = await theCase.joins('Leila', { role: 'supporter', supports: harriet.id });
  letters = await theCase.by('grace').openProcess({
    carries: { processId: meeting, itemId: item },
    members: [
      { participantId: harriet.id, part: 'harmed' },
      { participantId: ross.id, part: 'responsible' },
      { participantId: sister.id, part: 'companion', of: harriet.id },
    ],
  });
  await findSuitable(theCase, service, letters);
  for (const step of [agreeToPrepare, prepareFor('letter')]) await step(theCase, service, letters);
  expect(await theCase.stage(letters)).toBe('exchange');
  expect(await theCase.before('endProcess', null, meeting)).toContain(`outstanding ${item}`);
});

test('read to her with her sister there, it is delivered, and what was agreed is done', async () => {
  const communicationId = await theCase
    .by('grace')
    .draftCommunication({ processId: letters, from: ross.id, to: harriet.id, kind: 'letter', text });
  await ross.agreeCommunication({ processId: letters, communicationId, participantId: ross.id, sha256 });
  await theCase.clearTheWay('passCommunication', { about: communicationId, processId: letters });
  await theCase
    .by('grace')
    .passCommunication({ processId: letters, communicationId, how: 'readAloud', companions: [sister.id] });
  expect(await theCase.before('endProcess', null, meeting)).not.toContain(`outstanding ${item}`);
  const own = (await theCase.partOf(ross))?.processes.find(({ id }) => id === letters);
  expect(own?.communications).toMatchObject([{ id: communicationId, sent: true, receipt: null }]);
  expect(await service.faults()).toEqual([]);
});
