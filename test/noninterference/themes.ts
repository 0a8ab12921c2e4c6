// What a secret is about: one thing of the practice that is tried more often than the rest, so that each is among the pairs.
import { parts, type Id, type Role } from '#libs/case';
import { joins, type Asked } from '../simulation/answers.js';
import { DAY, earlier, inside, item, letter, somebody, wholeMeeting } from '../simulation/drawn.js';
import { proposes } from '../simulation/guide.js';
import type { Said } from '../simulation/life.js';
import { staff } from './service-staff.js';

/** What is tried next of a theme; null when chance found nothing. */
type Theme = (a: Asked) => Said | null;

const there = (a: Asked, role: Role): Id | undefined =>
  a.by.one(
    Object.entries(a.stored.facts.people.participants).flatMap(([id, p]) =>
      p.role === role && p.leftAt === null ? [id] : [],
    ),
  );
/** A further process, of somebody who is there on each side, or of one of them. */
const opens: Theme = (a) => {
  const [harmed, responsible] = [there(a, 'harmed'), there(a, 'responsible')];
  const members = [
    ...(harmed ? [{ participantId: harmed, part: 'harmed' as const }] : []),
    ...(responsible ? [{ participantId: responsible, part: 'responsible' as const }] : []),
  ];
  const some = a.by.percent(80) ? members : members.slice(a.by.upTo(2));
  return { type: 'process.opened', processId: a.by.id(), members: some };
};
const splits: Theme = (a) => ({
  type: 'process.split',
  processId: a.processId,
  newProcessId: a.by.id(),
  move: [inside(a)],
  also: a.by.percent(60) ? [inside(a)] : [],
});
const order: Theme = (a) => ({
  type: 'order.recorded',
  orderId: a.by.id(),
  participantId: there(a, a.by.some(['responsible', 'responsible', 'harmed'])) ?? somebody(a),
  ...(a.by.percent(75) ? { towards: somebody(a) } : {}),
  forbids: a.by.some([['meeting'], ['message'], ['meeting', 'message']]),
  from: a.by.percent(70) ? a.at : new Date(Date.parse(a.at) + 5 * DAY).toISOString(),
});
const late: Theme = (a) => {
  const on = earlier(a);
  const of = { participantId: somebody(a), on };
  return a.by.some<Said | null>([
    {
      type: 'contact.attempted',
      ...of,
      channel: 'phone',
      outcome: a.by.some(['reached', 'noReply']),
      aim: 'substance',
    },
    { type: 'concern.raised', concernId: a.by.id(), text: 't', on },
    { type: 'risk.informed', text: 't', on },
    { type: 'consent.withdrawn', ...of, purpose: a.by.some(['contact', 'prepare']), processId: a.processId },
    { type: 'participant.left', ...of, reason: a.by.some(['noReply', 'unsafe', 'declined']) },
    { type: 'preparation.held', ...of, processId: a.processId, channel: 'phone' },
    { type: 'communication.passed', processId: a.processId, communicationId: letter(a), how: 'handedOver', on },
    wholeMeeting(a),
  ]);
};
const agreements: Theme = (a) => {
  const of = { processId: a.processId, itemId: item(a) };
  return a.by.some<Said>([
    proposes(a),
    proposes(a),
    { type: 'item.checked', ...of, proportionate: true, changed: false },
    { type: 'item.progressed', ...of, outcome: a.by.some(['completed', 'partly', 'notKept']) },
    { type: 'item.varied', ...of, dueOn: '2034-01-01', text: 't', reason: 'why' },
    { type: 'item.recipientTold', ...of },
    { type: 'agreement.decided', processId: a.processId, outcome: a.by.some(['made', 'noneWanted', 'notReached']) },
  ]);
};
/** Somebody leaves, and somebody who left comes back (R92). */
const returns: Theme = (a) => {
  const gone = a.by.one(Object.values(a.stored.facts.people.participants).filter((p) => p.leftAt !== null));
  if (!gone || a.by.percent(40))
    return {
      type: 'participant.left',
      participantId: somebody(a),
      reason: a.by.some(['notNow', 'declined', 'noReply', 'unsafe', 'wronglyNamed', 'moved']),
    };
  return joins(a.by, gone.role, {
    personId: gone.personId,
    ...(a.by.percent(50) ? { processId: a.processId } : {}),
    ...(gone.supports ? { supports: gone.supports } : {}),
    approach: 'asked',
  });
};
/** Others join, step aside, or are swapped (R83). */
const members: Theme = (a) => {
  const participantId = somebody(a);
  const p = a.stored.facts.people.participants[participantId];
  const newcomer = a.by.some<Role>(['interpreter', 'observer', 'communityMember', 'harmed', 'responsible']);
  if (!p || a.by.percent(35)) return joins(a.by, newcomer, a.by.percent(60) ? { processId: a.processId } : {});
  if (a.by.percent(40))
    return { type: 'member.left', processId: a.processId, participantId: inside(a), reason: 'notNow' };
  const of = parts[p.role].with && p.supports ? { of: p.supports } : {};
  return a.by.percent(50)
    ? { type: 'member.joined', processId: a.processId, participantId, part: p.role, ...of }
    : { type: 'member.replaced', processId: a.processId, participantId: inside(a), newParticipantId: participantId };
};
const letters: Theme = (a) => {
  const of = { processId: a.processId, communicationId: letter(a) };
  const [from, to] = [there(a, 'responsible'), there(a, 'harmed')];
  const sent = a.stored.facts.processes[a.processId]?.communication.of[of.communicationId];
  if (!sent || a.by.percent(30))
    return {
      type: 'communication.drafted',
      processId: a.processId,
      communicationId: a.by.id(),
      ...(a.by.percent(50) ? { from: from ?? '', to: to ?? '' } : { from: to ?? '', to: from ?? '' }),
      kind: a.by.some(['letter', 'shuttleMessage']),
      text: 't',
      sha256: a.by.id(),
    };
  return a.by.some<Said>([
    { type: 'communication.agreed', ...of, participantId: sent.from, sha256: sent.sha256 },
    { type: 'communication.screened', ...of, sha256: sent.sha256 },
    { type: 'communication.held', ...of, reason: 'why' },
    { type: 'communication.passed', ...of, how: 'handedOver' },
    { type: 'communication.takenBack', ...of, participantId: sent.from },
    { type: 'communication.receiptNoted', ...of, participantId: sent.to, receipt: 'read' },
    { type: 'communication.receiptTold', ...of },
  ]);
};
/** A colleague is asked, takes the case on, and gives it back. */
const staffing: Theme = (a) => {
  const { asked, declared, assigned } = a.stored.facts.facilitators;
  const staffId = staff.spare.id;
  if (assigned[staffId]) return { type: 'facilitator.released', staffId, reason: 'why' };
  if (!asked[staffId]) return { type: 'facilitator.asked', staffId, duty: 'coFacilitator' };
  return declared[staffId]
    ? { type: 'facilitator.released', staffId, reason: 'why' }
    : { type: 'conflict.declared', staffId, connected: a.by.percent(30) };
};
const endings: Theme = (a) =>
  a.by.some<Said>([
    {
      type: 'process.ended',
      processId: a.processId,
      reason: a.by.some(['other', 'withdrawn', 'unsafe']),
      side: 'withheld',
    },
    { type: 'case.closed', reason: 'other', side: 'withheld' },
    { type: 'case.reopened', reason: 'why', ...(a.by.percent(60) ? { processId: a.by.id() } : {}) },
    { type: 'conference.cancelled', processId: a.processId, reason: 'why' },
  ]);

export const themes = { opens, splits, order, late, agreements, returns, members, letters, staffing, endings };
export type ThemeName = keyof typeof themes;
export const themeNames = Object.keys(themes) as ThemeName[];
