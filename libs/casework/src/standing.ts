// A facilitator's standing is filled in from the service's own records, never taken from a client (R41 to R46).
import type { CaseEvent, Id } from '#libs/case';
import { InvalidRequest } from '#libs/database';
import type { CaseStore } from './ports.js';
import { standingFor } from '#libs/staff';

/** The event as given, except that an assignment gets the standing of the member of staff it names. */
export async function withStanding(store: CaseStore, serviceId: Id, event: CaseEvent): Promise<CaseEvent> {
  if (event.type !== 'facilitator.assigned') return event;
  const known = await store.facilitatorRecord(serviceId, event.staffId);
  const standing = known && standingFor(known);
  if (!standing) throw new InvalidRequest('UNKNOWN_STAFF', 'There is no such facilitator');
  return { ...event, standing } as CaseEvent;
}
