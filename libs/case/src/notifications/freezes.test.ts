// A freeze stops progress and contact of substance, and never what protects people (R84, R85).
import { ToldCase } from '../../../../test/harness/case/told-case.js';

const booked = (days = 20): ToldCase =>
  new ToldCase()
    .join('h1', 'harmed')
    .join('r1', 'responsible')
    .prepare('faceToFace', ['h1', 'r1'])
    .book(['h1', 'r1'], days);
const contact = { channel: 'phone', outcome: 'reached' } as const;

test('a stop two days before the meeting: word that it is off passes the door, in time, though the case is stopped', () => {
  const c = booked(10).wait(8 * 24);
  c.tell('concern.raised', { concernId: 'c1', text: 't' });
  expect(c.place()).toEqual({ conference: 'booked' });
  c.tell('concern.decided', { concernId: 'c1', decision: 'stop', reason: 'why' }, 'safeguarding');
  expect([c.place(), c.told()]).toEqual([{ conference: 'arranging' }, ['h1: meetingOff', 'r1: meetingOff']]);
  const queued = Object.keys(c.stored.facts.post.queued);
  expect(queued.length).toBe(2);
  // what is due before the meeting is sent before it
  const starts = '2026-01-15T10:00:00.000Z';
  for (const effect of c.effects)
    if (effect.type === 'notice.queue') expect(Date.parse(effect.notBefore)).toBeLessThan(Date.parse(starts));
  c.wait(24);
  for (const noticeId of queued) expect(c.whyNot('notice.sent', { noticeId }, 'clock')).toEqual([]);
});

test('R84: under a stop a person can be asked how they are, and not be approached about the process', () => {
  const c = booked().tell('concern.raised', { concernId: 'c1', text: 't' });
  expect(c.whyNot('contact.attempted', { participantId: 'h1', ...contact, aim: 'substance' })).toEqual(['concern c1']);
  for (const aim of ['welfare', 'meetingOff', 'closing'] as const)
    expect(c.whyNot('contact.attempted', { participantId: 'h1', ...contact, aim })).toEqual([]);
  // what refuses it by another reason says that reason, and no freeze
  expect(c.whyNot('contact.attempted', { participantId: 'h1', ...contact, channel: 'email', aim: 'welfare' })).toEqual([
    'safeContact email',
  ]);
  expect(
    c.whyNot('consent.withdrawn', { participantId: 'h1', purpose: 'takePart', processId: 'p1', about: 'faceToFace' }),
  ).toEqual([]);
});

test('R84: of a case that was stopped and is closed, each hears the closing words at their time', () => {
  const c = booked().tell('concern.raised', { concernId: 'c1', text: 't' });
  c.tell('concern.decided', { concernId: 'c1', decision: 'stop', reason: 'why' }, 'safeguarding');
  c.tell('case.closed', { reason: 'unsafe', side: 'withheld' }, 'manager');
  const words = Object.entries(c.stored.facts.post.queued).filter(([, n]) => n.template === 'workEnded');
  expect(words.map(([, { to }]) => to)).toEqual(['h1', 'r1']);
  c.wait(14 * 24);
  for (const [noticeId] of words) expect(c.whyNot('notice.sent', { noticeId }, 'clock')).toEqual([]);
});

test('a concern about one person freezes what they are in, and no other process', () => {
  const c = booked().join('h2', 'harmed');
  c.tell('process.opened', {
    processId: 'p2',
    members: [
      { participantId: 'h2', part: 'harmed' },
      { participantId: 'r1', part: 'responsible' },
    ],
  });
  c.tell('concern.raised', { concernId: 'c1', about: 'h2', text: 't' });
  c.onTheDay('p1');
  expect(
    c.whyNot('conference.begun', { processId: 'p1', attended: ['h1', 'r1'] }).filter((l) => l.includes('concern')),
  ).toEqual([]);
  expect(c.whyNot('suitability.decided', { processId: 'p2', suitable: true, reason: 'w' })).toContain('concern c1');
});

test('R85: a new booking cancels the word that the old meeting is off', () => {
  const c = booked();
  c.tell('conference.cancelled', { processId: 'p1', reason: 'why' });
  expect(c.told()).toEqual(['h1: meetingOff', 'r1: meetingOff']);
  c.book(['h1', 'r1'], 25, 'p1', 'b2');
  expect(c.effects.filter((e) => e.type === 'notice.cancel').length).toBe(2);
  expect(c.told()).toEqual(['h1: meetingBooked', 'r1: meetingBooked']);
});

test('R85: whoever is called off is told, except only the person who did it themselves', () => {
  const c = booked();
  c.tell('consent.withdrawn', { participantId: 'h1', purpose: 'takePart', processId: 'p1', about: 'faceToFace' });
  expect(c.told()).toEqual(['r1: meetingOff']);
});
