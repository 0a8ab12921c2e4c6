// The registers of rights as resolvers get them: requests, holds and disclosures name people and cases, in lists and in what is decided, and are recorded on their way out (R68).
import type { Id } from '#libs/case';
import type { Listed } from '#libs/database';
import type { Rights } from '../../ports/rights.js';
import { but, recordedDecision } from './recorded-decisions.js';
import { requestReads } from './recording.js';

interface Named {
  personId: Id | null;
  caseId?: Id | null;
}
async function recordedNames<T extends Named>(reading: Promise<Listed<T>>): Promise<Listed<T>> {
  const listed = await reading;
  for (const { personId, caseId } of listed.rows.map(({ row }) => row)) {
    if (personId) requestReads().persons.add(personId);
    if (caseId) requestReads().cases.add(caseId);
  }
  return listed;
}
/** Rights, with the persons and cases of their lists recorded. What is taken out for a person is recorded where it is put together (libs/rights). */
export const recordedRights = (rights: Rights): Rights => ({
  ...rights,
  texts: but(rights.texts, {
    asShown: async (actor, asked) => {
      const shown = await rights.texts.asShown(actor, asked);
      if (shown) requestReads().cases.add(asked.caseId);
      return shown;
    },
  }),
  access: but(rights.access, {
    requests: (actor, page) => recordedNames(rights.access.requests(actor, page)),
    receive: (actor, key, personId, on, at) =>
      recordedDecision(rights.access.receive(actor, key, personId, on, at), { personId }),
    decide: (...asked) => recordedDecision(rights.access.decide(...asked)),
  }),
  holds: but(rights.holds, {
    page: (actor, page) => recordedNames(rights.holds.page(actor, page)),
    place: (actor, key, on, reason, at) => recordedDecision(rights.holds.place(actor, key, on, reason, at), on),
    lift: (...asked) => recordedDecision(rights.holds.lift(...asked)),
  }),
  sharing: but(rights.sharing, {
    disclosures: (actor, filter, page) => recordedNames(rights.sharing.disclosures(actor, filter, page)),
    recordDisclosure: (actor, key, disclosure, at) =>
      recordedDecision(rights.sharing.recordDisclosure(actor, key, disclosure, at), disclosure),
  }),
});
