// Story: a letter. Drafted, agreed by its writer, read by two others, passed on when the receiver wants it; the writer learns what the receiver allows.
import { createHash } from 'node:crypto';
import type { Id } from '#libs/case';
import { aCase } from '../scenario/a-case.js';
import type { Someone, StoryCase } from '../scenario/story-case.js';
import { startRunningService, type RunningService } from '../harness/api/running-service.js';

let service: RunningService;
let theCase: StoryCase;
let harriet: Someone;
let ross: Someone;
let letter: Id;
let process: Id;
beforeAll(async () => void (service = await startRunningService()), 120_000);
afterAll(() => service.ends());

const sha256 = (words: string) => createHash('sha256').update(words).digest('hex');
const first = 'I am sorry. I took your bicycle, and you needed it.';
const second = 'I am sorry that I took your bicycle. You do not have to answer.';

test('both agree to a letter, and none exists yet', async () => {
  theCase = await aCase(service).prepared('letter').begins();
  harriet = await theCase.the('harmed');
  ross = await theCase.the('responsible');
  process = (await theCase.process()).id;
  expect(await theCase.stage()).toBe('exchange');
  expect((await theCase.process()).communications).toEqual([]);
});

test('Ross writes with Grace: Harriet sees nothing, and everything still stands before it', async () => {
  const before = await theCase.partOf(harriet);
  letter = await theCase.by('grace').draftCommunication({ from: ross.id, to: harriet.id, kind: 'letter', text: first });
  expect(
    await theCase.refuses('grace', 'passCommunication', { communicationId: letter, how: 'handedOver' }, letter),
  ).toEqual(
    expect.arrayContaining([
      `communication ${letter},sender`,
      `communication ${letter},screening`,
      `communication ${letter},secondCheck`,
      `consent ${harriet.id}|receive|${process}|letter`,
      `checkpoint beforePassing|${letter}`,
    ]),
  );
  expect(await theCase.partOf(harriet)).toEqual(before);
});

test('nobody but Ross agrees to his words, and only to these', async () => {
  const asHarriet = await harriet.tries.agreeCommunication({
    communicationId: letter,
    participantId: harriet.id,
    sha256: sha256(first),
  });
  expect(asHarriet).toMatchObject({ ended: 'Refused', blockers: ['unknown communicationId'] });
  const other = await ross.tries.agreeCommunication({
    communicationId: letter,
    participantId: ross.id,
    sha256: sha256(second),
  });
  expect(other.ended).toBe('Refused');
  await ross.agreeCommunication({ communicationId: letter, participantId: ross.id, sha256: sha256(first) });
  expect(await theCase.before('passCommunication', letter)).not.toContain(`communication ${letter},sender`);
});

test('another text is another letter: Ross agrees again', async () => {
  await theCase
    .by('grace')
    .draftCommunication({ communicationId: letter, from: ross.id, to: harriet.id, kind: 'letter', text: second });
  expect((await theCase.process()).communications).toEqual([{ id: letter, version: 2, sha256: sha256(second) }]);
  expect(await theCase.before('passCommunication', letter)).toContain(`communication ${letter},sender`);
  await ross.agreeCommunication({ communicationId: letter, participantId: ross.id, sha256: sha256(second) });
});

test('one person screens it, and another checks it', async () => {
  const these = { communicationId: letter, sha256: sha256(second) };
  const early = await theCase.by('sade').tries.secondCheckCommunication(these);
  expect(early.blockers).toContain(`communication ${letter},screening`);
  await theCase.by('grace').screenCommunication(these);
  expect(await theCase.by('grace').tries.secondCheckCommunication(these)).toMatchObject({
    ended: 'Refused',
    why: 'notPermitted',
  });
  await theCase.by('sade').secondCheckCommunication(these);
  await theCase.by('sade').passCheckpoint({ checkpoint: 'beforePassing', about: letter });
  await theCase.by('grace').settleArrangement({ arrangement: 'aftercare', text: 'Grace is there when she reads it' });
  expect(
    await theCase.refuses('grace', 'passCommunication', { communicationId: letter, how: 'handedOver' }, letter),
  ).toEqual([`consent ${harriet.id}|receive|${process}|letter`]);
});

/** The words of letters that one of them sees on their own page. */
async function wordsOf({ personId }: Someone): Promise<(string | null)[]> {
  type Mine = { myCases: { processes: { communications: { words: string | null }[] }[] }[] };
  const subject = await service.letsIn(personId);
  const { myCases } = await service.ask<Mine>(subject, '{ myCases { processes { communications { words } } } }');
  return myCases.flatMap(({ processes }) => processes.flatMap((one) => one.communications.map(({ words }) => words)));
}

test('before it has gone its writer alone reads it, as it stands now', async () => {
  expect([await wordsOf(ross), await wordsOf(harriet)]).toEqual([[second], []]);
});

test('it is passed on when Harriet wants to have it, and Ross sees nothing of that', async () => {
  const before = await theCase.partOf(ross);
  await theCase.yes(harriet, 'receive', 'letter');
  await theCase.by('grace').passCommunication({ communicationId: letter, how: 'handedOver' });
  await harriet.noteReceipt({ communicationId: letter, participantId: harriet.id, receipt: 'read' });
  expect(await theCase.partOf(ross)).toEqual(before);
  expect(
    (await ross.tries.noteReceipt({ communicationId: letter, participantId: ross.id, receipt: 'read' })).ended,
  ).toBe('Refused');
});

test('what was passed on Harriet reads word for word as Ross agreed to it', async () => {
  expect(await wordsOf(harriet)).toEqual([second]);
});

test('Ross learns that it was read only when Harriet allows it', async () => {
  expect(await theCase.refuses('grace', 'tellReceipt', { communicationId: letter }, letter)).toEqual([
    `consent ${harriet.id}|receiptKnown|${process}|letter`,
  ]);
  await theCase.yes(harriet, 'receiptKnown', 'letter');
  await theCase.by('grace').tellReceipt({ communicationId: letter });
});

test('the exchange ends, and everybody is followed up', async () => {
  await theCase.by('grace').endExchange({ how: 'asPlanned' });
  const { stage, followUp } = await theCase.process();
  expect(stage).toBe('followUp');
  expect(new Set(followUp.map(({ participantId }) => participantId))).toEqual(new Set([harriet.id, ross.id]));
  expect(await service.faults()).toEqual([]);
});
