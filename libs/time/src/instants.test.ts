// Days as people name them: "on the day" is today's date in London, in winter and in summer (R24, R33).
import { londonDate } from './dates.js';
import { londonDaysBetween, londonMidnightAfter } from './instants.js';
import { workingDaysAfter } from './working-days.js';

test('the day of an instant is the date in London', () => {
  expect(londonDate('2026-01-10T23:59:00.000Z')).toBe('2026-01-10');
  expect(londonDate('2026-07-10T23:30:00.000Z')).toBe('2026-07-11');
});

test('yesterday evening is a day ago, however few the hours', () => {
  expect(londonDaysBetween('2026-01-10T22:00:00.000Z', '2026-01-11T09:00:00.000Z')).toBe(1);
  expect(londonDaysBetween('2026-07-10T22:00:00.000Z', '2026-07-10T22:59:00.000Z')).toBe(0);
  expect(londonDaysBetween('2026-07-10T22:00:00.000Z', '2026-07-10T23:01:00.000Z')).toBe(1);
});

test.each([
  ['2026-01-10T09:00:00.000Z', '2026-01-11T00:00:00.000Z'],
  ['2026-07-10T09:00:00.000Z', '2026-07-10T23:00:00.000Z'],
  ['2026-03-28T12:00:00.000Z', '2026-03-29T00:00:00.000Z'], // summer time begins on the 29th at one
  ['2026-03-29T12:00:00.000Z', '2026-03-29T23:00:00.000Z'],
  ['2026-10-24T12:00:00.000Z', '2026-10-24T23:00:00.000Z'], // and ends on the 25th at one
  ['2026-10-25T12:00:00.000Z', '2026-10-26T00:00:00.000Z'],
])('what is signed at %s for the day lasts until %s', (signed, until) => {
  expect(londonMidnightAfter(signed, 1)).toBe(until);
});

test('working days from an instant skip the weekend and the service’s own days off, and keep the hour', () => {
  const daysOff = ['2026-12-25', '2026-12-28'];
  expect(workingDaysAfter('2026-12-24T10:30:00.000Z', 2, daysOff)).toBe('2026-12-30T10:30:00.000Z');
  expect(workingDaysAfter('2026-12-24T10:30:00.000Z', 2, [])).toBe('2026-12-28T10:30:00.000Z');
  expect(workingDaysAfter('2026-12-24T10:30:00.000Z', 0, daysOff)).toBe('2026-12-24T10:30:00.000Z');
});
