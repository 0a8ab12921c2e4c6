// Nothing counts before its time, what was said can be taken back, and who leaves can come back (R86 to R88, R91, R92).
import { ToldCase } from '../../../../test/harness/case/told-case.js';
import { due } from '../deadlines/due.js';
import { hiddenIds } from '../people/without-hidden.js';

const meeting = (): ToldCase =>
  new ToldCase().join('h1', 'harmed').join('r1', 'responsible').prepare('faceToFace', ['h1', 'r1']);

test('a sign-off is made only when what it is about is in reach', () => {
  const c = new ToldCase().join('h1', 'harmed').join('r1', 'responsible');
  const sign = (checkpoint: 'processChoice' | 'beforeMeeting' | 'dayOf' | 'afterProcess') =>
    c.whyNot('checkpoint.passed', { checkpoint, processId: 'p1' }, 'supervisor');
  expect(sign('processChoice')).toEqual(['notReached processChoice']);
  expect(sign('afterProcess')).toEqual(['notReached afterProcess']);
  c.prepare('faceToFace', ['h1', 'r1']).book(['h1', 'r1'], 30);
  expect(sign('beforeMeeting')).toEqual(['notReached beforeMeeting']);
  expect(sign('dayOf')).toEqual(['notReached dayOf']);
  c.goTo('2026-02-03T09:00:00.000Z');
  expect(sign('beforeMeeting')).toEqual([]);
});

test('a sign-off lapses when what it was about changes: who takes part, or the kind of process', () => {
  const c = meeting();
  expect(
    c.whyNot('conference.booked', {
      processId: 'p1',
      bookingId: 'b',
      startsAt: '2026-02-01T10:00:00.000Z',
      attendees: ['h1', 'r1'],
    }),
  ).toEqual([]);
  c.join('o1', 'observer').tell('member.joined', { processId: 'p1', participantId: 'o1', part: 'observer' });
  expect(
    c.whyNot('conference.booked', {
      processId: 'p1',
      bookingId: 'b',
      startsAt: '2026-02-01T10:00:00.000Z',
      attendees: ['h1', 'r1'],
    }),
  ).toEqual(['lapsed processChoice|-']);
  c.sign('processChoice').tell('process.typeChosen', { processId: 'p1', processType: 'video', reason: 'why' });
  c.tell('preparation.begun', { processId: 'p1' });
  expect(c.door('preparation.completed')).toContain('lapsed processChoice|-');
  // what was found of a person is not about the kind
  expect(c.door('preparation.completed')?.filter((b) => b.includes('firstMeeting'))).toEqual([]);
  // nobody is reminded of one that has lapsed already
  const announced = due(c.stored.facts, c.settings).filter(({ name }) => name === 'checkpointLapse');
  expect(announced.map(({ about }) => about).toSorted()).toEqual(['firstMeeting|h1', 'firstMeeting|r1']);
});

test('acknowledgement taken back shuts what is ahead, and given again opens it', () => {
  const c = meeting();
  const book = { processId: 'p1', bookingId: 'b', startsAt: '2026-02-01T10:00:00.000Z', attendees: ['h1', 'r1'] };
  c.tell('acknowledgement.takenBack', { participantId: 'r1', reason: 'why' });
  expect(c.whyNot('conference.booked', book)).toEqual(['acknowledgement r1']);
  c.tell('identity.doubted', { participantId: 'r1', reason: 'why' });
  expect(c.whyNot('conference.booked', book)).toEqual(['acknowledgement r1', 'identity r1']);
  c.tell('acknowledgement.recorded', { participantId: 'r1', how: 't' }).tell('identity.confirmed', {
    participantId: 'r1',
  });
  expect(c.whyNot('conference.booked', book)).toEqual([]);
});

test('"unsuitable" at any stage calls off and shuts, and a later decision supersedes', () => {
  const c = meeting().book(['h1', 'r1']);
  c.tell('suitability.decided', { processId: 'p1', suitable: false, reason: 'why' });
  expect([c.place(), c.told()]).toEqual(['suitability', ['h1: meetingOff', 'r1: meetingOff']]);
  c.tell('suitability.decided', { processId: 'p1', suitable: true, reason: 'why' });
  expect(c.place()).toBe('consent');
});

test('R88: what a person said is written down only of somebody whom it was allowed to approach, and who was approached', () => {
  const c = new ToldCase();
  c.tell('participant.joined', {
    participantId: 'h1',
    personId: 'ph',
    role: 'harmed',
    age: 'adult',
    approach: 'unknown',
  });
  const consent = {
    participantId: 'h1',
    purpose: 'contact',
    form: 'oral',
    text: { version: '1', language: 'en' },
    explained: {
      items: ['voluntary', 'confidentiality', 'dataUse', 'complaints'],
      by: 'lead',
      on: '2026-01-05',
      language: 'en',
    },
  } as const;
  expect(c.whyNot('consent.given', consent)).toEqual(['approachBasis h1', 'notApproached h1']);
  c.tell('approach.confirmed', { participantId: 'h1', basis: 'agreed' });
  expect(c.whyNot('consent.given', consent)).toEqual(['notApproached h1']);
  // what a person says themselves is heard
  expect(c.whyNot('consent.given', consent, 'ph')).toEqual([]);
  c.tell('safeContact.recorded', { participantId: 'h1', channels: ['phone'] });
  c.tell('contact.attempted', { participantId: 'h1', channel: 'phone', outcome: 'reached', aim: 'substance' });
  expect(c.whyNot('consent.given', { ...consent, explained: { ...consent.explained, by: 'stranger' } })).toEqual([
    'unsound explained.by',
  ]);
  expect(c.whyNot('consent.given', { ...consent, explained: { ...consent.explained, on: '2025-12-31' } })).toEqual([
    'unsound explained.on',
  ]);
  c.consent('h1', 'contact');
});

test('follow-up counts from its day, or earlier with a reason, and never before anything took place', () => {
  const c = meeting();
  const done = { processId: 'p1', participantId: 'h1', point: 'days3', outcome: 'reached' } as const;
  expect(c.whyNot('followUp.done', done)).toEqual(['notReached h1']);
  c.book(['h1', 'r1']).onTheDay().begin(['h1', 'r1']);
  c.tell('conference.ended', { processId: 'p1', how: 'asPlanned', aftercare: 't' });
  expect(c.whyNot('followUp.done', done)).toEqual(['notDue days3']);
  expect(c.whyNot('followUp.done', { ...done, early: 'why' })).toEqual([]);
  c.wait(80).tell('followUp.done', done);
});

test('"delivered" needs something delivered', () => {
  const c = meeting();
  expect(c.whyNot('process.ended', { processId: 'p1', reason: 'delivered', side: 'withheld' })).toEqual([
    'outstanding p1',
  ]);
  expect(c.whyNot('case.closed', { reason: 'delivered', side: 'withheld' })).toEqual(['outstanding process']);
});

test('whoever declined comes back only by asking, as another participant and the same person', () => {
  const c = meeting().tell('participant.left', { participantId: 'h1', reason: 'declined' });
  expect(c.place()).toBe('consent');
  const back = { participantId: 'h9', personId: 'person-h1', role: 'harmed', age: 'adult', processId: 'p1' } as const;
  expect(c.whyNot('participant.joined', { ...back, approach: 'agreed' }, 'coordinator')).toEqual(['approachBasis h9']);
  c.tell('participant.joined', { ...back, approach: 'asked' }, 'coordinator');
  expect(c.process().members.of['h9']).toMatchObject({ part: 'harmed', leftAt: null });
});

test('R92: somebody who left for another reason can be found later to have been named by mistake, and nothing else', () => {
  const c = meeting().tell('participant.left', { participantId: 'r1', reason: 'noReply' }, 'coordinator');
  const leftAt = c.stored.facts.people.participants['r1']?.leftAt;
  expect(c.whyNot('participant.left', { participantId: 'r1', reason: 'moved' })).toEqual(['unsound participantId']);
  c.tell('participant.left', { participantId: 'r1', reason: 'wronglyNamed' }, 'coordinator');
  expect(c.stored.facts.people.participants['r1']).toMatchObject({ leftAt, leftBecause: 'wronglyNamed' });
  expect(hiddenIds(c.stored.facts)).toEqual(['r1']);
  expect(c.whyNot('participant.left', { participantId: 'r1', reason: 'wronglyNamed' })).toEqual([
    'unsound participantId',
  ]);
});

test('closing ends every process, tells each person once, and reopening begins again with those who are still there', () => {
  const c = meeting();
  c.tell('case.closed', { reason: 'noProcessWanted', side: 'withheld' });
  expect([c.stored.state, c.told()]).toEqual([
    { case: 'closed', processes: { p1: 'ended' } },
    ['h1: workEnded', 'r1: workEnded'],
  ]);
  c.tell('case.reopened', { reason: 'why', processId: 'p2' }, 'manager');
  expect(c.stored.state).toEqual({ case: 'open', processes: { p1: 'ended', p2: 'suitability' } });
  expect(Object.keys(c.process('p2').members.of)).toEqual(['h1', 'r1']);
  expect(c.effects.filter((e) => e.type === 'notice.cancel').length).toBe(2);
});

test('R91: interest goes from one named person to one named person, who is confirmed, told of the case and safely reachable', () => {
  const c = new ToldCase().join('h1', 'harmed').join('r1', 'responsible').join('r2', 'responsible');
  c.consent('h1', 'interest', { about: 'r1' });
  expect(c.whyNot('interest.told', { participantId: 'h1', to: 'r2' })).toEqual(['consent h1|interest|-|r2']);
  expect(c.whyNot('interest.told', { participantId: 'h1', to: 'r1' })).toEqual([]);
  c.tell('identity.doubted', { participantId: 'r1', reason: 'why' });
  expect(c.whyNot('interest.told', { participantId: 'h1', to: 'r1' })).toEqual(['identity r1']);
  c.tell('identity.confirmed', { participantId: 'r1' });
  c.tell('contact.attempted', { participantId: 'r1', channel: 'phone', outcome: 'wrongPerson', aim: 'welfare' });
  expect(c.whyNot('interest.told', { participantId: 'h1', to: 'r1' })).toEqual(['channelFrozen r1']);
  // and the other way
  c.consent('r2', 'interest', { about: 'h1' }).tell('interest.told', { participantId: 'r2', to: 'h1' });
});

test('R92: reopened, a case goes on with everybody who was still there when it closed, in whichever process', () => {
  const c = meeting().join('h2', 'harmed');
  c.tell('process.opened', {
    processId: 'p0',
    members: [
      { participantId: 'h2', part: 'harmed' },
      { participantId: 'r1', part: 'responsible' },
    ],
  });
  c.tell('case.closed', { reason: 'noReply', side: 'withheld' });
  c.tell('case.reopened', { reason: 'why', processId: 'p2' }, 'manager');
  expect(Object.keys(c.process('p2').members.of).toSorted()).toEqual(['h1', 'h2', 'r1']);
});
