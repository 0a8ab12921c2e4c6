// What happens in the one service and not in its twin: anything of a simulated case that this reader may not know of.
import { decide, may, type CaseEvent, type Id } from '#libs/case';
import { stamped, type Said } from '../scenario/answer-blocker.js';
import type { Chance } from '../simulation/chance.js';
import { happening } from '../simulation/random-events.js';
import { settings, type CaseInMemory } from './case-in-memory.js';
import { named, namedActor } from './named-staff.js';
import { secretToParticipant, secretToStaff, type Reader } from './readers.js';

/** Nobody's id. */
export const NOBODY = 'c0000000-0000-4000-8000-00000000000c';

/** Who may not know: their part and person, where they take part; otherwise which of the staff they are. */
export interface Unknowing {
  readonly reader: Reader;
  readonly member: Id;
  readonly self: Id;
  readonly personId: Id;
}

/** Something that happens by chance and that the reader may not know of; null when it does not happen, or they may. */
export function secretly(c: CaseInMemory, by: Chance, { reader, member, self, personId }: Unknowing): CaseEvent | null {
  const at = new Date(Date.parse(c.events.at(-1)?.at ?? '') + 1000).toISOString();
  const { by: speaker, ...rest } = happening({ facts: c.stored.facts, a: c.around, by, at });
  const said = { ...named(rest), by: namedActor(speaker) } as Said;
  const event = stamped(said, at);
  if ('staffId' in event && event.staffId === member) return null;
  if (!may(said.by, event, c.stored.facts) || !textsAreIds(event)) return null;
  const decided = decide(c.stored, event, settings, c.events);
  if (!decided.ok) return null;
  const secret =
    self === NOBODY
      ? ['asked', 'declared', 'released'].includes(reader)
        ? secretToStaff(event, c.stored, decided.next, member, settings)
        : true
      : secretToParticipant(event, self, personId, c.stored.facts) ||
        (reader === 'untold' && event.type !== 'participant.joined' && !about(event, self));
  return secret && c.happens(event) ? event : null;
}
const about = (event: CaseEvent, self: Id): boolean => 'participantId' in event && event.participantId === self;

/** Events in which a field of that name is a word of the vocabulary. */
const codedReasons: ReadonlySet<CaseEvent['type']> = new Set<CaseEvent['type']>([
  'offer.made',
  'participant.left',
  'member.left',
  'communication.passed',
]);
/** Ids of words must be ids: they are kept. */
const textsAreIds = (event: CaseEvent): boolean =>
  !Object.entries(event).some(
    ([field, value]) =>
      ['reason', 'text', 'how', 'wish', 'answer', 'what', 'finding', 'early'].includes(field) &&
      !codedReasons.has(event.type) &&
      typeof value === 'string' &&
      value.length !== 36,
  );
