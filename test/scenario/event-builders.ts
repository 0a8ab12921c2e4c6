// What people of a service say, as complete events: who is asked, who signs, what is consented.
import {
  checkpoints,
  consentPurposes,
  partsOf,
  type Actor,
  type CaseEvent,
  type Checkpoint,
  type ConsentKey,
  type Duty,
  type EventPayloads,
  type EventType,
  type Facts,
  type Purpose,
  type Standing,
  riskFactors,
  type RiskFactor,
} from '#libs/case';

export const riskFactorNames = Object.keys(riskFactors) as RiskFactor[];

/** Staff of a service, by what they do; ids as in the database or made up for a simulated case. */
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

export const standing: Standing = {
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

export const byDuty = (a: Around, duty: Duty): Actor => a.staff[duty];

/** Brings one facilitator onto the case: asked, declared, assigned, whichever comes next. */
export function assign(a: Around, f: Facts, duty: Duty): Said {
  const who = byDuty(a, duty);
  const asked = f.facilitators.asked[who.id] !== undefined;
  const clear = f.facilitators.declared[who.id]?.connected === false;
  if (!asked && !clear) return { by: a.staff.coordinator, type: 'facilitator.asked', staffId: who.id, duty };
  if (!clear) return { by: who, type: 'conflict.declared', staffId: who.id, connected: false };
  return { by: a.staff.coordinator, type: 'facilitator.assigned', staffId: who.id, duty, standing };
}

export function sign(a: Around, key: string): Said {
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

export function consent(a: Around, f: Facts, key: ConsentKey, at: string): Said {
  const { about, ...rest } = partsOf(key);
  const age = f.people.participants[rest.participantId]?.age;
  const minor = age === 'underSixteen' || age === 'sixteenOrSeventeen';
  if (minor && !f.people.appropriateAdults[rest.participantId]) return appropriateAdult(rest.participantId, f, a);
  return given(a, f, { ...rest, ...(about === '-' ? {} : { about }) }, at);
}

/** A complete written consent, with everything explained; for a minor with the child's view and the adult's. */
export function given(
  a: Around,
  f: Facts,
  { participantId, purpose, about }: { participantId: string; purpose: Purpose; about?: string },
  at: string,
): Extract<Said, { type: 'consent.given' }> {
  const age = f.people.participants[participantId]?.age;
  const minor = age === 'underSixteen' || age === 'sixteenOrSeventeen';
  const adultId = f.people.appropriateAdults[participantId];
  return {
    by: a.staff.lead,
    type: 'consent.given',
    participantId,
    purpose,
    ...(about === undefined ? {} : { about }),
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

export function appropriateAdult(minorId: string, f: Facts, a: Around): Said {
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
export const join = (a: Around, role: 'supporter' | 'professional' | 'communityMember', supports?: string): Said => ({
  by: a.staff.coordinator,
  type: 'participant.joined',
  participantId: a.id(),
  personId: a.id(),
  role,
  ...(supports ? { supports } : {}),
  age: 'adult',
  approach: 'agreed',
});

export function words(about: string, f: Facts, a: Around): Said | null {
  const [wordsId, what] = about.split('|') as [string, string];
  const w = f.exchange.words[wordsId];
  if (!w) return null;
  if (what === 'sender')
    return { by: a.staff.lead, type: 'words.agreed', wordsId, participantId: w.from, sha256: w.sha256 };
  if (what === 'screening') return { by: a.staff.lead, type: 'words.screened', wordsId, sha256: w.sha256 };
  if (!w.screened) return { by: a.staff.lead, type: 'words.screened', wordsId, sha256: w.sha256 };
  return { by: a.staff.safeguardingLead, type: 'words.secondChecked', wordsId, sha256: w.sha256 };
}

/** The event of something said, stamped. */
export function stamped({ by, ...payload }: Said, at: string): CaseEvent {
  return { ...payload, at, by: by.id } as CaseEvent;
}
