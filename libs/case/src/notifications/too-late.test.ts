// What is too late to be of use is not sent, and whoever was in the work hears when it is over (R62, R85, R92).
import { ToldCase } from '../../../../test/harness/case/told-case.js';

const both = ['h1', 'r1'];
const of = { processId: 'p1' };
const booked = (days = 20): ToldCase =>
  new ToldCase().join('h1', 'harmed').join('r1', 'responsible').prepare('faceToFace', both).book(both, days);
const followedUp = (c: ToldCase): string[] =>
  c.effects.flatMap((e) => (e.type === 'schedule' && e.name === 'followUp' ? [e.about] : []));

test('R85: when and where a meeting is goes out to nobody after its time', () => {
  const c = booked(3);
  const [noticeId = ''] = Object.keys(c.stored.facts.post.queued);
  expect(c.whyNot('notice.sent', { noticeId }, 'clock')).toEqual([]);
  c.wait(4 * 24);
  expect(c.whyNot('notice.sent', { noticeId }, 'clock')).toEqual([`notice ${noticeId}`]);
  c.tell('risk.informed', { participantId: 'h1', text: 't' });
  expect(Object.values(c.stored.facts.post.queued).filter((n) => n.template === 'meetingBooked')).toEqual([]);
});

test('a preview of a meeting that is written up does not say that it would be called off', () => {
  const c = booked(3).onTheDay();
  const on = c.process().conference.booking?.startsAt ?? '';
  c.goTo('2026-01-09T09:00:00.000Z');
  const endedAt = '2026-01-08T11:00:00.000Z';
  const said = { ...of, on, endedAt, attended: both, how: 'asPlanned', aftercare: 't' } as const;
  expect(c.preview('conference.recorded', said).meetingsCalledOff).toEqual([]);
});

test('whoever said "not now", or withdrew from a part, hears when the work has ended; whoever wants no contact does not', () => {
  const waits = booked().tell('consent.deferred', {
    ...of,
    participantId: 'h1',
    purpose: 'prepare',
    reaskOn: '2026-06-01',
  });
  waits.tell('case.closed', { reason: 'other', side: 'withheld' });
  expect(waits.told()).toEqual(['h1: workEnded', 'r1: workEnded']);
  const withdrew = booked().tell('consent.withdrawn', { participantId: 'h1', purpose: 'contact' });
  withdrew.tell('case.closed', { reason: 'other', side: 'withheld' });
  expect(withdrew.told()).toEqual(['r1: workEnded']);
});

test('R62, R92: whoever leaves by declining after they were prepared is followed up like whoever withdraws; who did not reply is not', () => {
  const left = (reason: 'declined' | 'noReply'): string[] =>
    followedUp(booked().tell('participant.left', { participantId: 'h1', reason }, 'coordinator'));
  expect(left('declined')).toEqual(['h1|days3', 'h1|weeks2', 'h1|weeks6', 'h1|months6']);
  expect(left('noReply')).toEqual([]);
  const c = booked().tell('member.left', { ...of, participantId: 'h1', reason: 'notNow' });
  expect(followedUp(c)).toEqual(['h1|days3', 'h1|weeks2', 'h1|weeks6', 'h1|months6']);
});

test('R5, R81: "not now" to one process keeps nobody from being asked about another', () => {
  const c = booked().tell('process.opened', {
    processId: 'p2',
    members: [
      { participantId: 'h1', part: 'harmed' },
      { participantId: 'r1', part: 'responsible' },
    ],
  });
  c.tell('consent.deferred', { participantId: 'h1', purpose: 'prepare', processId: 'p2', reaskOn: '2026-06-01' });
  const call = { participantId: 'h1', channel: 'phone', outcome: 'reached', aim: 'substance' } as const;
  expect(c.whyNot('contact.attempted', { ...call, ...of })).toEqual([]);
  expect(c.whyNot('contact.attempted', { ...call, processId: 'p2' })).toEqual(['notNow h1|prepare|p2|-']);
});

test('R84: after a case has closed nobody is approached about it; care is open, and that somebody died is heard', () => {
  const c = booked().tell('conference.cancelled', { ...of, reason: 'why' });
  c.tell('case.closed', { reason: 'other', side: 'withheld' });
  const call = { participantId: 'h1', channel: 'phone', outcome: 'reached' } as const;
  expect(c.whyNot('contact.attempted', { ...call, aim: 'substance' })).toEqual(['closed case']);
  expect(c.whyNot('contact.attempted', { ...call, aim: 'welfare' })).toEqual([]);
  c.tell('participant.left', { participantId: 'h1', reason: 'died' }, 'coordinator');
  expect(Object.values(c.stored.facts.post.queued).map((n) => n.to)).toEqual(['r1', 'r1']);
});
