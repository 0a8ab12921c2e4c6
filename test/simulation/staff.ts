// The people who work for the service of a simulated case, and who of them would speak now.
import { seasoned, type Around, type Staff } from '../scenario/answer-blocker.js';
import type { Chance } from './chance.js';
import type { Actor, Duty, Facts, Standing, StaffRole } from '#libs/case';

export const serviceId = 'service';
const staff = (id: string, ...roles: StaffRole[]): Actor => ({ kind: 'staff', id, serviceId, roles });
const facilitators = ['fay', 'finn', 'fox', 'fern', 'flo'].map((id) => staff(id, 'facilitator'));
const safeguarding = [staff('sam', 'safeguardingLead'), staff('sue', 'safeguardingLead', 'facilitator')];
const manager = staff('max', 'manager');
const coordinator = staff('cai', 'coordinator');
export const clock: Actor = { kind: 'clock', id: 'clock', serviceId };
export const everyone: readonly Actor[] = [...facilitators, ...safeguarding, manager, coordinator];
export const personOf = (facts: Facts, participantId: string): Actor => ({
  kind: 'participant',
  id: facts.people.participants[participantId]?.personId ?? 'nobody',
  serviceId,
});

/** Standings of all kinds, some of which fit nothing. */
export const standings: readonly Standing[] = [
  seasoned,
  { ...seasoned, level: 'Intermediate' },
  { ...seasoned, level: 'Foundation' },
  { ...seasoned, training: [] },
  { ...seasoned, registeredUntil: null },
  { ...seasoned, supervisedOn: '2020-01-01' },
  { ...seasoned, points: 99 },
];

/** Who would do each duty now: whoever has it, otherwise somebody who is free and has no connection. */
export function around(facts: Facts, by: Chance): Around {
  const { assigned, declared } = facts.facilitators;
  const free = facilitators.filter((a) => !assigned[a.id] && declared[a.id]?.connected !== true);
  const on = (duty: Duty, otherwise: number): Actor =>
    facilitators.find((a) => assigned[a.id]?.duty === duty) ??
    free[otherwise % Math.max(free.length, 1)] ??
    coordinator;
  const people: Staff = {
    lead: on('lead', 0),
    coFacilitator: on('coFacilitator', 1),
    supervisor: on('supervisor', 2),
    safeguardingLead: by.some([safeguarding[0] ?? manager, safeguarding[1] ?? manager]),
    manager,
    coordinator,
  };
  return { staff: people, id: () => by.id() };
}
