// The readers of the pairs: every kind of person who can ask, by how they stand to the case in which the two services differ.
import type { Duty, Role, StaffRole } from '#libs/case';

interface Row {
  /** `part`: takes part in the case. `outside`: works in its service, and not on it. `beside`: works on another case. `away`: of the other service. */
  readonly stands: 'part' | 'outside' | 'beside' | 'away';
  /** The role they take part in. */
  readonly role?: Role;
  /** What they do on the other case. */
  readonly duty?: Duty;
  /** What they are to the other service. */
  readonly of?: StaffRole;
}
export const readers = {
  harmed: { stands: 'part', role: 'harmed' },
  responsible: { stands: 'part', role: 'responsible' },
  coHarmed: { stands: 'part', role: 'harmed' },
  coResponsible: { stands: 'part', role: 'responsible' },
  supporter: { stands: 'part', role: 'supporter' },
  representative: { stands: 'part', role: 'representative' },
  communityMember: { stands: 'part', role: 'communityMember' },
  professional: { stands: 'part', role: 'professional' },
  interpreter: { stands: 'part', role: 'interpreter' },
  observer: { stands: 'part', role: 'observer' },
  // the same, by what is special about them
  minor: { stands: 'part', role: 'harmed' },
  appropriateAdult: { stands: 'part', role: 'supporter' },
  inSecondProcess: { stands: 'part', role: 'harmed' },
  inBothProcesses: { stands: 'part', role: 'responsible' },
  splitOff: { stands: 'part', role: 'harmed' },
  returned: { stands: 'part', role: 'responsible' },
  gone: { stands: 'part', role: 'harmed' },
  untold: { stands: 'part', role: 'harmed' },
  // staff of the service who do not work on the case
  otherCase: { stands: 'outside' },
  asked: { stands: 'outside' },
  declared: { stands: 'outside' },
  released: { stands: 'outside' },
  afterEmergency: { stands: 'outside' },
  administrator: { stands: 'outside' },
  // staff who work on another case of the service, and see all of that one
  lead: { stands: 'beside', duty: 'lead' },
  coFacilitator: { stands: 'beside', duty: 'coFacilitator' },
  supervisor: { stands: 'beside', duty: 'supervisor' },
  // people of the other service
  coordinator: { stands: 'away', of: 'coordinator' },
  manager: { stands: 'away', of: 'manager' },
  safeguardingLead: { stands: 'away', of: 'safeguardingLead' },
  facilitatorElsewhere: { stands: 'away', of: 'facilitator' },
  participantElsewhere: { stands: 'away' },
} as const satisfies Record<string, Row>;
export type Reader = keyof typeof readers;
export const rowOf = (reader: Reader): Row => readers[reader];

const all = Object.keys(readers) as Reader[];
export const participants: readonly Reader[] = all.filter((reader) => readers[reader].stands === 'part');
/** Who takes no part in the case: staff, and people of other cases. */
export const outsiders: readonly Reader[] = all.filter((reader) => readers[reader].stands !== 'part');
/** Those who see the stage of a case and no more: asked to work on it, or released from it (R42). */
export const seesStage = (reader: Reader): boolean => ['asked', 'declared'].includes(reader);
