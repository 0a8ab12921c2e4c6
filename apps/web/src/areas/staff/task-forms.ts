// Where a task leads: the form by which it is done, or the case where several would do.
import type { Verb } from '../../command-form/definition.js';
import { idIn } from '../../command-form/supplied-by.js';
import { caseAddress, formAddress } from './addresses.js';
import { formFor } from './forms-of-commands.js';

/** By the name of the task; one that is done by looking leads to its case. */
const doneBy: Readonly<Record<string, Verb>> = {
  assignFacilitator: 'askFacilitator',
  confirmAssignment: 'assignFacilitator',
  findAnother: 'askFacilitator',
  readWords: 'confirmWordsRead',
  decideConcern: 'decideConcern',
  unsafeContact: 'clearChannel',
  answerPreference: 'answerPreference',
  tellRecipient: 'tellRecipient',
  reviewDeviation: 'reviewDeviation',
  checkpointLapse: 'passCheckpoint',
  firstContact: 'attemptContact',
  followUp: 'recordFollowUp',
  ageCheck: 'confirmAge',
  capacityAgain: 'assessCapacity',
  item: 'checkItem',
  invitationNotDecided: 'decideInvitation',
  noSafeContact: 'recordSafeContact',
};

export interface TaskRead {
  readonly caseId: string;
  readonly task: string;
  readonly about: string;
  readonly processId: string | null;
}

/** The address of the form, with whom or what it is about where the form asks for that. */
export function taskAddress({ caseId, task, about, processId }: TaskRead): string {
  if (task === 'emergencyAccess') return '/emergencies';
  const form = formFor(doneBy[task] ?? null);
  if (!form) return caseAddress(caseId);
  return formAddress(caseId, form.address, { about: form.about === null ? null : idIn(about), processId });
}
