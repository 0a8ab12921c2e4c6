// Another case, which is the reader's to read: the same in both services, but for what they may not read in it either.
import type { Id } from '#libs/case';
import type { Asked } from './build-pair.js';
import { baseAs } from './build-pair.js';
import type { AppliedEvents } from './case-in-memory.js';
import { rowOf } from './readers.js';
import { SERVICE, serviceOf, staff, type StaffActor, type Team } from './service-staff.js';

export interface OwnCase {
  readonly without: AppliedEvents;
  readonly with: AppliedEvents;
  /** Whoever takes part in it as the person harmed. */
  readonly personId: Id;
}

/** A case of those who work on another one, or in the other service; null for everybody else. */
export function ownCase(asked: Asked, tag: string, member: StaffActor): OwnCase | null {
  const { stands, duty, of } = rowOf(asked.reader);
  if ((stands !== 'beside' && stands !== 'away') || of === 'facilitator') return null;
  const { applied, personId } = baseAs({ ...asked, reader: 'harmed' }, tag);
  const without = duty ? renamed(applied, staff[duty].id, member.id) : inOtherService(applied, serviceOf(of));
  // how high a risk was found is for those on the case and the safeguarding lead (R39)
  const isKept = of === 'coordinator' || of === 'manager';
  return { without, with: isKept ? renamed(without, '"level":"low"', '"level":"medium"') : without, personId };
}

const renamed = (applied: AppliedEvents, from: string, to: string): AppliedEvents =>
  JSON.parse(JSON.stringify(applied).replaceAll(from, to)) as AppliedEvents;
const inOtherService = (applied: AppliedEvents, other: Team & { readonly serviceId: Id }): AppliedEvents =>
  (['lead', 'coFacilitator', 'supervisor', 'safeguardingLead', 'manager', 'coordinator', 'spare'] as const).reduce(
    (all, duty) => renamed(all, staff[duty].id, other[duty].id),
    renamed(applied, SERVICE, other.serviceId),
  );
