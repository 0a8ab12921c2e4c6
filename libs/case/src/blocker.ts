// One reason a door is shut, in a form that pages and the API can both show.
import type { Supplier } from './vocabulary/safeguarding.js';

/** The rules that can refuse; the name is stable, the sentence belongs to the page. */
export const rules = {
  facilitator: 'A facilitator must take the case',
  facilitatorFit: 'The facilitators do not have what this case needs',
  declaration: 'The conflict-of-interest declaration is missing or not clear',
  concern: 'A safeguarding concern is open',
  stopped: 'Safeguarding has stopped this',
  paused: 'This is paused',
  indirectOnly: 'Only an indirect process is allowed',
  order: 'An order or condition forbids it',
  approval: 'Prison or probation has not approved it',
  checkpoint: 'A safeguarding sign-off is missing',
  lapsed: 'A safeguarding sign-off has lapsed',
  refused: 'A safeguarding sign-off was refused',
  assessment: 'A risk and strengths assessment is missing',
  assessmentStale: 'The assessment is older than what is known now',
  consent: 'Consent has not been given',
  consentEnded: 'Consent has ended',
  consentLapsed: 'Consent has lapsed and must be asked again',
  consentNotWritten: 'Consent must be in writing',
  consentText: 'This text is not published in this service',
  sharingAgreement: 'No sharing agreement with this organisation is in force',
  reconfirmation: 'Consent has not been confirmed today',
  notNow: 'The person said: not now',
  age: 'Age is not known',
  appropriateAdult: 'An appropriate adult must be named and attend',
  capacity: 'Capacity is in doubt and not assessed',
  acknowledgement: 'The basic facts are not acknowledged',
  identity: 'Identity and link with the offence are not confirmed',
  member: 'This person does not take part in this process',
  seat: 'A place that this kind of process needs is empty',
  companion: 'Somebody whom this person comes with is missing',
  approachBasis: 'There is no agreement that this person may be approached',
  abuseInitiated: 'After abuse, only the person harmed may begin',
  wordsUnread: 'Words that came from the referrer have not been read',
  bothSides: 'This person stands on the other side of the case',
  alreadyThere: 'This person already takes part in the case',
  safeContact: 'There is no live safe-contact record',
  channelFrozen: 'This channel is frozen',
  safeTime: 'It is not a time at which this person can safely be reached',
  needs: 'It has not been asked what this person needs to understand and be understood',
  invitation: 'It has not been decided whether to invite this person',
  processType: 'The kind of process is not chosen, or is another',
  preparation: 'This person has not been prepared',
  readiness: 'This person is not ready',
  arrangement: 'Something is not settled',
  attendee: 'Somebody who must attend does not',
  booking: 'There is no booking',
  privateCheck: 'This person has not been asked alone',
  communication: 'The exact text is not agreed, screened and checked',
  held: 'This is held back',
  item: 'The item is not ready',
  proportionality: 'Proportionality has not been checked',
  outstanding: 'Something is still outstanding',
  deviation: 'Something was done though a door was shut, and nobody has reviewed it',
  notHere: 'The case does not stand where this can happen',
  notReached: 'What this is about has not come into reach',
  notApproached: 'Nobody has spoken with this person yet',
  notice: 'There is no such message in the queue',
  closed: 'The case is closed',
  ended: 'The process has ended',
  unsound: 'What was said is not complete or not right',
  unknown: 'It is not known to this case',
  notDue: 'It is not due',
  step: 'Another step comes first',
  author: 'Nobody signs off their own work',
  sameHand: 'Whoever holds the invitation does not also read out the code: a colleague does',
} as const;
export type Rule = keyof typeof rules;

/** Why a door is shut: which rule, about whom or what (an id or a name of the vocabulary), who can supply it, since when (ISO; null when it has always stood). */
export interface Blocker {
  rule: Rule;
  about: string;
  who: Supplier;
  since: string | null;
}

/** Builds one blocker. */
export const blocker = (rule: Rule, about: string, who: Supplier, since: string | null = null): Blocker => ({
  rule,
  about,
  who,
  since,
});

/** The blocker as a list when the condition holds, nothing otherwise: rules read as sentences. */
export const when = (
  holds: boolean,
  rule: Rule,
  about: string,
  who: Supplier,
  since: string | null = null,
): Blocker[] => (holds ? [blocker(rule, about, who, since)] : []);
