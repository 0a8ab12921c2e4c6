// A birthday is held with the person and never stands in a journal, which cannot forget: an event carries the age band alone, worked out here (R26, R93).
import { happenedAt, type Age, type CaseEvent, type EventOf, type Facts, type Id, type Role } from '#libs/case';
import { birthDoubt } from '#libs/intake';
import { ageOn, londonDate } from '#libs/time';
import type { CaseStore } from './ports.js';

/** The band of somebody born on this day, 'YYYY-MM-DD', on the day of an ISO instant. */
export function bandOn(bornOn: string, at: string): Age {
  const years = ageOn(bornOn, londonDate(at));
  return years >= 18 ? 'adult' : years >= 16 ? 'sixteenOrSeventeen' : 'underSixteen';
}

/** Whether a birthday contradicts what the case itself says: the same doubts as those of a file. */
function isInDoubt(bornOn: string, role: Role | undefined, at: string, { referral }: Facts): boolean {
  const child = referral.source === 'youthJustice' ? 'youthJusticeChild' : 'responsible';
  const as = role === 'responsible' ? child : 'anybody';
  return birthDoubt(bornOn, { today: londonDate(at), actOn: referral.reportedOn, as }) !== null;
}

/** The event with the band by the birthday that is held, whatever was said; as it was said where none is held. */
export async function withAgeBand(
  store: Pick<CaseStore, 'bornOn'>,
  serviceId: Id,
  event: CaseEvent,
  facts: Facts,
): Promise<CaseEvent> {
  if (event.type === 'deadline.passed') return withBirthday(store, serviceId, event, facts);
  if (event.type !== 'participant.joined' && event.type !== 'age.confirmed') return event;
  const personId =
    event.type === 'participant.joined' ? event.personId : facts.people.participants[event.participantId]?.personId;
  const bornOn = personId === undefined ? null : await store.bornOn(serviceId, personId);
  if (bornOn === null) return event;
  const role = event.type === 'participant.joined' ? event.role : facts.people.participants[event.participantId]?.role;
  const at = happenedAt(event);
  if (!isInDoubt(bornOn, role, at, facts)) return { ...event, age: bandOn(bornOn, at) };
  // What is in doubt makes nobody an adult; whoever confirms an age has asked.
  return event.type === 'participant.joined' ? { ...event, age: 'unknown' } : event;
}

/** R93: the weekly look at the birthday of a minor; the event carries the new band where they have turned 16 or 18. */
async function withBirthday(
  store: Pick<CaseStore, 'bornOn'>,
  serviceId: Id,
  event: EventOf<'deadline.passed'>,
  { people }: Facts,
): Promise<CaseEvent> {
  const { age: _never, ...said } = event;
  const person = said.name === 'ageCheck' ? people.participants[said.about] : undefined;
  const bornOn = person ? await store.bornOn(serviceId, person.personId) : null;
  const age = bornOn === null ? null : bandOn(bornOn, said.at);
  return age === null || age === person?.age ? said : { ...said, age };
}
