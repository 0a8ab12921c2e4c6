// How a simulated case is opened: by anybody, about anything, sometimes with people who must be invited first.
import { initiators, offenceKinds, type EventOf } from '#libs/case';
import type { Chance } from './chance.js';

export function opening(by: Chance): Omit<EventOf<'case.opened'>, 'at'> {
  const kinds = Object.keys(offenceKinds) as [keyof typeof offenceKinds, ...(keyof typeof offenceKinds)[]];
  const anybody = Object.keys(initiators) as [keyof typeof initiators, ...(keyof typeof initiators)[]];
  return {
    type: 'case.opened',
    by: 'cai',
    caseId: 'case',
    serviceId: 'service',
    processId: 'first',
    source: 'police',
    initiator: by.percent(80) ? 'harmed' : by.some(anybody),
    offences: [{ offenceId: 'offence', kind: by.percent(75) ? 'theft' : by.some(kinds) }],
    invitationNeeded: by.percent(15),
  };
}
