// What is said at an open door: each step of a case as a complete event, and the onward steps a practice would try.
import {
  type DoorNow,
  type EventType,
  type Facts,
  processTypes,
  stands,
  takingPart,
  type StoredCase,
  wordsKinds,
} from '#libs/case';
import type { Around, Said } from '../scenario/answer-blocker.js';
import type { Chance } from './chance.js';
import { clock } from './staff.js';

const day = 86_400_000;
const namesOf = <K extends string>(table: Record<K, unknown>) => Object.keys(table) as [K, ...K[]];
const attending = (f: Facts): string[] => takingPart(f).map(([id]) => id);

type Say = (door: DoorNow, stored: StoredCase, a: Around, by: Chance, at: string) => Said | null;
const lead = (a: Around) => a.staff.lead;

/** For each step, what somebody entitled says when its door is open. */
export const steps: Partial<Record<EventType, Say>> = {
  'contact.attempted': ({ about }, { facts }, a) => ({
    by: lead(a),
    type: 'contact.attempted',
    participantId: about ?? '',
    channel:
      facts.contact.safe[about ?? '']?.channels.find((c) => !facts.contact.safe[about ?? '']?.frozen.includes(c)) ??
      'phone',
    outcome: 'reached',
  }),
  'interest.told': ({ about }, _c, a) => ({ by: lead(a), type: 'interest.told', participantId: about ?? '' }),
  'name.told': ({ about }, { facts }, a) => {
    const to = attending(facts).find((id) => facts.people.participants[id]?.role === 'harmed');
    return to ? { by: lead(a), type: 'name.told', participantId: about ?? '', to } : null;
  },
  'suitability.decided': (_d, _c, a) => ({ by: lead(a), type: 'suitability.decided', suitable: true, reason: a.id() }),
  'preparation.begun': (_d, _c, a) => ({ by: lead(a), type: 'preparation.begun' }),
  'preparation.held': ({ about }, { facts }, a) =>
    stands(facts.consent.consents[`${about}|prepare|-`])
      ? { by: lead(a), type: 'preparation.held', participantId: about ?? '', channel: 'inPerson' }
      : null,
  'preparation.completed': (_d, _c, a) => ({ by: lead(a), type: 'preparation.completed' }),
  'victimOnly.completed': (_d, _c, a) => ({ by: lead(a), type: 'victimOnly.completed', needsMet: a.id() }),
  'conference.booked': (_d, { facts }, a, by, at) => ({
    by: lead(a),
    type: 'conference.booked',
    bookingId: a.id(),
    startsAt: new Date(Date.parse(at) + (1 + by.upTo(6)) * (day / 2)).toISOString(),
    attendees: attending(facts),
  }),
  'conference.begun': (_d, { facts }, a) => ({
    by: lead(a),
    type: 'conference.begun',
    attended: facts.conference.booking?.attendees ?? [],
  }),
  'session.resumed': (_d, _c, a) => ({ by: lead(a), type: 'session.resumed' }),
  'conference.ended': (_d, _c, a, by) => ({
    by: lead(a),
    type: 'conference.ended',
    how: by.some(['asPlanned', 'partly', 'stopped']),
    aftercare: a.id(),
  }),
  'words.passed': ({ about }, _c, a) => ({ by: lead(a), type: 'words.passed', wordsId: about ?? '' }),
  'words.receiptTold': ({ about }, _c, a) => ({ by: lead(a), type: 'words.receiptTold', wordsId: about ?? '' }),
  'exchange.ended': (_d, _c, a, by) => ({ by: lead(a), type: 'exchange.ended', how: by.some(['asPlanned', 'partly']) }),
  'item.agreed': ({ about }, _c, a) => ({ by: lead(a), type: 'item.agreed', itemId: about ?? '' }),
  'breach.reported': ({ about }, _c, a) => ({
    by: lead(a),
    type: 'breach.reported',
    itemId: about ?? '',
    recipient: 'Crown Court',
    ground: 'required',
  }),
  'notice.sent': ({ about }) => ({ by: clock, type: 'notice.sent', noticeId: about ?? '' }),
  'case.closed': (_d, { facts }, a, by) => ({
    by: a.staff.coordinator,
    type: 'case.closed',
    reason: facts.conference.held.some((h) => h.how !== 'stopped')
      ? 'delivered'
      : by.some(['withdrawn', 'unsafe', 'noReply']),
    side: by.some(['withheld', 'service', 'harmed']),
  }),
  'case.reopened': (_d, _c, a, by) => ({
    by: a.staff.coordinator,
    type: 'case.reopened',
    to: by.some(['suitability', 'followUp']),
    reason: a.id(),
  }),
};

/** Steps that move a case, in the order in which a practice tries them; the others are tried now and then. */
const onward: readonly EventType[] = [
  'suitability.decided',
  'preparation.begun',
  'victimOnly.completed',
  'preparation.completed',
  'conference.booked',
  'conference.begun',
  'session.resumed',
  'conference.ended',
  'words.passed',
];
const finishing: readonly EventType[] = ['exchange.ended', 'case.closed', 'case.reopened'];

/** The step somebody would try now: mostly the next one onward, sometimes any other. */
export function tried(all: readonly DoorNow[], facts: Facts, by: Chance): DoorNow | undefined {
  const possible = all.filter(
    (d) => steps[d.event] !== undefined && (d.kind === 'step' || d.event === 'conference.ended'),
  );
  const alone = facts.preparation.process?.type === 'victimOnly';
  const main = possible.filter(
    (d) => onward.includes(d.event) && (d.event === 'victimOnly.completed') === (alone && onward.indexOf(d.event) > 1),
  );
  const again = facts.conference.booking !== null && !by.percent(4); // a meeting is seldom booked again
  const ending = possible.filter((d) => finishing.includes(d.event));
  const rest = possible.filter((d) => !onward.includes(d.event) && !finishing.includes(d.event));
  const dice = by.number();
  return (
    (dice < 0.75
      ? by.one(
          main.filter(
            (d) => (d.event !== 'conference.ended' || by.percent(4)) && !(again && d.event === 'conference.booked'),
          ),
        )
      : undefined) ??
    (dice < 0.75 || dice > 0.93
      ? by.one(
          ending.filter(
            (d) => d.event !== 'case.closed' || (facts.conference.held.length > 0 && by.percent(30)) || by.percent(3),
          ),
        )
      : undefined) ??
    by.one(rest)
  );
}

/** A draft that begins an exchange, when words are what the process passes and none are under way. */
export function draft(stored: StoredCase, a: Around, by: Chance): Said | null {
  const { facts } = stored;
  const type = facts.preparation.process?.type;
  if (typeof stored.state === 'string' || stored.state.conference !== 'exchange' || !type) return null;
  if (processTypes[type].exchange !== 'words' || Object.values(facts.exchange.words).some((w) => !w.passedAt))
    return null;
  const of = (role: string) => by.one(attending(facts).filter((id) => facts.people.participants[id]?.role === role));
  const [from, to] = by.percent(60) ? [of('responsible'), of('harmed')] : [of('harmed'), of('responsible')];
  if (!from || !to) return null;
  return {
    by: lead(a),
    type: 'words.drafted',
    wordsId: a.id(),
    from,
    to,
    kind: by.some(namesOf(wordsKinds)),
    text: a.id(),
    sha256: `sha-${a.id()}`,
  };
}
