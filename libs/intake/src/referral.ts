/** What a referral file becomes: the shape that intake hands to casework, with persons, offences and the case kept apart (R10). */
import type { Telephone } from './cells/telephones.js';
import type { FlagName } from './flags.js';

/** Three answers to a yes-or-no question. `null` is "not known" and is never read as "no". */
export type Answer = true | false | null;
/** A calendar day in England and Wales, 'YYYY-MM-DD'. */
export type CalendarDate = string;
export type Side = 'harmed' | 'responsible';

/** Who sent it: the organisation, or the person themselves. */
export type Source = 'police' | 'youthJustice' | 'self';
/** Whose idea it was. `responsible` together with an abuse flag sends the referral to safeguarding (R4). */
export type Initiator = 'harmed' | 'responsible' | 'police' | 'probation' | 'youthJustice' | 'other' | 'unknown';

/** One row of the file that went into a referral. */
export interface RowMark {
  /** Line of the file on which the row begins, from 1. */
  line: number;
  /** sha256 (hex) over the referrer and the row's tidied cells: the same row in a later upload has the same fingerprint. */
  fingerprint: string;
}

export interface ReferredOffence {
  /** The police's crime reference, as written; null where there is none (R3). */
  reference: string | null;
  kind: OffenceKind;
  /** The referrer's own words; '' when the cell was blank. */
  words: string;
  recordedOn: CalendarDate | null;
}

/** Names as in the case core's vocabulary. */
export type OffenceKind =
  | 'antisocialBehaviour'
  | 'arson'
  | 'burglary'
  | 'coerciveControl'
  | 'criminalDamage'
  | 'death'
  | 'exploitation'
  | 'fraud'
  | 'harassment'
  | 'hate'
  | 'publicOrder'
  | 'robbery'
  | 'sexual'
  | 'stalking'
  | 'terrorism'
  | 'theft'
  | 'trafficking'
  | 'vehicle'
  | 'violence'
  | 'violenceWithInjury'
  | 'other';

/** Names as in the case core's vocabulary; the referrer's words keep the detail. */
export type JusticeStage =
  | 'notReported'
  | 'investigation'
  | 'noFurtherAction'
  | 'outOfCourt'
  | 'charged'
  | 'preSentence'
  | 'community'
  | 'custody'
  | 'unknown';

/** What the referral says of risk. The offence's name can make a flag true; only the referrer's own "no", or a birth date, makes it false. */
export type RiskFlag =
  | 'domesticAbuse'
  | 'coerciveControl'
  | 'sexual'
  | 'stalking'
  | 'trafficking'
  | 'exploitation'
  | 'hate'
  | 'childVictim'
  | 'death';
export type RiskFlags = Record<RiskFlag, Answer>;

export type PersonRole = 'harmed' | 'responsible' | 'parentOrCarer';
export type AgeBand = 'under10' | '10to17' | '18to64' | '65plus';
export type Channel = 'phone' | 'text' | 'email' | 'post';
export type Need = 'britishSignLanguage' | 'easyRead' | 'largePrint' | 'companion' | 'interpreter';

/** A name in the parts the referrer gave. Nothing is split, expanded or re-cased: initials stay initials. */
export interface PersonNames {
  title: string | null;
  given: string | null;
  family: string | null;
  knownAs: string | null;
  /** The whole name as it stood in the file; null when there was none, or when it may not be held (R7). */
  asWritten: string | null;
  /** True when the file has initials in place of a name. */
  initialsOnly: boolean;
}

/** How a person may be reached, as far as the referral says. It is not yet a safe-contact record (R11). */
export interface ReferredContact {
  /** May this person be contacted at all? */
  safe: Answer;
  /** Ways the person chose; null when they were not asked. */
  channels: Channel[] | null;
  times: string | null;
  voicemail: Answer;
  /** Who must not know, in the person's own words. */
  mustNotKnow: string | null;
}

export interface ReferredPerson {
  role: PersonRole;
  /** null: a parent or carer who did not say of whom. */
  side: Side | null;
  /** A shop or another body; it needs a named contact before anyone writes to it. */
  organisation: boolean;
  /** A bereaved relative, who is harmed in their own right. */
  bereaved: boolean;
  names: PersonNames;
  bornOn: CalendarDate | null;
  ageBand: AgeBand | null;
  /** E.164, such as '+447700900123': the first number of the cell. */
  telephone: string | null;
  /** Every number of the cell, as written and as E.164, extensions apart; [] when there was none. */
  telephones: Telephone[];
  email: string | null;
  contact: ReferredContact;
  /** BCP 47 tag, such as 'cy'; null when they were not asked. */
  language: string | null;
  /** null when they were not asked; [] when asked and none. */
  needs: { need: Need | 'other'; words: string }[] | null;
  /** Harmed people only: false means that nothing about them but their existence is held here (R7). */
  agreedToShare: Answer;
  /** Fingerprints of the rows that speak of this person. */
  rows: string[];
}

/** Whether a youth justice service means to invite the person harmed (R6). */
export interface Invitation {
  /** 'undecided' unless the row names decider, date and (for a "no") reason. */
  decision: 'invite' | 'doNotInvite' | 'undecided';
  /** What the row leans to, for staff to confirm; null when blank. */
  leaning: 'invite' | 'doNotInvite' | null;
  reason: string | null;
  decider: string | null;
  decidedOn: CalendarDate | null;
}

export interface AppropriateAdult {
  /** The relation as written: 'mother', 'father (also charged)'. */
  words: string;
  relation: string;
  /** true: suspected or charged in the same matter, and may not be chosen (R26); null: not said. */
  implicated: Answer;
}

/** Free words, kept from each other's side. 'unsorted' words may be about either side: staff only, until someone sorts them. */
export interface ReferralNote {
  side: Side | 'unsorted';
  words: string;
}

/** Something staff must know or mend. Holds codes only, no personal data. */
export interface ReferralFlag {
  /** The requirement it comes from, such as 'R2'. */
  rule: string;
  /** What is the matter, such as 'lateReferral'; `flagMeanings` puts it into words. */
  what: FlagName;
  about: Side | 'offence' | 'referral';
}

/** A value that could not be taken, kept beside the referral in its original text. Personal data. */
export interface SetAside {
  about: Side | 'offence' | 'referral';
  /** The column or field of the file. */
  field: string;
  original: string;
  reason: string;
}

/** One referral: one offence set, the people it names, and what is known of the case. */
export interface Referral {
  source: Source;
  initiator: Initiator;
  /** The referrer's own number for it: a crime reference for police, a case number for youth justice. */
  externalReference: string | null;
  rows: RowMark[];
  /** The day it reached the service. */
  receivedOn: CalendarDate | null;
  /** The day it was reported to the police. */
  reportedOn: CalendarDate | null;
  reportedToPolice: Answer;
  offences: ReferredOffence[];
  justiceStage: { stage: JusticeStage; words: string };
  keyDates: { what: 'panel'; on: CalendarDate }[];
  risk: RiskFlags;
  /** true when something in the referral gives enhanced rights under the Victims' Code; null when nothing says so. */
  enhancedRights: true | null;
  /** By when the person harmed had to be told about restorative justice (R1); null without a report date. */
  informationDueOn: CalendarDate | null;
  people: ReferredPerson[];
  /** The strictest answer of the people harmed: false if any refused, else null if any is unknown, else true (R7). */
  victimAgreedToShare: Answer;
  /** null where the referrer is not one who invites. */
  invitation: Invitation | null;
  appropriateAdult: AppropriateAdult | null;
  /** Goes to the safeguarding lead first (R4). */
  toSafeguarding: boolean;
  /** The person harmed may not be contacted until this is lifted (R4, R7). */
  noVictimContact: boolean;
  /** Who at the referrer can be asked, such as the officer in the case. */
  officer: string | null;
  notes: ReferralNote[];
  flags: ReferralFlag[];
  setAside: SetAside[];
}
