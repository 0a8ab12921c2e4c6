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
beforeAll(async () => void (service = await startRunningService()), 120_000);
afterAll(() => service.ends());

const sha256 = (words: string) => createHash('sha256').update(words).digest('hex');
const first = 'I am sorry. I took your bicycle, and you needed it.';
const second = 'I am sorry that I took your bicycle. You do not have to answer.';

test('both agree to a letter, and none exists yet', async () => {
  theCase = await aCase(service).prepared('letter').begins();
  harriet = await theCase.the('harmed');
  ross = await theCase.the('responsible');
  expect(await theCase.stage()).toBe('conference, exchange');
  expect((await theCase.now()).exchange).toEqual([]);
});

test('Ross writes with Grace: Harriet sees nothing, and everything still stands before it', async () => {
  const before = await theCase.partOf(harriet);
  letter = await theCase.by('grace').draftWords({ from: ross.id, to: harriet.id, kind: 'letter', text: first });
  expect(await theCase.refuses('grace', 'passWords', { wordsId: letter }, letter)).toEqual(
    expect.arrayContaining([
      `words ${letter}|sender`,
      `words ${letter}|screening`,
      `words ${letter}|secondCheck`,
      `consent ${harriet.id}|receive|letter`,
      `checkpoint beforePassing|${letter}`,
    ]),
  );
  expect(await theCase.partOf(harriet)).toEqual(before);
});

test('nobody but Ross agrees to his words, and only to these', async () => {
  const asHarriet = await harriet.tries.agreeWords({
    wordsId: letter,
    participantId: harriet.id,
    sha256: sha256(first),
  });
  expect(asHarriet).toMatchObject({ ended: 'Refused', blockers: ['unknown wordsId'] });
  const other = await ross.tries.agreeWords({ wordsId: letter, participantId: ross.id, sha256: sha256(second) });
  expect(other.ended).toBe('Refused');
  await ross.agreeWords({ wordsId: letter, participantId: ross.id, sha256: sha256(first) });
  expect(await theCase.before('passWords', letter)).not.toContain(`words ${letter}|sender`);
});

test('another text is another letter: Ross agrees again', async () => {
  await theCase
    .by('grace')
    .draftWords({ wordsId: letter, from: ross.id, to: harriet.id, kind: 'letter', text: second });
  expect((await theCase.now()).exchange).toEqual([{ id: letter, version: 2, sha256: sha256(second) }]);
  expect(await theCase.before('passWords', letter)).toContain(`words ${letter}|sender`);
  await ross.agreeWords({ wordsId: letter, participantId: ross.id, sha256: sha256(second) });
});

test('one person screens it, and another checks it', async () => {
  const these = { wordsId: letter, sha256: sha256(second) };
  const early = await theCase.by('sade').tries.secondCheckWords(these);
  expect(early.blockers).toContain(`words ${letter}|screening`);
  await theCase.by('grace').screenWords(these);
  expect(await theCase.by('grace').tries.secondCheckWords(these)).toMatchObject({
    ended: 'Refused',
    why: 'notPermitted',
  });
  await theCase.by('sade').secondCheckWords(these);
  await theCase.by('sade').passCheckpoint({ checkpoint: 'beforePassing', about: letter });
  expect(await theCase.refuses('grace', 'passWords', { wordsId: letter }, letter)).toEqual([
    `consent ${harriet.id}|receive|letter`,
  ]);
});

test('it is passed on when Harriet wants to have it, and Ross sees nothing of that', async () => {
  const before = await theCase.partOf(ross);
  await theCase.yes(harriet, 'receive', 'letter');
  await theCase.by('grace').passWords({ wordsId: letter });
  await harriet.noteReceipt({ wordsId: letter, participantId: harriet.id, receipt: 'read' });
  expect(await theCase.partOf(ross)).toEqual(before);
  expect((await ross.tries.noteReceipt({ wordsId: letter, participantId: ross.id, receipt: 'read' })).ended).toBe(
    'Refused',
  );
});

test('Ross learns that it was read only when Harriet allows it', async () => {
  expect(await theCase.refuses('grace', 'tellReceipt', { wordsId: letter }, letter)).toEqual([
    `consent ${harriet.id}|receiptKnown|letter`,
  ]);
  await theCase.yes(harriet, 'receiptKnown', 'letter');
  await theCase.by('grace').tellReceipt({ wordsId: letter });
});

test('the exchange ends, and everybody is followed up', async () => {
  await theCase.by('grace').endExchange({ how: 'asPlanned' });
  const { stage, conference, followUp } = await theCase.now();
  expect([stage, conference?.held]).toEqual(['followUp', [{ how: 'asPlanned' }]]);
  expect(new Set(followUp.map(({ participantId }) => participantId))).toEqual(new Set([harriet.id, ross.id]));
  expect(await service.faults()).toEqual([]);
});
