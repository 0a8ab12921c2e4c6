// Under 18: the adult who is named, takes part and is not involved; the child's view and the adult's, which can change; birthdays (R26, R93, R96).
import { ToldCase, type Said } from '../../../../test/harness/case/told-case.js';
import { due } from '../deadlines/due.js';
import type { Age } from '../vocabulary/people.js';

/** A child responsible, with an aunt who is named as their adult, and an uncle who is not. */
const family = (age: Age = 'underSixteen') =>
  new ToldCase()
    .join('h1', 'harmed')
    .join('c1', 'responsible', { age })
    .join('aunt', 'supporter', { supports: 'c1' })
    .add('uncle', 'supporter', { supports: 'c1' })
    .nameAdult('c1', 'aunt');
const agreeing = (c: ToldCase, adultId: string, more: object = {}): Said<'consent.given'> => ({
  ...c.yes('c1', 'contact'),
  adult: { adultId, position: 'agrees' },
  ...more,
});

test('R93: the adult of a consent is the one named for the child, and nobody else', () => {
  const c = family();
  expect(c.whyNot('consent.given', agreeing(c, 'aunt'))).toEqual([]);
  expect(c.whyNot('consent.given', agreeing(c, 'uncle'))).toEqual(['unsound adult']);
});

test.each<[Age, string, string[]]>([
  ['underSixteen', 'contact', ['unsound childView', 'unsound adult', 'unsound competence']],
  ['sixteenOrSeventeen', 'contact', []],
  ['sixteenOrSeventeen', 'prepare', ['unsound childView', 'unsound adult']],
  ['adult', 'contact', []],
])('R26, R93: at %s a yes to %s lacks %j without an adult and a view', (age, purpose, lacks) => {
  const c = new ToldCase().join('h1', 'harmed').join('c1', 'responsible', { age });
  const of = purpose === 'prepare' ? { processId: 'p1' } : {};
  const { childView: _view, adult: _adult, competence: _route, ...alone } = c.yes('c1', purpose as 'contact', of);
  expect(c.whyNot('consent.given', alone)).toEqual(lacks);
});

test('R93, R96: whoever is found to be involved cannot be named, and does not count any more; a neighbour who says so does', () => {
  const c = family();
  const conflict = { with: 'h1', reason: 't' } as const;
  c.tell('conflict.recorded', { participantId: 'uncle', kind: 'involved', ...conflict });
  const uncle = { participantId: 'c1', adultId: 'uncle', connection: 'none' } as const;
  expect(c.whyNot('appropriateAdult.named', uncle)).toEqual(['appropriateAdult uncle', 'unsound connection']);
  c.tell('conflict.recorded', { participantId: 'aunt', kind: 'neighbour', ...conflict });
  expect(c.whyNot('consent.given', agreeing(c, 'aunt'))).toEqual([]);
  c.tell('conflict.recorded', { participantId: 'aunt', kind: 'involved', ...conflict });
  expect(c.whyNot('consent.given', agreeing(c, 'aunt'))).toEqual(['unsound adult']);
  expect(c.door('preparation.begun') ?? c.door('suitability.decided')).not.toBeNull();
  expect(c.stored.facts.people.conflicts['aunt']?.map(({ kind }) => kind)).toEqual(['neighbour', 'involved']);
});

test('R93: who is named for a child is asked whether they are connected with the matter; silence does not name them', () => {
  const c = new ToldCase().join('h1', 'harmed').join('c1', 'responsible', { age: 'underSixteen' });
  c.add('aunt', 'supporter', { supports: 'c1' }).add('tutor', 'supporter', { supports: 'c1' });
  const aunt = { participantId: 'c1', adultId: 'aunt' };
  expect(c.whyNot('appropriateAdult.named', aunt as Said<'appropriateAdult.named'>)).toEqual(['unsound connection']);
  const lives = { ...aunt, connection: 'neighbour' } as const;
  expect(c.whyNot('appropriateAdult.named', lives)).toEqual(['unknown connectedWith', 'unsound how']);
  const told = { connectedWith: 'h1', how: 't' } as const;
  expect(c.whyNot('appropriateAdult.named', { ...aunt, ...told, connection: 'involved' })).toEqual([
    'appropriateAdult aunt',
  ]);
  c.tell('appropriateAdult.named', { ...lives, ...told });
  expect(c.stored.facts.people.conflicts['aunt']).toEqual([expect.objectContaining({ with: 'h1', kind: 'neighbour' })]);
  // being kin to the child is what an adult is for; being kin to the other side is told
  c.tell('conflict.recorded', { participantId: 'tutor', with: 'c1', kind: 'kin', reason: 't' });
  const tutor = { participantId: 'c1', adultId: 'tutor', connection: 'none' } as const;
  expect(c.whyNot('appropriateAdult.named', tutor)).toEqual([]);
  c.tell('conflict.recorded', { participantId: 'tutor', with: 'h1', kind: 'kin', reason: 't' });
  expect(c.whyNot('appropriateAdult.named', tutor)).toEqual(['unsound connection']);
});

test('R93: whoever is involved under one name is nobody’s adult under another', () => {
  const c = new ToldCase().join('h1', 'harmed').join('c1', 'responsible', { age: 'underSixteen' });
  c.add('mother', 'harmed', { personId: 'mother' });
  c.add('mother again', 'supporter', { supports: 'c1', personId: 'mother', bothSides: 't' });
  const named = { participantId: 'c1', adultId: 'mother again', connection: 'none' } as const;
  expect(c.whyNot('appropriateAdult.named', named)).toEqual(['appropriateAdult mother again']);
  c.tell('participant.left', { participantId: 'mother', reason: 'wronglyNamed' }, 'coordinator');
  expect(c.whyNot('appropriateAdult.named', named)).toEqual([]);
});

test('R96: a conflict of interest can be recorded of anybody in a case, with whom and why', () => {
  const c = family();
  const said = { participantId: 'h1', with: 'c1', kind: 'kin', reason: 't' } as const;
  expect(c.whyNot('conflict.recorded', said)).toEqual([]);
  expect(c.whyNot('conflict.recorded', { ...said, with: 'h1' })).toEqual(['unknown with']);
  expect(c.whyNot('conflict.recorded', { ...said, with: 'nobody' })).toEqual(['unknown with']);
  expect(c.whyNot('conflict.recorded', { ...said, reason: '' })).toEqual(['unsound reason']);
});

const prepared = (competence: 'assessedCompetent' | 'parentConsents' = 'assessedCompetent') => {
  const c = family();
  c.findSuitable(['h1', 'c1']);
  c.consent('h1', 'prepare', { processId: 'p1' });
  c.tell('consent.given', { ...c.yes('c1', 'prepare', { processId: 'p1' }), competence });
  return c
    .sign('firstMeeting', 'p1', 'h1')
    .sign('firstMeeting', 'p1', 'c1')
    .tell('preparation.begun', { processId: 'p1' });
};
test('R93: a child is prepared with the adult named for them, and it is written down who was there', () => {
  const c = prepared();
  const held = { processId: 'p1', participantId: 'c1', channel: 'phone' } as const;
  expect(c.whyNot('preparation.held', held)).toEqual(['unsound adultId']);
  expect(c.whyNot('preparation.held', { ...held, adultId: 'uncle' })).toEqual(['unsound adultId']);
  expect(c.whyNot('preparation.held', { ...held, adultId: 'aunt' })).toEqual([]);
});

test('R93: the child’s view and the adult’s are both kept, and can change', () => {
  const c = prepared();
  c.tell('view.recorded', { participantId: 'c1', of: 'adult', view: 'disagrees' });
  const said = c.stored.facts.consent.views['c1'] ?? [];
  expect(said.filter(({ of }) => of === 'child').map(({ view }) => view)).toEqual(['agrees', 'agrees']);
  expect(said.filter(({ of }) => of === 'adult').map(({ view }) => view)).toEqual(['agrees', 'agrees', 'disagrees']);
});

test('R93: what stands on the adult’s yes ends with it; a competent child goes on', () => {
  const adultSaysNo = { participantId: 'c1', of: 'adult', view: 'disagrees' } as const;
  expect(prepared('parentConsents').tell('view.recorded', adultSaysNo).place()).toBe('consent');
  expect(prepared('assessedCompetent').tell('view.recorded', adultSaysNo).place()).toBe('preparation');
});

test('R93: when the adult withdraws, what needs them waits for another, and what stood on their yes ends', () => {
  const c = prepared('parentConsents').add('other', 'supporter', { supports: 'c1' });
  c.consent('aunt', 'contact').tell('consent.withdrawn', { participantId: 'aunt', purpose: 'contact' });
  expect(c.place()).toBe('consent');
  const held = { processId: 'p1', participantId: 'c1', channel: 'phone', adultId: 'aunt' } as const;
  expect(c.whyNot('consent.given', agreeing(c, 'aunt'))).toEqual(['unsound adult']);
  expect(c.door('preparation.begun')).toEqual(
    expect.arrayContaining(['consentLapsed c1|prepare|p1|-', 'appropriateAdult c1']),
  );
  expect(c.whyNot('preparation.held', held)).toContain('unsound adultId');
  c.nameAdult('c1', 'other').consent('c1', 'contact').consent('c1', 'prepare', { processId: 'p1' });
  expect(c.door('preparation.begun')).toEqual([]);
});

test.each<[string, (c: ToldCase) => ToldCase]>([
  ['leaves the case', (c) => c.tell('participant.left', { participantId: 'aunt', reason: 'moved' }, 'coordinator')],
  [
    'is found to be involved',
    (c) => c.tell('conflict.recorded', { participantId: 'aunt', with: 'h1', kind: 'involved', reason: 't' }),
  ],
  ['is replaced', (c) => c.add('other', 'supporter', { supports: 'c1' }).nameAdult('c1', 'other')],
])('R93: an adult who %s takes their yes with them, wherever they took part themselves', (_how, goes) => {
  const c = prepared('parentConsents').tell('member.left', { processId: 'p1', participantId: 'aunt', reason: 'other' });
  expect(c.place()).toBe('preparation');
  expect(goes(c).place()).toBe('consent');
});

test('R93: a child who does not want it any more is asked again, whatever the adult says', () => {
  const c = prepared().tell('view.recorded', { participantId: 'c1', of: 'child', view: 'disagrees' });
  expect(c.place()).toBe('consent');
  expect(c.door('preparation.begun')).toContain('consentLapsed c1|prepare|p1|-');
  expect(c.whyNot('view.recorded', { participantId: 'h1', of: 'child', view: 'agrees' })).toEqual([
    'unsound participantId',
  ]);
});

test('R93: the 16th and the 18th birthday are looked for each week; they change what is needed, and tell staff', () => {
  const c = family();
  const check = () => due(c.stored.facts, c.settings).find(({ name }) => name === 'ageCheck');
  const first = check();
  expect(first?.about).toBe('c1');
  const passes = (more: object) => {
    const on = check()?.on ?? '';
    c.goTo(on).tell('deadline.passed', { name: 'ageCheck', about: 'c1', dueAt: on, ...more }, 'clock');
  };
  passes({});
  expect(c.effects.filter(({ type }) => type === 'task')).toEqual([]);
  expect(Date.parse(check()?.on ?? '') - Date.parse(first?.on ?? '')).toBe(7 * 24 * 3_600_000);
  passes({ age: 'sixteenOrSeventeen' });
  expect(c.stored.facts.people.participants['c1']?.age).toBe('sixteenOrSeventeen');
  expect(c.effects).toContainEqual(expect.objectContaining({ type: 'task', task: 'ageCheck', for: 'facilitator' }));
  const { childView: _view, adult: _adult, competence: _route, ...alone } = c.yes('c1', 'contact');
  expect(c.whyNot('consent.given', alone)).toEqual([]);
  passes({ age: 'adult' });
  expect(check()).toBeUndefined();
});
