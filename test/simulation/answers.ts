// What the practice would say to remove what stands before a step: how a simulated case gets on. Which rule asks is the core's word; whether it was right is read elsewhere.
import { londonDate } from '#libs/time';
import {
  ages,
  capacitiesOf,
  isUndecidable,
  consentPurposes,
  partsOf,
  riskFactors,
  type Blocker,
  type Channel,
  type Checkpoint,
  type ConsentKey,
  type Id,
  type ProcessType,
  type Purpose,
  type RiskFactor,
  type Role,
  type StoredCase,
} from '#libs/case';
import { assigns } from './assigning.js';
import type { Chance } from './chance.js';
import type { Said } from './life.js';
import { adultOf, fill } from './newcomers.js';

export interface Asked {
  stored: StoredCase;
  by: Chance;
  processId: Id;
  /** The kind of process that is aimed at. */
  type: ProcessType;
  at: string;
}
const allChannels: readonly Channel[] = ['phone', 'inPerson'];
export const reached = (participantId: Id, aim: 'substance' | 'welfare' = 'substance'): Said => ({
  type: 'contact.attempted',
  participantId,
  channel: 'phone',
  outcome: 'reached',
  aim,
});
export const joins = (by: Chance, role: Role, more: object = {}): Said =>
  ({
    type: 'participant.joined',
    participantId: by.id(),
    personId: by.id(),
    role,
    age: 'adult',
    approach: 'agreed',
    ...more,
  }) as Said;

/** A complete yes, as a minor gives it where they are one. */
export function yes({ stored, at }: Asked, key: ConsentKey): Said {
  const { participantId, purpose, processId, about } = partsOf(key);
  const { people, facilitators } = stored.facts;
  const age = people.participants[participantId]?.age ?? 'unknown';
  const lead = Object.keys(facilitators.assigned)[0] ?? 'fay';
  return {
    type: 'consent.given',
    participantId,
    purpose,
    ...(processId === '-' ? {} : { processId }),
    ...(about === '-' ? {} : { about }),
    form: 'written',
    text: { version: '1', language: 'en' },
    explained: {
      items: [...consentPurposes[purpose as Purpose].explained],
      by: lead,
      on: londonDate(at),
      language: 'en',
    },
    ...(ages[age].minor
      ? { childView: 'agrees', adult: { adultId: people.appropriateAdults[participantId] ?? '', position: 'agrees' } }
      : {}),
    ...(age === 'underSixteen' ? { competence: 'assessedCompetent' } : {}),
  } as Said;
}
const assess = (a: Asked, participantId: Id): Said => ({
  type: 'risk.assessed',
  participantId,
  assessmentId: a.by.id(),
  level: a.by.percent(4) ? 'high' : 'low',
  factors: Object.keys(riskFactors) as RiskFactor[],
});
function sign({ processId }: Asked, key: string): Said {
  const [checkpoint, about] = key.split('|') as [Checkpoint, string];
  const ofCase = checkpoint === 'referral' || checkpoint === 'sensitiveFirstContact';
  return {
    type: 'checkpoint.passed',
    checkpoint,
    ...(ofCase ? {} : { processId }),
    ...(about === '-' ? {} : { about }),
    ...(checkpoint === 'abuseGate' ? { findings: ['agencyEnquiries', 'noOngoingRisk', 'childrensNeeds'] } : {}),
  };
}
type Answer = (b: Blocker, a: Asked) => Said | null;
const consentAgain: Answer = (b, a) => yes(a, b.about as ConsentKey);
const seldom =
  (percent: number, how: Answer): Answer =>
  (b, a) =>
    a.by.percent(percent) ? how(b, a) : null;
const signs: Answer = (b, a) => sign(a, b.about);
const lift: Answer = (b) => ({ type: 'freeze.lifted', freezeId: b.about, reason: 'why' });
const letterOf = (b: Blocker): string => b.about.split(',')[0] ?? '';

/** From whom it is known that somebody wants to be approached, and why it is believed (R4, R7). */
const grounds = { source: 'who', reason: 'why' };

/** For each rule, what removes it; null where only time or another decision helps. */
export const answers: Partial<Record<Blocker['rule'], Answer>> = {
  facilitator: (_b, a) => assigns(a, 'lead'),
  facilitatorFit: (b, a) => assigns(a, b.about === 'supervisor' ? 'supervisor' : 'coFacilitator'),
  concern: seldom(60, (b, a) => ({
    type: 'concern.decided',
    concernId: b.about,
    decision: a.by.some(['continue', 'continue', 'mitigate', 'indirectOnly', 'pause', 'stop', 'stopAndRefer']),
    reason: 'why',
  })),
  paused: seldom(70, lift),
  stopped: seldom(25, lift),
  indirectOnly: seldom(40, lift),
  order: seldom(60, (b) => ({ type: 'order.ended', orderId: b.about })),
  approval: (b, a) => ({
    type: 'approval.given',
    processId: a.processId,
    participantId: b.about,
    authority: a.stored.facts.safeguarding.custody[b.about]?.authority ?? 'prison',
    place: 'where',
    ...(a.by.percent(30) ? { until: new Date(Date.parse(a.at) + 15 * 86_400_000).toISOString() } : {}),
  }),
  checkpoint: signs,
  lapsed: signs,
  refused: seldom(60, signs),
  assessment: (b, a) => assess(a, b.about),
  assessmentStale: (b, a) => assess(a, b.about),
  consent: consentAgain,
  consentLapsed: consentAgain,
  consentNotWritten: consentAgain,
  consentEnded: seldom(15, consentAgain),
  notNow: seldom(15, consentAgain),
  reconfirmation: (b) => {
    const { participantId, purpose, processId, about } = partsOf(b.about as ConsentKey);
    return { type: 'consent.reconfirmed', participantId, purpose, processId, about };
  },
  age: (b) => ({ type: 'age.confirmed', participantId: b.about, age: 'adult' }),
  appropriateAdult: (b, a) => adultOf(a, b.about),
  companion: (b, a) => {
    const adult = a.stored.facts.people.appropriateAdults[b.about];
    return adult
      ? { type: 'member.joined', processId: a.processId, participantId: adult, part: 'appropriateAdult', of: b.about }
      : adultOf(a, b.about);
  },
  capacity: (b, a) => {
    const open = capacitiesOf(a.stored.facts.consent.capacity, b.about).find((c) => isUndecidable(c.capacity, a.at));
    const of = { participantId: b.about, ...(open?.decision ? { decision: open.decision } : {}) };
    if (open?.capacity.assessed?.finding === 'lacks' && a.by.percent(60))
      return {
        type: 'bestInterests.decided',
        participantId: b.about,
        decision: open.decision ?? a.by.some(['contact', 'prepare', 'takePart']),
        consulted: 'her sister',
        reason: 'why',
        until: new Date(Date.parse(a.at) + 20 * 86_400_000).toISOString(),
      };
    return {
      type: 'capacity.assessed',
      ...of,
      finding: a.by.some(['has', 'has', 'hasWithSupport', 'lacks']),
      support: 'pictures',
      ...(a.by.percent(20) ? { againOn: '2031-01-01' } : {}),
    };
  },
  acknowledgement: (b) => ({ type: 'acknowledgement.recorded', participantId: b.about, how: 'said' }),
  identity: (b) => ({ type: 'identity.confirmed', participantId: b.about }),
  approachBasis: seldom(50, (b) => ({
    type: 'approach.confirmed',
    participantId: b.about,
    basis: 'agreed',
    ...grounds,
  })),
  invitation: (b) => ({ type: 'invitation.decided', participantId: b.about, invite: true, reason: 'why' }),
  wordsUnread: () => ({ type: 'words.read' }),
  abuseInitiated: (b) => ({ type: 'initiative.recorded', participantId: b.about, ...grounds }),
  safeContact: (b, a) => ({
    type: 'safeContact.recorded',
    participantId: a.stored.facts.people.participants[b.about] ? b.about : '',
    channels: allChannels,
  }),
  channelFrozen: (b, a) => {
    const channel = a.stored.facts.contact.safe[b.about]?.frozen[0];
    return channel ? { type: 'channel.cleared', participantId: b.about, channel, reason: 'why' } : null;
  },
  needs: (b) => ({ type: 'needs.recorded', participantId: b.about, language: 'en', needs: [] }),
  notApproached: (b) => reached(b.about),
  processType: (_b, a) => ({ type: 'process.typeChosen', processId: a.processId, processType: a.type, reason: 'why' }),
  preparation: (b, a) => ({
    type: 'preparation.held',
    processId: a.processId,
    participantId: b.about,
    channel: 'inPerson',
    ...(a.stored.facts.people.appropriateAdults[b.about]
      ? { adultId: a.stored.facts.people.appropriateAdults[b.about] }
      : {}),
  }),
  readiness: (b, a) => ({ type: 'readiness.stated', processId: a.processId, participantId: b.about, ready: true }),
  arrangement: (b, a) =>
    b.about === 'coWorking'
      ? { type: 'coWorking.agreed', processId: a.processId, text: 't' }
      : ({ type: 'arrangement.settled', processId: a.processId, arrangement: b.about, text: 't' } as Said),
  seat: (b, a) => fill(a, a.by.one(b.about.split(',')) ?? 'harmed'),
  privateCheck: (b, a) => ({
    type: 'session.checked',
    processId: a.processId,
    participantId: b.about,
    willing: a.by.percent(90),
  }),
  deviation: (b) => ({ type: 'deviation.reviewed', deviationId: b.about, finding: 't' }),
  held: (b, a) => agrees(a, b.about),
  communication: (b, a) => {
    const [id = '', what] = b.about.split(',');
    const sha256 = a.stored.facts.processes[a.processId]?.communication.of[id]?.sha256 ?? '';
    if (what === 'sender') return agrees(a, id);
    return what === 'screening'
      ? { type: 'communication.screened', processId: a.processId, communicationId: id, sha256 }
      : { type: 'communication.secondChecked', processId: a.processId, communicationId: id, sha256 };
  },
  proportionality: (b, a) => ({
    type: 'item.checked',
    processId: a.processId,
    itemId: b.about,
    proportionate: true,
    changed: false,
  }),
  outstanding: (b, a) =>
    b.about.includes('suitability')
      ? { type: 'suitability.decided', processId: a.processId, suitable: true, reason: 'why' }
      : a.stored.facts.processes[a.processId]?.agreement.items[letterOf(b)]
        ? { type: 'item.progressed', processId: a.processId, itemId: letterOf(b), outcome: 'completed' }
        : null,
};
/** The sender agrees (again); and what somebody else held is screened anew. */
function agrees({ stored, processId }: Asked, id: Id): Said | null {
  const c = stored.facts.processes[processId]?.communication.of[id];
  if (!c) return null;
  if (c.held && !c.held.bySender)
    return { type: 'communication.screened', processId, communicationId: id, sha256: c.sha256 };
  return { type: 'communication.agreed', processId, communicationId: id, participantId: c.from, sha256: c.sha256 };
}
