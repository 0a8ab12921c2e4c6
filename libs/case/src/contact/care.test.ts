// A welfare contact is open to anybody who was told of the case; for anybody else it would be a first approach by another name (R4, R6, R84).
import { ToldCase } from '../../../../test/harness/case/told-case.js';

const call = { participantId: 'h1', channel: 'phone', outcome: 'reached' } as const;
const reachable = (c: ToldCase): ToldCase =>
  c.add('h1', 'harmed').tell('safeContact.recorded', { participantId: 'h1', channels: ['phone'] });

test.each(['welfare', 'meetingOff', 'closing'] as const)(
  'R4: after abuse that the person responsible referred, nobody first calls the person harmed under the name of "%s"',
  (aim) => {
    const c = reachable(new ToldCase(undefined, { initiator: 'responsible', flags: ['domesticAbuse'] }));
    expect(c.whyNot('contact.attempted', { ...call, aim })).toEqual(['notApproached h1']);
  },
);

test('R6: whoever is not invited is not first called to be asked how they are', () => {
  const c = reachable(new ToldCase(undefined, { invitationNeeded: true }));
  c.tell('invitation.decided', { participantId: 'h1', invite: false, reason: 'why' }, 'coordinator');
  expect(c.whyNot('contact.attempted', { ...call, aim: 'welfare' })).toEqual(['notApproached h1']);
});

test('R84: whoever was told is asked how they are under every freeze', () => {
  const c = new ToldCase().join('h1', 'harmed').tell('concern.raised', { concernId: 'k', text: 't' });
  c.tell('case.paused', { pauseId: 'z', reason: 'why' });
  expect(c.whyNot('contact.attempted', { ...call, aim: 'welfare' })).toEqual([]);
});
