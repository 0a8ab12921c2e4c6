// How a simulated case is opened: by anybody, about anything, sometimes with flags or before sentence.
import { initiators, offenceKinds, riskFlags, type EventOf } from '#libs/case';
import type { Chance } from './chance.js';
import { namesOf } from './moment.js';
import { serviceId } from './staff.js';

export function opening(by: Chance, at: string): EventOf<'case.opened'> {
  return {
    type: 'case.opened',
    at,
    by: 'cai',
    caseId: 'case',
    serviceId,
    source: 'police',
    initiator: by.percent(70) ? 'harmed' : by.some(namesOf(initiators)),
    offences: [{ offenceId: 'offence', kind: by.percent(60) ? 'theft' : by.some(namesOf(offenceKinds)) }],
    invitationNeeded: by.percent(20),
    ...(by.percent(15) ? { flags: [by.some(namesOf(riskFlags))] } : {}),
    ...(by.percent(20) ? { justiceStage: 'preSentence' as const, courtDate: '2026-06-01' } : {}),
  };
}
