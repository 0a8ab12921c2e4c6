// Speaks for one page in one language: its sentences, the names of the schema, days. What makes view models is given one.
import { nameIn, type Table } from '../vocabulary/vocabulary.js';
import { calendarDay, dayIn, longDayIn, timeIn, workingDays } from './days.js';
import { sayIn, type Language, type Say } from './locale.js';

export interface Speaker<Own extends string = never> {
  readonly language: Language;
  /** Instant, ISO 8601: what "today" and "since" are reckoned from. */
  readonly now: string;
  readonly say: Say<Own>;
  /** What a name of the schema is called. */
  name(table: Table, name: string): string;
  /** "Thu 26 Nov". */
  day(iso: string): string;
  /** "Thu 26 Nov, 14:30". */
  moment(iso: string): string;
  time(iso: string): string;
  longDay(iso: string): string;
  /** "3 working days"; "today" for less than one. */
  age(since: string): string;
  /** "since Thu 26 Nov, 3 working days". */
  since(iso: string): string;
  /** "by Thu 3 Dec, in 2 working days", or "was due Thu 26 Nov, 3 working days ago". */
  due(iso: string): string;
  isToday(iso: string): boolean;
}

/** A speaker for the page whose sentences are called `name`. */
export function speaker<Own extends string>(
  language: Language,
  name: string,
  now = new Date().toISOString(),
): Speaker<Own> {
  const say = sayIn<Own>(language, name);
  const day = (iso: string) => dayIn(language, iso, now);
  const count = (days: number) => (days === 1 ? say('days.one') : say('days.many', { count: days }));
  const isToday = (iso: string) => calendarDay(iso) === calendarDay(now);
  return {
    language,
    now,
    say,
    name: (table, one) => nameIn(language, table, one),
    day,
    moment: (iso) => `${day(iso)}, ${timeIn(language, iso)}`,
    time: (iso) => timeIn(language, iso),
    longDay: (iso) => longDayIn(language, iso),
    age: (since) => {
      const days = workingDays(since, now);
      return days < 1 ? say('days.today') : count(days);
    },
    since: (iso) => {
      const days = workingDays(iso, now);
      return days < 1
        ? say('days.since', { day: day(iso) })
        : say('days.sinceFor', { day: day(iso), days: count(days) });
    },
    due: (iso) => {
      if (isToday(iso)) return say('days.dueToday');
      const days = workingDays(now, iso);
      if (calendarDay(iso) < calendarDay(now))
        return say('days.wasDue', { day: day(iso), days: count(Math.abs(days)) });
      return say('days.by', { day: day(iso), days: count(days) });
    },
    isToday,
  };
}
