// Several processes in one case: what one meets touches another only where the same people and the same matter are concerned (R81 to R83).
import { ToldCase } from '../../../../test/harness/case/told-case.js';

/** A meeting of h1 and r1 that is booked, in a case with h2 beside them. */
const booked = (): ToldCase =>
  new ToldCase()
    .join('h1', 'harmed')
    .join('r1', 'responsible')
    .prepare('faceToFace', ['h1', 'r1'])
    .tell('arrangement.settled', { processId: 'p1', arrangement: 'whyNoSupporters', text: 't' })
    .book(['h1', 'r1']);

test('an order on somebody who does not attend leaves the meeting of two others alone', () => {
  const c = booked().join('h2', 'harmed');
  c.tell('order.recorded', {
    orderId: 'o',
    participantId: 'r1',
    towards: 'h2',
    forbids: ['meeting'],
    from: '2026-01-01T00:00:00Z',
  });
  expect(c.place()).toEqual({ conference: 'booked' });
  c.onTheDay();
  expect(c.whyNot('conference.begun', { processId: 'p1', attended: ['h1', 'r1'] })).toEqual([]);
});

test('an order between those who would meet calls the meeting off, and shuts booking and beginning alike', () => {
  const c = booked();
  c.tell('order.recorded', { orderId: 'o', participantId: 'r1', forbids: ['meeting'], from: '2026-01-01T00:00:00Z' });
  expect(c.place()).toEqual({ conference: 'arranging' });
  expect(c.told()).toEqual(['h1: meetingOff', 'r1: meetingOff']);
  expect(
    c.whyNot('conference.booked', {
      processId: 'p1',
      bookingId: 'b2',
      startsAt: '2026-02-01T10:00:00.000Z',
      attendees: ['h1', 'r1'],
    }),
  ).toEqual(['order o']);
});

test('one person\'s "not now" neither holds nor calls off what the others do', () => {
  const c = booked().join('h2', 'harmed');
  c.tell('consent.deferred', { participantId: 'h2', purpose: 'contact', reaskOn: '2027-01-01' });
  expect(c.place()).toEqual({ conference: 'booked' });
  c.onTheDay().begin(['h1', 'r1']);
  expect(c.place()).toEqual({ conference: 'underWay' });
});

test('the first person harmed meets, the second has a letter, and neither waits for the other', () => {
  const c = booked();
  c.join('h2', 'harmed').tell('process.opened', {
    processId: 'p2',
    members: [
      { participantId: 'h2', part: 'harmed' },
      { participantId: 'r1', part: 'responsible' },
    ],
  });
  c.prepare('letter', ['h2', 'r1'], 'p2');
  expect([c.place('p1'), c.place('p2')]).toEqual([{ conference: 'booked' }, 'exchange']);
  // the letter is called off by its receiver, and the meeting takes place
  c.tell('consent.withdrawn', { participantId: 'h2', purpose: 'takePart', processId: 'p2', about: 'letter' });
  expect([c.place('p1'), c.place('p2')]).toEqual([{ conference: 'booked' }, 'consent']);
  c.onTheDay('p1').begin(['h1', 'r1'], 'p1');
  expect(c.place('p1')).toEqual({ conference: 'underWay' });
});

test('another kind of process for two of them voids nothing that others signed in a process of their own', () => {
  const c = booked();
  c.join('h2', 'harmed').tell('process.opened', {
    processId: 'p2',
    members: [
      { participantId: 'h2', part: 'harmed' },
      { participantId: 'r1', part: 'responsible' },
    ],
  });
  c.prepare('letter', ['h2', 'r1'], 'p2').tell('process.typeChosen', {
    processId: 'p2',
    processType: 'shuttle',
    reason: 'why',
  });
  expect([c.place('p1'), c.place('p2')]).toEqual([{ conference: 'booked' }, 'consent']);
});

test('a second process starts with nothing of the first but what is still true of the people', () => {
  const c = booked().onTheDay().begin(['h1', 'r1']);
  c.tell('conference.ended', { processId: 'p1', how: 'asPlanned', aftercare: 't' });
  c.tell('process.opened', {
    processId: 'p2',
    members: [
      { participantId: 'h1', part: 'harmed' },
      { participantId: 'r1', part: 'responsible' },
    ],
  });
  const { type, preparation, signOffs } = c.process('p2');
  expect([type, preparation, signOffs]).toEqual([
    null,
    { held: {}, ready: {}, arrangements: {}, coWorkingAgreed: null },
    { signed: {}, approvals: {} },
  ]);
  c.tell('suitability.decided', { processId: 'p2', suitable: true, reason: 'why' });
  const why = c.whyNot('preparation.begun', { processId: 'p2' });
  expect(why).toEqual(
    expect.arrayContaining(['consent h1|prepare|p2|-', 'consent r1|prepare|p2|-', 'checkpoint firstMeeting|h1']),
  );
  // contact, assessment, acknowledgement and identity are of the person
  expect(why.filter((line) => /contact|assessment|acknowledgement|identity/.test(line))).toEqual([]);
});

test('an interpreter is swapped on the day: no consent is void, the others are told and asked again', () => {
  const c = new ToldCase().join('h1', 'harmed').join('r1', 'responsible').join('i1', 'interpreter');
  c.prepare('faceToFace', ['h1', 'r1']).join('i2', 'interpreter');
  for (const id of ['i1']) c.consent(id, 'takePart', { processId: 'p1', about: 'faceToFace' });
  c.book(['h1', 'r1', 'i1']).onTheDay();
  c.tell('member.replaced', { processId: 'p1', participantId: 'i1', newParticipantId: 'i2' });
  expect(c.place()).toEqual({ conference: 'booked' });
  expect(c.told()).toContain('h1: attendeesChanged');
  expect(c.told().some((line) => line.includes('meetingOff') && !line.startsWith('i1'))).toBe(false);
  c.consent('i2', 'takePart', { processId: 'p1', about: 'faceToFace' });
  expect(c.whyNot('conference.begun', { processId: 'p1', attended: ['h1', 'r1', 'i2'] })).toEqual(
    expect.arrayContaining(['reconfirmation h1|takePart|p1|faceToFace', 'reconfirmation r1|takePart|p1|faceToFace']),
  );
  c.sign('beforeMeeting').sign('dayOf').sign('processChoice');
  for (const id of ['h1', 'r1', 'i2'])
    c.tell('consent.reconfirmed', { participantId: id, purpose: 'takePart', processId: 'p1', about: 'faceToFace' });
  c.begin(['h1', 'r1', 'i2']);
  expect(c.place()).toEqual({ conference: 'underWay' });
});

test('a supporter steps out of a session while the others go on; the person harmed steps out, and it waits', () => {
  const c = new ToldCase().join('h1', 'harmed').join('r1', 'responsible').join('s1', 'supporter', { supports: 'h1' });
  for (const id of ['h1', 'r1']) c.consent(id, 'attendance', { processId: 'p1', about: 's1' });
  c.prepare('faceToFace', ['h1', 'r1', 's1']).book(['h1', 'r1', 's1']).onTheDay().begin(['h1', 'r1', 's1']);
  c.tell('session.steppedOut', { processId: 'p1', participantId: 's1' });
  expect(c.place()).toEqual({ conference: 'underWay' });
  expect(c.process().conference.session?.present).toEqual(['h1', 'r1']);
  c.tell('session.steppedOut', { processId: 'p1', participantId: 'h1' });
  expect(c.place()).toEqual({ conference: 'interrupted' });
  for (const id of ['h1', 'r1']) c.tell('session.checked', { processId: 'p1', participantId: id, willing: true });
  c.tell('session.resumed', { processId: 'p1' });
  expect(c.process().conference.session?.present).toEqual(['h1', 'r1']);
});

test('a youth panel takes place without the person harmed', () => {
  const c = new ToldCase().join('r1', 'responsible').join('m1', 'communityMember');
  c.tell('process.typeChosen', { processId: 'p1', processType: 'communityPanel', reason: 'why' });
  c.consent('r1', 'attendance', { processId: 'p1', about: 'm1' });
  c.prepare('communityPanel', ['r1', 'm1']).book(['r1', 'm1']).onTheDay().begin(['r1', 'm1']);
  expect(c.place()).toEqual({ conference: 'underWay' });
});

test('R83: somebody in the place of the only person harmed is asked first: the meeting is off, and everybody hears', () => {
  const c = booked().join('h2', 'harmed');
  c.tell('member.replaced', { processId: 'p1', participantId: 'h1', newParticipantId: 'h2' });
  expect([c.place(), c.process().conference.booking]).toEqual(['consent', null]);
  expect(c.told()).toEqual(['h1: meetingOff', 'r1: meetingOff']);
});

test('R81, R82: some go on in a process of their own: prepared as they are, and asked anew for all else', () => {
  const c = new ToldCase().join('h1', 'harmed').join('h2', 'harmed').join('r1', 'responsible');
  const all = ['h1', 'h2', 'r1'];
  c.findSuitable(all).beginPreparation(all).makeReady('faceToFace', all);
  c.tell('process.split', { processId: 'p1', newProcessId: 'p2', move: ['h2'], also: ['r1'] });
  expect([c.place('p1'), c.place('p2')]).toEqual(['preparation', 'suitability']);
  expect(Object.keys(c.process('p2').members.of)).toEqual(['h2', 'r1']);
  expect(c.process('p1').members.of['h2']?.leftAt).not.toBeNull();
  const { preparation, signOffs, type } = c.process('p2');
  expect([type, Object.keys(preparation.held), preparation.ready, preparation.arrangements, signOffs.signed]).toEqual([
    null,
    ['h2', 'r1'],
    {},
    {},
    {},
  ]);
  const { consents } = c.stored.facts.consent;
  expect(Object.keys(consents).filter((key) => key.includes('|p2|'))).toEqual(['h2|prepare|p2|-', 'r1|prepare|p2|-']);
  // the yes to be prepared is the one they gave, and no later yes to something else
  for (const id of ['h2', 'r1'] as const)
    expect(consents[`${id}|prepare|p2|-`]?.at).toBe(consents[`${id}|prepare|p1|-`]?.at);
  // what the others agreed to stands
  expect(consents['h1|takePart|p1|faceToFace']?.voided).toBeNull();
});
