// One person's own part in a case, from what they themselves said and what was said to them: nothing here may depend on anybody else (R22, R39).
import { consentKey, daysAfter, isAfter, type Facts, type Id } from '#libs/case';
import { myConsents } from './my-consents.js';
import type { Part } from './part.js';

const stages = {
  inContact: 'We are in contact with you.',
  preparing: 'We are preparing with you.',
  meetingBooked: 'A meeting that you attend is booked.',
  afterwards: 'The meeting you attended is over. We stay in touch with you.',
  ended: 'Our work with you on this has come to an end.',
} as const;
export type MyStage = keyof typeof stages;

/** The part as its owner sees it; `adult` is the id of the person who is their appropriate adult. */
export function myCase(part: Part) {
  const { facts, id } = part;
  const safe = facts.contact.safe[id];
  const stage = stageOf(part);
  const adult = facts.people.appropriateAdults[id];
  return {
    id: facts.caseId,
    participantId: id,
    role: facts.people.participants[id]?.role,
    stage,
    words: stages[stage],
    consents: myConsents(part, stage === 'ended'),
    adultPersonId: adult === undefined ? null : (facts.people.participants[adult]?.personId ?? null),
    meeting: stage === 'ended' ? null : meetingOf(part),
    safeContact: safe ? { checkedAt: safe.checkedAt, channels: safe.channels } : null,
  };
}

/** The booking they attend. It goes at once when it is called off, whatever the cause: nobody travels to a meeting that is not. */
function meetingOf({ facts, id }: Part) {
  const { booking } = facts.conference;
  return booking?.attendees.includes(id) ? { startsAt: booking.startsAt } : null;
}

function stageOf(part: Part): MyStage {
  if (hasEnded(part)) return 'ended';
  if (meetingOf(part)) return 'meetingBooked';
  if (hasMet(part)) return 'afterwards';
  return isPrepared(part) ? 'preparing' : 'inContact';
}

/** They were at a meeting that was not broken off. */
const hasMet = ({ facts, id }: Part): boolean =>
  facts.conference.held.some((h) => h.how !== 'stopped' && h.attended.includes(id));

/** R22: a closing shows after the same delay as the words that tell it, so that its moment is the service's own. */
function hasEnded({ facts, id, at, settings }: Part): boolean {
  const { closed } = facts.closing;
  const left = facts.people.participants[id]?.leftAt;
  const told = closed !== null && !isAfter(daysAfter(closed.at, settings.neutralDelayDays), at);
  return told || typeof left === 'string' || endedByThemselves(facts, id);
}

/** They said no to contact, or to being prepared: their own doing, and so theirs to see. */
const endedByThemselves = (facts: Facts, id: Id): boolean =>
  (['contact', 'prepare'] as const).some((purpose) =>
    ['refused', 'withdrawn'].includes(facts.consent.consents[consentKey(id, purpose)]?.answer ?? ''),
  );

const isPrepared = ({ facts, id }: Part): boolean =>
  facts.consent.consents[consentKey(id, 'prepare')]?.answer === 'given';
