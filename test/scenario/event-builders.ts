// What people of a service say, as complete events: who is asked, who signs, what is consented.
import { londonDate } from '#libs/time';
import {
  ages,
  checkpoints,
  consentPurposes,
  going,
  parts,
  partsOf,
  riskFactors,
  usualPart,
  type Actor,
  type CaseEvent,
  type Checkpoint,
  type ConsentKey,
  type ConsentSpokenOf,
  type Duty,
  type EventPayloads,
  type EventType,
  type Facts,
  type Id,
  type RiskFactor,
  type Role,
  type Standing,
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
/** What somebody says: who, the event without its stamp, and when it happened where that was earlier. */
export type Said = { by: Actor; on?: string } & { [T in EventType]: { type: T } & EventPayloads[T] }[EventType];
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
  caseloadLimit: 99,
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

/** Where an answer belongs: the facts, and the process whose door is shut; null for a door of the case. */
export interface Where {
  facts: Facts;
  processId: Id | null;
}
/** The process an answer is about: the one asked about, else the first that has not ended. */
export const processIn = ({ facts, processId }: Where): Id =>
  processId ?? going(facts)[0]?.[0] ?? Object.keys(facts.processes)[0] ?? '';

export function sign(a: Around, key: string, where: Where): Said {
  const [checkpoint, about] = key.split('|') as [Checkpoint, string];
  const row = checkpoints[checkpoint];
  const by = row.signedBy.includes('safeguardingLead' as never) ? a.staff.safeguardingLead : a.staff.supervisor;
  return {
    by,
    type: 'checkpoint.passed',
    checkpoint,
    ...(row.per === 'case' ? {} : { processId: processIn(where) }),
    ...(about === '-' ? {} : { about }),
    ...(row.findings.length > 0 ? { findings: row.findings } : {}),
  };
}

/** Which consent is asked for, without the dashes of its key. */
export function askedFor(key: ConsentKey): ConsentSpokenOf {
  const { processId, about, ...rest } = partsOf(key);
  return { ...rest, ...(processId === '-' ? {} : { processId }), ...(about === '-' ? {} : { about }) };
}

export function consent(a: Around, f: Facts, key: ConsentKey, at: string): Said {
  const asked = askedFor(key);
  const minor = isMinor(f, asked.participantId);
  if (minor && !f.people.appropriateAdults[asked.participantId])
    return appropriateAdult(asked.participantId, { facts: f, processId: asked.processId ?? null }, a);
  return given(a, f, asked, at);
}
const isMinor = (f: Facts, id: Id): boolean => ages[f.people.participants[id]?.age ?? 'unknown'].minor;

/** A complete written consent, with everything explained; for a minor with the child's view and the adult's. */
export function given(
  a: Around,
  f: Facts,
  asked: ConsentSpokenOf,
  at: string,
): Extract<Said, { type: 'consent.given' }> {
  const { participantId, purpose } = asked;
  const adultId = f.people.appropriateAdults[participantId];
  return {
    by: a.staff.lead,
    type: 'consent.given',
    ...asked,
    form: 'written',
    text: { version: '1', language: 'en' },
    explained: { items: consentPurposes[purpose].explained, by: a.staff.lead.id, on: londonDate(at), language: 'en' },
    ...(isMinor(f, participantId) && adultId
      ? {
          childView: 'agrees' as const,
          adult: { adultId, position: 'agrees' as const },
          competence: 'assessedCompetent' as const,
        }
      : {}),
  };
}

export function appropriateAdult(minorId: string, where: Where, a: Around): Said {
  const found = Object.entries(where.facts.people.participants).find(
    ([, p]) =>
      p.leftAt === null &&
      p.age === 'adult' &&
      !p.implicated &&
      ['supporter', 'professional'].includes(p.role) &&
      p.supports === minorId,
  );
  if (found)
    return {
      by: a.staff.lead,
      type: 'appropriateAdult.named',
      participantId: minorId,
      adultId: found[0],
      connection: 'none',
    };
  return join(a, 'supporter', where, minorId);
}

/** Somebody who comes to a process of the case, with the usual part of their role. */
export const join = (a: Around, role: Role, where: Where, supports?: Id): Said => ({
  by: a.staff.coordinator,
  type: 'participant.joined',
  participantId: a.id(),
  personId: a.id(),
  role,
  ...(supports ? { supports } : {}),
  age: 'adult',
  approach: 'agreed',
  processId: processIn(where),
});

/** Somebody of the case becomes a member of the process, with the usual part of their role. */
export function member(a: Around, participantId: Id, where: Where): Said | null {
  const person = where.facts.people.participants[participantId];
  if (!person) return null;
  const part = usualPart[person.role];
  return {
    by: a.staff.lead,
    type: 'member.joined',
    processId: processIn(where),
    participantId,
    part,
    ...(parts[part].with && person.supports ? { of: person.supports } : {}),
  };
}

/** What is missing of a communication: `<its id>,sender`, `,screening` or `,secondCheck`. */
export function communication(about: string, { facts }: Where, a: Around): Said | null {
  const [communicationId, what] = about.split(',') as [Id, string];
  const found = Object.entries(facts.processes).find(([, p]) => p.communication.of[communicationId]);
  const sent = found?.[1].communication.of[communicationId];
  if (!found || !sent) return null;
  const exact = { processId: found[0], communicationId, sha256: sent.sha256 };
  if (what === 'sender') return { by: a.staff.lead, type: 'communication.agreed', ...exact, participantId: sent.from };
  if (what === 'screening' || !sent.screened) return { by: a.staff.lead, type: 'communication.screened', ...exact };
  return { by: a.staff.safeguardingLead, type: 'communication.secondChecked', ...exact };
}

/** The event of something said, stamped. */
export function stamped({ by, ...payload }: Said, at: string): CaseEvent {
  return { ...payload, at, by: by.id } as CaseEvent;
}
