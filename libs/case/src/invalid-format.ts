// Texts that no id and no date can be: they would be stored, and every later question about the case would stumble over them.
import { blocker, type Blocker } from './blocker.js';
import type { CaseEvent } from './facts.js';

/** Fields that hold a day, 'YYYY-MM-DD'. */
const days: ReadonlySet<string> = new Set(['dueOn', 'courtDate', 'reaskOn', 'againOn', 'reportedOn']);
/** Fields that hold an ISO instant. */
const instants: ReadonlySet<string> = new Set(['startsAt', 'endedAt', 'dueAt', 'from', 'until', 'at', 'on']);

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;
const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:\d\d)$/.test(text) &&
  isDay(text.slice(0, 10)) &&
  !Number.isNaN(Date.parse(text));
/** Ids are keys of records and parts of joined keys: not empty, without the mark that joins, and none of the names every object has. */
const isId = (text: string): boolean => text !== '' && !text.includes('|') && !(text in Object.prototype);

/** Fields whose text is joined from others by those who know, and looked up whole. */
const joined = (event: CaseEvent, field: string): boolean => event.type === 'deadline.passed' && field === 'about';

/** Whether a field of the event itself holds an instant: the one a letter is `from` is a person. */
const holdsInstant = (event: CaseEvent, field: string): boolean =>
  instants.has(field) && !(field === 'from' && event.type === 'communication.drafted');

/** What in an event has the wrong shape, field by field; empty when nothing has. */
export function invalidFormat(event: CaseEvent): Blocker[] {
  return Object.entries(event).flatMap(([field, value]: [string, unknown]) => {
    // deviations are the decision's own
    if (field === 'type' || field === 'deviations' || joined(event, field)) return [];
    if (typeof value !== 'string') return isSound(value) ? [] : [blocker('unsound', field, 'facilitator')];
    const right = days.has(field)
      ? isDay(value)
      : holdsInstant(event, field)
        ? isInstant(value)
        : isId(value) || missing(field);
    return right ? [] : [blocker('unsound', field, 'facilitator')];
  });
}
/** The same of lists, and of what is said together, such as who explained something and when; what is missing there is asked for by name. */
const isSound = (value: unknown): boolean => {
  if (typeof value === 'string') return value === '' || isId(value);
  if (Array.isArray(value)) return value.every((v) => (typeof v === 'string' ? isId(v) : isSound(v)));
  return value === null || typeof value !== 'object' || Object.values(value).every(isSound);
};

/** The event with its instants in UTC, to the millisecond: they are compared as texts. It has the right shape. */
export function inUtc<E extends CaseEvent>(event: E): E {
  const said = Object.entries(event).filter(
    ([field, value]) => typeof value === 'string' && holdsInstant(event, field),
  );
  return { ...event, ...Object.fromEntries(said.map(([field, value]) => [field, new Date(value).toISOString()])) };
}

/** Fields that a check of their own asks for, in words that say more. */
const missing = (field: string): boolean => field === 'reason';
