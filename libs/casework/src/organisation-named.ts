// Whom a consent or a report names stands in a journal, which cannot forget: the name an organisation has in the service's register, and nothing that somebody typed (R28).
import { consentPurposes, keyOf, type Blocker, type CaseEvent, type Facts, type Id, type Purpose } from '#libs/case';
import type { CaseStore } from './ports.js';

type Named = 'about' | 'organisation' | 'recipient';

/** The field in which an event names an organisation; null for an event that names none. */
function namedIn(event: CaseEvent): Named | null {
  if (event.type === 'information.shared') return 'organisation';
  if (event.type === 'item.notKeptReported') return 'recipient';
  return 'purpose' in event && namesOrganisation(event.purpose) && event.about !== undefined ? 'about' : null;
}
const namesOrganisation = (purpose: Purpose): boolean =>
  ['organisation', 'recipient'].includes(consentPurposes[purpose].about);

/**
 * The event with the organisation's name as the register has it. What names none of the register is refused, before it is
 * written down anywhere; a share without an agreement is refused as such. What was answered before can still be taken back under its name.
 */
export async function withOrganisation(
  store: Pick<CaseStore, 'organisationNamed'>,
  serviceId: Id,
  event: CaseEvent,
  { consent }: Facts,
): Promise<{ event: CaseEvent; missing: Blocker[] }> {
  const field = namedIn(event);
  if (field === null) return { event, missing: [] };
  const name = await store.organisationNamed(serviceId, (event as unknown as Record<Named, string>)[field]);
  if (name !== null) return { event: { ...event, [field]: name }, missing: [] };
  const isKnown = field === 'organisation' || ('purpose' in event && consent.consents[keyOf(event)] !== undefined);
  const unsound: Blocker = { rule: 'unsound', about: 'organisation', who: 'manager', since: null };
  return { event, missing: isKnown ? [] : [unsound] };
}
