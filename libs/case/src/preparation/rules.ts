// What stands before a process because of preparation: kind chosen, each person prepared and ready, everything settled (R47, R51 to R53).
import { blocker, when, type Blocker } from '../blocker.js';
import type { Facts } from '../facts.js';
import { minors, ofRole, prepared } from '../people/taking-part.js';
import { arrangementsFor, processTypes } from '../vocabulary/process-types.js';
import type { Door } from '../vocabulary/stages.js';

const before: readonly Door[] = ['conference', 'book', 'begin'];

export function blockersFor(door: Door, facts: Facts): Blocker[] {
  if (door === 'victimOnly')
    return when(facts.preparation.process?.type !== 'victimOnly', 'process', 'victimOnly', 'facilitator');
  if (!before.includes(door)) return [];
  const process = facts.preparation.process;
  if (!process) return [blocker('process', 'case', 'facilitator')];
  const type = processTypes[process.type];
  const fits = door === 'conference' ? type.exchange !== 'none' : type.exchange === 'meeting';
  if (!fits) return [blocker('process', process.type, 'facilitator', process.at)];
  return [
    ...prepared(facts).flatMap(([id, p]) => [
      ...when(!facts.preparation.held[id]?.length, 'preparation', id, 'facilitator', p.joinedAt),
      ...when(
        !facts.preparation.ready[id]?.ready,
        'readiness',
        id,
        'participant',
        facts.preparation.ready[id]?.at ?? null,
      ),
    ]),
    ...type.with.flatMap((role) => when(ofRole(facts, role).length === 0, 'attendee', role, 'facilitator')),
    ...arrangementsFor(process.type).flatMap((a) =>
      when(door !== 'conference' && !facts.preparation.arrangements[a], 'arrangement', a, 'facilitator'),
    ),
    ...minors(prepared(facts)).flatMap((id) => adultThere(door, facts, id)),
  ];
}

/** R26: the appropriate adult of a minor attends the meeting. */
function adultThere(door: Door, facts: Facts, minor: string): Blocker[] {
  const adult = facts.people.appropriateAdults[minor];
  const booked = facts.conference.booking?.attendees;
  return when(door === 'begin' && (!adult || !booked?.includes(adult)), 'appropriateAdult', minor, 'facilitator');
}
