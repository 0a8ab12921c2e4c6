// What a decision takes from the service's own registers, never from a client: a facilitator's record, the text a consent is given on, the organisation it names, the agreement a share goes under, an age where a birthday is held.
import { londonDate } from '#libs/time';
import {
  consentPurposes,
  happenedAt,
  type Blocker,
  type CaseEvent,
  type EventOf,
  type Facts,
  type Id,
} from '#libs/case';
import { withAgeBand } from './age-band.js';
import type { CaseStore } from './ports.js';
import { withFacilitatorRecord } from './facilitator-record.js';
import { withOrganisation } from './organisation-named.js';

/** The event with what the registers add, and what stands before it because they hold nothing. */
export interface Registered {
  event: CaseEvent;
  missing: Blocker[];
}

/** Asks the registers about the few events that need them; any other passes as it is, without a question. */
export async function withRegisters(
  store: CaseStore,
  serviceId: Id,
  event: CaseEvent,
  facts: Facts,
): Promise<Registered> {
  const named = await withOrganisation(store, serviceId, event, facts);
  const found = await withRegister(store, serviceId, named.event, facts);
  return { event: found.event, missing: [...named.missing, ...found.missing] };
}

async function withRegister(store: CaseStore, serviceId: Id, event: CaseEvent, facts: Facts): Promise<Registered> {
  if (event.type === 'consent.given') return withText(store, serviceId, event);
  if (event.type === 'information.shared') return withAgreement(store, serviceId, event);
  const aged = await withAgeBand(store, serviceId, event, facts);
  return { event: await withFacilitatorRecord(store, serviceId, aged), missing: [] };
}

/** R29: a consent is given on a text of this service, on the words that were shown where their hash is said, and the journal keeps it. */
async function withText(store: CaseStore, serviceId: Id, event: EventOf<'consent.given'>): Promise<Registered> {
  const { textSha256: _, text, ...rest } = event;
  const { version, language, sha256: shown } = text;
  const said = { ...rest, text: { version, language } };
  const kind = consentPurposes[said.purpose].about;
  const about = kind === 'processType' || kind === 'communicationKind' ? (said.about ?? null) : null;
  const textSha256 = await store.textShown(serviceId, { purpose: said.purpose, about, version, language });
  if (textSha256 !== null && (shown ?? textSha256) === textSha256)
    return { event: { ...said, textSha256 }, missing: [] };
  return { event: said, missing: [lacking('consentText', `${said.purpose}:${version}:${language}`)] };
}

/** R72: nothing is shared with an organisation on a day on which no agreement with it is in force: the day on which it was shared. */
async function withAgreement(
  store: CaseStore,
  serviceId: Id,
  event: EventOf<'information.shared'>,
): Promise<Registered> {
  const { agreementId: _, ...said } = event;
  const agreement = await store.sharingWith(serviceId, said.organisation, londonDate(happenedAt(said)));
  if (agreement?.inForce) return { event: { ...said, agreementId: agreement.id }, missing: [] };
  return { event: said, missing: [lacking('sharingAgreement', said.organisation, agreement?.endedAt)] };
}

/** A register is the service's own: a manager can supply what it lacks. */
const lacking = (rule: Blocker['rule'], about: string, since: string | null = null): Blocker => ({
  rule,
  about,
  who: 'manager',
  since,
});
