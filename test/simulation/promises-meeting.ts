// Promises about who meets: everybody's yes, the sign-offs of the day, nothing that forbids it.
import { checkpoints, roles, type Checkpoint } from '#libs/case';
import {
  days,
  type Promised,
  broken,
  sideOf,
  sensitive,
  abuse,
  direct,
  meetingConsents,
  frozen,
  forbidden,
  signedOff,
  assessed,
  team,
} from './promise-terms.js';

/** Nobody meets unless everybody's yes stands, whatever happened since it began. */
export const whoMeets: Promised = ({ after, ledger: l, settings: s }) => {
  const { session, booking } = after.facts.conference;
  const goingOn = typeof after.state !== 'string' && after.state.conference === 'underWay';
  return [
    ...(session ? meetingConsents(l, session.attended, null, s).filter((x) => goingOn || !x.includes('capacity')) : []),
    ...(booking && !session
      ? meetingConsents(l, booking.attendees, null, s).filter((x) => !x.includes('capacity'))
      : []),
    ...(goingOn
      ? [
          ...frozen(l, 'people meet'),
          ...broken(direct(l) && l.indirectOnly, 'people meet though only an indirect process is allowed'),
        ]
      : []),
  ];
};
/** Before people meet, or meet again: everything of the day. */
export const beginning: Promised = ({ event: e, after, before, ledger: l, settings: s }) => {
  if (e.type !== 'conference.begun' && e.type !== 'session.resumed') return [];
  const who = after.facts.conference.session?.attended ?? [];
  const always = [
    ...meetingConsents(l, who, e.at, s),
    ...forbidden(l, 'meeting', who, e.at),
    ...broken(direct(l) && l.indirectOnly, 'a direct meeting though only an indirect process is allowed'),
    ...frozen(l, 'people meet'),
    ...broken(
      !who.some((id) => sideOf(l, id) === 'harmed') || !who.some((id) => sideOf(l, id) === 'responsible'),
      'one side meets nobody',
    ),
  ];
  if (e.type === 'session.resumed') {
    const { checked } = before.facts.conference.session?.pause ?? {
      checked: {} as Record<string, { willing: boolean }>,
    };
    return [
      ...always,
      ...who.filter((id) => !checked[id]?.willing).map((id) => `${id} was not asked alone before it went on`),
    ];
  }
  const onSides = who.filter((id) => sideOf(l, id));
  const names = Object.keys(checkpoints) as Checkpoint[];
  const needed = names.filter(
    (c) => (checkpoints[c].before as readonly string[]).includes('begin') && checkpoints[c].per === 'case',
  );
  const applies = (c: Checkpoint): boolean =>
    checkpoints[c].applies === 'always' ||
    (checkpoints[c].applies === 'sensitive' && sensitive(l)) ||
    (checkpoints[c].applies === 'abuseDirect' && abuse(l) && direct(l));
  return [
    ...always,
    ...needed.filter(applies).flatMap((c) => signedOff(l, c, null, e.at, s)),
    ...onSides
      .filter((id) => l.assessments.get(id)?.level === 'high')
      .flatMap((id) => signedOff(l, 'highRisk', id, e.at, s)),
    ...assessed(l, onSides, e.at, s),
    ...team(l),
    ...who
      .filter((id) => days(l.answer(id, 'takePart', l.type)?.confirmedAt ?? '2000-01-01', e.at) > s.dayOfDays)
      .map((id) => `${id} did not confirm on the day`),
    ...[...l.unapproved].map((id) => `${id} meets without approval of prison or probation`),
    ...who
      .filter(
        (id) =>
          l.people.get(id) &&
          roles[l.people.get(id)?.role ?? 'harmed'].prepared &&
          !(l.prepared.has(id) && l.ready.get(id)),
      )
      .map((id) => `${id} is not prepared and ready`),
    ...broken(
      l.booked !== null && Math.abs(days(l.booked.startsAt, e.at)) > s.dayOfDays,
      'people meet on another day than booked',
    ),
  ];
};

/** The step of the conference is what the facts say. */
export const whereItStands: Promised = ({ after }) => {
  const { booking, session } = after.facts.conference;
  const step = typeof after.state === 'string' ? null : after.state.conference;
  const should = session ? (session.pause ? 'interrupted' : 'underWay') : booking ? 'booked' : null;
  return broken(
    should === null ? step === 'booked' || step === 'underWay' || step === 'interrupted' : step !== should,
    `stands at ${JSON.stringify(after.state)} with ${should}`,
  );
};
