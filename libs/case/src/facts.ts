// Everything a rule needs to know about a case: the features' slices put together, and the only place facts change.
import * as closing from './closing/facts.js';
import type { CommunicationEvents } from './communication/facts.js';
import type { ConferenceEvents } from './conference/facts.js';
import * as consent from './consent/facts.js';
import * as contact from './contact/facts.js';
import * as facilitators from './facilitators/facts.js';
import type { FollowUpEvents } from './follow-up/facts.js';
import type { AgreementEvents } from './agreement/facts.js';
import * as deviations from './late/facts.js';
import * as post from './notifications/facts.js';
import * as people from './people/facts.js';
import type { PreparationEvents } from './preparation/facts.js';
import { beginProcess, type Process, type ProcessEvents } from './process/facts.js';
import type { MemberEvents } from './process/member-facts.js';
import type { Id, Stamp } from './reducers.js';
import * as referral from './referral/facts.js';
import * as safeguarding from './safeguarding/facts.js';
import type { SignOffEvents } from './safeguarding/sign-offs.js';
import * as sharing from './sharing/facts.js';
import type { SuitabilityEvents } from './suitability/facts.js';

/** What is known about a case. Plain JSON, dates as ISO text, ids only, no personal data: it is the machines' context and it is what is stored. */
export interface Facts {
  caseId: Id;
  serviceId: Id;
  openedAt: string;
  /** How many events this case has learnt; equals its revision. */
  learnt: number;
  people: people.PeopleFacts;
  referral: referral.ReferralFacts;
  contact: contact.ContactFacts;
  consent: consent.ConsentFacts;
  safeguarding: safeguarding.SafeguardingFacts;
  facilitators: facilitators.FacilitatorFacts;
  sharing: sharing.SharingFacts;
  deviations: deviations.DeviationFacts;
  closing: closing.ClosingFacts;
  post: post.PostFacts;
  /** The processes of the case, by id (R81). */
  processes: Record<Id, Process>;
}

/** Events of one process and what each carries beside its stamp. */
export interface OfProcess
  extends
    Omit<ProcessEvents, 'process.opened'>,
    MemberEvents,
    SuitabilityEvents,
    PreparationEvents,
    Pick<SignOffEvents, 'approval.needed' | 'approval.given'>,
    ConferenceEvents,
    CommunicationEvents,
    AgreementEvents,
    FollowUpEvents {}
/** Events of the case and what each carries beside its stamp. Where one carries `processId`, it reaches that process only. */
export interface OfCase
  extends
    Pick<ProcessEvents, 'process.opened'>,
    people.PeopleEvents,
    referral.ReferralEvents,
    contact.ContactEvents,
    consent.ConsentEvents,
    safeguarding.SafeguardingEvents,
    facilitators.FacilitatorEvents,
    sharing.SharingEvents,
    deviations.DeviationEvents,
    closing.ClosingEvents,
    post.PostEvents {
  'case.opened': referral.CaseOpened;
}
export interface EventPayloads extends OfCase, OfProcess {}
export type EventType = keyof EventPayloads;
/** What a decision adds to an event that was recorded late; never said by a client (R95). */
interface Judged {
  deviations?: readonly deviations.FoundDeviation[];
}
export type EventOf<T extends EventType> = { [K in T]: { type: K } & Stamp & Judged & EventPayloads[K] }[T];
/** Something that happened to a case, past tense, stamped. */
export type CaseEvent = EventOf<EventType>;

/** The features of the case that keep something of their own; those of a process are named in process/facts.ts. */
export const slices = {
  people,
  referral,
  contact,
  consent,
  safeguarding,
  facilitators,
  sharing,
  deviations,
  closing,
  post,
};

/** The facts of a case that has only been opened: one process, and nobody in it yet. */
export const factsOf = (e: EventOf<'case.opened'>): Facts => ({
  caseId: e.caseId,
  serviceId: e.serviceId,
  openedAt: e.at,
  learnt: 1,
  people: people.begin(),
  referral: referral.begin(e),
  contact: contact.begin(),
  consent: consent.begin(),
  safeguarding: safeguarding.begin(e),
  facilitators: facilitators.begin(),
  sharing: sharing.begin(),
  deviations: deviations.begin(),
  closing: closing.begin(),
  post: post.begin(),
  processes: { [e.processId]: beginProcess(e.at) },
});
