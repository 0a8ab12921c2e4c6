// In what position somebody stands to a case: by their role in the service, their duty on the case, or as the person it is about.
import type { Facts } from './facts.js';
import type { Id } from './reducers.js';
import { duties, type Position, type StaffRole } from './vocabulary/people.js';

/**
 * Who is asking. A participant is known by person id, and by the ids of records that are read as theirs (`also`). In a session they
 * are shown the cases it is of (`within`); `assistedBy` is whoever read out the code that opened it. The worker is `clock`.
 */
export type Actor =
  | { kind: 'staff'; id: Id; serviceId: Id; roles: readonly StaffRole[] }
  | { kind: 'participant'; id: Id; serviceId: Id; also?: readonly Id[]; within?: readonly Id[]; assistedBy?: Id }
  | { kind: 'clock'; id: 'clock'; serviceId: Id };

/** Whether a person is the participant who asks, under any of the records that are read as theirs. */
export const isThem = (actor: Actor, personId: Id): boolean =>
  actor.kind === 'participant' && (actor.id === personId || (actor.also?.includes(personId) ?? false));

/** R92: whoever was named by mistake is seen by those alone who answer for it. */
export const seesHidden = (actor: Actor): boolean =>
  actor.kind === 'staff' && actor.roles.some((role) => role === 'safeguardingLead' || role === 'manager');

/**
 * The positions an actor holds on a case (`vocabulary/people.ts`); `about` is the participant an event is about. Being a facilitator
 * of the service gives no more than `reaching`: which staff a case is found for at all is for those who load it to say.
 */
export function positionsOf(actor: Actor, facts: Facts, about: Id | null): Set<Position> {
  const held = new Set<Position>();
  if (actor.serviceId !== facts.serviceId) return held;
  if (actor.kind === 'clock') return held.add('clock');
  if (actor.kind === 'participant') {
    const p = about ? facts.people.participants[about] : undefined;
    if (p && isThem(actor, p.personId)) held.add('self');
    for (const [id, q] of Object.entries(facts.people.participants)) {
      if (!isThem(actor, q.personId) || q.leftAt !== null) continue;
      held.add('participant');
      if (Object.values(facts.processes).some((process) => process.conference.session?.attended.includes(id)))
        held.add('attending');
    }
    return held;
  }
  // R42: a connection outranks every role and every duty.
  if (facts.facilitators.declared[actor.id]?.connected) return held;
  if (actor.roles.length > 0) held.add('reaching');
  const duty = facts.facilitators.assigned[actor.id]?.duty;
  const facilitates = duty !== undefined && duties[duty].facilitates;
  for (const role of actor.roles)
    // whoever facilitates a case is not its safeguarding lead besides: nobody signs for their own work (R4, R7)
    if (role !== 'facilitator' && !(facilitates && role === 'safeguardingLead')) held.add(role).add('staff');
  if (duty) held.add(duty).add('staff');
  if (facilitates) held.add('facilitating');
  if (facts.facilitators.asked[actor.id]) held.add('asked');
  return held;
}

/** Whether staff were asked to take a case and have not declared yet: of what it holds they know nothing (R42). */
export const isOnlyAsked = (actor: Actor, facts: Facts): boolean =>
  facts.facilitators.asked[actor.id] !== undefined && !seesDetails(actor, facts);

/** Whether the actor sees the details of a case: not while only asked to declare (R42), not after release. */
export function seesDetails(actor: Actor, facts: Facts): boolean {
  if (actor.kind === 'participant')
    return (
      actor.serviceId === facts.serviceId &&
      Object.values(facts.people.participants).some((p) => isThem(actor, p.personId))
    );
  const held = positionsOf(actor, facts, null);
  return held.has('staff') || held.has('clock');
}
