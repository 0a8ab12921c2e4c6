// An assignment gets the facilitator's record from the service's own register, never from a client (R41 to R46).
import type { CaseEvent, Id } from '#libs/case';
import { InvalidRequest } from '#libs/database';
import type { CaseStore } from './ports.js';
import { standingFor } from '#libs/staff';

/**
 * The event as given, except that an assignment gets the record of the facilitator it names. Throws UNKNOWN_STAFF when there is
 * none, and where somebody is asked who does not work here: whatever else an id stands for, the answer is the same.
 */
export async function withFacilitatorRecord(store: CaseStore, serviceId: Id, event: CaseEvent): Promise<CaseEvent> {
  if (event.type !== 'facilitator.assigned' && event.type !== 'facilitator.asked') return event;
  const known = await store.facilitatorRecord(serviceId, event.staffId);
  if (event.type === 'facilitator.asked') {
    if (known) return event;
    throw new InvalidRequest('UNKNOWN_STAFF', 'There is no such facilitator');
  }
  const standing = known && standingFor(known);
  if (!standing) throw new InvalidRequest('UNKNOWN_STAFF', 'There is no such facilitator');
  return { ...event, standing } as CaseEvent;
}
