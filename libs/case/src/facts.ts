// Everything a rule needs to know about a case: the features' slices put together, and the only place facts change.
import * as agreement from './agreement/facts.js';
import * as closing from './closing/facts.js';
import * as conference from './conference/facts.js';
import * as consent from './consent/facts.js';
import * as contact from './contact/facts.js';
import * as exchange from './exchange/facts.js';
import * as facilitators from './facilitators/facts.js';
import * as followUp from './follow-up/facts.js';
import type { Id, Stamp } from './reducers.js';
import * as people from './people/facts.js';
import * as post from './notifications/facts.js';
import * as preparation from './preparation/facts.js';
import * as referral from './referral/facts.js';
import * as safeguarding from './safeguarding/facts.js';

/** What is known about a case. Plain JSON, dates as ISO text, ids only, no personal data: it is the machine's context and it is what is stored. */
export interface Facts {
  caseId: Id;
  serviceId: Id;
  openedAt: string;
  /** How many events this case has learnt; equals its revision. */
  learnt: number;
  /** When the present stage was entered. */
  stageSince: string;
  people: people.PeopleFacts;
  referral: referral.ReferralFacts;
  contact: contact.ContactFacts;
  consent: consent.ConsentFacts;
  safeguarding: safeguarding.SafeguardingFacts;
  facilitators: facilitators.FacilitatorFacts;
  preparation: preparation.PreparationFacts;
  conference: conference.ConferenceFacts;
  exchange: exchange.ExchangeFacts;
  agreement: agreement.AgreementFacts;
  followUp: followUp.FollowUpFacts;
  closing: closing.ClosingFacts;
  post: post.PostFacts;
}

/** Every event and what it carries beside its stamp. */
export interface EventPayloads
  extends
    people.PeopleEvents,
    referral.ReferralEvents,
    contact.ContactEvents,
    consent.ConsentEvents,
    safeguarding.SafeguardingEvents,
    facilitators.FacilitatorEvents,
    preparation.PreparationEvents,
    conference.ConferenceEvents,
    exchange.ExchangeEvents,
    agreement.AgreementEvents,
    followUp.FollowUpEvents,
    closing.ClosingEvents,
    post.PostEvents {
  'case.opened': referral.CaseOpened;
}
export type EventType = keyof EventPayloads;
export type EventOf<T extends EventType> = { [K in T]: { type: K } & Stamp & EventPayloads[K] }[T];
/** Something that happened to a case, past tense, stamped. */
export type CaseEvent = EventOf<EventType>;

const slices = {
  people,
  referral,
  contact,
  consent,
  safeguarding,
  facilitators,
  preparation,
  conference,
  exchange,
  agreement,
  followUp,
  closing,
  post,
};
type Slice = keyof typeof slices;
type Learnt = { [S in Slice]: keyof (typeof slices)[S]['reducers'] }[Slice];
/** The compiler names here any event that no slice learns from. */
const unlearnt: [Exclude<EventType, Learnt | 'case.opened'>] extends [never]
  ? true
  : Exclude<EventType, Learnt | 'case.opened'> = true;
export const everyEventIsLearnt: boolean = unlearnt;

const listeners = new Map<string, [Slice, (slice: unknown, event: CaseEvent) => unknown][]>();
for (const name of Object.keys(slices) as Slice[])
  for (const [type, how] of Object.entries(slices[name].reducers))
    listeners.set(type, [...(listeners.get(type) ?? []), [name, how as (slice: unknown, event: CaseEvent) => unknown]]);

/** The facts of a case that has only been opened. */
export const factsOf = (e: EventOf<'case.opened'>): Facts => ({
  caseId: e.caseId,
  serviceId: e.serviceId,
  openedAt: e.at,
  learnt: 1,
  stageSince: e.at,
  people: people.begin(),
  referral: referral.begin(e),
  contact: contact.begin(),
  consent: consent.begin(),
  safeguarding: safeguarding.begin(e),
  facilitators: facilitators.begin(),
  preparation: preparation.begin(),
  conference: conference.begin(),
  exchange: exchange.begin(),
  agreement: agreement.begin(),
  followUp: followUp.begin(),
  closing: closing.begin(),
  post: post.begin(),
});

/** What each slice makes of an event, by itself; `learn` in learn.ts adds what follows from all of them together. */
export function applySlices(facts: Facts, event: CaseEvent): Facts {
  const changed: Record<string, unknown> = {};
  for (const [name, how] of listeners.get(event.type) ?? []) changed[name] = how(facts[name], event);
  return { ...facts, ...changed, learnt: facts.learnt + 1 };
}
