// Promises about who hears what: messages, contact, and what one named person lets another know (R84, R85, R91).
import { notices } from '#libs/case';
import { isAfter } from '#libs/time';
import { noContactAfter } from './by-hand.js';
import { unreachable } from './objections.js';
import type { Promised } from './promised.js';
import { frozenFor, live, look, reaches, said, sensitive, takesPart, team, unsigned } from './terms.js';

/** R21, R22, R84, R85: what waits has a receiver who may be contacted; what is sent hangs on every yes it needs, and is held by a freeze only if it carries the process on. */
export const messages: Promised = ({ event: e, before, after, l, s }) => {
  const queued = Object.entries(after.facts.post.queued).flatMap(([id, n]) => {
    const p = l.people.get(n.to);
    return [
      ...said(
        !p || p.approach === 'objected' || noContactAfter.includes(p.left ?? ''),
        `${id} waits for somebody who is not contacted`,
      ),
      ...said(
        ['refused', 'withdrawn'].includes(l.answer(n.to, 'contact')?.yes ?? ''),
        `${id} waits for somebody who wants no contact`,
      ),
      ...said(
        n.template === 'meetingBooked' &&
          !after.facts.processes[n.processId ?? '']?.conference.booking?.attendees.includes(n.to),
        `${id} speaks of a meeting that is not`,
      ),
    ];
  });
  if (e.type !== 'notice.sent') return queued;
  const n = before.facts.post.queued[e.noticeId];
  if (!n) return ['what did not wait is sent'];
  const k = n.processId === null ? null : look(l, n.processId, e.at, s);
  return [
    ...queued,
    ...(k && (n.template === 'meetingBooked' || n.template === 'attendeesChanged')
      ? [
          ...frozenFor(l, [n.to]).filter((z) =>
            reaches(l, k.id, l.freezes.get(z.slice('frozen by '.length)) ?? { person: 'nobody', process: null }),
          ),
          ...said(!takesPart(k, n.to), `${n.to} is told of a meeting and does not take part`),
        ]
      : []),
    ...said(notices[n.template].neutral && !isAfter(e.at, n.queuedAt), 'neutral words go out at once'),
    ...(k ? unreachable(k, n.to) : []),
  ];
};

/** R84: contact of substance stops under a freeze; R4, R6, R7, R11, R12: nobody is contacted who may not be, or not this way. */
export const contacts: Promised = ({ event: e, before, l, s }) => {
  if (e.type !== 'contact.attempted' || e.on !== undefined) return [];
  const p = l.person(e.participantId);
  const k = look(l, [...l.processes.keys()][0] ?? '', e.at, s);
  const safe = before.facts.contact.safe[e.participantId];
  return [
    ...said(l.wordsUnread, 'somebody is contacted though nobody read what the referrer wrote'),
    ...(e.aim === 'substance' ? frozenFor(l, [e.participantId]).map((z) => `contact of substance ${z}`) : []),
    ...(e.aim === 'substance' ? unsigned(k, 'referral', null) : []),
    ...(e.aim === 'substance' && sensitive(l) ? [...unsigned(k, 'sensitiveFirstContact', null), ...team(l)] : []),
    ...said(
      ['objected', 'unknown'].includes(p.approach) || noContactAfter.includes(p.left ?? ''),
      `${e.participantId} is contacted and may not be`,
    ),
    ...said(e.aim !== 'substance' && !l.isTold(e.participantId), 'care for somebody who was never told of the case'),
    ...said(
      e.aim === 'substance' && p.role === 'harmed' && l.invitationNeeded && p.invited !== true,
      'somebody is contacted who is not invited',
    ),
    ...said(
      !safe || !safe.channels.includes(e.channel) || safe.frozen.includes(e.channel),
      'contact by a way that is not safe',
    ),
  ];
};

/** R91: one named person lets one named person know. */
export const releases: Promised = ({ event: e, l, s }) => {
  if (e.type === 'communication.receiptTold') {
    const k = look(l, e.processId, e.at, s);
    const w = k.p.letters.get(e.communicationId);
    return [
      ...said(!w?.receipt, 'a receipt is told that there is not'),
      ...said(!w || !live(k, w.to, 'receiptKnown', w.kind), 'a receipt is told that the receiver did not allow'),
    ];
  }
  if (e.type !== 'interest.told' && e.type !== 'name.told') return [];
  const to = l.person(e.to);
  const k = look(l, [...l.processes.keys()][0] ?? '', e.at, s);
  return [
    ...said(
      !live(k, e.participantId, e.type === 'interest.told' ? 'interest' : 'nameKnown', e.to, 'case'),
      `${e.type} without a yes about this person`,
    ),
    ...said(to.role === 'responsible' && !to.identity, `${e.type} to somebody who is not confirmed`),
    ...said(!l.isTold(e.to), `${e.type} to somebody who was not told of the case`),
    ...frozenFor(l, [e.participantId, e.to]),
    ...unreachable(k, e.to),
  ];
};
