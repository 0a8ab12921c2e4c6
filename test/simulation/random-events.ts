// Things that happen out of order: by anyone, at any point, complete or not, kind or hostile.
import { aboutPeople } from './events-people.js';
import { aboutWork } from './events-work.js';
import { type Moment, type Payload, type Sayings, lead } from './moment.js';
import type { EventType, Facts } from '#libs/case';
import type { Said } from '../scenario/answer-blocker.js';
import type { Chance } from './chance.js';

const sayings: Sayings = { ...aboutPeople, ...aboutWork };
type Saying = [type: EventType, say: (m: Moment) => Payload<EventType>];
const urn: Saying[] = Object.entries(sayings).flatMap(([type, [weight, say]]) =>
  Array.from({ length: weight }, (): Saying => [type as EventType, say as Saying[1]]),
);
/** Event types that chance never says; a test expects none but the opening. */
export const unsaid = (all: readonly EventType[]): EventType[] => all.filter((t) => sayings[t] === undefined);

/** What would end too many cases early, if it happened as often as the rest. */
const seldom: ReadonlySet<EventType> = new Set<EventType>([
  'case.closed',
  'participant.left',
  'participant.joined',
  'process.chosen',
  'risk.informed',
  'consent.refused',
  'conflict.declared',
  'facilitator.released',
  'flag.set',
  'invitation.decided',
  'suitability.decided',
]);
/** What happens most where a case stands: in the room, at a booking, while words pass, when something was agreed. */
function nearby({ conference, exchange, agreement }: Facts): EventType[] {
  if (conference.session)
    return [
      'session.paused',
      'session.checked',
      'session.resumed',
      'consent.withdrawn',
      'consent.refused',
      'concern.raised',
      'concern.decided',
      'participant.left',
      'participant.joined',
      'risk.informed',
      'order.recorded',
      'capacity.doubted',
      'case.paused',
      'approach.confirmed',
      'invitation.decided',
      'process.chosen',
      'checkpoint.refused',
      'age.confirmed',
      'facilitator.released',
      'conference.cancelled',
    ];
  if (conference.booking)
    return [
      'consent.withdrawn',
      'consent.refused',
      'consent.deferred',
      'consent.reconfirmed',
      'concern.raised',
      'concern.decided',
      'checkpoint.refused',
      'order.recorded',
      'conference.booked',
      'conference.begun',
      'participant.left',
      'approach.confirmed',
      'age.confirmed',
      'notice.sent',
      'flag.set',
      'conference.cancelled',
    ];
  if (Object.values(exchange.words).some((w) => !w.passedAt))
    return [
      'words.agreed',
      'words.screened',
      'words.secondChecked',
      'words.held',
      'words.passed',
      'consent.given',
      'consent.withdrawn',
      'concern.raised',
      'concern.decided',
      'checkpoint.passed',
      'order.recorded',
    ];
  if (Object.values(exchange.words).some((w) => w.passedAt && !w.receiptToldAt))
    return ['words.receiptNoted', 'words.receiptTold', 'consent.given', 'consent.withdrawn'];
  if (Object.values(agreement.items).some((i) => !i.outcome?.outcome))
    return [
      'item.checked',
      'item.agreed',
      'item.varied',
      'item.progressed',
      'consent.given',
      'consent.withdrawn',
      'item.proposed',
    ];
  if (Object.values(agreement.items).length > 0)
    return ['item.recipientTold', 'breach.reported', 'item.progressed', 'checkpoint.passed', 'agreement.decided'];
  return conference.held.length > 0 ? ['item.proposed', 'agreement.decided', 'followUp.done', 'notice.sent'] : [];
}

/** Something that happens by chance; now and then with an id that is nobody's, or a trap. */
export function happening(m: Moment): Said {
  const near = m.by.percent(50) ? nearby(m.facts) : [];
  const [type, say] = m.by.one(near.length > 0 ? urn.filter(([t]) => near.includes(t)) : urn) ?? (urn[0] as Saying);
  if (near.length === 0 && seldom.has(type) && m.by.percent(75)) return happening(m);
  const { speaker, ...payload } = say(m);
  const said = { by: speaker ?? lead(m), type, ...payload } as Said;
  return m.by.percent(2) ? spoilt(said, m.by) : said;
}

/** One text of what was said replaced by something that fits nothing. */
function spoilt(said: Said, by: Chance): Said {
  const fields = Object.entries(said).filter(
    ([k, v]) => typeof v === 'string' && /Id$|^about$|On$|At$|^from$|^to$|^until$/.test(k),
  );
  const [field] = by.one(fields) ?? [];
  return field
    ? ({ ...said, [field]: by.some(['constructor', '__proto__', 'nobody', '', 'a|contact|-', '31/12/2026']) } as Said)
    : said;
}
