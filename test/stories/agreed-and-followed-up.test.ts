// Story: what is agreed after a conference with a supporter, the last follow-up, and the end.
import type { Id } from '#libs/case';
import { aCase } from '../scenario/a-case.js';
import type { Someone, StoryCase } from '../scenario/story-case.js';
import { startRunningService, type RunningService } from '../harness/api/running-service.js';

let service: RunningService;
let theCase: StoryCase;
let harriet: Someone;
let ross: Someone;
let everybody: Someone[];
let process: Id;
let item: Id;
let ended: string;
beforeAll(async () => void (service = await startRunningService()), 120_000);
afterAll(() => service.ends());

const inDays = (days: number): string =>
  new Date(Date.parse(service.clock.now()) + days * 86_400_000).toISOString().slice(0, 10);

test('Harriet, her supporter and Ross have met', async () => {
  theCase = await aCase(service).meeting('faceToFaceWithSupporters').begins();
  [harriet, ross] = [await theCase.the('harmed'), await theCase.the('responsible')];
  everybody = [harriet, ross, await theCase.the('supporter')];
  await theCase.by('grace').endConference({ how: 'asPlanned', aftercare: 'Harriet goes home with her sister' });
  process = (await theCase.process()).id;
  ended = service.clock.now();
  expect(await theCase.stage()).toBe('followUp');
});

test('what Ross will do stands when it is in proportion, and both doer and recipient have said yes', async () => {
  item = await theCase.by('grace').proposeItem({
    kind: 'unpaidWork',
    doer: ross.id,
    recipient: harriet.id,
    dueOn: inDays(28),
    text: 'Clear the shared garden',
    evidence: 'A picture',
    monitor: 'Grace',
  });
  const before = await theCase.refuses('grace', 'agreeItem', { itemId: item }, item);
  expect(before.toSorted()).toEqual(
    [
      `consent ${ross.id}|agreementItem|${process}|${item}`,
      `consent ${harriet.id}|agreementItem|${process}|${item}`,
      `proportionality ${item}`,
    ].toSorted(),
  );
  await theCase.by('grace').checkItem({ itemId: item, proportionate: true, changed: false });
  await theCase.yes(ross, 'agreementItem', item);
  expect(await theCase.refuses('grace', 'agreeItem', { itemId: item }, item)).toEqual([
    `consent ${harriet.id}|agreementItem|${process}|${item}`,
  ]);
  await theCase.yes(harriet, 'agreementItem', item);
  await theCase.by('grace').agreeItem({ itemId: item });
  await theCase.by('grace').decideAgreement({ outcome: 'made' });
});

test.each([
  ['three days', 'days3', 3],
  ['two weeks', 'weeks2', 14],
  ['six weeks', 'weeks6', 42],
  ['six months', 'months6', 182],
] as const)('%s later each of the three is due a call, and has it', async (_name, point, days) => {
  service.clock.comes(new Date(Date.parse(ended) + days * 86_400_000 + 3_600_000).toISOString());
  const due = (await service.workerLooks()).filter((told) => told === 'followUp passed');
  expect(due).toHaveLength(3);
  const { tasks } = await theCase.now();
  const called = tasks.filter(({ task, about }) => task === 'followUp' && about.endsWith(`|${point}`));
  expect(called.map(({ assignee }) => assignee?.name)).toEqual(['grace', 'grace', 'grace']);
  for (const { id } of everybody)
    await theCase.by('grace').recordFollowUp({ participantId: id, point, outcome: 'reached' });
  const { followUp } = await theCase.process();
  expect(followUp.filter((f) => f.point === point && f.doneAt !== null)).toHaveLength(3);
});

test('it closes when what was agreed is done, and somebody else has found everybody safe', async () => {
  const delivered = { reason: 'delivered', side: 'withheld' } as const;
  expect((await theCase.refuses('grace', 'closeCase', delivered)).toSorted()).toEqual([
    'checkpoint afterProcess|-',
    `outstanding ${item}`,
  ]);
  await theCase.by('grace').recordProgress({ itemId: item, outcome: 'completed' });
  await theCase.by('grace').tellRecipient({ itemId: item });
  await theCase.by('sade').passCheckpoint({ checkpoint: 'afterProcess' });
  await theCase.by('grace').closeCase(delivered);
  expect(await theCase.stage()).toBe('closed');
});

test('people hear of the end at a moment of the service, in words that say nothing of anybody', async () => {
  const ended = { stage: 'ended', words: 'Our work with you on this has come to an end.' };
  expect(await theCase.partOf(ross)).not.toMatchObject(ended);
  service.clock.moves({ days: 10 });
  for (const someone of everybody)
    expect(await theCase.partOf(someone)).toMatchObject({ ...ended, processes: [{ meeting: null }] });
});

test('the journal is whole', async () => {
  expect(await service.faults()).toEqual([]);
});
