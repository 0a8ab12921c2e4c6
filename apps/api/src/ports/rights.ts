// What the API asks of libs/rights: consent texts, what is kept, holds, disclosures, requests of the people it is about.
import { noRows } from '#libs/database';
import type { ConsentTexts, Holds, KeptRecords, Proposals, Retention, Sharing, SubjectAccess } from '#libs/rights';

/** Everything about rights; each part checks by itself who asks. */
export interface Rights {
  readonly texts: Pick<ConsentTexts, 'publish' | 'list' | 'asked' | 'asShown'>;
  readonly access: Pick<SubjectAccess, 'requests' | 'receive' | 'review' | 'decide' | 'answer'>;
  readonly kept: Pick<KeptRecords, 'classes' | 'kept' | 'set'>;
  readonly holds: Pick<Holds, 'page' | 'place' | 'lift'>;
  readonly retention: Pick<Retention, 'dryRun' | 'runs'>;
  readonly proposals: Pick<Proposals, 'latest' | 'propose' | 'approve'>;
  readonly sharing: Pick<
    Sharing,
    'organisations' | 'recordOrganisation' | 'recordAgreement' | 'endAgreement' | 'disclosures' | 'recordDisclosure'
  >;
}

const refused = () => Promise.resolve({ ok: false as const, problems: ['Nothing of this is kept here.'] });
/** Where no registers are kept, there is nothing to read and nothing to record. */
export const disabledRights: Rights = {
  texts: {
    publish: refused,
    list: () => Promise.resolve([]),
    asked: () => Promise.resolve(() => null),
    asShown: () => Promise.resolve(null),
  },
  access: {
    requests: () => Promise.resolve(noRows),
    receive: refused,
    review: () => Promise.resolve(null),
    decide: refused,
    answer: refused,
  },
  kept: { classes: () => Promise.resolve([]), kept: () => Promise.resolve([]), set: refused },
  holds: { page: () => Promise.resolve(noRows), place: refused, lift: refused },
  retention: {
    dryRun: () => Promise.resolve(null),
    runs: () => Promise.resolve([]),
  },
  proposals: { latest: () => Promise.resolve(null), propose: refused, approve: refused },
  sharing: {
    organisations: () => Promise.resolve([]),
    recordOrganisation: refused,
    recordAgreement: refused,
    endAgreement: refused,
    disclosures: () => Promise.resolve(noRows),
    recordDisclosure: refused,
  },
};
