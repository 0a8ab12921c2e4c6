// Where somebody stands: nobody is on both sides of a case by a wrong pick, and nobody is there twice.
import { blocker, type Blocker } from '../blocker.js';
import type { Facts } from '../facts.js';
import type { Id } from '../reducers.js';
import { roles, type Party, type Role } from '../vocabulary/people.js';
import type { PeopleEvents } from './facts.js';

/** The side somebody stands on: their own, or that of whom they are there for; null for neither. */
export function sideOf(facts: Facts, { role, supports }: { role: Role; supports: Id | null }): Party | null {
  const theirs = supports === null ? undefined : facts.people.participants[supports];
  return roles[role].party ?? (theirs ? roles[theirs.role].party : null);
}

/**
 * What stands against a person who is in the case already. On the other side only the safeguarding lead lets them be: where each
 * harmed the other. On the same side they may be there for somebody else besides, such as a mother for each of two children.
 */
export function standsElsewhere(e: PeopleEvents['participant.joined'], facts: Facts): Blocker[] {
  const [side, supports] = [sideOf(facts, { role: e.role, supports: e.supports ?? null }), e.supports ?? null];
  const there = Object.entries(facts.people.participants).filter(
    ([, p]) => p.personId === e.personId && p.leftAt === null,
  );
  return there.flatMap(([id, p]) => {
    const other = sideOf(facts, p);
    if (side !== null && other !== null && side !== other)
      return e.bothSides === undefined ? [blocker('bothSides', id, 'safeguardingLead', p.joinedAt)] : [];
    return p.supports === supports ? [blocker('alreadyThere', id, 'coordinator', p.joinedAt)] : [];
  });
}
