// Answers a blocker as the practice would: what stands before a door names who can supply it, and this is what they would say.
import { parts, type Blocker, type ConsentKey, type Facts, type Id, type Part, type Role } from '#libs/case';
import {
  appropriateAdult,
  askedFor,
  assign,
  communication,
  consent,
  join,
  member,
  processIn,
  riskFactorNames,
  sign,
  type Around,
  type Said,
  type Where,
} from './event-builders.js';
import { decisionInDoubt } from './decision-in-doubt.js';

type Answer = (b: Blocker, f: Facts, a: Around, at: string, where: Where) => Said | null;

/** R13: what a person needs to understand and be understood. */
const asksNeeds = (a: Around, participantId: string): Said => ({
  by: a.staff.lead,
  type: 'needs.recorded',
  participantId,
  language: 'en',
  needs: [],
});
const assesses = (a: Around, participantId: Id): Said => ({
  by: a.staff.lead,
  type: 'risk.assessed',
  participantId,
  assessmentId: a.id(),
  level: 'low',
  factors: riskFactorNames,
});
/** Somebody takes a seat that is empty: a person of the case who can, else somebody new. */
function fillsSeat(a: Around, seat: string, where: Where): Said | null {
  const part = seat.split(',')[0] as Part;
  const role = part as Role;
  const there = Object.entries(where.facts.people.participants).filter(([, p]) => p.leftAt === null);
  const members = where.facts.processes[processIn(where)]?.members.of ?? {};
  const found = there.find(([id, p]) => p.role === role && members[id]?.leftAt !== null);
  if (found) return member(a, found[0], where);
  const harmed = there.find(([, p]) => p.role === 'harmed')?.[0];
  if (part === 'harmed' || part === 'responsible' || part === 'appropriateAdult') return null;
  return parts[part].with && !harmed ? null : join(a, role, where, parts[part].with ? harmed : undefined);
}

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
  paused: (b, _f, a) => ({ by: a.staff.safeguardingLead, type: 'freeze.lifted', freezeId: b.about, reason: a.id() }),
  approval: (b, f, a, _at, where) => ({
    by: a.staff.coordinator,
    type: 'approval.given',
    processId: processIn(where),
    participantId: b.about,
    authority: f.safeguarding.custody[b.about]?.authority ?? 'probation',
    place: a.id(),
  }),
  checkpoint: (b, _f, a, _at, where) => sign(a, b.about, where),
  lapsed: (b, _f, a, _at, where) => sign(a, b.about, where),
  refused: (b, _f, a, _at, where) => sign(a, b.about, where),
  assessment: (b, _f, a) => assesses(a, b.about),
  assessmentStale: (b, _f, a) => assesses(a, b.about),
  consent: (b, f, a, at) => consent(a, f, b.about as ConsentKey, at),
  consentLapsed: (b, f, a, at) => consent(a, f, b.about as ConsentKey, at),
  consentNotWritten: (b, f, a, at) => consent(a, f, b.about as ConsentKey, at),
  reconfirmation: (b, _f, a) => ({
    by: a.staff.lead,
    type: 'consent.reconfirmed',
    ...askedFor(b.about as ConsentKey),
  }),
  age: (b, _f, a) => ({ by: a.staff.lead, type: 'age.confirmed', participantId: b.about, age: 'adult' }),
  appropriateAdult: (b, _f, a, _at, where) => (b.who === 'facilitator' ? appropriateAdult(b.about, where, a) : null),
  capacity: (b, f, a, at) =>
    f.people.participants[b.about]
      ? {
          by: a.staff.lead,
          type: 'capacity.assessed',
          participantId: b.about,
          ...decisionInDoubt(f, b.about, at),
          finding: 'has',
        }
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
  wordsUnread: (_b, _f, a) => ({ by: a.staff.lead, type: 'words.read' }),
  abuseInitiated: (b, _f, a) => ({
    by: a.staff.safeguardingLead,
    type: 'initiative.recorded',
    participantId: b.about,
    source: a.id(),
    reason: a.id(),
  }),
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
  notApproached: (b, f, a) =>
    f.people.participants[b.about]
      ? {
          by: a.staff.lead,
          type: 'contact.attempted',
          participantId: b.about,
          channel: 'phone',
          outcome: 'reached',
          aim: 'substance',
        }
      : null,
  processType: (_b, _f, a, _at, where) => ({
    by: a.staff.lead,
    type: 'process.typeChosen',
    processId: processIn(where),
    processType: 'faceToFace',
    reason: a.id(),
  }),
  member: (b, _f, a, _at, where) => member(a, b.about, where),
  seat: (b, _f, a, _at, where) => fillsSeat(a, b.about, where),
  companion: (b, f, a, _at, where) => {
    const adult = f.people.appropriateAdults[b.about];
    return adult ? member(a, adult, where) : appropriateAdult(b.about, where, a);
  },
  preparation: (b, f, a, _at, where) =>
    f.contact.needs[b.about]
      ? {
          by: a.staff.lead,
          type: 'preparation.held',
          processId: processIn(where),
          participantId: b.about,
          channel: 'phone',
          ...(f.people.appropriateAdults[b.about] && { adultId: f.people.appropriateAdults[b.about] }),
        }
      : asksNeeds(a, b.about),
  readiness: (b, _f, a, _at, where) => ({
    by: a.staff.lead,
    type: 'readiness.stated',
    processId: processIn(where),
    participantId: b.about,
    ready: true,
  }),
  arrangement: (b, _f, a, _at, where) =>
    b.about === 'coWorking'
      ? { by: a.staff.lead, type: 'coWorking.agreed', processId: processIn(where), text: a.id() }
      : {
          by: a.staff.lead,
          type: 'arrangement.settled',
          processId: processIn(where),
          arrangement: b.about as never,
          text: a.id(),
        },
  privateCheck: (b, _f, a, _at, where) => ({
    by: a.staff.lead,
    type: 'session.checked',
    processId: processIn(where),
    participantId: b.about,
    willing: true,
  }),
  communication: (b, _f, a, _at, where) => communication(b.about, where, a),
  held: (b, _f, a, _at, where) => communication(`${b.about},screening`, where, a),
  proportionality: (b, _f, a, _at, where) => ({
    by: a.staff.lead,
    type: 'item.checked',
    processId: processIn(where),
    itemId: b.about,
    proportionate: true,
    changed: false,
  }),
  outstanding: (b, f, a) => {
    const held = Object.entries(f.processes).find(([, p]) => p.agreement.items[b.about]);
    return held
      ? { by: a.staff.lead, type: 'item.progressed', processId: held[0], itemId: b.about, outcome: 'completed' }
      : null;
  },
  deviation: (b, f, a) => ({
    by: f.deviations.of[b.about]?.recordedBy === a.staff.supervisor.id ? a.staff.safeguardingLead : a.staff.supervisor,
    type: 'deviation.reviewed',
    deviationId: b.about,
    finding: a.id(),
  }),
};

/** What would remove this blocker of a door of this process (or of the case), said by whom it names; null when only time or another decision does. */
export const answer = (
  b: Blocker,
  facts: Facts,
  around: Around,
  at: string,
  processId: Id | null = null,
): Said | null => answers[b.rule]?.(b, facts, around, at, { facts, processId }) ?? null;

export { given, seasoned, stamped, type Around, type Said, type Staff } from './event-builders.js';
