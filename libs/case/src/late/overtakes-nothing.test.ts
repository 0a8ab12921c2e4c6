// What was said or decided earlier, and is written down later, overtakes no later word, and passes no door unseen (R24, R86, R95).
import { ToldCase } from '../../../../test/harness/case/told-case.js';

const both = ['h1', 'r1'];
const two = (): ToldCase => new ToldCase().join('h1', 'harmed').join('r1', 'responsible');
const letter = (): ToldCase => {
  const c = two().prepare('letter', both);
  c.tell('communication.drafted', { ...of, from: 'r1', to: 'h1', kind: 'letter', text: 't', sha256: 's' });
  return c.wait(1);
};
const of = { processId: 'p1', communicationId: 'l' };
const agreed = { ...of, participantId: 'r1', sha256: 's' };
/** A moment, and another an hour later. */
const moment = (c: ToldCase): string => {
  const at = c.now();
  c.wait(1);
  return at;
};

test('R86, R95: "suitable" that was decided while a concern was open is written down as a deviation, and never passes unseen', () => {
  const c = new ToldCase().add('h1', 'harmed').add('r1', 'responsible');
  c.tell('concern.raised', { concernId: 'k', text: 't' });
  const on = moment(c);
  c.tell('suitability.decided', { processId: 'p1', suitable: true, reason: 'why', on });
  const [deviation] = Object.values(c.stored.facts.deviations.of);
  expect(deviation).toMatchObject({ door: 'consent', processId: 'p1', on, reviewed: null });
  const rules = deviation?.blockers.map(({ rule, about }) => `${rule} ${about}`);
  expect(rules).toEqual(expect.arrayContaining(['concern k', 'acknowledgement r1', 'assessment h1']));
});

test('R24, R95: a yes from before new information about risk is asked again, also where it is written down after it', () => {
  const takePart = { participantId: 'h1', purpose: 'takePart', processId: 'p1', about: 'faceToFace' } as const;
  const c = two().prepare('faceToFace', both).tell('consent.withdrawn', takePart);
  const on = moment(c);
  c.tell('risk.informed', { text: 't' }).wait(1);
  c.tell('consent.given', { ...c.yes('h1', 'takePart', { processId: 'p1', about: 'faceToFace' }), on });
  expect(c.stored.facts.consent.consents['h1|takePart|p1|faceToFace']?.voided).toMatchObject({
    because: 'newRiskInformation',
  });
  c.consent('h1', 'takePart', { processId: 'p1', about: 'faceToFace' });
  expect(c.stored.facts.consent.consents['h1|takePart|p1|faceToFace']?.voided).toBeNull();
});

test('R92, R95: a yes from before somebody left and came back is asked again', () => {
  const c = two().prepare('faceToFace', both);
  const on = moment(c);
  c.tell('member.left', { processId: 'p1', participantId: 'h1', reason: 'notNow' });
  c.tell('member.joined', { processId: 'p1', participantId: 'h1', part: 'harmed' }).wait(1);
  c.tell('consent.given', { ...c.yes('h1', 'takePart', { processId: 'p1', about: 'faceToFace' }), on });
  expect(c.stored.facts.consent.consents['h1|takePart|p1|faceToFace']?.voided).toMatchObject({ because: 'newMember' });
});

test('R49, R95: nobody has agreed to a text before it was written', () => {
  const c = letter();
  const on = moment(c);
  c.tell('communication.drafted', { ...of, from: 'r1', to: 'h1', kind: 'letter', text: 't2', sha256: 's2' }).wait(1);
  c.tell('communication.agreed', { ...agreed, sha256: 's2', on });
  expect(c.process().communication.of['l']?.agreedAt).toBeNull();
});

test('R90: what somebody else holds is not let go on by the sender, who takes it back and agrees again', () => {
  const c = letter().tell('communication.agreed', agreed);
  c.tell('communication.held', { ...of, reason: 'why' }, 'supervisor');
  c.tell('communication.takenBack', { ...of, participantId: 'r1' }).tell('communication.agreed', agreed);
  expect(c.process().communication.of['l']?.held).toMatchObject({ bySender: false });
});
