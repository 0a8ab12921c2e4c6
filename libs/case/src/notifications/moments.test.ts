// When people hear: in rounds of the service's own, in time to stay at home, and at times they named as safe (R11, R22).
import { settingsWith } from '../settings.js';
import { calledOffMoment, neutralMoment, safeMoment } from './moments.js';

const settings = settingsWith({});

test('what happens in one week has one moment, whatever its day and hour', () => {
  // from Saturday morning, when Thursday's delay is over, to the next Friday
  const week = [
    '2026-11-07T09:00:00.001Z',
    '2026-11-09T23:59:00.000Z',
    '2026-11-11T12:00:00.000Z',
    '2026-11-14T09:00:00.000Z',
  ];
  expect(new Set(week.map((at) => neutralMoment(at, settings)))).toEqual(new Set(['2026-11-16T09:00:00.000Z']));
});

test('nobody hears before the delay is over', () => {
  expect(neutralMoment('2026-11-07T09:00:00.000Z', settings)).toBe('2026-11-09T09:00:00.000Z');
  expect(neutralMoment('2026-11-07T09:00:00.001Z', settings)).toBe('2026-11-16T09:00:00.000Z');
});

test('nine o’clock is nine in London, in summer too', () => {
  expect(neutralMoment('2026-06-24T12:00:00.000Z', settings)).toBe('2026-06-29T08:00:00.000Z');
});

test('a service may have rounds of its own, down to every day', () => {
  const daily = settingsWith({ neutralDelayDays: 0, neutralRoundDays: 1 });
  expect(neutralMoment('2026-11-10T08:59:00.000Z', daily)).toBe('2026-11-10T09:00:00.000Z');
  expect(neutralMoment('2026-11-10T09:01:00.000Z', daily)).toBe('2026-11-11T09:00:00.000Z');
});

test('word of a meeting that is called off comes with the round, but two days before it at the latest, and never before it was', () => {
  const off = '2026-11-10T12:00:00.000Z';
  expect(calledOffMoment(off, '2026-12-10T10:00:00.000Z', settings)).toBe('2026-11-16T09:00:00.000Z');
  expect(calledOffMoment(off, '2026-11-15T10:00:00.000Z', settings)).toBe('2026-11-13T10:00:00.000Z');
  expect(calledOffMoment(off, '2026-11-11T10:00:00.000Z', settings)).toBe(off);
});

test('a person who named times is written to within them, and one who named none at any time', () => {
  const times = [
    { day: 'tuesday', opens: '18:00', closes: '20:00' },
    { day: 'friday', opens: '07:30', closes: '08:00' },
  ] as const;
  expect(safeMoment([], '2026-11-10T03:00:00.000Z')).toBe('2026-11-10T03:00:00.000Z');
  expect(safeMoment(times, '2026-11-10T09:00:00.000Z')).toBe('2026-11-10T18:00:00.000Z'); // a Tuesday
  expect(safeMoment(times, '2026-11-10T19:00:00.000Z')).toBe('2026-11-10T19:00:00.000Z');
  expect(safeMoment(times, '2026-11-10T20:00:00.000Z')).toBe('2026-11-13T07:30:00.000Z');
  expect(safeMoment(times, '2026-07-10T07:10:00.000Z')).toBe('2026-07-14T17:00:00.000Z'); // ten past eight on a summer's Friday
});
