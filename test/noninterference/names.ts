// What the people of a pair are called, and the words that are written in it: different in the two services wherever the reader may not know them.
import type { CaseEvent, Id } from '#libs/case';
import type { Pair } from './build-pair.js';
import type { AppliedEvents } from './case-in-memory.js';
import { selvesOf } from './may-not-know.js';
import { rowOf, type Reader } from './readers.js';

const nameOf = (personId: Id): string => `Person ${personId.slice(0, 8)} ${personId.slice(-4)}`;
const another = (personId: Id): string => `Other ${personId.slice(0, 8)} ${personId.slice(-4)}`;

const people = ({ stored }: AppliedEvents) => stored.facts.people;
/** Persons whose name the reader may know in the case that is kept from them, or that they take part in: their own, and their appropriate adult's. */
function known({ with: secret, actor }: Pair): Set<Id> {
  const { participants, appropriateAdults } = people(secret);
  const adults = selvesOf(secret.stored.facts, actor.id).flatMap((self) => appropriateAdults[self] ?? []);
  return new Set([actor.id, ...adults.flatMap((id) => participants[id]?.personId ?? [])]);
}
/** What everybody in the case is called in the first service (0) and in the second (1). */
export function names(pair: Pair, which: 0 | 1): ReadonlyMap<Id, string> {
  const mayKnow = known(pair);
  const all = [pair.without, pair.with].flatMap((applied) => Object.values(people(applied).participants));
  return new Map(
    all.map(({ personId }) => [personId, which === 0 || mayKnow.has(personId) ? nameOf(personId) : another(personId)]),
  );
}
/** The same for the reader's own case: whoever was named in it by mistake is out of view for all but two roles (R92). */
export function namesInOwn({ own, reader }: Pair, which: 0 | 1): ReadonlyMap<Id, string> {
  const sees = reader === 'manager' || reader === 'safeguardingLead';
  return new Map(
    (own ? Object.values(people(own.without).participants) : []).map(({ personId, leftBecause }) => [
      personId,
      which === 1 && !sees && leftBecause === 'wronglyNamed' ? another(personId) : nameOf(personId),
    ]),
  );
}

/** Words about safety, which are for the safeguarding lead and the supervisor (R39): some of them, by hand. */
const ofSafety: Readonly<Partial<Record<CaseEvent['type'], string>>> = {
  'concern.raised': 'text',
  'concern.decided': 'reason',
  'risk.informed': 'text',
};
const readsSafety: readonly Reader[] = ['safeguardingLead', 'supervisor'];
/** Ids of the words of letters that these participants wrote, or were given: whoever has a letter knows its words (R49). */
function lettersOf(events: readonly CaseEvent[], selves: readonly Id[]): Id[] {
  const passed = new Set(events.flatMap((e) => (e.type === 'communication.passed' ? [e.communicationId] : [])));
  return events.flatMap((e) =>
    e.type === 'communication.drafted' &&
    (selves.includes(e.from) || (selves.includes(e.to) && passed.has(e.communicationId)))
      ? [e.text]
      : [],
  );
}

/** The words behind an id in the case that is kept from the reader: everybody's own words are the same, all others differ. */
export function words(pair: Pair, which: 0 | 1): (id: Id) => string {
  const selves = rowOf(pair.reader).stands === 'part' ? selvesOf(pair.with.stored.facts, pair.actor.id) : [];
  const events = [...pair.without.events, ...pair.with.events];
  const said = events.flatMap((event) =>
    'participantId' in event && selves.includes(event.participantId ?? '')
      ? Object.values(event as object).filter((value) => typeof value === 'string')
      : [],
  );
  const own = new Set([...said, ...lettersOf(events, selves)]);
  return (id) => (which === 0 || own.has(id) ? `Words ${id}` : `Other ${id}`);
}
/** The same for the reader's own case: those about safety differ, where they are not theirs to read. */
export function wordsInOwn({ own, reader }: Pair, which: 0 | 1): (id: Id) => string {
  const kept = new Set(
    (own?.without.events ?? []).flatMap((event) => {
      const field = ofSafety[event.type];
      return field ? [new Map<string, unknown>(Object.entries(event)).get(field)] : [];
    }),
  );
  return (id) => (which === 1 && !readsSafety.includes(reader) && kept.has(id) ? `Other ${id}` : `Words ${id}`);
}
