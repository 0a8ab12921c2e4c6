// A refusal names what stands before the contact that was tried: what keeps the process from being spoken of is not what keeps care away (R84).
import { ToldCase } from '../../../../test/harness/case/told-case.js';

const call = { participantId: 'h1', channel: 'phone', outcome: 'reached' } as const;

test('under a concern a contact of substance is refused for the concern, and one of care is not', () => {
  const c = new ToldCase().join('h1', 'harmed').tell('concern.raised', { concernId: 'c', about: 'h1', text: 't' });
  expect(c.whyNot('contact.attempted', { ...call, aim: 'substance' })).toEqual(['concern c']);
  expect(c.whyNot('contact.attempted', { ...call, aim: 'welfare' })).toEqual([]);
});

test('everything that stands before a contact of substance is named, though less stands before one of care', () => {
  const c = new ToldCase();
  c.tell('participant.joined', {
    participantId: 'h1',
    personId: 'ph',
    role: 'harmed',
    age: 'adult',
    approach: 'agreed',
  });
  c.tell('concern.raised', { concernId: 'c', about: 'h1', text: 't' });
  expect(c.whyNot('contact.attempted', { ...call, aim: 'welfare' })).toEqual(
    expect.arrayContaining(['safeContact h1']),
  );
  expect(c.whyNot('contact.attempted', { ...call, aim: 'substance' })).toEqual(
    expect.arrayContaining(['concern c', 'safeContact h1']),
  );
});
