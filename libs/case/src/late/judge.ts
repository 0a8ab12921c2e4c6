// What is written down after it happened: it is never refused for a shut door, it is judged by its own day, and what stood before it is a deviation (R95).
import type { CaseEvent, EventOf, Facts } from '../facts.js';
import { factsOf } from '../facts.js';
import { learn } from '../learn.js';
import { happenedAt, type Id } from '../reducers.js';
import { blockersBefore } from '../rules.js';
import type { Settings } from '../settings.js';
import { subjectOf } from '../subjects.js';
import { contactAims } from '../vocabulary/outcomes.js';
import type { Door } from '../vocabulary/stages.js';
import type { FoundDeviation } from './facts.js';

/** The door that a thing which happened should have passed; null for what passes none. */
function doorOf(e: CaseEvent): Door | null {
  switch (e.type) {
    case 'conference.recorded':
    case 'conference.begun':
      return 'begin';
    case 'communication.passed':
      return 'pass';
    case 'suitability.decided':
      return e.suitable ? 'consent' : null;
    case 'preparation.held':
      return 'prepare';
    case 'contact.attempted':
      return contactAims[e.aim].door;
    case 'information.shared':
      return 'share';
    default:
      return null;
  }
}
/** A meeting, or something that was passed on: what a later word about an earlier time can show to have been wrong. */
const delivers = (e: CaseEvent): boolean =>
  e.type === 'conference.begun' || e.type === 'conference.recorded' || e.type === 'communication.passed';

/** The facts as they were at a moment, by what is known now: what had happened by then, in the order in which it happened. */
function asOf(journal: readonly CaseEvent[], at: string): Facts | null {
  const [opened, ...rest] = journal;
  if (opened?.type !== 'case.opened') return null;
  const time = (e: CaseEvent): number => Date.parse(happenedAt(e));
  const until = Date.parse(at);
  return rest
    .filter((e) => time(e) < until || (time(e) === until && !delivers(e)))
    .map((e, place) => ({ e, place }))
    .toSorted((a, b) => time(a.e) - time(b.e) || a.place - b.place)
    .reduce((facts, { e }) => learn(facts, e), factsOf(opened as EventOf<'case.opened'>));
}

/** When a process was opened; null where the journal does not know it. */
const openedAt = (journal: readonly CaseEvent[], processId: Id): string | null =>
  journal.find(
    (e) =>
      ((e.type === 'case.opened' || e.type === 'process.opened' || e.type === 'case.reopened') &&
        e.processId === processId) ||
      (e.type === 'process.split' && e.newProcessId === processId),
  )?.at ?? null;

function judged(e: CaseEvent, journal: readonly CaseEvent[], settings: Settings): FoundDeviation[] {
  const door = doorOf(e);
  if (!door) return [];
  const subject = subjectOf(e);
  // a process that was opened only afterwards is judged as it was when it was opened: with nothing in it
  const opened = subject.processId ? openedAt(journal, subject.processId) : null;
  const at = opened !== null && opened > happenedAt(e) ? opened : happenedAt(e);
  const facts = asOf(journal, at);
  if (!facts) return [];
  const blockers = blockersBefore(door, facts, at, settings, subject);
  return blockers.length > 0
    ? [{ processId: subject.processId ?? null, door, about: subject.about ?? null, on: happenedAt(e), blockers }]
    : [];
}

/**
 * What was not allowed when it happened: the thing itself, and whatever since was allowed only because this was not written
 * down yet. `journal` is the whole of the case, with the opening.
 */
export function deviationsOf(e: CaseEvent, journal: readonly CaseEvent[], settings: Settings): FoundDeviation[] {
  const since = journal.filter((h) => delivers(h) && happenedAt(h) >= happenedAt(e));
  return [
    ...judged(e, journal, settings),
    ...since.flatMap((h) => (judged(h, journal, settings).length > 0 ? [] : judged(h, [...journal, e], settings))),
  ];
}
