// Who is followed up after a process, and when each point is due (R62, R90).
import { consentKey } from '../consent/facts.js';
import type { Facts } from '../facts.js';
import { isFollowedUp, mayBeContacted } from '../people/departed.js';
import { isInformed } from '../people/informed.js';
import type { Process } from '../process/facts.js';
import type { Id } from '../reducers.js';
import type { Settings } from '../settings.js';
import { daysAfter } from '#libs/time';
import { followUpPoints, type FollowUpPoint } from '../vocabulary/outcomes.js';
import { parts } from '../vocabulary/parts.js';
import { followUpKey } from './facts.js';

/** When somebody's part in a process was over: what they were there for, wrote, received or were spoken for, or when they withdrew; null when there was none. */
function partOverAt(facts: Facts, processId: Id, p: Process, id: Id): string | null {
  const speakers = Object.entries(p.members.of).flatMap(([who, m]) =>
    m.part === 'representative' && m.of === id ? [who] : [],
  );
  const there = [id, ...speakers];
  const part = [
    ...p.conference.held.filter((h) => h.attended.some((who) => there.includes(who))).map((h) => h.endedAt),
    ...Object.values(p.communication.of).flatMap((c) =>
      c.passedAt && [c.from, c.to].includes(id) ? [c.passedAt] : [],
    ),
    ...(p.type?.type === 'harmedOnly' && p.conference.exchangeEndedAt && p.members.of[id]?.part === 'harmed'
      ? [p.conference.exchangeEndedAt]
      : []),
  ].toSorted();
  if (part.length > 0) return part.at(-1) ?? null;
  const keys = [
    consentKey(id, 'prepare', processId),
    ...(p.type ? [consentKey(id, 'takePart', processId, p.type.type)] : []),
  ];
  const withdrawn = keys.flatMap((key) => {
    const c = facts.consent.consents[key];
    return c?.answer === 'withdrawn' ? [c.at] : [];
  });
  return [...withdrawn, ...leftAt(facts, processId, p, id)].toSorted()[0] ?? null;
}

/** When somebody left who had agreed to be prepared: whoever says so in words, and takes nothing back, is followed up like whoever does (R62, R92). */
function leftAt(facts: Facts, processId: Id, p: Process, id: Id): string[] {
  const agreed = facts.consent.consents[consentKey(id, 'prepare', processId)]?.givenAt != null;
  return agreed ? [p.members.of[id]?.leftAt ?? []].flat() : [];
}

/** Everybody with a part in a process, and whoever they spoke for. */
const withPart = (p: Process): Id[] => [
  ...new Set(
    Object.entries(p.members.of).flatMap(([id, m]) =>
      parts[m.part].prepared ? [id, ...(m.part === 'representative' && m.of ? [m.of] : [])] : [],
    ),
  ),
];

/** The points that are still to come or to be done, each with its day. Nobody is followed up who was never told, or wants no contact. */
export function followUpsOf(
  facts: Facts,
  processId: Id,
  settings: Settings,
): { participantId: Id; point: FollowUpPoint; on: string; since: string }[] {
  const p = facts.processes[processId];
  if (!p) return [];
  return withPart(p).flatMap((participantId) => {
    const contact = facts.consent.consents[consentKey(participantId, 'contact')]?.answer;
    const wants = contact !== 'refused' && contact !== 'withdrawn';
    const from = partOverAt(facts, processId, p, participantId);
    if (from === null || !wants || !isInformed(facts, participantId)) return [];
    if (!mayBeContacted(facts, participantId) || !isFollowedUp(facts, participantId)) return [];
    return (Object.keys(followUpPoints) as FollowUpPoint[])
      .filter((point) => !p.followUp.contacts[followUpKey(participantId, point)])
      .map((point) => ({
        participantId,
        point,
        since: from,
        on: daysAfter(from, settings[followUpPoints[point].setting]),
      }));
  });
}
