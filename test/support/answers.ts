// Answers a blocker as the practice would: what stands before a door names who can supply it, and this is what they would say.
import {
  checkpoints,
  consentPurposes,
  partsOf,
  type Actor,
  type Blocker,
  type CaseEvent,
  type Checkpoint,
  type ConsentKey,
  type Duty,
  type EventPayloads,
  type EventType,
  type Facts,
  type Standing,
  riskFactors,
  type RiskFactor,
} from '#libs/case';

const riskFactorNames = Object.keys(riskFactors) as RiskFactor[];

/** Staff of a service, by what they do; ids as in the database or invented for a life. */
export interface Staff {
  lead: Actor;
  coFacilitator: Actor;
  supervisor: Actor;
  safeguardingLead: Actor;
  manager: Actor;
  coordinator: Actor;
}
/** What somebody says: who, and the event without its stamp. */
export type Said = { by: Actor } & { [T in EventType]: { type: T } & EventPayloads[T] }[EventType];
/** What answers need from outside: staff, and where new ids come from. */
export interface Around {
  staff: Staff;
  id(): string;
}

const standing: Standing = {
  level: 'Advanced',
  training: ['sensitive'],
  registeredUntil: '2099-01-01',
  supervisedOn: '2099-01-01',
  available: true,
  points: 0,
  capacity: 99,
};
/** A standing that fits every duty. */
export const seasoned = standing;

const byDuty = (a: Around, duty: Duty): Actor => a.staff[duty];

/** Brings one facilitator onto the case: asked, declared, assigned, whichever comes next. */
function assign(a: Around, f: Facts, duty: Duty): Said {
  const who = byDuty(a, duty);
  const asked = f.facilitators.asked[who.id] !== undefined;
  const clear = f.facilitators.declared[who.id]?.connected === false;
  if (!asked && !clear) return { by: a.staff.coordinator, type: 'facilitator.asked', staffId: who.id, duty };
  if (!clear) return { by: who, type: 'conflict.declared', staffId: who.id, connected: false };
  return { by: a.staff.coordinator, type: 'facilitator.assigned', staffId: who.id, duty, standing };
}

function sign(a: Around, key: string): Said {
  const [checkpoint, about] = key.split('|') as [Checkpoint, string];
  const by = checkpoints[checkpoint].signedBy.includes('safeguardingLead' as never)
    ? a.staff.safeguardingLead
    : a.staff.supervisor;
  const row = checkpoints[checkpoint];
  return {
    by,
    type: 'checkpoint.passed',
    checkpoint,
    ...(about === '-' ? {} : { about }),
    ...(row.findings.length > 0 ? { findings: row.findings } : {}),
  };
}

function consent(a: Around, f: Facts, key: ConsentKey, at: string): Said {
  const { participantId, purpose, about } = partsOf(key);
  const age = f.people.participants[participantId]?.age;
  const minor = age === 'underSixteen' || age === 'sixteenOrSeventeen';
  const adultId = f.people.appropriateAdults[participantId];
  return {
    by: a.staff.lead,
    type: 'consent.given',
    participantId,
    purpose,
    ...(about === '-' ? {} : { about }),
    form: 'written',
    text: { version: '1', language: 'en' },
    explained: { items: consentPurposes[purpose].explained, by: a.staff.lead.id, on: at.slice(0, 10), language: 'en' },
    ...(minor && adultId
      ? {
          childView: 'agrees' as const,
          adult: { adultId, position: 'agrees' as const },
          competence: 'assessedCompetent' as const,
        }
      : {}),
  };
}

type Answer = (b: Blocker, f: Facts, a: Around, at: string) => Said | null;

function appropriateAdult(minorId: string, f: Facts, a: Around): Said {
  const found = Object.entries(f.people.participants).find(
    ([, p]) =>
      p.leftAt === null &&
      p.age === 'adult' &&
      !p.implicated &&
      ['supporter', 'professional'].includes(p.role) &&
      p.supports === minorId,
  );
  if (found) return { by: a.staff.lead, type: 'appropriateAdult.named', participantId: minorId, adultId: found[0] };
  return join(a, 'supporter', minorId);
}
const join = (a: Around, role: 'supporter' | 'professional' | 'communityMember', supports?: string): Said => ({
  by: a.staff.coordinator,
  type: 'participant.joined',
  participantId: a.id(),
  personId: a.id(),
  role,
  ...(supports ? { supports } : {}),
  age: 'adult',
  approach: 'agreed',
});

function words(about: string, f: Facts, a: Around): Said | null {
  const [wordsId, what] = about.split('|') as [string, string];
  const w = f.exchange.words[wordsId];
  if (!w) return null;
  if (what === 'sender')
    return { by: a.staff.lead, type: 'words.agreed', wordsId, participantId: w.from, sha256: w.sha256 };
  if (what === 'screening') return { by: a.staff.lead, type: 'words.screened', wordsId, sha256: w.sha256 };
  if (!w.screened) return { by: a.staff.lead, type: 'words.screened', wordsId, sha256: w.sha256 };
  return { by: a.staff.safeguardingLead, type: 'words.secondChecked', wordsId, sha256: w.sha256 };
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
    return { by: a.staff.lead, type: 'consent.reconfirmed', participantId, purpose, about };
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
  channelFrozen: (b, f, a) =>
    f.people.participants[b.about]
      ? { by: a.staff.lead, type: 'safeContact.recorded', participantId: b.about, channels: ['phone', 'post'] }
      : null,
  invitation: (b, _f, a) => ({
    by: a.staff.coordinator,
    type: 'invitation.decided',
    participantId: b.about,
    invite: true,
    reason: a.id(),
  }),
  process: (_b, _f, a) => ({ by: a.staff.lead, type: 'process.chosen', processType: 'faceToFace', reason: a.id() }),
  preparation: (b, _f, a) => ({ by: a.staff.lead, type: 'preparation.held', participantId: b.about, channel: 'phone' }),
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

/** The event of something said, stamped. */
export function stamped({ by, ...payload }: Said, at: string): CaseEvent {
  return { ...payload, at, by: by.id } as CaseEvent;
}
