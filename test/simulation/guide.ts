// How a simulated process gets on: what is tried next where it stands, and whom and what it is about.
import { takingPart, parts, processTypes, type Id, type ProcessType } from '#libs/case';
import type { Asked } from './answers.js';
import { passes } from './by-hand.js';
import type { Said } from './life.js';

const DAY = 86_400_000;
const soon = ({ at, by }: Asked): string => new Date(Date.parse(at) + (2 + by.upTo(10)) * DAY).toISOString();
/** Everybody who takes part and whose part is in the room. */
export const inRoom = ({ stored, processId }: Asked): Id[] =>
  takingPart(stored.facts, processId).filter(
    (id) => parts[stored.facts.processes[processId]?.members.of[id]?.part ?? 'companion'].attends,
  );

/** What is tried next in a process; several where the practice has a choice. */
export function next(a: Asked): Said | null {
  const { stored, processId, by } = a;
  const p = stored.facts.processes[processId];
  const place = stored.state.processes[processId];
  if (!p || place === undefined) return null;
  const type = p.type?.type ?? null;
  const of = { processId };
  const chooses = (): Said => ({ type: 'process.typeChosen', ...of, processType: a.type, reason: 'why' });
  switch (typeof place === 'string' ? place : place.conference) {
    case 'suitability':
      return type === null && ['harmedOnly', 'communityPanel', 'familyGroup'].includes(a.type)
        ? chooses()
        : { type: 'suitability.decided', ...of, suitable: true, reason: 'why' };
    case 'consent':
      return type !== null && type !== a.type && by.percent(50) ? chooses() : { type: 'preparation.begun', ...of };
    case 'preparation':
      if (type === null) return chooses();
      return type === 'harmedOnly'
        ? { type: 'harmedOnly.completed', ...of, needsMet: 't' }
        : { type: 'preparation.completed', ...of };
    case 'arranging':
      return { type: 'conference.booked', ...of, bookingId: by.id(), startsAt: soon(a), attendees: inRoom(a) };
    case 'booked':
      return { type: 'conference.begun', ...of, attended: p.conference.booking?.attendees ?? [] };
    case 'underWay':
      if (by.percent(35))
        return {
          type: 'session.paused',
          ...of,
          byRole: by.some(['harmed', 'responsible', 'facilitator']),
          reason: 'request',
          safetyStep: 't',
        };
      if (by.percent(12))
        return {
          type: 'session.steppedOut',
          ...of,
          participantId: by.one(p.conference.session?.present ?? []) ?? 'nobody',
        };
      if (by.percent(30)) return proposes(a);
      return {
        type: 'conference.ended',
        ...of,
        how: by.some(['asPlanned', 'asPlanned', 'partly', 'stopped', 'adjourned']),
        aftercare: 't',
      };
    case 'interrupted':
      return { type: 'session.resumed', ...of };
    case 'exchange':
      return exchanges(a, type);
    case 'followUp':
      return followsUp(a);
    case 'ended':
      return stored.state.case === 'closed' && by.percent(40)
        ? { type: 'case.reopened', reason: 'why', processId: by.id() }
        : null;
  }
}
function exchanges(a: Asked, type: ProcessType | null): Said {
  const { stored, processId, by } = a;
  const p = stored.facts.processes[processId];
  const waiting = Object.entries(p?.communication.of ?? {}).filter(([, c]) => c.passedAt === null);
  const [first] = waiting;
  if (first && by.percent(15))
    return { type: 'communication.takenBack', processId, communicationId: first[0], participantId: first[1].from };
  if (first)
    return {
      type: 'communication.passed',
      processId,
      communicationId: first[0],
      how: by.some(['handedOver', 'readAloud', 'sent']),
    };
  if (Object.values(p?.communication.of ?? {}).length > 0 && by.percent(50))
    return { type: 'exchange.ended', processId, how: 'asPlanned' };
  const of = (part: string): Id =>
    by.one(takingPart(stored.facts, processId).filter((id) => p?.members.of[id]?.part === part)) ?? 'nobody';
  const [from, to] = by.percent(60) ? [of('responsible'), of('harmed')] : [of('harmed'), of('responsible')];
  const kind = (passes[type ?? 'letter'] ?? 'letter') as 'letter';
  return {
    type: 'communication.drafted',
    processId,
    communicationId: by.id(),
    from,
    to,
    kind,
    text: 't',
    sha256: by.id(),
  };
}
/** The person responsible would do something for the person harmed. */
export function proposes(a: Asked): Said {
  const { stored, processId, by } = a;
  const p = stored.facts.processes[processId];
  const of = (part: string): Id | undefined =>
    Object.entries(p?.members.of ?? {}).find(([, m]) => m.part === part)?.[0];
  const harmed = of('harmed');
  return {
    type: 'item.proposed',
    processId,
    itemId: by.id(),
    kind: 'apology',
    doer: of('responsible') ?? 'nobody',
    ...(harmed ? { recipient: harmed } : {}),
    dueOn: '2035-01-01',
    text: 't',
    evidence: 't',
    monitor: 't',
  };
}
function followsUp(a: Asked): Said {
  const { stored, processId, by } = a;
  const p = stored.facts.processes[processId];
  const [open] = Object.entries(p?.agreement.items ?? {}).filter(([, i]) => i.agreedAt === null);
  if (open && by.percent(60)) return { type: 'item.agreed', processId, itemId: open[0] };
  if (by.percent(15)) return proposes(a);
  if (by.percent(25)) {
    const participantId = by.one(Object.keys(p?.members.of ?? {})) ?? 'nobody';
    return {
      type: 'followUp.done',
      processId,
      participantId,
      point: 'days3',
      outcome: 'reached',
      ...(by.percent(50) ? { early: 'why' } : {}),
    };
  }
  const done =
    (p?.conference.held.some((h) => h.how === 'asPlanned' || h.how === 'partly') ?? false) ||
    Object.values(p?.communication.of ?? {}).some((c) => c.passedAt) ||
    (p?.type?.type === 'harmedOnly' && p.conference.exchangeEndedAt !== null);
  return { type: 'process.ended', processId, reason: done ? 'delivered' : 'other', side: 'withheld' };
}
export const kindsOf = Object.keys(processTypes) as [ProcessType, ...ProcessType[]];
