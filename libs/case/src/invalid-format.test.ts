// What no id and no date can be is refused with its field, wherever in an event it stands; an instant means the same in every time zone.
import { ToldCase } from '../../../test/harness/case/told-case.js';

const two = (): ToldCase => new ToldCase().join('h1', 'harmed').join('r1', 'responsible');
/** Names that every object has: looked up as an id, each finds something that nobody put there. */
const namesOfObjects = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'];

test.each(namesOfObjects)('%s is nobody: neither who explained, nor a member, nor an item that is carried', (name) => {
  const c = two();
  const yes = c.yes('h1', 'contact');
  expect(c.whyNot('consent.given', { ...yes, explained: { ...yes.explained, by: name } })).toEqual([
    'unsound explained',
  ]);
  const adult = { adultId: name, position: 'agrees' } as const;
  expect(c.whyNot('consent.given', { ...yes, adult })).toEqual(['unsound adult']);
  const open = { processId: 'p2', members: [{ participantId: 'h1', part: 'harmed' }] } as const;
  expect(c.whyNot('process.opened', { ...open, carries: { processId: name, itemId: 'i' } })).toEqual([
    'unsound carries',
  ]);
  expect(c.whyNot('process.opened', { ...open, members: [{ participantId: name, part: 'harmed' }] })).toEqual([
    'unsound members',
  ]);
  expect(c.whyNot('member.joined', { processId: 'p1', participantId: name, part: 'observer' })).toEqual([
    'unsound participantId',
  ]);
});

test('R95: a later "no" overtakes a yes in whatever time zone the two are written down', () => {
  const contact = { participantId: 'h1', purpose: 'contact' } as const;
  const c = two().consent('h1', 'contact').wait(3);
  const on = c.now();
  // the same moment, seven hours behind on the clock
  const behind = `${new Date(Date.parse(on) - 7 * 3_600_000).toISOString().slice(0, 19)}-07:00`;
  c.wait(1).tell('consent.withdrawn', { ...contact, on: behind });
  expect(c.stored.facts.consent.consents['h1|contact|-|-']).toMatchObject({ answer: 'withdrawn', at: on });
  expect(c.journal.at(-1)?.on).toBe(on);
});

test('an instant without a time zone is none', () => {
  const c = two().wait(5);
  const called = { participantId: 'h1', channel: 'phone', outcome: 'reached', aim: 'welfare' } as const;
  expect(c.whyNot('contact.attempted', { ...called, on: '2026-01-05T10:00' })).toEqual(['unsound on']);
});
