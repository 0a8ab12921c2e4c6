// The one way facts change: what each feature hears, and what follows from all of them together (R21).
import { callOff } from './conference/facts.js';
import { stands } from './consent/facts.js';
import { takenAway } from './consent/needed.js';
import { applySlices, type CaseEvent, type Facts } from './facts.js';
import type { Id } from './reducers.js';
import { takesPart } from './people/taking-part.js';
import type { Notice } from './notifications/facts.js';
import { consentsOf } from './notifications/rules.js';
import type { NoticeTemplate } from './vocabulary/outcomes.js';

/** What is known after an event: pure and total. It never refuses, and asks no setting, so that a journal always folds to the same facts. */
export function learn(before: Facts, event: CaseEvent): Facts {
  const heard = callOffWhatCannotBe(before, dropItems(applySlices(before, event), event), event);
  return cancelNotices(queueNotices(before, heard, event));
}

const meets = (f: Facts): boolean => f.conference.booking !== null || f.conference.session !== null;
const attending = (f: Facts): readonly Id[] => f.conference.session?.attended ?? f.conference.booking?.attendees ?? [];

/** A meeting is off when a consent it stands on ends, or somebody who should attend no longer takes part. */
function callOffWhatCannotBe(before: Facts, after: Facts, event: CaseEvent): Facts {
  const off =
    meets(after) &&
    meets(before) &&
    (takenAway('conference', before, after) || attending(after).some((id) => !takesPart(after, id)));
  return off ? { ...after, conference: callOff(after.conference, event.at) } : after;
}

/** An item stands on the yes of doer and recipient: when one of them takes it back, it stands no more (R21, R56). */
function dropItems(facts: Facts, event: CaseEvent): Facts {
  if ((event.type !== 'consent.withdrawn' && event.type !== 'consent.refused') || event.purpose !== 'agreementItem')
    return facts;
  const item = event.about === undefined ? undefined : facts.agreement.items[event.about];
  const theirs = item?.agreedAt && !item.outcome && [item.doer, item.recipient].includes(event.participantId);
  if (!item || !theirs) return facts;
  const items = { ...facts.agreement.items, [event.about as Id]: { ...item, agreedAt: null } };
  return { ...facts, agreement: { ...facts.agreement, items } };
}

/** Whom an event tells what. The other side hears neutral words only, and not at the moment of the event (R22). */
function informed(before: Facts, after: Facts, event: CaseEvent): { to: Id; template: NoticeTemplate }[] {
  const { booking } = after.conference;
  if (event.type === 'conference.booked' && booking)
    return booking.attendees.map((to) => ({ to, template: 'meetingBooked' }));
  if (event.type === 'case.closed')
    // by id: a record that was stored comes back in an order of its own, and the same journal must give the same messages
    return Object.keys(after.people.participants)
      .toSorted()
      .filter((id) => takesPart(after, id))
      .map((to) => ({ to, template: 'caseClosed' }));
  const calledOff = meets(before) && !meets(after) && event.type !== 'conference.ended';
  const cause = 'participantId' in event ? event.participantId : null;
  return calledOff
    ? attending(before)
        .filter((id) => id !== cause)
        .map((to) => ({ to, template: 'notGoingAhead' }))
    : [];
}

function queueNotices(before: Facts, after: Facts, event: CaseEvent): Facts {
  const news = informed(before, after, event);
  if (news.length === 0) return after;
  const about = after.preparation.process?.type ?? null;
  // whoever sits in a meeting that is broken off need not be kept from travelling to it
  const { booking, session } = before.conference;
  const startsAt = meets(after) || session ? null : (booking?.startsAt ?? null);
  const queued = news.map(({ to, template }, i): [Id, Notice] => [
    `${after.learnt}-${i + 1}`,
    { to, template, about, queuedAt: event.at, startsAt },
  ]);
  return { ...after, post: { ...after.post, queued: { ...after.post.queued, ...Object.fromEntries(queued) } } };
}

/** A queued message whose consent has ended, whose receiver may not be approached, or whose meeting is off or another, is not sent any more. */
function cancelNotices(facts: Facts): Facts {
  const all = Object.entries(facts.post.queued);
  const { booking } = facts.conference;
  const holds = (n: Notice): boolean =>
    n.template !== 'meetingBooked' || (booking?.bookedAt === n.queuedAt && booking.attendees.includes(n.to));
  const kept = all.filter(
    ([, n]) =>
      facts.people.participants[n.to]?.approach !== 'objected' &&
      consentsOf(n).every((k) => stands(facts.consent.consents[k])) &&
      holds(n),
  );
  return kept.length === all.length ? facts : { ...facts, post: { ...facts.post, queued: Object.fromEntries(kept) } };
}
