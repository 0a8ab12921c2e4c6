// Where a person stands in a process, in words that are theirs to know (R22).
import { calledOffMoment, consentKey, neutralMoment, partsOf, type Consent, type ConsentKey } from '#libs/case';
import { isAfter } from '#libs/time';
import type { OwnStage } from '#libs/words';
import type { OwnProcess, Part } from './part.js';

export type MyStage = OwnStage;
/** Of several processes of one person the first of these is where they stand. */
export const pressing: readonly MyStage[] = ['meetingBooked', 'preparing', 'inContact', 'afterwards', 'ended'];

/** Where they stand in one process. */
export function stageIn(own: OwnProcess): MyStage {
  if (hasEnded(own) || hasEndedIn(own)) return 'ended';
  if (meetingIn(own)) return 'meetingBooked';
  if (hasMet(own)) return 'afterwards';
  return isPrepared(own) ? 'preparing' : 'inContact';
}

/**
 * The booking they attend. One that does not take place, or not with them, stays until they are told so (R22), so that they
 * do not travel to a meeting that is off; a person who ended their own part sees it go at once.
 */
export function meetingIn({ facts, id, processId, process, at, settings }: OwnProcess) {
  const { booking } = process.conference;
  const willing = isWilling({ facts, id, processId });
  if (booking?.attendees.includes(id) && willing) return { startsAt: booking.startsAt };
  const off = Object.values(facts.post.queued).find(
    (notice) => notice.to === id && notice.processId === processId && notice.template === 'meetingOff',
  );
  const startsAt = off?.startsAt ?? null;
  if (off === undefined || startsAt === null || !willing) return null;
  return isAfter(calledOffMoment(off.queuedAt, startsAt, settings), at) ? { startsAt } : null;
}

/** Their latest word on taking part, in whatever kind of process this was, is no "no". */
const isWilling = (own: Pick<OwnProcess, 'facts' | 'id' | 'processId'>): boolean =>
  (lastWord(own)?.answer ?? 'given') === 'given';
function lastWord({ facts, id, processId }: Pick<OwnProcess, 'facts' | 'id' | 'processId'>): Consent | undefined {
  const said = (Object.entries(facts.consent.consents) as [ConsentKey, Consent][]).filter(([key]) => {
    const of = partsOf(key);
    return of.participantId === id && of.purpose === 'takePart' && of.processId === processId;
  });
  return said.map(([, consent]) => consent).toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))[0];
}

/** They were at a meeting that was not broken off, or left it by their own word: it is over for them, however the others go on. */
const hasMet = (own: OwnProcess): boolean =>
  own.process.conference.held.some((h) => h.how !== 'stopped' && h.attended.includes(own.id)) || hasWalkedOut(own);
function hasWalkedOut(own: OwnProcess): boolean {
  const { held, session } = own.process.conference;
  const word = lastWord(own);
  if (word === undefined || word.answer === 'given') return false;
  const during = ({ begunAt, endedAt }: { begunAt: string; endedAt: string | null }): boolean =>
    !isAfter(begunAt, word.at) && (endedAt === null || !isAfter(word.at, endedAt));
  return [...held, ...(session ? [{ ...session, endedAt: null }] : [])].some(
    (meeting) => meeting.attended.includes(own.id) && during(meeting),
  );
}

/** R22: a closing shows from the moment of the words that tell it, which is the service's own. */
export function hasEnded({ facts, id, at, settings }: Part): boolean {
  const { closed } = facts.closing;
  const told = closed !== null && !isAfter(neutralMoment(closed.at, settings), at);
  return told || typeof facts.people.participants[id]?.leftAt === 'string' || saidNo(facts, consentKey(id, 'contact'));
}

/** The end of a process shows like that of a case; their own leaving and their own "no" at once. */
function hasEndedIn({ facts, id, processId, process, at, settings }: OwnProcess): boolean {
  const { ended } = process;
  const told = ended !== null && !isAfter(neutralMoment(ended.at, settings), at);
  const left = process.members.of[id]?.leftAt;
  return told || typeof left === 'string' || saidNo(facts, consentKey(id, 'prepare', processId));
}

const saidNo = ({ consent }: Part['facts'], key: ConsentKey): boolean =>
  ['refused', 'withdrawn'].includes(consent.consents[key]?.answer ?? '');

const isPrepared = ({ facts, id, processId }: OwnProcess): boolean =>
  facts.consent.consents[consentKey(id, 'prepare', processId)]?.answer === 'given';
