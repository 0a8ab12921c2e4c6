// What consents, sign-offs, freezes and orders say by the ledger at one moment: the words in which the promises are written.
import { checkpoints, type Checkpoint, type Id, type Settings } from '#libs/case';
import { isAfter, londonDate, workingDaysAfter } from '#libs/time';
import { abuse, direct, preparedParts } from './by-hand.js';
import type { ProcessEntry, Reach } from './ledger-entries.js';
import type { Ledger } from './ledger.js';

const DAY = 86_400_000;
export const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;
/** The ledger, a process in it, and the moment. */
export interface Look {
  l: Ledger;
  id: Id;
  p: ProcessEntry;
  at: string;
  s: Settings;
}
export const look = (l: Ledger, id: Id, at: string, s: Settings): Look => ({ l, id, p: l.process(id), at, s });
export const said = (is: boolean, what: string): string[] => (is ? [what] : []);

/** Whether a yes is in force: given, not void, in writing where a process needs it, not older than the service allows. */
export function live(
  { l, id, at, s }: Look,
  who: Id,
  purpose: string,
  about: string | null = null,
  of: 'case' | 'process' = 'process',
): boolean {
  const a = l.answer(who, purpose, of === 'process' ? id : null, about);
  const ended = a?.bestUntil != null && !isAfter(a.bestUntil, at);
  return (
    a?.yes === 'given' && !a.void && !ended && days(a.at, at) <= s.consentDays && (purpose !== 'takePart' || a.written)
  );
}
/** The same, however old it is. */
const stands = (l: Ledger, who: Id, purpose: string, process: Id | null, about: string | null): boolean => {
  const a = l.answer(who, purpose, process, about);
  return a?.yes === 'given' && !a.void;
};
/** In the process and the case, may be approached, and has not said no, not now, or no more (R81). */
export function takesPart({ l, id, p }: Look, who: Id): boolean {
  const [m, person] = [p.members.get(who), l.people.get(who)];
  const part = p.type ? l.answer(who, 'takePart', id, p.type) : undefined;
  const prepare = l.answer(who, 'prepare', id);
  // whoever agreed to be prepared again after their no has come back, and is asked the rest anew
  const back = part && prepare?.yes === 'given' && Date.parse(prepare.at) > Date.parse(part.at);
  const words = [l.answer(who, 'contact'), prepare, back ? undefined : part];
  return Boolean(
    m?.here &&
    person?.here &&
    person.approach !== 'objected' &&
    person.invited !== false &&
    words.every((a) => !a || a.yes === 'given'),
  );
}
/** Takes part, and every yes of theirs so far stands. */
export function maySit(k: Look, who: Id): boolean {
  const { l, id, p } = k;
  const m = p.members.get(who);
  if (!m || !takesPart(k, who)) return false;
  const prepared =
    !preparedParts.includes(m.part) || (stands(l, who, 'contact', null, null) && stands(l, who, 'prepare', id, null));
  const spokenFor = m.part !== 'representative' || !m.of || stands(l, m.of, 'spokenFor', id, who);
  return prepared && spokenFor && (p.type === null || stands(l, who, 'takePart', id, p.type));
}

export const flagsOf = (l: Ledger): string[] => {
  const here = [...l.people.entries()].filter(([, p]) => p.here);
  const harmed = here.filter(([, p]) => p.role === 'harmed');
  const more = [
    ...said(
      harmed.some(([id]) => l.isMinor(id)),
      'childVictim',
    ),
    ...said(harmed.length > 1 && here.filter(([, p]) => p.role === 'responsible').length > 1, 'multiParty'),
  ];
  const cleared: ReadonlySet<string> = l.cleared;
  return [...new Set<string>([...l.flags, ...more])].filter((flag) => !cleared.has(flag));
};
export const sensitive = (l: Ledger): boolean => flagsOf(l).length > 0;
export const isAbuse = (l: Ledger): boolean => flagsOf(l).some((f) => abuse.includes(f));
export const isDirect = (p: ProcessEntry): boolean => p.type !== null && direct.includes(p.type);

export const reaches = (l: Ledger, id: Id, r: Reach): boolean =>
  r.process !== null ? r.process === id : r.person === null || l.touched(l.process(id)).includes(r.person);
/** Freezes that stop this process (R84). */
export const frozen = (l: Ledger, id: Id): string[] =>
  [...l.freezes].filter(([, z]) => z.kind !== 'indirectOnly' && reaches(l, id, z)).map(([z]) => `frozen by ${z}`);
/** Freezes that stop contact of substance with somebody. */
export const frozenFor = (l: Ledger, who: readonly Id[]): string[] =>
  [...l.freezes]
    .filter(([, z]) => z.kind !== 'indirectOnly')
    .filter(([, z]) =>
      z.person === null && z.process === null
        ? true
        : (z.person !== null && who.includes(z.person)) ||
          [...l.processes].some(([id, p]) => who.some((w) => p.members.get(w)?.here) && reaches(l, id, z)),
    )
    .map(([z]) => `frozen by ${z}`);
export const onlyIndirect = (l: Ledger, id: Id): boolean =>
  isDirect(l.process(id)) && [...l.freezes.values()].some((z) => z.kind === 'indirectOnly' && reaches(l, id, z));

/**
 * R89: orders in force at a moment between two of these people, or, naming nobody, between one of them and the other side.
 * Whoever came back is the same person. What forbids a message, or any contact, forbids it through others too.
 */
export const ordersAmong = ({ l, p }: Look, what: 'meeting' | 'message', among: readonly Id[], at: string): string[] =>
  [...l.orders]
    .filter(([, o]) => !isAfter(o.from, at) && (o.until === null || isAfter(o.until, at)))
    .filter(([, o]) => o.forbids.includes(what) || o.forbids.includes('anyContact'))
    .filter(([, o]) => {
      const alsoThrough = o.forbids.includes('anyContact') || what === 'message';
      const all = alsoThrough ? among.flatMap((id) => [id, p.members.get(id)?.of ?? id]) : among;
      const are = (a: Id, b: Id): boolean => a === b || l.people.get(a)?.personId === l.people.get(b)?.personId;
      const bound = all.find((id) => are(o.of, id));
      if (bound === undefined) return false;
      if (o.towards !== null) return all.some((id) => are(o.towards ?? '', id));
      return all.some((w) => l.sideOf(p, w) !== null && l.sideOf(p, w) !== l.sideOf(p, bound));
    })
    .map(([o]) => `order ${o}`);

/** R33, R87: why a sign-off does not count now. `booked`: when the meeting it is about was booked. */
export function unsigned(
  { l, id, p, at, s }: Look,
  c: Checkpoint,
  about: Id | null,
  booked: string | null = null,
): string[] {
  const ofCase = c === 'referral' || c === 'sensitiveFirstContact';
  const found = (ofCase ? l.signed : p.signed).get(`${c}|${about ?? '-'}`);
  if (!found) return [`${c} ${about ?? ''} is not signed`];
  const informed = l.informed.filter((i) =>
    ofCase
      ? i.process === null
      : reaches(l, id, i) && (i.person === null || checkpoints[c].per !== 'party' || i.person === about),
  );
  // what was signed of a kind of process, or of who is in it, is not about another; what was signed of a person stands
  const ofProcess = ['processChoice', 'abuseGate', 'sensitiveProcess', 'beforeMeeting', 'dayOf'].includes(c);
  const members = ofProcess ? [p.membersChangedAt] : [];
  const kind = (ofProcess || c === 'beforePassing') && p.typeChosenAt !== null ? [p.typeChosenAt] : [];
  const drafted = c === 'beforePassing' && about ? [p.letters.get(about)?.draftedAt ?? at] : [];
  const person = about === null ? undefined : l.people.get(about);
  const changes = [
    // R87, R92: another finding is another question, and so is somebody who came back
    ...(c === 'capacity' ? [...(person?.capacity.values() ?? [])].map((known) => known.at) : []),
    ...(c === 'highRisk' ? [person?.assessed?.at ?? found.at] : []),
    ...(person ? [p.members.get(about ?? '')?.joinedAt ?? found.at] : []),
    ...informed.map((i) => i.at),
    ...members,
    ...kind,
    ...drafted,
    ...((c === 'beforeMeeting' || c === 'dayOf') && booked ? [booked] : []),
  ];
  const over =
    c === 'dayOf'
      ? londonDate(found.at) !== londonDate(at)
      : c === 'beforeMeeting'
        ? isAfter(at, workingDaysAfter(found.at, s.beforeMeetingWorkingDays, s.bankHolidays))
        : c === 'beforePassing'
          ? days(found.at, at) > s.beforePassingDays
          : ['firstMeeting', 'processChoice', 'abuseGate', 'highRisk', 'sensitiveProcess'].includes(c) &&
            days(found.at, at) > s.checkpointDays;
  return [
    ...said(!found.passed, `${c} was refused`),
    ...said(over || changes.some((when) => isAfter(when, found.at)), `${c} ${about ?? ''} has lapsed`),
  ];
}
/** R35: an Advanced one among two facilitators, and a supervisor; and always a lead. */
export function team(l: Ledger): string[] {
  const facilitating = [...l.staff.values()].filter((x) => x.duty !== 'supervisor');
  const has = (duty: string): boolean => [...l.staff.values()].some((x) => x.duty === duty);
  return [
    ...said(!has('lead'), 'nobody leads'),
    ...said(
      sensitive(l) &&
        (facilitating.length < 2 || !facilitating.some((x) => x.level === 'Advanced') || !has('supervisor')),
      'the team is not enough',
    ),
  ];
}
