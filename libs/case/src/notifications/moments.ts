// When people hear: neutral words at moments of the service's own, and everything at times that are safe for whom it is for (R11, R22).
import type { SafeTime } from '../contact/facts.js';
import type { Settings } from '../settings.js';
import { daysAfter, isAfter, londonDate, londonMidnightAfter } from '#libs/time';
import { weekdays, type Weekday } from '../vocabulary/people.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const DAY = 24 * HOUR;
/** The hour at which a round goes out: people are awake, and somebody of the service can be reached. */
const NINE = 9 * HOUR;
/** Monday, 5 January 1970: rounds are counted from it, so that every process finds the same ones. */
const FIRST_ROUND = 4;
/** Whoever is on the way to a meeting that is not, is worse off than whoever can guess when it was called off. */
const DAYS_TO_TURN_BACK = 2;

const names = Object.keys(weekdays) as Weekday[];
/** Number of a day of the calendar, 'YYYY-MM-DD'. */
const numbered = (day: string): number => Date.parse(day) / DAY;
const inLondon = (from: string, days: number, past: number): string =>
  new Date(Date.parse(londonMidnightAfter(from, days)) + past).toISOString();

/**
 * The moment at which neutral words about something that happened at `at` go out: the first round that comes when the
 * delay is over. What happened in one week shares its moment, so the moment says neither when nor what (R22).
 */
export function neutralMoment(at: string, { neutralDelayDays, neutralRoundDays }: Settings): string {
  const ripe = daysAfter(at, neutralDelayDays);
  const every = Math.max(1, neutralRoundDays);
  const past = (numbered(londonDate(ripe)) - FIRST_ROUND) % every;
  const today = inLondon(ripe, -past, NINE);
  return isAfter(ripe, today) ? inLondon(ripe, every - past, NINE) : today;
}

/** The same for a meeting that was called off: not later than lets people stay at home, and never before it happened. */
export function calledOffMoment(at: string, startsAt: string, settings: Settings): string {
  const latest = daysAfter(startsAt, -DAYS_TO_TURN_BACK);
  const round = neutralMoment(at, settings);
  if (!isAfter(round, latest)) return round;
  return isAfter(latest, at) ? latest : at;
}

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** The first instant from `from` on that lies in the safe times; `from` itself where there are none. */
export function safeMoment(times: readonly SafeTime[], from: string): string {
  if (times.length === 0) return from;
  const today = numbered(londonDate(from));
  const spans = Array.from({ length: 8 }, (_, days) => days).flatMap((days) => {
    const day = names[(today + days + 3) % 7];
    return times
      .filter((time) => time.day === day)
      .map(({ opens, closes }) => ({
        opens: inLondon(from, days, minutes(opens) * MINUTE),
        closes: inLondon(from, days, minutes(closes) * MINUTE),
      }));
  });
  const next = spans
    .filter(({ closes }) => isAfter(closes, from))
    .map(({ opens }) => (isAfter(opens, from) ? opens : from))
    .toSorted((a, b) => Date.parse(a) - Date.parse(b));
  return next[0] ?? from;
}
