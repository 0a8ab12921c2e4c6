// Every sentence of the service that a participant meets, by what it says: each language is one such catalogue.
import type { CommunicationKind, ExplainedItem, NoticeTemplate, ProcessType, Purpose, ReleaseKind } from '#libs/case';

/** Rules about what a person said or gave themselves. All others speak of the case or of another person: not to them. */
export const ownRules = [
  'unsound',
  'unknown',
  'age',
  'capacity',
  'consent',
  'consentEnded',
  'consentLapsed',
  'consentNotWritten',
  'notNow',
  'consentText',
  'safeContact',
] as const;
export type OwnRule = (typeof ownRules)[number];

/** Where a person stands, in words that are theirs to know (R22). */
export const ownStages = ['inContact', 'preparing', 'meetingBooked', 'afterwards', 'ended'] as const;
export type OwnStage = (typeof ownStages)[number];

/** Fields of what a person may say of themselves that can be wrong. */
export const ownFields = [
  'about',
  'adult',
  'channels',
  'childView',
  'competence',
  'explained',
  'explained.by',
  'explained.on',
  'language',
  'needs',
  'on',
  'processId',
  'purpose',
  'reaskOn',
  'reason',
  'sha256',
  'text',
  'times',
  'voicemail',
] as const;
export type OwnField = (typeof ownFields)[number];

export interface Catalogue {
  /** Messages. */
  notices: Record<NoticeTemplate, string>;
  /** What others let them know. */
  releases: Record<ReleaseKind, string>;
  stages: Record<OwnStage, string>;
  /** What they are asked. */
  consents: Record<Purpose, string>;
  /** What must have been explained before. */
  explained: Record<ExplainedItem, string>;
  processTypes: Record<ProcessType, string>;
  communicationKinds: Record<CommunicationKind, string>;
  /** The question whether they take part in one kind of process. */
  takePartIn: (kind: string) => string;
  /** What stands before something they say. */
  blockers: Record<OwnRule, string>;
  /** What is not right in something they said, as a sentence to them: names of fields are not theirs to read. */
  fields: Record<OwnField, string>;
  /** Something was not explained, before a yes. */
  notExplained: (item: string) => string;
  /** Why nothing happened, where no more is theirs to know. */
  refusals: Record<'notNow' | 'blocked' | 'notPermitted', string>;
}
