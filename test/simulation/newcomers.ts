// Whom the practice would find where somebody is missing in a simulated case: the adult of a minor, a supporter, a member of a panel.
import type { Id, Role } from '#libs/case';
import { joins, type Asked } from './answers.js';
import type { Said } from './life.js';

/** A grown person of neither side who is not implicated: the adult of a minor. */
export function adultOf(a: Asked, minor: Id): Said {
  const { participants, appropriateAdults, conflicts } = a.stored.facts.people;
  const found = Object.entries(participants).find(
    ([, p]) =>
      p.leftAt === null && p.age === 'adult' && !p.implicated && p.supports === minor && p.role === 'supporter',
  );
  const known = conflicts[found?.[0] ?? '']?.find((c) => c.with !== minor && c.kind !== 'involved');
  return found && appropriateAdults[minor] !== found[0]
    ? {
        type: 'appropriateAdult.named',
        participantId: minor,
        adultId: found[0],
        ...(known ? { connection: known.kind, connectedWith: known.with, how: 'why' } : { connection: 'none' }),
      }
    : joins(a.by, 'supporter', { supports: minor, processId: a.processId, part: 'appropriateAdult' });
}
/** Somebody in the case who is not in the process takes the empty place; or somebody new. */
export function fill(a: Asked, part: string): Said {
  const { people, processes } = a.stored.facts;
  const members = processes[a.processId]?.members.of ?? {};
  const harmed = Object.entries(people.participants).find(([, p]) => p.role === 'harmed' && p.leftAt === null)?.[0];
  const needsOf =
    part === 'supporter' || part === 'representative' || part === 'appropriateAdult' || part === 'companion';
  const of = needsOf ? { of: harmed ?? '' } : {};
  const role = (part === 'appropriateAdult' || part === 'companion' ? 'supporter' : part) as Role;
  const there = Object.entries(people.participants).find(
    ([id, p]) => p.role === role && p.leftAt === null && members[id]?.leftAt !== null,
  );
  return there
    ? ({ type: 'member.joined', processId: a.processId, participantId: there[0], part, ...of } as Said)
    : joins(a.by, role, { processId: a.processId, part, ...(needsOf ? { supports: harmed ?? '' } : {}) });
}
