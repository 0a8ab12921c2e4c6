// Promises about who is contacted, written to or told something.
import { notices, type Settings } from '#libs/case';
import type { Ledger } from './ledger.js';
import {
  days,
  type Promised,
  broken,
  inForce,
  sensitive,
  abuse,
  frozen,
  forbidden,
  signedOff,
  assessed,
  team,
  reachable,
} from './promise-terms.js';

/** R49, R50: the exact words, both wills, two pairs of eyes. */
export const passing: Promised = ({ event: e, ledger: l, settings: s }) => {
  if (e.type !== 'words.passed') return [];
  const w = l.letters.get(e.wordsId);
  if (!w) return ['words passed that nobody drafted'];
  return [
    ...broken(w.agreed !== w.sha, 'words passed that their sender did not agree'),
    ...broken(w.screened?.sha !== w.sha || w.checked?.sha !== w.sha, 'words passed that were not read twice'),
    ...broken(w.screened?.by === w.checked?.by, 'words passed that one person read twice'),
    ...broken(w.held, 'words passed that were held'),
    ...broken(!inForce(l, w.to, 'receive', w.kind, e.at, s), 'words passed to somebody who did not ask for them'),
    ...[w.from, w.to].flatMap((id) => [
      ...broken(!inForce(l, id, 'takePart', l.type, e.at, s), `${id} did not consent to this exchange`),
      ...broken(
        !inForce(l, id, 'prepare', null, e.at, s) || !inForce(l, id, 'contact', null, e.at, s),
        `${id} ended contact or preparation`,
      ),
    ]),
    ...frozen(l, 'words pass'),
    ...forbidden(l, 'message', [w.from, w.to], e.at),
    ...signedOff(l, 'beforePassing', e.wordsId, e.at, s),
    ...(sensitive(l) ? signedOff(l, 'sensitiveProcess', null, e.at, s) : []),
    ...assessed(l, [w.from, w.to], e.at, s),
    ...team(l),
    ...reachable(l, w.to, e.at, s),
  ];
};

/** R4 to R7, R11, R12, R35: who is contacted, and how. */
export const contacting: Promised = ({ event: e, ledger: l, settings: s, before }) => {
  if (e.type !== 'contact.attempted' && e.type !== 'preparation.held') return [];
  const p = l.people.get(e.participantId);
  const ended = l.answer(e.participantId, 'contact');
  const notYet = (['contact', 'prepare'] as const)
    .map((x) => l.answer(e.participantId, x))
    .some((a) => a?.answer === 'notNow' && Date.parse(a.reaskOn ?? '') > Date.parse(e.at));
  const begunByOther = !['harmed', 'police', 'youthJustice', 'service'].includes(l.initiator);
  const safe = before.facts.contact.safe[e.participantId];
  return [
    ...broken(!p?.here, `${e.participantId} is contacted and not in the case`),
    ...broken(
      ended?.answer === 'refused' || ended?.answer === 'withdrawn',
      `${e.participantId} is contacted after saying no`,
    ),
    ...broken(notYet, `${e.participantId} is contacted before the day they named`),
    ...broken(
      p?.approach === 'objected' || p?.approach === 'unknown',
      `${e.participantId} did not agree to be approached`,
    ),
    ...broken(
      p?.role === 'harmed' && abuse(l) && begunByOther && !p.askedThemselves,
      'after abuse, contact that the person harmed did not begin',
    ),
    ...broken(
      p?.role === 'harmed' && l.invitationNeeded && p.invited !== true,
      'contact before it was decided to invite',
    ),
    ...broken(
      !safe || days(safe.checkedAt, e.at) > s.safeContactDays,
      `${e.participantId} is contacted without a safe-contact record`,
    ),
    ...broken(
      !safe?.channels.includes(e.channel) || safe.frozen.includes(e.channel),
      `${e.participantId} is contacted on ${e.channel}, which is not safe`,
    ),
    ...broken(
      e.type === 'preparation.held' && !l.asked.has(e.participantId),
      `${e.participantId} is prepared and was not asked what they need`,
    ),
    ...broken(
      e.type === 'preparation.held' && !inForce(l, e.participantId, 'prepare', null, null, s),
      `${e.participantId} is prepared without consent`,
    ),
    ...frozen(l, 'contact'),
    ...signedOff(l, 'referral', null, e.at, s),
    ...(sensitive(l) ? signedOff(l, 'sensitiveFirstContact', null, e.at, s) : []),
    ...team(l),
  ];
};

/** R12: a channel on which an attempt went wrong stays shut until the safeguarding lead opens it. */
export const staysFrozen: Promised = ({ after, ledger: l }) =>
  [...l.safe].flatMap(([id, { frozen: shut }]) =>
    broken(
      after.facts.contact.safe[id]?.frozen.toSorted().join() !== [...shut].toSorted().join(),
      `${id} has other channels frozen than those on which an attempt went wrong`,
    ),
  );

const HOUR = 3_600_000;
const inLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'long',
  hour: '2-digit',
  minute: '2-digit',
});
const wall = (at: string | number): { day: string; time: string } => {
  const part = new Map(inLondon.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  return { day: (part.get('weekday') ?? '').toLowerCase(), time: `${part.get('hour')}:${part.get('minute')}` };
};
/** R22: whether a Monday's nine o'clock lies between the end of the delay and the moment of sending. */
function roundBetween(queuedAt: string, at: string, s: Settings): boolean {
  const first = Math.ceil((Date.parse(queuedAt) + s.neutralDelayDays * 24 * HOUR) / HOUR) * HOUR;
  for (let hour = first; hour <= Date.parse(at); hour += HOUR) {
    const { day, time } = wall(hour);
    if (day === 'monday' && time === '09:00') return true;
  }
  return false;
}
/** R11: whether a person named times, and this is none of them. */
function outsideSafeTimes(l: Ledger, id: string, at: string): boolean {
  const times = l.safe.get(id)?.times ?? [];
  const now = wall(at);
  return times.length > 0 && !times.some((t) => t.day === now.day && t.opens <= now.time && now.time < t.closes);
}

/** R11, R21, R22: what is sent, and what waits. */
export const writing: Promised = ({ event: e, before, after, ledger: l, settings: s }) => {
  const waiting = Object.values(after.facts.post.queued).flatMap((n) => [
    ...notices[n.template].needs
      .filter((p) => !inForce(l, n.to, p, p === 'takePart' ? n.about : null, null, s))
      .map((p) => `${n.template} waits for ${n.to} without ${p}`),
    ...broken(
      n.template === 'meetingBooked' && !after.facts.conference.booking?.attendees.includes(n.to),
      `${n.to} waits to be told of a meeting that is not theirs`,
    ),
  ]);
  if (e.type !== 'notice.sent') return waiting;
  const n = before.facts.post.queued[e.noticeId];
  if (!n) return ['a message was sent that nobody queued'];
  return [
    ...waiting,
    ...notices[n.template].needs
      .filter((p) => !inForce(l, n.to, p, p === 'takePart' ? n.about : null, e.at, s))
      .map((p) => `${n.template} sent to ${n.to} without ${p}`),
    ...broken(
      notices[n.template].neutral && n.startsAt === null && days(n.queuedAt, e.at) < s.neutralDelayDays,
      'neutral words sent at the moment of the event',
    ),
    ...broken(
      notices[n.template].neutral && n.startsAt === null && !roundBetween(n.queuedAt, e.at, s),
      'neutral words sent outside a round',
    ),
    ...broken(
      n.startsAt === null && outsideSafeTimes(l, n.to, e.at),
      `${n.to} is written to at a time that is not safe`,
    ),
    ...reachable(l, n.to, e.at, s),
    ...frozen(l, 'a message is sent'),
  ];
};

/** R9, R28, R49, R59: what one side or an organisation is told. */
export const telling: Promised = ({ event: e, ledger: l, settings: s }) => {
  switch (e.type) {
    case 'interest.told':
      return [
        ...broken(!inForce(l, e.participantId, 'interest', null, e.at, s), 'an interest told without consent'),
        ...broken(
          [...l.people].some(([id, p]) => p.role === 'responsible' && l.takesPart(id) && !p.identity),
          'an interest told before identity was confirmed',
        ),
        ...frozen(l, 'an interest is told'),
      ];
    case 'name.told':
      return [
        ...broken(!inForce(l, e.participantId, 'nameKnown', null, e.at, s), 'a name told without consent'),
        ...broken(
          ['harmed', 'responsible'].includes(l.people.get(e.participantId)?.role ?? ''),
          'the name of a side told',
        ),
        ...frozen(l, 'a name is told'),
      ];
    case 'words.receiptTold': {
      const w = l.letters.get(e.wordsId);
      return [
        ...broken(
          !w || !inForce(l, w.to, 'receiptKnown', w.kind, e.at, s),
          'a receipt told that the receiver did not allow',
        ),
        ...broken(!w?.passed || !w.receipt, 'a receipt told that there was not'),
        ...frozen(l, 'a receipt is told'),
      ];
    }
    case 'information.shared':
      return [
        ...broken(
          !inForce(l, e.participantId, 'share', e.organisation, e.at, s),
          'something shared without consent for that organisation',
        ),
        ...broken(/partner|agenc/i.test(e.organisation), 'something shared with nobody in particular'),
        ...frozen(l, 'something is shared'),
      ];
    case 'item.agreed': {
      const i = l.items.get(e.itemId);
      const who = i ? [i.doer, ...(i.recipient ? [i.recipient] : [])] : ['nobody'];
      return [
        ...who
          .filter((id) => !inForce(l, id, 'agreementItem', e.itemId, e.at, s))
          .map((id) => `${id} did not agree to the item`),
        ...broken(!i?.checked, 'an item agreed that nobody weighed'),
      ];
    }
    case 'breach.reported': {
      const i = l.items.get(e.itemId);
      return [
        ...broken(
          i?.outcome !== 'breached' || (i.recipient !== null && !i.told),
          'a breach reported before the recipient heard of it',
        ),
        ...signedOff(l, 'breach', e.itemId, e.at, s),
      ];
    }
    default:
      return [];
  }
};
