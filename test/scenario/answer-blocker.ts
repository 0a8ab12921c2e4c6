// Answers a blocker as the practice would: what stands before a door names who can supply it, and this is what they would say.
import { partsOf, type Blocker, type ConsentKey, type Facts } from '#libs/case';
import {
  riskFactorNames,
  type Said,
  type Around,
  assign,
  sign,
  consent,
  appropriateAdult,
  join,
  words,
} from './event-builders.js';

type Answer = (b: Blocker, f: Facts, a: Around, at: string) => Said | null;

/** R13: what a person needs to understand and be understood. */
const asksNeeds = (a: Around, participantId: string): Said => ({
  by: a.staff.lead,
  type: 'needs.recorded',
  participantId,
  language: 'en',
  needs: [],
});

/** What a facilitator, a lead, a person would say to remove each rule's blocker. Null where only time or a decision helps. */
export const answers: Partial<Record<Blocker['rule'], Answer>> = {
  facilitator: (_b, f, a) => assign(a, f, 'lead'),
  facilitatorFit: (b, f, a) =>
    b.about === 'supervisor'
      ? assign(a, f, 'supervisor')
      : b.about === 'two-facilitators'
        ? assign(a, f, 'coFacilitator')
        : assign(a, f, 'lead'),
  concern: (b, _f, a) => ({
    by: a.staff.safeguardingLead,
    type: 'concern.decided',
    concernId: b.about,
    decision: 'continue',
    reason: a.id(),
  }),
  paused: (_b, _f, a) => ({ by: a.staff.safeguardingLead, type: 'case.resumed', reason: a.id() }),
  approval: (b, _f, a) => ({ by: a.staff.coordinator, type: 'approval.given', participantId: b.about }),
  checkpoint: (b, _f, a) => sign(a, b.about),
  lapsed: (b, _f, a) => sign(a, b.about),
  refused: (b, _f, a) => sign(a, b.about),
  assessment: (b, _f, a) => ({
    by: a.staff.lead,
    type: 'risk.assessed',
    participantId: b.about,
    assessmentId: a.id(),
    level: 'low',
    factors: riskFactorNames,
  }),
  assessmentStale: (b, _f, a) => ({
    by: a.staff.lead,
    type: 'risk.assessed',
    participantId: b.about,
    assessmentId: a.id(),
    level: 'low',
    factors: riskFactorNames,
  }),
  consent: (b, f, a, at) => consent(a, f, b.about as ConsentKey, at),
  consentLapsed: (b, f, a, at) => consent(a, f, b.about as ConsentKey, at),
  consentNotWritten: (b, f, a, at) => consent(a, f, b.about as ConsentKey, at),
  reconfirmation: (b, _f, a) => {
    const { participantId, purpose, about } = partsOf(b.about as ConsentKey);
    return {
      by: a.staff.lead,
      type: 'consent.reconfirmed',
      participantId,
      purpose,
      ...(about === '-' ? {} : { about }),
    };
  },
  age: (b, _f, a) => ({ by: a.staff.lead, type: 'age.confirmed', participantId: b.about, age: 'adult' }),
  appropriateAdult: (b, f, a) => (b.who === 'facilitator' ? appropriateAdult(b.about, f, a) : null),
  capacity: (b, f, a) =>
    f.people.participants[b.about]
      ? { by: a.staff.lead, type: 'capacity.assessed', participantId: b.about, finding: 'has' }
      : null,
  acknowledgement: (b, _f, a) => ({
    by: a.staff.lead,
    type: 'acknowledgement.recorded',
    participantId: b.about,
    how: a.id(),
  }),
  identity: (b, _f, a) => ({ by: a.staff.coordinator, type: 'identity.confirmed', participantId: b.about }),
  approachBasis: (b, f, a) =>
    f.people.participants[b.about]?.approach === 'unknown'
      ? { by: a.staff.coordinator, type: 'approach.confirmed', participantId: b.about, basis: 'agreed' }
      : null,
  abuseInitiated: (b, _f, a) => ({ by: a.staff.safeguardingLead, type: 'initiative.recorded', participantId: b.about }),
  safeContact: (b, f, a) =>
    f.people.participants[b.about]
      ? { by: a.staff.lead, type: 'safeContact.recorded', participantId: b.about, channels: ['phone', 'post'] }
      : null,
  channelFrozen: (b, f, a) => {
    const channel = f.contact.safe[b.about]?.frozen[0];
    return channel
      ? {
          by: a.staff.safeguardingLead,
          type: 'channel.cleared',
          participantId: b.about,
          channel,
          reason: a.id(),
        }
      : null;
  },
  needs: (b, _f, a) => asksNeeds(a, b.about),
  invitation: (b, _f, a) => ({
    by: a.staff.coordinator,
    type: 'invitation.decided',
    participantId: b.about,
    invite: true,
    reason: a.id(),
  }),
  process: (_b, _f, a) => ({ by: a.staff.lead, type: 'process.chosen', processType: 'faceToFace', reason: a.id() }),
  preparation: (b, f, a) =>
    f.contact.needs[b.about]
      ? { by: a.staff.lead, type: 'preparation.held', participantId: b.about, channel: 'phone' }
      : asksNeeds(a, b.about),
  readiness: (b, _f, a) => ({ by: a.staff.lead, type: 'readiness.stated', participantId: b.about, ready: true }),
  arrangement: (b, _f, a) =>
    b.about === 'coWorking'
      ? { by: a.staff.lead, type: 'coWorking.agreed', text: a.id() }
      : { by: a.staff.lead, type: 'arrangement.settled', arrangement: b.about as never, text: a.id() },
  attendee: (b, f, a) => {
    const harmed = Object.entries(f.people.participants).find(([, p]) => p.role === 'harmed')?.[0];
    return ['supporter', 'professional', 'communityMember'].includes(b.about)
      ? join(a, b.about as 'supporter', b.about === 'supporter' ? harmed : undefined)
      : null;
  },
  privateCheck: (b, _f, a) => ({ by: a.staff.lead, type: 'session.checked', participantId: b.about, willing: true }),
  words: (b, f, a) => words(b.about, f, a),
  held: (b, f, a) => ({
    by: a.staff.lead,
    type: 'words.screened',
    wordsId: b.about,
    sha256: f.exchange.words[b.about]?.sha256 ?? '',
  }),
  proportionality: (b, _f, a) => ({
    by: a.staff.lead,
    type: 'item.checked',
    itemId: b.about,
    proportionate: true,
    changed: false,
  }),
  outstanding: (b, f, a) =>
    f.agreement.items[b.about]
      ? { by: a.staff.lead, type: 'item.progressed', itemId: b.about, outcome: 'completed' }
      : null,
};

/** What would remove this blocker, said by whom it names; null when only time or another decision does. */
export const answer = (b: Blocker, f: Facts, around: Around, at: string): Said | null =>
  answers[b.rule]?.(b, f, around, at) ?? null;

export { given, seasoned, stamped, type Around, type Said, type Staff } from './event-builders.js';
