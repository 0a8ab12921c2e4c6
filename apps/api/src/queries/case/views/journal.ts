// Entries of a journal as staff read them: who, what, and words for those they are meant for.
import { inTodaysWords, namesOneOf, textFields, uuidsIn, type Facts, type Id } from '#libs/case';
import type { JournalLine } from '#libs/casework';
import type { Seen } from '../seen.js';
import { text } from './by-name.js';

export const entry = (seen: Seen) => {
  const hidden = hiddenPersons(seen);
  return (line: JournalLine) => ({
    seq: line.seq,
    at: line.at,
    on: idOrNull(line.event['on']),
    type: inTodaysWords({ type: line.type }).type,
    processId: idOrNull(line.event['processId']),
    about: participantIn(line.event, seen.facts),
    hash: line.hash,
    by: hidden.has(line.by)
      ? { id: 'hidden', position: null }
      : { id: line.by, position: positionOf(line.by, seen.facts) },
    // what was written about somebody who was named by mistake is out of view with them (R92)
    texts: namesHidden(seen.hidden, line) ? [] : textIdsIn(line).map((id) => text(seen, id)),
  });
};
const idOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The participant an event is about, where this reader sees them. */
function participantIn(event: JournalLine['event'], { people }: Facts): Id | null {
  const id = idOrNull(event['participantId']);
  return id !== null && people.participants[id] ? id : null;
}

/** Persons of whom this reader sees no participant of this case any more. */
function hiddenPersons({ hidden, stored, facts }: Seen): ReadonlySet<Id> {
  const seen = new Set(Object.values(facts.people.participants).map(({ personId }) => personId));
  const all = hidden.flatMap((id) => stored.facts.people.participants[id]?.personId ?? []);
  return new Set(all.filter((personId) => !seen.has(personId)));
}
const namesHidden = (hidden: readonly Id[], { event }: JournalLine): boolean =>
  hidden.length > 0 && uuidsIn(JSON.stringify(event)).some((id) => namesOneOf(hidden, id));

function positionOf(id: Id, { facilitators, people }: Facts): string | null {
  if (id === 'clock') return 'clock';
  const participant = Object.values(people.participants).find(({ personId }) => personId === id);
  return facilitators.assigned[id]?.duty ?? participant?.role ?? null;
}

const fields: { readonly [type: string]: Readonly<Record<string, unknown>> } = textFields;

/** The ids of the words that were written with an event. */
export function textIdsIn({ type, event }: Pick<JournalLine, 'type' | 'event'>): Id[] {
  const override = (event['override'] as { reason?: Id } | undefined)?.reason;
  const ids = [...Object.keys(fields[type] ?? {}).map((field) => event[field]), override];
  return ids.filter((id): id is Id => typeof id === 'string');
}
