// Entries of a journal as staff read them: who, what, and words for those they are meant for.
import { textFields, type Facts, type Id } from '#libs/case';
import type { JournalLine } from '#libs/casework';
import type { Seen } from '../seen.js';
import { text } from './by-name.js';

export const entry = (seen: Seen) => (line: JournalLine) => ({
  seq: line.seq,
  at: line.at,
  type: line.type,
  hash: line.hash,
  by: { id: line.by, position: positionOf(line.by, seen.facts) },
  texts: textIdsIn(line).map((id) => text(seen, id)),
});

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
