// The journal of a case for those who may see into it: staff who see its details, or a participant for their own part.
import { isThem, seesDetails, upgrade, type Actor, type Id } from '#libs/case';
import { scopeOf } from '#libs/permissions';
import { serviceScope } from '#libs/database';
import type { CaseReading, CaseStore } from '#libs/casework';
import type { JournalFor } from './consent/register.js';

/** Asks the reading side whether this actor sees the case at all, the case whether they see its details (R42). */
export const journalOfCases =
  (reading: Pick<CaseReading, 'caseFor'>, store: Pick<CaseStore, 'journal'>): JournalFor =>
  async (actor: Actor, caseId: Id) => {
    const row = await reading.caseFor(actor, caseId);
    if (!row) return null;
    const { facts } = upgrade(row.stored);
    if (!seesDetails(actor, facts)) return null;
    // A participant sees no row of the journal; what is read here of it is what they themselves said.
    const scope = actor.kind === 'participant' ? serviceScope(actor.serviceId) : scopeOf(actor);
    const mine = Object.entries(facts.people.participants).filter(([, p]) => isThem(actor, p.personId));
    return {
      entries: await store.journal(scope, caseId),
      own: actor.kind === 'participant' ? mine.map(([id]) => id) : null,
    };
  };
