// A facilitator's standing is filled in from the service's own records, never taken from a client (R41 to R46).
import { levels, type CaseEvent, type Id, type Level, type Standing } from '#libs/case';
import { Unsound } from './answers.js';
import type { CaseStore, FacilitatorStanding } from './ports.js';

/** The event as given, except that an assignment gets the standing of the member of staff it names. */
export async function withStanding(store: CaseStore, serviceId: Id, event: CaseEvent): Promise<CaseEvent> {
  if (event.type !== 'facilitator.assigned') return event;
  const known = await store.standing(serviceId, event.staffId);
  const standing = known && standingFor(known);
  if (!standing) throw new Unsound('UNKNOWN_STAFF', 'There is no such facilitator');
  return { ...event, standing } as CaseEvent;
}

/** What an assignment judges of a facilitator's record; null when their level is not known. */
export function standingFor(known: FacilitatorStanding): Standing | null {
  const { level, training, registeredUntil, supervisedOn, available, points, capacity } = known;
  if (level === null || !isLevel(level)) return null;
  const sensitive = training.some((subject) => specialist.includes(subject.toLowerCase()));
  return {
    level,
    training: sensitive ? [...training, 'sensitive'] : training,
    registeredUntil,
    supervisedOn,
    available,
    points,
    capacity: capacity ?? 0,
  };
}

const isLevel = (name: string): name is Level => Object.hasOwn(levels, name);
// Subjects of a service's own training list that are training for sensitive and complex cases (practice.md section 3). (ours)
const specialist: readonly string[] = [
  'sensitive',
  'sensitive and complex',
  'domestic abuse',
  'sexual harm',
  'hate crime',
  'bereavement',
];
