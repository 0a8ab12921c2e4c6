// Who counts as taking part at this moment: rules ask for these people, and for nobody else.
import { consentKey } from '../consent/facts.js';
import type { Facts } from '../facts.js';
import { perFacts } from '../per-facts.js';
import type { Id } from '../reducers.js';
import { ages, roles, type Party, type Role } from '../vocabulary/people.js';
import type { Participant } from './facts.js';

/** The side of a participant: their own, or the side of the person they support; null for those of neither. */
export function partyOf(facts: Facts, id: Id): Party | null {
  const p = facts.people.participants[id];
  if (!p) return null;
  return roles[p.role].party ?? (p.supports && p.supports !== id ? partyOf(facts, p.supports) : null);
}

/** True when the person ended their part: refused or withdrew contact, preparation, or the process now chosen (R20). */
export function partEnded(facts: Facts, id: Id): boolean {
  const type = facts.preparation.process?.type ?? null;
  const keys = [
    consentKey(id, 'contact'),
    consentKey(id, 'prepare'),
    ...(type ? [consentKey(id, 'takePart', type)] : []),
  ];
  return keys.some((k) => ['refused', 'withdrawn'].includes(facts.consent.consents[k]?.answer ?? ''));
}

/** True for a person who is in the case, may be approached, is not kept out by a decision, and has not ended their part. */
export function takesPart(facts: Facts, id: Id): boolean {
  const p = facts.people.participants[id];
  return (
    p !== undefined &&
    p.leftAt === null &&
    p.approach !== 'objected' &&
    facts.referral.invitations[id]?.invite !== false &&
    !partEnded(facts, id)
  );
}

/** Everyone taking part, in the order they joined. */
export const takingPart = perFacts((facts): [Id, Participant][] =>
  Object.entries(facts.people.participants).filter(([id]) => takesPart(facts, id)),
);

/** Those of one role who take part. */
export const ofRole = (facts: Facts, role: Role): [Id, Participant][] =>
  takingPart(facts).filter(([, p]) => p.role === role);

/** The people harmed and responsible who take part; for work with the person harmed alone, only those harmed. */
export const sides = perFacts((facts): [Id, Participant][] => {
  const alone = facts.preparation.process?.type === 'victimOnly';
  return takingPart(facts).filter(([, p]) => p.role === 'harmed' || (p.role === 'responsible' && !alone));
});

/** Those on the sides, and their supporters and community members: everyone who is prepared (R51). */
export const prepared = perFacts((facts): [Id, Participant][] => {
  const both = sides(facts).map(([id]) => id);
  return takingPart(facts).filter(
    ([id, p]) => both.includes(id) || (roles[p.role].party === null && roles[p.role].prepared),
  );
});

/** Minors among these people. */
export const minors = (people: [Id, Participant][]): Id[] =>
  people.filter(([, p]) => ages[p.age].minor).map(([id]) => id);
