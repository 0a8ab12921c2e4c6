// What makes an event about people incomplete or wrong (R26).
import { when } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import { ages, roles } from '../vocabulary/people.js';
import type { PeopleEvents } from './facts.js';

export const checks: Checks<PeopleEvents> = {
  'participant.joined': (e, f) => [
    ...when(f.people.participants[e.participantId] !== undefined, 'unsound', 'participantId', 'coordinator'),
    ...when(
      (e.role === 'supporter' || e.role === 'representative') && !(e.supports && f.people.participants[e.supports]),
      'unsound',
      'supports',
      'facilitator',
    ),
    ...when(
      e.processId !== undefined && f.processes[e.processId]?.ended !== null,
      'unknown',
      'processId',
      'facilitator',
    ),
  ],
  'participant.left': (e, f) =>
    when(Boolean(f.people.participants[e.participantId]?.leftAt), 'unsound', 'participantId', 'facilitator'),
  'appropriateAdult.named': (e, f) => {
    const adult = f.people.participants[e.adultId];
    const minor = f.people.participants[e.participantId];
    const fits =
      adult && adult.leftAt === null && adult.age === 'adult' && !adult.implicated && roles[adult.role].party === null;
    return [
      ...when(!fits, 'appropriateAdult', e.adultId, 'facilitator'),
      ...when(!minor || !ages[minor.age].minor, 'unsound', 'participantId', 'facilitator'),
    ];
  },
  'name.told': (e, f) => {
    const [whose, to] = [f.people.participants[e.participantId], f.people.participants[e.to]];
    return [
      ...when(!whose || whose.leftAt !== null || e.participantId === e.to, 'unsound', 'participantId', 'facilitator'),
      ...when(!to || to.leftAt !== null, 'unsound', 'to', 'facilitator'),
    ];
  },
  'identity.doubted': (e, f) =>
    when(!f.people.identityConfirmed[e.participantId], 'unsound', 'participantId', 'coordinator'),
  'identity.confirmed': (e, f) =>
    when(f.people.participants[e.participantId]?.role !== 'responsible', 'unsound', 'participantId', 'coordinator'),
};
