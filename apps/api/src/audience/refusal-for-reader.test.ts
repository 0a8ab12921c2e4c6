// A refusal always says something: to staff who may and what is not right, to a person in the case what it means for them, in their language.
import type { Actor, Blocker, EventType, Refusal } from '#libs/case';
import { catalogues, ownFields, ownRules } from '#libs/words';
import { together } from './named.js';
import { explainedWith, shownTo } from './refusal-for-reader.js';

const staff: Actor = { kind: 'staff', id: 's', serviceId: 'service', roles: ['facilitator'] };
const person: Actor = { kind: 'participant', id: 'p', serviceId: 'service' };
const people = { '0190c0de-0000-7000-8000-000000000002': { personId: 'person-r1', role: 'responsible' } } as const;
const h1 = '0190c0de-0000-7000-8000-000000000001';
const r1 = '0190c0de-0000-7000-8000-000000000002';
const told = (type: EventType, language: string | null = null) => ({ type, self: h1, language });
const refusal = (why: Refusal['why'], ...blockers: Blocker[]): Refusal => ({ ok: false, why, blockers });
const unsound = (about: string): Blocker => ({ rule: 'unsound', about, who: 'facilitator', since: null });
const yes: Blocker = {
  rule: 'consent',
  about: `${h1}|contact|-|-`,
  who: 'participant',
  since: '2026-11-02T09:00:00.000Z',
};
const theirs: Blocker = { rule: 'consent', about: `${r1}|contact|-|-`, who: 'participant', since: null };

test('staff who may not do something read who may', () => {
  const none = { ...refusal('not-permitted'), whoMay: ['lead', 'coFacilitator', 'coordinator', 'manager'] as const };
  expect(shownTo(staff, none, told('member.joined'))).toEqual({
    why: 'notPermitted',
    words: 'This is not yours to do. It is for a facilitator of the case, a coordinator or a manager.',
    whoMay: ['lead', 'coFacilitator', 'coordinator', 'manager'],
    blockers: [],
  });
});

test('what was said and is not right is named by its field, with what that must hold', () => {
  const words = (about: string, type: EventType) =>
    shownTo(staff, refusal('blocked', unsound(about)), told(type)).blockers[0]?.words;
  expect(words('startsAt', 'conference.booked')).toBe(
    'What was said is not complete or not right: startsAt must be an instant after now. The facilitator can supply it.',
  );
  expect(words('participantId', 'identity.confirmed')).toContain('must be somebody referred as responsible');
  expect(words('explained:voluntary', 'consent.given')).toContain('It is voluntary');
  expect(words('serviceId', 'consent.given')).toContain('serviceId is not written as it must be');
});

test('a person reads in their own language what they have not said or what is not right in what they said', () => {
  const words = (language: string, blocker: Blocker) =>
    shownTo(person, refusal('blocked', blocker), told('consent.given', language)).blockers[0];
  expect(words('en', yes)).toMatchObject({
    words: 'You have not said yes to this yet: May we contact you about restorative justice?',
    since: null,
  });
  expect(words('cy', yes)?.words).toBe(
    'Nid ydych wedi cytuno i hyn eto: Gawn ni gysylltu â chi am gyfiawnder adferol?',
  );
  expect(words('en', unsound('explained:voluntary'))?.words).toContain(
    'this was not explained to you: It is voluntary',
  );
  expect(words('cy', unsound('reaskOn'))?.words).toBe(
    'Nid yw rhywbeth a ddywedoch yn gyflawn neu’n gywir: rhaid i’r diwrnod i ofyn eto fod ar ôl heddiw.',
  );
});

test.each(['en', 'cy'] as const)(
  'what a person reads of their own blockers is sentences of the catalogue in %s',
  (language) => {
    const words = (blocker: Blocker) =>
      shownTo(person, refusal('blocked', blocker), told('consent.given', language)).blockers[0]?.words ?? '';
    const { blockers, fields } = catalogues[language];
    for (const field of ownFields) expect(words(unsound(field))).toBe(`${blockers.unsound}: ${fields[field]}.`);
    // what no sentence says is left out, and never said by the name of a field
    expect(words(unsound('serviceId'))).toBe(`${blockers.unsound}.`);
    for (const rule of ownRules) {
      const said = words({ rule, about: h1, who: 'participant', since: null });
      expect([rule, said]).toEqual([rule, `${blockers[rule]}.`]);
    }
  },
);

test.each([
  ['en', 'This cannot be done at the moment.'],
  ['cy', 'Ni ellir gwneud hyn ar hyn o bryd.'],
  [null, 'This cannot be done at the moment.'],
] as const)('what waits for somebody else is no more than not the time, and says so (%s)', (language, words) => {
  const others: Blocker = { rule: 'concern', about: r1, who: 'safeguardingLead', since: null };
  for (const why of [refusal('blocked', others, theirs), refusal('not-now', others), refusal('not-now')]) {
    const shown = shownTo(person, why, told('readiness.stated', language));
    expect([shown.why, shown.blockers, shown.whoMay]).toEqual(['notNow', [], []]);
    expect(shown.words.startsWith(words)).toBe(true);
  }
});

test('a person who may not do something reads nothing of who may', () => {
  const none = { ...refusal('not-permitted'), whoMay: ['safeguardingLead'] as const };
  expect(shownTo(person, none, told('freeze.lifted'))).toEqual({
    why: 'notPermitted',
    words: 'This is not for you to do here. The people who work with you can help you.',
    whoMay: [],
    blockers: [],
  });
});

test('staff read whom it is about; somebody out of their view is not named', () => {
  const assessed: Blocker = { rule: 'assessment', about: r1, who: 'facilitator', since: null };
  const hidden: Blocker = { rule: 'assessment', about: h1, who: 'facilitator', since: null };
  const named = [assessed, hidden].map(explainedWith(people));
  expect(named.map((b) => b.named)).toEqual([[{ id: 'person-r1', otherwise: 'Person referred as responsible' }], []]);
  expect(together(['Ana', 'Ben', 'Cy'])).toBe('Ana, Ben and Cy');
});
