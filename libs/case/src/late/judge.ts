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

/**
 * The facts as they were at each of these moments, by what is known now: what had happened by then, in the order in which it
 * happened. The journal is folded once, however many moments are asked about.
 */
function asOf(journal: readonly CaseEvent[], moments: readonly string[]): Map<string, Facts> {
  const found = new Map<string, Facts>();
  const [opened, ...rest] = journal;
  if (opened?.type !== 'case.opened' || moments.length === 0) return found;
  const time = (e: CaseEvent): number => Date.parse(happenedAt(e));
  const happened = rest
    .map((e, place) => ({ e, place }))
    .toSorted((a, b) => time(a.e) - time(b.e) || a.place - b.place);
  let facts = factsOf(opened as EventOf<'case.opened'>);
  let next = 0;
  for (const moment of [...new Set(moments)].toSorted((a, b) => Date.parse(a) - Date.parse(b))) {
    const until = Date.parse(moment);
    for (const { e } of happened.slice(next)) {
      if (time(e) >= until) break;
      facts = learn(facts, e);
      next += 1;
    }
    // of what happened in that very moment, a delivery is judged and not yet known
    const then = happened.slice(next).filter(({ e }) => time(e) === until && !delivers(e));
    found.set(
      moment,
      then.reduce((known, { e }) => learn(known, e), facts),
    );
  }
  return found;
}

/** When a process was opened; null where the journal does not know it. */
const openedAt = (journal: readonly CaseEvent[], processId: Id): string | null =>
  journal.find(
    (e) =>
      ((e.type === 'case.opened' || e.type === 'process.opened' || e.type === 'case.reopened') &&
        e.processId === processId) ||
      (e.type === 'process.split' && e.newProcessId === processId),
  )?.at ?? null;

/** The moment at which a thing is judged. A process that was opened only afterwards is judged as it was then, with nothing in it. */
function momentOf(e: CaseEvent, journal: readonly CaseEvent[]): string {
  const { processId } = subjectOf(e);
  const opened = processId ? openedAt(journal, processId) : null;
  return opened !== null && opened > happenedAt(e) ? opened : happenedAt(e);
}

/** For each of these, what stood before it when it happened; null where it was allowed. */
function judged(
  events: readonly CaseEvent[],
  journal: readonly CaseEvent[],
  settings: Settings,
): (FoundDeviation | null)[] {
  const moments = events.map((e) => momentOf(e, journal));
  const known = asOf(
    journal,
    moments.filter((_at, i) => doorOf(events[i] as CaseEvent) !== null),
  );
  return events.map((e, i) => {
    const [door, at] = [doorOf(e), moments[i] ?? happenedAt(e)];
    const facts = known.get(at);
    if (!door || !facts) return null;
    const subject = subjectOf(e);
    const blockers = blockersBefore(door, facts, at, settings, subject);
    if (blockers.length === 0) return null;
    return { processId: subject.processId ?? null, door, about: subject.about ?? null, on: happenedAt(e), blockers };
  });
}

/**
 * What was not allowed when it happened: the thing itself, and whatever since was allowed only because this was not written
 * down yet. `journal` is the whole of the case, with the opening.
 */
export function deviationsOf(e: CaseEvent, journal: readonly CaseEvent[], settings: Settings): FoundDeviation[] {
  const since = journal.filter((h) => delivers(h) && happenedAt(h) >= happenedAt(e));
  const [own, ...asTold] = judged([e, ...since], journal, settings);
  const asKnown = since.length > 0 ? judged(since, [...journal, e], settings) : [];
  const shown = asKnown.filter((_d, i) => !asTold[i]);
  return [own, ...shown].flatMap((d) => d ?? []);
}
