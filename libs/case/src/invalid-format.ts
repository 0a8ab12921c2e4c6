// Texts that no id and no date can be: they would be stored, and every later question about the case would stumble over them.
import { blocker, type Blocker } from './blocker.js';
import type { CaseEvent } from './facts.js';

/** Fields that hold a day, 'YYYY-MM-DD'. */
const days: ReadonlySet<string> = new Set(['dueOn', 'courtDate', 'reaskOn', 'reportedOn']);
/** Fields that hold an ISO instant. */
const instants: ReadonlySet<string> = new Set(['startsAt', 'endedAt', 'dueAt', 'from', 'until', 'at', 'on']);

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;
const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
/** Ids are keys of records and parts of joined keys: not empty, without the mark that joins, and none of the names every object has. */
const isId = (text: string): boolean => text !== '' && !text.includes('|') && !(text in Object.prototype);

/** Fields whose text is joined from others by those who know, and looked up whole. */
const joined = (event: CaseEvent, field: string): boolean => event.type === 'deadline.passed' && field === 'about';

/** What in an event has the wrong shape, field by field; empty when nothing has. */
export function invalidFormat(event: CaseEvent): Blocker[] {
  return Object.entries(event).flatMap(([field, value]: [string, unknown]) => {
    if (Array.isArray(value))
      return value.every((v) => typeof v !== 'string' || isId(v)) ? [] : [blocker('unsound', field, 'facilitator')];
    if (typeof value !== 'string' || field === 'type' || joined(event, field)) return [];
    const isDate = instants.has(field) && !(field === 'from' && event.type === 'communication.drafted');
    const right = days.has(field) ? isDay(value) : isDate ? isInstant(value) : isId(value) || missing(field);
    return right ? [] : [blocker('unsound', field, 'facilitator')];
  });
}

/** Fields that a check of their own asks for, in words that say more. */
const missing = (field: string): boolean => field === 'reason';
