// The people who work for the service of a simulated case, and who of them would say a thing: somebody who may, and who did not write the assessment.
import { may, type Actor, type CaseEvent, type Facts, type Id, type StaffRole } from '#libs/case';

const staff = (id: string, ...roles: StaffRole[]): Actor => ({ kind: 'staff', id, serviceId: 'service', roles });
export const facilitators = ['fay', 'finn', 'fox'].map((id) => staff(id, 'facilitator'));
const everyone: readonly Actor[] = [
  ...facilitators,
  staff('cai', 'coordinator'),
  staff('sam', 'safeguardingLead'),
  staff('sue', 'safeguardingLead'),
  staff('max', 'manager'),
  { kind: 'clock', id: 'clock', serviceId: 'service' },
];
const authors = (facts: Facts): Set<Id> => new Set(Object.values(facts.safeguarding.assessments).map((a) => a.by));
/** Somebody of these who may say this: for a sign-off one who assessed nobody, for a second check another than who screened. */
export function actorOf(e: CaseEvent, facts: Facts, among: readonly Actor[] = everyone): Actor | null {
  const able = among.filter((a) => may(a, { ...e, by: a.id } as CaseEvent, facts));
  if (e.type === 'checkpoint.passed') return able.find((a) => !authors(facts).has(a.id)) ?? able[0] ?? null;
  if (e.type === 'communication.secondChecked') {
    const by = facts.processes[e.processId]?.communication.of[e.communicationId]?.screened?.by;
    return able.find((a) => a.id !== by) ?? able[0] ?? null;
  }
  if (e.type === 'deviation.reviewed') {
    const by = facts.deviations.of[e.deviationId]?.recordedBy;
    return able.find((a) => a.id !== by) ?? null;
  }
  if (e.type === 'conflict.declared') return among.find((a) => a.id === e.staffId) ?? null;
  return able[0] ?? null;
}
