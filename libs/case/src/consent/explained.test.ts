// What was explained was explained by staff who were on the case, to somebody who had been spoken with, on a day that the case can know (R18, R88).
import { ToldCase } from '../../../../test/harness/case/told-case.js';
import type { EventOf } from '../facts.js';

type Explained = EventOf<'consent.given'>['explained'];
/** What stands before a yes that was explained like this. */
const whyNot = (c: ToldCase, more: Partial<Explained>): string[] => {
  const yes = c.yes('h1', 'contact');
  return c.whyNot('consent.given', { ...yes, explained: { ...yes.explained, ...more } });
};

test('nothing was explained to a person before anybody had spoken with them', () => {
  const c = new ToldCase('2026-01-05T09:00:00.000Z').wait(10 * 24).join('h1', 'harmed');
  expect(whyNot(c, { on: '2026-01-14' })).toEqual(['unsound explained.on']);
  expect(whyNot(c, { on: '2026-01-15' })).toEqual([]);
});

test('after midnight in London it is the next day, whatever the day in UTC', () => {
  const c = new ToldCase('2026-07-01T22:00:00.000Z').join('h1', 'harmed');
  // half past midnight on 2 July, British Summer Time
  c.goTo('2026-07-01T23:30:00.000Z');
  expect(whyNot(c, { on: '2026-07-02' })).toEqual([]);
  expect(whyNot(c, { on: '2026-07-03' })).toEqual(['unsound explained.on']);
});

test('a day is a day of the calendar', () => {
  const c = new ToldCase().join('h1', 'harmed').wait(30 * 24);
  expect(whyNot(c, { on: '2026-01-10 or so' })).toEqual(['unsound explained.on']);
  expect(whyNot(c, { on: '2026-01-10' })).toEqual([]);
});

test('whoever was released from the case explained nothing afterwards', () => {
  const c = new ToldCase().assign('co', 'coFacilitator').join('h1', 'harmed').wait(24);
  c.tell('facilitator.released', { staffId: 'co', reason: 'why' }, 'coordinator').wait(48);
  expect(whyNot(c, { by: 'co', on: '2026-01-06' })).toEqual([]);
  expect(whyNot(c, { by: 'co', on: '2026-01-07' })).toEqual(['unsound explained.by']);
});
