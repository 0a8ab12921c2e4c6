// Who is in a case, and who of the staff works on it.
import { answeredBy, capacitiesOf, type Id } from '#libs/case';
import { londonDate } from '#libs/time';
import type { Seen } from '../seen.js';
import { colleague, text, textOrNull } from './by-name.js';
import { questionsFor } from './questions.js';

/** Participants as a list shows them. */
export const participantsInShort = ({ facts, row }: Seen) =>
  inOrder(facts).map(([id, { personId, role, leftAt }]) => ({
    id,
    personId: row.merged[personId] ?? personId,
    role,
    left: leftAt !== null,
  }));

export const participants = (seen: Seen) => inOrder(seen.facts).map(([id]) => participant(seen, id));

/** The person a participant is read as, where two records were merged. */
function personOf({ facts, row }: Seen, id: Id): Id | undefined {
  const personId = facts.people.participants[id]?.personId;
  return personId && (row.merged[personId] ?? personId);
}

/** In the order they joined; the stored record has an order of its own. */
const inOrder = ({ people }: Seen['facts']) =>
  Object.entries(people.participants).toSorted(([, a], [, b]) => Date.parse(a.joinedAt) - Date.parse(b.joinedAt));

function participant(seen: Seen, id: Id) {
  const { people, referral, contact, consent } = seen.facts;
  const wish = contact.preferences[id];
  const needs = contact.needs[id];
  const invitation = referral.invitations[id];
  return {
    id,
    ...people.participants[id],
    personId: personOf(seen, id),
    appropriateAdultId: people.appropriateAdults[id] ?? null,
    identityConfirmedAt: people.identityConfirmed[id] ?? null,
    acknowledgedAt: referral.acknowledged[id]?.at ?? null,
    acknowledgement: textOrNull(seen, referral.acknowledged[id]?.how),
    invited: invitation?.invite ?? null,
    invitationReason: textOrNull(seen, invitation?.reason),
    offerAnswer: referral.offers[id]?.answer ?? null,
    safeContact: safeContact(seen, id),
    needs: needs ? { ...needs, askedAt: needs.at } : null,
    lastAttempt: contact.attempts[id]?.outcome ?? null,
    reachedAt: contact.attempts[id]?.reachedAt ?? null,
    preference: wish ? text(seen, wish.wish) : null,
    preferenceAnswer: textOrNull(seen, wish?.answer),
    help: helpOf(seen, id),
    conflicts: people.conflicts[id] ?? [],
    views: consent.views[id] ?? [],
    capacity: capacity(seen, id),
    get questions() {
      return questionsFor(seen, id);
    },
  };
}

/** What they asked for last of each kind, oldest first, with the day that they were told. */
const helpOf = (seen: Seen, id: Id) =>
  Object.entries(seen.facts.contact.help ?? {})
    .filter(([key]) => key.startsWith(`${id}|`))
    .toSorted(([, a], [, b]) => Date.parse(a.at) - Date.parse(b.at))
    .map(([key, asked]) => ({
      kind: key.split('|')[1],
      askedAt: asked.at,
      answerBy: londonDate(answeredBy(asked, seen.row.settings)),
      text: textOrNull(seen, asked.text),
      answer: textOrNull(seen, asked.answer),
    }));

function safeContact(seen: Seen, id: Id) {
  const safe = seen.facts.contact.safe[id];
  if (!safe) return null;
  const { words, alias, mustNotKnow } = safe;
  const told = (textId: Id | null) => textOrNull(seen, textId);
  return { ...safe, words: told(words), alias: told(alias), mustNotKnow: told(mustNotKnow) };
}

/** What is known of somebody's capacity, for each decision by itself (R94). */
const capacity = (seen: Seen, id: Id) =>
  capacitiesOf(seen.facts.consent.capacity, id).map(
    ({ decision, capacity: { doubtedAt, assessed, bestInterests } }) => ({
      decision,
      doubtedAt,
      finding: assessed?.finding ?? null,
      assessedAt: assessed?.at ?? null,
      support: textOrNull(seen, assessed?.support),
      againOn: assessed?.againOn ?? null,
      bestInterests: bestInterests && {
        ...bestInterests,
        consulted: textOrNull(seen, bestInterests.consulted),
        reason: textOrNull(seen, bestInterests.reason),
      },
    }),
  );

/** All members of staff who were asked, declared, are assigned or were released. */
export function facilitators({ facts: { facilitators: f } }: Seen) {
  const ids = new Set([f.assigned, f.asked, f.declared, f.released].flatMap((record) => Object.keys(record)));
  return [...ids].map((id) => ({
    who: colleague(id),
    duty: f.assigned[id]?.duty ?? f.asked[id]?.duty ?? null,
    level: f.assigned[id]?.level ?? null,
    askedAt: f.asked[id]?.at ?? null,
    declaredAt: f.declared[id]?.at ?? null,
    connected: f.declared[id]?.connected ?? null,
    assignedAt: f.assigned[id]?.at ?? null,
    releasedAt: f.released[id] ?? null,
  }));
}
