// One person's own part in a case, from what they themselves said and what was said to them: nothing here may depend on another person (R22, R39).
import { calledOffMoment, consentKey, neutralMoment, type Facts, type Id } from '#libs/case';
import { isAfter } from '#libs/time';
import { myConsents } from './my-consents.js';
import type { Part } from './part.js';
import { asShown, releasedTo } from './released.js';

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
  const needs = facts.contact.needs[id];
  const wish = facts.contact.preferences[id];
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
    // Which ways are frozen is for safeguarding alone: a facilitator tells the person, who can then ask.
    safeContact: safe ? { caseId: facts.caseId, ...safe } : null,
    needs: needs ? { ...needs, askedAt: needs.at } : null,
    preference: wish ? { caseId: facts.caseId, wish: wish.wish, answer: wish.answer } : null,
    released: releasedTo(facts, id).map(asShown),
  };
}

/**
 * The booking they attend. One that was called off stays until they are told of it (R22), so that they do not
 * travel to a meeting that is off; a person who ended their own part sees it go at once.
 */
function meetingOf({ facts, id, at, settings }: Part) {
  const { booking, calledOff } = facts.conference;
  if (booking) return booking.attendees.includes(id) ? { startsAt: booking.startsAt } : null;
  const untold = calledOff && isAfter(calledOffMoment(calledOff.at, calledOff.startsAt, settings), at);
  const type = facts.conference.type;
  const willing = type !== null && facts.consent.consents[consentKey(id, 'takePart', type)]?.answer === 'given';
  return untold && willing && calledOff.attendees.includes(id) ? { startsAt: calledOff.startsAt } : null;
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

/** R22: a closing shows from the moment of the words that tell it, which is the service's own. */
function hasEnded({ facts, id, at, settings }: Part): boolean {
  const { closed } = facts.closing;
  const left = facts.people.participants[id]?.leftAt;
  const told = closed !== null && !isAfter(neutralMoment(closed.at, settings), at);
  return told || typeof left === 'string' || endedByThemselves(facts, id);
}

/** They said no to contact, or to being prepared: their own doing, and so theirs to see. */
const endedByThemselves = (facts: Facts, id: Id): boolean =>
  (['contact', 'prepare'] as const).some((purpose) =>
    ['refused', 'withdrawn'].includes(facts.consent.consents[consentKey(id, purpose)]?.answer ?? ''),
  );

const isPrepared = ({ facts, id }: Part): boolean =>
  facts.consent.consents[consentKey(id, 'prepare')]?.answer === 'given';
