// Promises about how a case moves, closes, and lets go of what was taken back.
import {
  ages,
  checkpoints,
  doesNotKnowOfClosing,
  notices,
  processTypes,
  type Actor,
  type EventType,
  type ProcessType,
  type Supplier,
} from '#libs/case';
import { everyone } from './staff.js';
import {
  type Promised,
  broken,
  inForce,
  sideOf,
  sensitive,
  abuse,
  direct,
  frozen,
  forbidden,
  signedOff,
  assessed,
  team,
} from './promise-terms.js';

/** What an agreed item stands on: when a yes to it ends, it stands no more (R21). */
export const agreed: Promised = ({ after, ledger: l }) =>
  Object.entries(after.facts.agreement.items)
    .filter(([, i]) => i.agreedAt !== null && i.outcome === null)
    .flatMap(([id, i]) =>
      [i.doer, ...(i.recipient ? [i.recipient] : [])]
        .filter((who) => ['withdrawn', 'refused'].includes(l.answer(who, 'agreementItem', id)?.answer ?? ''))
        .map((who) => `${id} stands though ${who} took back their yes`),
    );

const whenClosed: ReadonlySet<EventType> = new Set<EventType>([
  'case.closed',
  'case.reopened',
  'consent.withdrawn',
  'concern.raised',
  'concern.decided',
  'followUp.done',
  'safeContact.recorded',
  'channel.cleared',
  'needs.recorded',
  'contact.attempted',
  'notice.sent',
  'deadline.passed',
  'facilitator.asked',
  'conflict.declared',
  'facilitator.assigned',
  'facilitator.released',
]);
/** A closed case does nothing but what it may, and closes with nothing open. */
export const closed: Promised = ({ event: e, before, after, ledger: l, settings }) => [
  ...broken(
    before.state === 'closed' && !whenClosed.has(e.type) && !doesNotKnowOfClosing(e, before.facts, settings),
    `a closed case heard ${e.type}`,
  ),
  ...broken((after.state === 'closed') !== (after.facts.closing.closed !== null), 'closed, and not closed'),
  ...(e.type === 'case.closed'
    ? [
        ...broken(l.openConcerns.size > 0, 'closed under an open concern'),
        ...broken(
          after.facts.conference.booking !== null || after.facts.conference.session !== null,
          'closed with a meeting',
        ),
        ...broken(
          [...l.items].some(([, i]) => i.agreed && (i.outcome === null || i.outcome === 'partly')),
          'closed with something agreed undone',
        ),
      ]
    : []),
];

/** The stages stand on their consents and sign-offs (R24 to R26, R31, R33, R36). */
export const onward: Promised = ({ event: e, before, after, ledger: l, settings: s }) => {
  const sides = [...l.people.keys()].filter(
    (id) => sideOf(l, id) && l.takesPart(id) && !(l.type === 'victimOnly' && sideOf(l, id) === 'responsible'),
  );
  const all = (p: 'contact' | 'prepare' | 'takePart') =>
    sides
      .filter((id) => !inForce(l, id, p, p === 'takePart' ? l.type : null, e.at, s))
      .map((id) => `${e.type} without ${id}'s ${p}`);
  const able = sides.flatMap((id) => {
    const p = l.people.get(id);
    const adult = l.people.get(l.adults.get(id) ?? '');
    return [
      ...broken(p?.age === 'unknown', `${e.type} with the age of ${id} unknown`),
      ...broken(
        p !== undefined && ages[p.age].minor && !(adult?.here && !adult.implicated && adult.age === 'adult'),
        `${e.type}: ${id} is a minor without an adult`,
      ),
      ...broken(
        l.capacity.has(id) && !['has', 'hasWithSupport'].includes(l.capacity.get(id) ?? ''),
        `${e.type} with ${id}'s capacity in doubt`,
      ),
      ...(l.capacity.has(id) ? signedOff(l, 'capacity', id, e.at, s) : []),
    ];
  });
  const harmed = sides.some((id) => sideOf(l, id) === 'harmed');
  const both = harmed && sides.some((id) => sideOf(l, id) === 'responsible');
  if (e.type === 'suitability.decided' && e.suitable && after.state === 'consent' && before.state === 'suitability')
    return [
      ...all('contact'),
      ...frozen(l, e.type),
      ...assessed(l, sides, e.at, s),
      ...signedOff(l, 'referral', null, e.at, s),
      ...broken(!both && l.type !== 'victimOnly', 'suitable with one side'),
    ];
  if (e.type === 'preparation.begun')
    return [
      ...all('contact'),
      ...all('prepare'),
      ...frozen(l, e.type),
      ...able,
      ...sides.flatMap((id) => signedOff(l, 'firstMeeting', id, e.at, s)),
      ...assessed(l, sides, e.at, s),
    ];
  if (e.type === 'preparation.completed')
    return [
      ...all('contact'),
      ...all('prepare'),
      ...all('takePart'),
      ...frozen(l, e.type),
      ...able,
      ...assessed(l, sides, e.at, s),
      ...broken(!both, 'one side only'),
      ...signedOff(l, 'processChoice', null, e.at, s),
      ...(abuse(l) && direct(l) ? signedOff(l, 'abuseGate', null, e.at, s) : []),
      ...broken(direct(l) && l.indirectOnly, 'a direct process though only an indirect one is allowed'),
      ...broken(after.state === before.state, 'completed and did not move'),
    ];
  if (e.type === 'conference.booked') {
    const type: ProcessType | null = l.type;
    return [
      ...all('takePart'),
      ...frozen(l, e.type),
      ...team(l),
      ...able,
      ...broken(
        type === null || processTypes[type].exchange !== 'meeting',
        'a meeting booked for a process that is none',
      ),
      ...forbidden(l, 'meeting', e.attendees, e.startsAt),
      ...(sensitive(l) ? signedOff(l, 'sensitiveProcess', null, e.at, s) : []),
      ...(abuse(l) && direct(l) ? signedOff(l, 'abuseGate', null, e.at, s) : []),
    ];
  }
  if (e.type === 'exchange.ended' || e.type === 'victimOnly.completed')
    return [...all('takePart'), ...frozen(l, e.type)];
  return [];
};

/** R20, R21: a withdrawal ends what stood on it, in the same step; others hear neutral words only. */
export const withdrawing: Promised = ({ event: e, before, after, ledger: l }) => {
  const stage = typeof after.state === 'string' ? after.state : 'conference';
  const told = Object.entries(after.facts.post.queued).filter(([id]) => !before.facts.post.queued[id]);
  if (e.type !== 'consent.withdrawn') return told.filter(([, n]) => n.to === 'nobody').map(() => 'nobody is told');
  const part = ['contact', 'prepare'].includes(e.purpose) || (e.purpose === 'takePart' && e.about === l.type);
  const meets = [...(before.facts.conference.session?.attended ?? before.facts.conference.booking?.attendees ?? [])];
  const role = l.people.get(e.participantId)?.role;
  return [
    ...broken(
      part &&
        meets.includes(e.participantId) &&
        (after.facts.conference.booking !== null || after.facts.conference.session !== null),
      'a withdrawal left a meeting',
    ),
    ...broken(
      part &&
        meets.includes(e.participantId) &&
        stage === 'conference' &&
        (role === 'harmed' || role === 'responsible'),
      'a withdrawal left the case in its conference',
    ),
    ...told
      .filter(([, n]) => n.to === e.participantId || !notices[n.template].neutral)
      .map(([, n]) => `${n.to} is told ${n.template} of a withdrawal`),
  ];
};

/** Sign-offs and decisions are accepted only from those who may (section 3, R36, R37). */
export const signing: Promised = ({ event: e, duties }) => {
  const who: Actor | undefined = everyone.find((a) => a.id === e.by);
  const held = new Set<string>(who?.kind === 'staff' ? who.roles : []);
  const duty = duties.get(e.by);
  if (duty) held.add(duty === 'supervisor' ? 'supervisor' : 'onCase');
  const entitled = (s: Supplier): boolean => (s === 'facilitator' ? held.has('onCase') : held.has(s));
  return [
    ...broken(
      (e.type === 'checkpoint.passed' || e.type === 'checkpoint.refused') &&
        !(checkpoints[e.checkpoint].signedBy as readonly Supplier[]).some(entitled),
      `${e.by} signed and may not`,
    ),
    ...broken(e.type === 'concern.decided' && !held.has('safeguardingLead'), `${e.by} decided on a concern`),
  ];
};
