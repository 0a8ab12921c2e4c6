// What a simulation checks beside the promises: facts are plain JSON, some things are never refused.
import type { CaseEvent, StoredCase } from '#libs/case';
import type { Ledger } from './ledger.js';

/** Blockers of what was said, which no door can know. */
export const complaint = (rule: string): boolean =>
  [
    'unsound',
    'unknown',
    'attendee',
    'parties',
    'order',
    'outstanding',
    'item',
    'appropriateAdult',
    'safeContact',
    'channelFrozen',
  ].includes(rule);
/** R20, R37: a consent given can be withdrawn and a worry raised, always. */
export const neverRefused = (e: CaseEvent, l: Ledger): boolean =>
  (e.type === 'consent.withdrawn' &&
    l.people.has(e.participantId) &&
    l.answer(e.participantId, e.purpose, e.about)?.answer === 'given') ||
  (e.type === 'concern.raised' &&
    /^id\d+$/.test(e.concernId) &&
    !l.concerns.has(e.concernId) &&
    (e.about === undefined || l.people.has(e.about)));

/** Where a value is something JSON would lose; null when it is whole. */
export function notJson(value: unknown, at: string): string | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? null : at;
  if (typeof value !== 'object') return at;
  const proto: unknown = Object.getPrototypeOf(value);
  if (proto !== Object.prototype && proto !== Array.prototype) return at;
  for (const [k, v] of Object.entries(value)) {
    const found = notJson(v, `${at}.${k}`);
    if (found) return found;
  }
  return null;
}
/** The same of the slices that changed. */
export function notJsonIn(after: object, before: object): string | null {
  const was = new Map(Object.entries(before) as [string, unknown][]);
  const changed = (Object.entries(after) as [string, unknown][]).filter(([k, v]) => was.get(k) !== v);
  return changed.map(([k, v]) => notJson(v, k)).find((found) => found !== null) ?? null;
}
export const sorted = (value: unknown): unknown =>
  value === null || typeof value !== 'object'
    ? value
    : Array.isArray(value)
      ? value.map(sorted)
      : Object.fromEntries(
          Object.entries(value)
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([k, v]) => [k, sorted(v)]),
        );
export const inSession = ({ facts }: StoredCase): boolean => facts.conference.session !== null;
