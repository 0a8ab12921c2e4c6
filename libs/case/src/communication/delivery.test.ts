// Passing something on is its delivery: what is said afterwards ends what is to come, and not what was (R49, R50, R90).
import { ToldCase } from '../../../../test/harness/case/told-case.js';

/** A letter from r1 to h1, agreed, screened and checked. */
const letter = (): ToldCase => {
  const c = new ToldCase().join('r1', 'responsible').join('h1', 'harmed').prepare('letter', ['h1', 'r1']);
  c.consent('h1', 'receive', { processId: 'p1', about: 'letter' });
  c.tell('communication.drafted', {
    processId: 'p1',
    communicationId: 'l',
    from: 'r1',
    to: 'h1',
    kind: 'letter',
    text: 't',
    sha256: 's',
  });
  c.tell('communication.agreed', { processId: 'p1', communicationId: 'l', participantId: 'r1', sha256: 's' });
  return c;
};
const checked = (): ToldCase =>
  letter()
    .tell('communication.screened', { processId: 'p1', communicationId: 'l', sha256: 's' })
    .tell('communication.secondChecked', { processId: 'p1', communicationId: 'l', sha256: 's' }, 'supervisor')
    .sign('beforePassing', 'p1', 'l');
const pass = { processId: 'p1', communicationId: 'l', how: 'handedOver' } as const;

test('a withdrawal after a letter was passed leaves it delivered; both are followed up, and ending asks for nobody', () => {
  const c = checked().tell('communication.passed', pass);
  c.tell('consent.withdrawn', { participantId: 'h1', purpose: 'prepare', processId: 'p1' });
  expect(c.place()).toBe('followUp');
  expect(c.process().communication.of['l']?.passedAt).not.toBeNull();
  c.wait(5 * 24);
  for (const participantId of ['h1', 'r1'])
    c.tell('followUp.done', { processId: 'p1', participantId, point: 'days3', outcome: 'reached' });
});

test('the sender takes back their own until it is passed, and lets it go on by agreeing again', () => {
  const c = checked();
  c.tell('communication.takenBack', { processId: 'p1', communicationId: 'l', participantId: 'r1' });
  expect(c.whyNot('communication.passed', pass)).toEqual(['held l', 'communication l,sender']);
  c.tell('communication.agreed', { processId: 'p1', communicationId: 'l', participantId: 'r1', sha256: 's' });
  c.tell('communication.passed', pass);
});

test('after a hold by somebody else the sender is asked again', () => {
  const c = checked().tell(
    'communication.held',
    { processId: 'p1', communicationId: 'l', reason: 'why' },
    'supervisor',
  );
  c.tell('communication.screened', { processId: 'p1', communicationId: 'l', sha256: 's' });
  c.tell('communication.secondChecked', { processId: 'p1', communicationId: 'l', sha256: 's' }, 'supervisor');
  expect(c.whyNot('communication.passed', pass)).toContain('communication l,sender');
});

test('a recording is not passed on in a process of letters, and another text starts again', () => {
  const c = letter();
  c.tell('communication.drafted', {
    processId: 'p1',
    communicationId: 'v',
    from: 'r1',
    to: 'h1',
    kind: 'recording',
    text: 't',
    sha256: 'x',
  });
  expect(c.whyNot('communication.passed', { ...pass, communicationId: 'v' })).toContain('processType recording');
  c.tell('communication.drafted', {
    processId: 'p1',
    communicationId: 'l',
    from: 'r1',
    to: 'h1',
    kind: 'letter',
    text: 't2',
    sha256: 's2',
  });
  expect(c.process().communication.of['l']).toMatchObject({ version: 2, agreedAt: null, screened: null });
});

test('a letter that was promised at a meeting is carried by a process of its own, and the promise is kept by its delivery', () => {
  const c = new ToldCase()
    .join('h1', 'harmed')
    .join('r1', 'responsible')
    .prepare('faceToFace', ['h1', 'r1'])
    .book(['h1', 'r1'])
    .onTheDay();
  c.begin(['h1', 'r1']);
  c.tell('item.proposed', {
    processId: 'p1',
    itemId: 'i',
    kind: 'apology',
    doer: 'r1',
    recipient: 'h1',
    dueOn: '2026-03-01',
    text: 't',
    evidence: 't',
    monitor: 't',
  });
  c.tell('item.checked', { processId: 'p1', itemId: 'i', proportionate: true, changed: false });
  for (const id of ['h1', 'r1']) c.consent(id, 'agreementItem', { processId: 'p1', about: 'i' });
  c.tell('item.agreed', { processId: 'p1', itemId: 'i' });
  c.tell('conference.ended', { processId: 'p1', how: 'asPlanned', aftercare: 't' }).sign('afterProcess');
  expect(c.whyNot('process.ended', { processId: 'p1', reason: 'delivered', side: 'withheld' })).toEqual([
    'outstanding i',
  ]);
  c.tell('process.opened', {
    processId: 'p2',
    members: [
      { participantId: 'h1', part: 'harmed' },
      { participantId: 'r1', part: 'responsible' },
    ],
    carries: { processId: 'p1', itemId: 'i' },
  });
  c.prepare('letter', ['h1', 'r1'], 'p2').consent('h1', 'receive', { processId: 'p2', about: 'letter' });
  c.tell('communication.drafted', {
    processId: 'p2',
    communicationId: 'l',
    from: 'r1',
    to: 'h1',
    kind: 'letter',
    text: 't',
    sha256: 's',
  });
  c.tell('communication.agreed', { processId: 'p2', communicationId: 'l', participantId: 'r1', sha256: 's' });
  c.tell('communication.screened', { processId: 'p2', communicationId: 'l', sha256: 's' });
  c.tell('communication.secondChecked', { processId: 'p2', communicationId: 'l', sha256: 's' }, 'supervisor');
  c.sign('beforePassing', 'p2', 'l').tell('communication.passed', {
    processId: 'p2',
    communicationId: 'l',
    how: 'readAloud',
  });
  expect(c.whyNot('process.ended', { processId: 'p1', reason: 'delivered', side: 'withheld' })).toEqual([]);
});
