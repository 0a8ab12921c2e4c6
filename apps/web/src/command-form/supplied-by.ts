// Which command supplies what a rule asks for: where a blocker leads, if it is the reader's to supply.
import { commands } from '../areas/commands/commands.generated.js';
import type { Verb } from './definition.js';

/** By the name of the rule; one that nothing supplies, such as time, is left out. */
const supplies: Readonly<Record<string, Verb>> = {
  facilitator: 'assignFacilitator',
  facilitatorFit: 'assignFacilitator',
  declaration: 'declareConflict',
  concern: 'decideConcern',
  stopped: 'liftFreeze',
  paused: 'liftFreeze',
  indirectOnly: 'liftFreeze',
  order: 'endOrder',
  approval: 'recordApproval',
  checkpoint: 'passCheckpoint',
  lapsed: 'passCheckpoint',
  refused: 'passCheckpoint',
  assessment: 'assessRisk',
  assessmentStale: 'assessRisk',
  consent: 'giveConsent',
  consentEnded: 'giveConsent',
  consentLapsed: 'giveConsent',
  consentNotWritten: 'giveConsent',
  notNow: 'giveConsent',
  reconfirmation: 'reconfirmConsent',
  age: 'confirmAge',
  appropriateAdult: 'nameAppropriateAdult',
  capacity: 'assessCapacity',
  acknowledgement: 'recordAcknowledgement',
  identity: 'confirmIdentity',
  member: 'addMember',
  seat: 'addMember',
  companion: 'addMember',
  attendee: 'addMember',
  approachBasis: 'confirmApproach',
  safeContact: 'recordSafeContact',
  channelFrozen: 'clearChannel',
  needs: 'recordNeeds',
  invitation: 'decideInvitation',
  processType: 'chooseProcessType',
  preparation: 'holdPreparation',
  readiness: 'stateReadiness',
  arrangement: 'settleArrangement',
  booking: 'bookConference',
  privateCheck: 'checkParticipant',
  communication: 'screenCommunication',
  item: 'checkItem',
  proportionality: 'checkItem',
  deviation: 'reviewDeviation',
  notApproached: 'attemptContact',
  wordsUnread: 'confirmWordsRead',
};

/** The command that supplies what a rule asks for; null where none does. */
export const suppliedBy = (rule: string): Verb | null => supplies[rule] ?? null;

/** `ContactAttempted` is the input of the event `contact.attempted`: the schema names one after the other. */
const inputOf = (event: string): string =>
  event.replaceAll(/(^|\.)([a-z])/g, (_match, _dot, letter: string) => letter.toUpperCase());

const byInput = new Map(Object.entries(commands).map(([verb, { input }]) => [input as string, verb as Verb]));

/** The command that tells a case this event; null for one that only the worker tells. */
export const commandFor = (event: string): Verb | null => byInput.get(inputOf(event)) ?? null;

/** The first id of a person or thing that a blocker or a door is about. */
export const idIn = (about: string | null): string | null =>
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/.exec(about ?? '')?.[0] ?? null;
