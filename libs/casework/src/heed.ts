// What a referral says of safety reaches every open case of those it is about, whatever case brought it (R7, R11, R36).
import type { Actor, Id } from '#libs/case';
import type { Objection } from '#libs/intake';
import type { Answer } from './answers.js';
import { idFrom } from './id-from.js';
import type { CaseStore, Clock, HeldPart } from './ports.js';
import { tell } from './tell.js';

/** Words of the concerns that a referral raises, for the safeguarding lead. */
const REACHED_ALIKE =
  'Somebody on each side, in this case or in another, gave the same telephone number or address. Find out why before anybody is called.';
const CONTACT_UNSAFE =
  'A later word of the referrer says that contact is not safe, or holds strong words about safety. Judge it before anybody is called.';

/**
 * R7: whoever takes back leave to share is nobody's to contact: in each open case they objected, what waits for them is
 * cancelled, staff have a task, and nothing but their existence is held. Done before the row is remembered as taken, so
 * that one that was broken off is heeded when it is sent again.
 */
export async function heedObjections(
  store: CaseStore,
  clock: Clock,
  actor: Actor,
  objections: readonly Objection[],
  there: readonly HeldPart[],
): Promise<void> {
  const { serviceId } = actor;
  const known = new Set(there.map(({ personId }) => personId));
  for (const objection of objections) {
    const { asWritten, bornOn, telephone, email } = objection;
    const values = { asWritten, bornOn, telephone, email };
    const said = Object.fromEntries(
      Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null),
    );
    for (const id of await store.held.peopleLike(serviceId, said)) known.add(id);
  }
  const parts = await store.held.openPartsOf(serviceId, [...known]);
  const harmed = parts.filter(({ role }) => role === 'harmed');
  for (const { caseId, participantId, approach } of harmed) {
    if (approach === 'objected') continue;
    const event = { type: 'approach.confirmed', participantId, basis: 'objected' } as const;
    heard(await tell(store, clock, actor, { caseId, key: `objection ${participantId}`, event }));
  }
  for (const personId of new Set(harmed.map((one) => one.personId)))
    await store.held.withholdPerson(serviceId, personId);
}

/** R11: contact with these people waits, in each open case of theirs, until the safeguarding lead has judged what was said. */
export async function heedCaution(
  store: CaseStore,
  clock: Clock,
  actor: Actor,
  personIds: readonly Id[],
  from: string,
): Promise<void> {
  for (const one of await store.held.openPartsOf(actor.serviceId, personIds))
    await raise(store, clock, actor, one, `caution ${from} ${one.participantId}`, CONTACT_UNSAFE);
}

/** R36: a number or address that both sides gave is told to the safeguarding lead of each case, before any call. */
export async function heedReachedAlike(store: CaseStore, clock: Clock, actor: Actor, caseId: Id): Promise<void> {
  for (const [one, other] of await store.held.reachedAlike(actor.serviceId, caseId)) {
    const pair = [one.personId, other.personId].toSorted().join(' ');
    for (const part of [one, other])
      await raise(store, clock, actor, part, `alike ${part.caseId} ${part.participantId} ${pair}`, REACHED_ALIKE);
  }
}

/** Raises a concern once: told again by the same or by another colleague, it is the same concern. */
async function raise(
  store: CaseStore,
  clock: Clock,
  actor: Actor,
  { caseId, participantId }: HeldPart,
  seed: string,
  words: string,
): Promise<void> {
  const [concernId, text] = [idFrom(`concern ${seed}`), idFrom(`words ${seed} ${actor.id}`)];
  const event = { type: 'concern.raised', concernId, about: participantId, text } as const;
  const answer = await tell(store, clock, actor, {
    caseId,
    key: `concern ${concernId}`,
    event,
    texts: [{ id: text, words }],
  });
  // A concern of this id was raised before, by another colleague: it stands.
  if (answer.ok || answer.why !== 'blocked') heard(answer);
}

/** A word about safety is never lost in silence: what was not heard fails the whole, and is sent again. */
function heard(answer: Answer): void {
  if (!answer.ok) throw new Error(`A word about safety was not heard (${answer.why})`);
}
