// Consent as a lock: what a yes needs, what ends it, and which doors it stands before (R5, R17 to R28, R48).
import { type Said, given } from '../../../../test/scenario/answer-blocker.js';
import { ACase, aCaseAt, DAY, team } from '../../../../test/simulation/case-at-door.js';
import type { Door } from '../vocabulary/stages.js';

const { lead, coordinator } = team;
type Ask = Parameters<typeof given>[2];
const ask = (c: ACase, about: Ask) => given(c.around, c.stored.facts, about, c.at());
const named = (all: readonly { rule: string; about: string }[]) => all.map((b) => `${b.rule} ${b.about}`);
const self = (id: string) => ({ kind: 'participant' as const, id: `p${id}`, serviceId: 's' });
const withdraws = (id: string, purpose: Ask['purpose'], about?: string): Said => ({
  by: self(id),
  type: 'consent.withdrawn',
  participantId: id,
  purpose,
  ...(about ? { about } : {}),
});

test.each([
  ['preparation', 'h', 'prepare', undefined],
  ['preparation', 'r', 'contact', undefined],
  ['conference', 'h', 'takePart', 'faceToFace'],
  ['conference', 'r', 'takePart', 'faceToFace'],
] as const)('R19: before %s everyone said yes: %s to %s', (door: Door, id, purpose, about) => {
  const event = door === 'preparation' ? 'preparation.begun' : 'preparation.completed';
  const key = `${id}|${purpose}|${about ?? '-'}`;
  const c = aCaseAt(door);
  c.say({
    by: lead,
    type: 'consent.deferred',
    participantId: id,
    purpose,
    ...(about ? { about } : {}),
    reaskOn: '2027-01-01',
  });
  expect(c.door(event).blockers).toEqual([{ rule: 'notNow', about: key, who: 'clock', since: c.at() }]);
});

test('R19: taking part needs writing; contact may be said', () => {
  const c = aCaseAt('consent');
  const spoken = (about: Ask) => ({ ...ask(c, about), form: 'oral' as const });
  expect(named(c.tell(spoken({ participantId: 'h', purpose: 'takePart', about: 'letter' })))).toEqual([
    'consentNotWritten takePart',
  ]);
  expect(c.tell(spoken({ participantId: 'h', purpose: 'contact' }))).toEqual([]);
});

test('R18: a yes is not kept until every item was explained', () => {
  const c = aCaseAt('consent');
  const yes = ask(c, { participantId: 'h', purpose: 'prepare' });
  const items = yes.explained.items.filter((i) => i !== 'noNeedToForgive' && i !== 'advice');
  expect(named(c.tell({ ...yes, explained: { ...yes.explained, items } }))).toEqual([
    'unsound explained:noNeedToForgive',
    'unsound explained:advice',
  ]);
  expect(named(c.tell({ ...yes, explained: { ...yes.explained, on: '2027-01-01' } }))).toEqual([
    'unsound explained.on',
  ]);
});

test.each(['partners', 'our partners', 'agencies', 'Third parties', ' '])(
  'R28: sharing with "%s" is sharing with nobody in particular',
  (about) => {
    const c = aCaseAt('consent');
    expect(named(c.tell(ask(c, { participantId: 'h', purpose: 'share', about })))).toEqual(['unsound about']);
  },
);

test('R28: something is shared with the organisation named, and with no other', () => {
  const c = aCaseAt('consent');
  c.say(ask(c, { participantId: 'h', purpose: 'share', about: 'Victim Support' }));
  const share = (organisation: string): Said => ({
    by: lead,
    type: 'information.shared',
    participantId: 'h',
    organisation,
    what: 't',
    told: true,
  });
  expect(named(c.tell(share('Crown Court')))).toEqual(['consent h|share|Crown Court']);
  expect(c.tell(share('Victim Support'))).toEqual([]);
});

test('R24: a new attendee, new risk information and another kind of process each end the consents to take part', () => {
  const changes: Said[] = [
    {
      by: coordinator,
      type: 'participant.joined',
      participantId: 'x',
      personId: 'px',
      role: 'observer',
      age: 'adult',
      approach: 'agreed',
    },
    { by: lead, type: 'risk.informed', text: 't' },
    { by: lead, type: 'process.chosen', processType: 'letter', reason: 't' },
  ];
  for (const change of changes) {
    const c = aCaseAt('begin').say(change);
    expect(c.stored.state).toBe('consent');
    expect(c.stored.facts.conference.booking).toBeNull();
    expect(c.stored.facts.consent.consents['h|takePart|faceToFace']?.voided).not.toBeNull();
    expect(c.stored.facts.consent.consents['h|contact|-']?.voided).toBeNull();
  }
});

test('R48: consents to the same kind of process stand when it is chosen again', () => {
  const c = aCaseAt('book').say({ by: lead, type: 'process.chosen', processType: 'faceToFace', reason: 't' });
  expect(c.door('conference.booked').open).toBe(true);
});

test.each(['book', 'begin', 'resume'] as const)(
  'R20: a person withdraws at %s in one step, and the case goes back',
  (door) => {
    const c = aCaseAt(door).say(withdraws('h', 'takePart', 'faceToFace'));
    expect(c.stored.state).toBe('consent');
    expect([c.stored.facts.conference.booking, c.stored.facts.conference.session]).toEqual([null, null]);
  },
);

test('R21: a withdrawal leaves other purposes, and keeps that consent was given', () => {
  const c = aCaseAt('begin');
  c.say(ask(c, { participantId: 'h', purpose: 'survey' })).say(withdraws('h', 'prepare'));
  expect(c.stored.facts.consent.consents['h|survey|-']?.answer).toBe('given');
  expect(c.stored.facts.consent.consents['h|prepare|-']).toMatchObject({
    answer: 'withdrawn',
    givenAt: expect.any(String),
  });
});

test('R22: on the day of the meeting the other side hears at once that it is not; the person who withdrew gets no words', () => {
  const c = aCaseAt('begin').say(withdraws('h', 'contact'));
  expect(Object.values(c.stored.facts.post.queued).map((n) => [n.to, n.template])).toEqual([['r', 'notGoingAhead']]);
  const [id = ''] = Object.keys(c.stored.facts.post.queued);
  expect(c.door('notice.sent', id).open).toBe(true);
});

test('R22: of a meeting weeks away the other side hears in the round that follows, whatever ended it', () => {
  const causes: Said[] = [
    withdraws('h', 'contact'),
    withdraws('h', 'takePart', 'faceToFace'),
    { by: lead, type: 'consent.refused', participantId: 'h', purpose: 'prepare' },
    { by: team.safeguardingLead, type: 'conference.cancelled', reason: 'why' },
  ];
  const told = causes.map((cause) => {
    const c = aCaseAt('book');
    const startsAt = new Date(c.now + 30 * DAY).toISOString();
    c.say({ by: lead, type: 'conference.booked', bookingId: 'b', startsAt, attendees: ['h', 'r'] }).say(cause);
    return Object.entries(c.stored.facts.post.queued)
      .filter(([, { to, template }]) => to === 'r' && template === 'notGoingAhead')
      .map(([id]) => c.door('notice.sent', id).blockers.map(({ rule, since }) => `${rule} ${since}`));
  });
  expect(told[0]).toEqual([[expect.stringMatching(/^notice 2026-\d\d-\d\dT0[89]:00:00.000Z$/)]]);
  expect(told).toEqual(causes.map(() => told[0]));
});

test('R5: who said "not now" is not approached before the day they named', () => {
  const c = aCaseAt('approach');
  c.say({ by: lead, type: 'consent.deferred', participantId: 'h', purpose: 'contact', reaskOn: '2026-12-01' });
  expect(c.door('contact.attempted', 'h').blockers).toEqual([
    { rule: 'notNow', about: 'h|contact|-', who: 'clock', since: c.at() },
  ]);
  expect(c.days(40).door('contact.attempted', 'h').open).toBe(true);
});

test('R25: a doubt on capacity waits for an assessment, and for the safeguarding lead', () => {
  const c = aCaseAt('preparation').say({ by: lead, type: 'capacity.doubted', participantId: 'h' });
  expect(named(c.door('preparation.begun').blockers)).toEqual(['checkpoint capacity|h', 'capacity h']);
  c.say({ by: lead, type: 'capacity.assessed', participantId: 'h', finding: 'lacks' });
  expect(named(c.tell(ask(c, { participantId: 'h', purpose: 'prepare' })))).toEqual(['capacity h']);
});

const child = { harmed: { age: 'underSixteen' as const } };
test('R26: a child goes on with an appropriate adult only, and none who is implicated', () => {
  const c = new ACase(child);
  const join = (participantId: string, implicated: boolean): Said => ({
    by: coordinator,
    type: 'participant.joined',
    participantId,
    personId: `p${participantId}`,
    role: 'supporter',
    supports: 'h',
    age: 'adult',
    implicated,
    approach: 'agreed',
  });
  c.open('contact.attempted', 'r').say(join('father', true)).say(join('aunt', false));
  expect(named(c.tell({ by: lead, type: 'appropriateAdult.named', participantId: 'h', adultId: 'father' }))).toEqual([
    'appropriateAdult father',
  ]);
  expect(c.tell({ by: lead, type: 'appropriateAdult.named', participantId: 'h', adultId: 'aunt' })).toEqual([]);
  const yes = ask(c, { participantId: 'h', purpose: 'contact' });
  expect(named(c.tell({ ...yes, childView: 'disagrees' }))).toEqual(['unsound childView']);
  expect(named(c.tell({ ...yes, adult: { adultId: 'father', position: 'agrees' } }))).toEqual(['unsound adult']);
  const { competence: _none, ...without } = yes;
  expect(named(c.tell(without))).toEqual(['unsound competence']);
  expect(c.tell(yes)).toEqual([]);
});

test('R26: when the adult leaves, the door shuts again; when a person is found to be a minor, they are asked again', () => {
  const c = aCaseAt('preparation').say({
    by: lead,
    type: 'age.confirmed',
    participantId: 'h',
    age: 'sixteenOrSeventeen',
  });
  expect(named(c.door('preparation.begun').blockers)).toEqual(
    expect.arrayContaining(['consentLapsed h|contact|-', 'consentLapsed h|prepare|-', 'appropriateAdult h']),
  );
  c.open('preparation.begun');
  const adultId = c.stored.facts.people.appropriateAdults['h'] ?? '';
  c.say({ by: coordinator, type: 'participant.left', participantId: adultId });
  expect(named(c.door('preparation.begun').blockers)).toContain('appropriateAdult h');
});

test('R27: recording, survey, research, training and publicity stand before no door', () => {
  for (const door of ['consent', 'conference', 'begin'] as const) {
    const c = aCaseAt(door);
    const consents = Object.keys(c.stored.facts.consent.consents).map((k) => k.split('|')[1]);
    expect(
      consents.filter((p) => ['recording', 'survey', 'research', 'training', 'publicity'].includes(p ?? '')),
    ).toEqual([]);
  }
});
