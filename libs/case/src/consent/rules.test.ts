// Consent as a lock: what a yes needs, what ends it, and which doors it stands before (R5, R17 to R24, R27, R28, R48, R82).
import { ToldCase } from '../../../../test/harness/case/told-case.js';

const FACE = { processId: 'p1', about: 'faceToFace' };
/** h1 and r1, found suitable. */
const suitable = (): ToldCase =>
  new ToldCase().join('h1', 'harmed').join('r1', 'responsible').findSuitable(['h1', 'r1']);
const begun = (): ToldCase => suitable().beginPreparation(['h1', 'r1']);
/** A meeting of h1 and r1, arranged and not booked. */
const meeting = (): ToldCase =>
  new ToldCase().join('h1', 'harmed').join('r1', 'responsible').prepare('faceToFace', ['h1', 'r1']);
const booked = (days = 3): ToldCase => meeting().book(['h1', 'r1'], days);
const met = (): ToldCase => booked().onTheDay().begin(['h1', 'r1']);

test.each([
  ['h1', 'contact', {}, 'h1|contact|-|-'],
  ['r1', 'prepare', { processId: 'p1' }, 'r1|prepare|p1|-'],
] as const)('R19: preparation does not begin without the yes of %s to %s', (participantId, purpose, of, key) => {
  const c = suitable();
  for (const id of ['h1', 'r1']) c.consent(id, 'prepare', { processId: 'p1' }).sign('firstMeeting', 'p1', id);
  expect(c.whyNot('preparation.begun', { processId: 'p1' })).toEqual([]);
  c.tell('consent.deferred', { participantId, purpose, ...of, reaskOn: '2027-01-01' });
  expect(c.whyNot('preparation.begun', { processId: 'p1' })).toEqual([`notNow ${key}`]);
});

test('R19: a conference is not arranged until each whom it cannot do without has agreed, in writing, to that kind', () => {
  const c = begun().tell('process.typeChosen', { processId: 'p1', processType: 'faceToFace', reason: 'why' });
  const without = (): string[] =>
    c.whyNot('preparation.completed', { processId: 'p1' }).filter((b) => b.includes('takePart'));
  expect(without()).toEqual(['consent h1|takePart|p1|faceToFace', 'consent r1|takePart|p1|faceToFace']);
  expect(c.whyNot('consent.given', { ...c.yes('h1', 'takePart', FACE), form: 'oral' })).toEqual([
    'consentNotWritten takePart',
  ]);
  c.consent('h1', 'takePart', FACE).consent('r1', 'takePart', { processId: 'p1', about: 'letter' });
  expect(without()).toEqual(['consent r1|takePart|p1|faceToFace']);
});

test('contact and preparation may be agreed to by word of mouth', () => {
  const c = suitable();
  expect(c.whyNot('consent.given', { ...c.yes('h1', 'contact'), form: 'oral' })).toEqual([]);
  expect(c.whyNot('consent.given', { ...c.yes('h1', 'prepare', { processId: 'p1' }), form: 'oral' })).toEqual([]);
});

test('R17, R82: a yes is to one process, by a member of it; what is asked of the service names none', () => {
  const c = suitable().join('h2', 'harmed', { processId: 'p1' });
  c.tell('process.opened', {
    processId: 'p2',
    members: [
      { participantId: 'h2', part: 'harmed' },
      { participantId: 'r1', part: 'responsible' },
    ],
  });
  expect(c.whyNot('consent.given', c.yes('h1', 'prepare', { processId: 'p2' }))).toEqual(['unsound processId']);
  expect(c.whyNot('consent.given', c.yes('h1', 'prepare'))).toEqual(['unsound processId']);
  expect(c.whyNot('consent.given', c.yes('h1', 'contact', { processId: 'p1' }))).toEqual(['unsound processId']);
  c.consent('r1', 'prepare', { processId: 'p1' });
  expect(c.stored.facts.consent.consents['r1|prepare|p2|-']).toBeUndefined();
});

test('R18: a yes is not kept until every item was explained', () => {
  const c = suitable();
  const yes = c.yes('h1', 'prepare', { processId: 'p1' });
  const items = yes.explained.items.filter((i) => i !== 'noNeedToForgive' && i !== 'advice');
  expect(c.whyNot('consent.given', { ...yes, explained: { ...yes.explained, items } })).toEqual([
    'unsound explained:noNeedToForgive',
    'unsound explained:advice',
  ]);
  const tomorrow = '2026-01-06';
  expect(c.whyNot('consent.given', { ...yes, explained: { ...yes.explained, on: tomorrow } })).toEqual([
    'unsound explained.on',
  ]);
});

test.each(['partners', 'our partners', 'agencies', 'Third parties', ' '])(
  'R28: sharing with "%s" is sharing with nobody in particular',
  (about) => {
    const c = suitable();
    expect(c.whyNot('consent.given', c.yes('h1', 'share', { about }))).toEqual(['unsound about']);
  },
);

test('R28: something is shared with the organisation named, and with no other', () => {
  const c = suitable().consent('h1', 'share', { about: 'Victim Support' });
  const share = (organisation: string) => ({ participantId: 'h1', organisation, what: 't', told: true });
  expect(c.whyNot('information.shared', share('Crown Court'))).toEqual(['consent h1|share|-|Crown Court']);
  expect(c.whyNot('information.shared', share('Victim Support'))).toEqual([]);
});

test('R24: new information about risk, and another kind of process, end the consents to take part, and no other', () => {
  for (const how of ['risk', 'type'] as const) {
    const c = booked();
    if (how === 'risk') c.tell('risk.informed', { text: 't' });
    else c.tell('process.typeChosen', { processId: 'p1', processType: 'letter', reason: 'why' });
    expect([c.place(), c.process().conference.booking]).toEqual(['consent', null]);
    expect(c.stored.facts.consent.consents['h1|takePart|p1|faceToFace']?.voided).not.toBeNull();
    expect(c.stored.facts.consent.consents['h1|prepare|p1|-']?.voided).toBeNull();
    expect(c.stored.facts.consent.consents['h1|contact|-|-']?.voided).toBeNull();
  }
});

test('R24, R83: somebody who joins lapses no consent of the others, who must accept that they attend', () => {
  const c = booked(10).join('o1', 'observer');
  c.tell('member.joined', { processId: 'p1', participantId: 'o1', part: 'observer' }).consent('o1', 'takePart', FACE);
  expect(c.place()).toEqual({ conference: 'booked' });
  c.sign('processChoice');
  const startsAt = '2026-02-20T10:00:00.000Z';
  expect(
    c.whyNot('conference.booked', { processId: 'p1', bookingId: 'b2', startsAt, attendees: ['h1', 'r1', 'o1'] }),
  ).toEqual(['consent h1|attendance|p1|o1', 'consent r1|attendance|p1|o1']);
});

test('R24: a consent lapses after ninety days', () => {
  const c = begun().wait(91 * 24);
  c.tell('process.typeChosen', { processId: 'p1', processType: 'faceToFace', reason: 'why' });
  expect(c.whyNot('preparation.completed', { processId: 'p1' })).toEqual(
    expect.arrayContaining(['consentLapsed h1|contact|-|-', 'consentLapsed r1|prepare|p1|-']),
  );
});

test('R48: consents to the same kind of process stand when it is chosen again', () => {
  const c = meeting().tell('process.typeChosen', { processId: 'p1', processType: 'faceToFace', reason: 'why' });
  expect(c.place()).toEqual({ conference: 'arranging' });
  expect(c.stored.facts.consent.consents['h1|takePart|p1|faceToFace']?.voided).toBeNull();
});

test.each([
  ['arranged', meeting],
  ['booked', booked],
  ['under way', met],
] as const)(
  'R20: while a meeting is %s a person withdraws in one step, without a reason, and it goes back',
  (_says, at) => {
    const c = at().tell('consent.withdrawn', { participantId: 'h1', purpose: 'takePart', ...FACE }, 'person-h1');
    expect(c.place()).toBe('consent');
    expect([c.process().conference.booking, c.process().conference.session]).toEqual([null, null]);
  },
);

test('R21: a withdrawal leaves other purposes, keeps that consent was given, and tells the facilitator', () => {
  const c = booked()
    .consent('h1', 'survey')
    .tell('consent.withdrawn', { participantId: 'h1', purpose: 'prepare', processId: 'p1' });
  expect(c.stored.facts.consent.consents['h1|survey|-|-']?.answer).toBe('given');
  expect(c.stored.facts.consent.consents['h1|prepare|p1|-']).toMatchObject({
    answer: 'withdrawn',
    givenAt: expect.any(String) as string,
  });
  expect(c.effects).toContainEqual(expect.objectContaining({ type: 'task', task: 'withdrawal', for: 'facilitator' }));
});

test('R22: the other side hears the same words at the same moment, whatever the cause', () => {
  const causes: ((c: ToldCase) => void)[] = [
    (c) => c.tell('consent.withdrawn', { participantId: 'h1', purpose: 'takePart', ...FACE }),
    (c) => c.tell('consent.refused', { participantId: 'h1', purpose: 'contact' }),
    (c) => c.tell('participant.left', { participantId: 'h1', reason: 'noReply' }),
    (c) => c.tell('conference.cancelled', { processId: 'p1', reason: 'why' }),
    (c) => c.tell('suitability.decided', { processId: 'p1', suitable: false, reason: 'why' }),
    (c) => c.tell('checkpoint.refused', { processId: 'p1', checkpoint: 'processChoice', reason: 'why' }, 'supervisor'),
    (c) => c.tell('risk.informed', { text: 't' }),
    (c) =>
      c.tell('order.recorded', {
        orderId: 'o',
        participantId: 'r1',
        forbids: ['meeting'],
        from: '2026-01-01T00:00:00Z',
      }),
  ];
  const heard = causes.map((cause) => {
    const c = booked(40);
    cause(c);
    return c.effects.filter((e) => e.type === 'notice.queue' && e.to === 'r1').map((e) => ({ ...e, noticeId: '' }));
  });
  // a round is a Monday at nine: 5 January and two days, so 12 January 2026
  expect(heard[0]).toEqual([
    {
      type: 'notice.queue',
      noticeId: '',
      to: 'r1',
      template: 'meetingOff',
      processId: 'p1',
      notBefore: '2026-01-12T09:00:00.000Z',
    },
  ]);
  expect(heard).toEqual(causes.map(() => heard[0]));
});

test('R5: who said "not now" is not approached before the day they named', () => {
  const c = new ToldCase().join('h1', 'harmed');
  c.tell('consent.deferred', { participantId: 'h1', purpose: 'contact', reaskOn: '2026-02-01' });
  expect(c.door('contact.attempted', null, 'h1')).toEqual(['notNow h1|contact|-|-']);
  expect(c.goTo('2026-02-01T09:00:00.000Z').door('contact.attempted', null, 'h1')).toEqual([]);
});

test('R27: recording, survey, research, training and publicity stand before no door of a process', () => {
  const c = met().tell('conference.ended', { processId: 'p1', how: 'asPlanned', aftercare: 't' });
  const purposes = Object.keys(c.stored.facts.consent.consents).map((k) => k.split('|')[1]);
  expect(new Set(purposes)).toEqual(new Set(['contact', 'prepare', 'takePart']));
});
