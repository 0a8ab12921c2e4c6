// What casework needs from the outside: a place to keep cases. postgres/ implements it.
import type { Actor, ApproachBasis, Effect, Id, Purpose, Role, Settings, StoredCase, Summary, Task } from '#libs/case';
import type { ActorCheck } from '#libs/permissions';
import type { JournalEntry } from './journal.js';
import type { CommandDigests } from '#libs/commands';
import type { Scope } from '#libs/database';
import type { FacilitatorRecord } from '#libs/staff';

/** Gives the time. Milliseconds are enough. */
export type Clock = () => Date;

/** A case as it stands, with what a decision about it needs. */
export interface CaseFile {
  id: Id;
  serviceId: Id;
  areaId: Id | null;
  reference: string;
  revision: number;
  /** ISO instant of its last event. */
  updatedAt: string;
  lastHash: Uint8Array;
  stored: StoredCase;
  settings: Settings;
}

/** The answer once given under an idempotency key. */
export interface Kept {
  caseId: Id;
  requestHash: Uint8Array;
  revision: number;
}

/** Free words with their one reader. `id` is what the event names them by. */
export interface Text {
  id: Id;
  audience: Audience;
  words: string;
  /** The participant the words are about, where one is named: they are sealed with that person's key, else with the case's. */
  about?: Id | null;
  /** They came from the referrer. */
  came?: boolean;
}
/** Who may read free words; anything else is the id of one participant. */
export type Audience = 'staff' | 'safeguarding' | 'harmed' | 'responsible' | Id;
/** Words as they are read; null once the person they were about is erased. */
export interface KeptText extends Omit<Text, 'words' | 'about' | 'came'> {
  words: string | null;
  caseId: Id;
  at: string;
  by: Id;
}

export interface ParticipantRow {
  participantId: Id;
  personId: Id;
  role: Role;
  /** Named by mistake, and out of view (R92). */
  hidden: boolean;
}

/** Everything one command writes. All of it happens, where the revision still matches and the key is new, or none. */
export interface CaseChange {
  caseId: Id;
  serviceId: Id;
  /** Revision the decision was made at; 0 opens the case. */
  from: number;
  /** Given when the case is opened. */
  opening: { reference: string; areaId: Id | null; openedAt: string; offenceIds: Id[] } | null;
  next: StoredCase;
  summary: Summary;
  entries: JournalEntry[];
  effects: Effect[];
  texts: Text[];
  /** The participants index, or null when no participant came or changed. */
  participants: ParticipantRow[] | null;
  answer: { actorId: Id; key: string; requestHash: Uint8Array };
  at: string;
  by: Id;
}

/** What a referral leaves with a case that it does not change. */
export interface CaseNotes {
  caseId: Id;
  serviceId: Id;
  texts: Text[];
  tasks: Task[];
  at: string;
  by: Id;
}

/** A person as a referral or a participant needs them to exist. The values belong to libs/people. */
export interface NewPerson {
  id: Id;
  values: Record<string, string>;
}
export interface NewOffence {
  id: Id;
  reference: string | null;
  kind: string;
  words: string | null;
  recordedOn: string | null;
}

/** Rows of a referral file, known by fingerprint so that they are taken once. */
export interface TakenRow {
  fingerprint: string;
  line: number | null;
  batchId: Id | null;
}

export interface CaseStore extends CommandDigests {
  /**
   * ONE round trip: the kept answer for this key, and the case when this actor may see it. With a check it also asks the
   * register who the claims belong to now, and puts them down in the check.
   */
  loadForCommand(
    actor: Actor,
    caseId: Id,
    key: string,
    check?: ActorCheck,
  ): Promise<{ kept: Kept | null; file: CaseFile | null }>;
  /** The case of this id or reference, where the service names this member of staff as on call for safeguarding; else null. */
  loadOnCall(actor: Actor, said: string): Promise<CaseFile | null>;
  /** ONE round trip: writes the change. False when the revision did not match or the key is taken; nothing is written then. */
  write(change: CaseChange): Promise<boolean>;
  /** Writes a change and what came with it, persons, offences and fingerprints, in one transaction. False as for write(), or when a fingerprint is taken. */
  writeWith(change: CaseChange, persons: NewPerson[], offences: NewOffence[], rows: TakenRow[]): Promise<boolean>;
  /** The day on which somebody was born, 'YYYY-MM-DD'; null when it is not held. It goes into no event. */
  bornOn(serviceId: Id, personId: Id): Promise<string | null>;
  /** Entries of a case in order, all or up to a revision or an instant; none that this scope may not see. */
  journal(scope: Scope, caseId: Id, upTo?: { revision: number } | { at: string }): Promise<JournalEntry[]>;
  /** A facilitator's standing from the service's own records; null when there is no such active member of staff. */
  facilitatorRecord(serviceId: Id, staffId: Id): Promise<FacilitatorRecord | null>;
  /** Hexadecimal SHA-256 of the words that a version and language name in this service; null when no such text is published (R29). */
  textShown(serviceId: Id, text: TextAsked): Promise<string | null>;
  /** The name of an organisation in the service's register, however its letters' size was typed; null when there is none. */
  organisationNamed(serviceId: Id, said: string): Promise<string | null>;
  /** The agreement under which something may be shared with an organisation on a day, 'YYYY-MM-DD' (R72); one that has ended when there is no other; null when there is none. */
  sharingWith(serviceId: Id, organisation: string, on: string): Promise<AgreementFound | null>;
  settings(serviceId: Id): Promise<Settings>;
  /** Keeps notes, tasks, persons and fingerprints that came for a case without moving it, in one transaction. False when a fingerprint is taken. */
  keepNotes(kept: CaseNotes, persons: NewPerson[], rows: TakenRow[]): Promise<boolean>;
  /** Which of these texts a case does not have yet, with the same reader and the same words. */
  newTexts(serviceId: Id, caseId: Id, texts: Text[]): Promise<Text[]>;
  /** Begins an upload; gives its id. */
  startBatch(serviceId: Id, batch: { source: string; at: string; by: Id }): Promise<Id>;
  /** Fingerprints as this service keeps them: keyed, so that a reader of the database cannot test guesses of what a referral said. */
  fingerprints(serviceId: Id, plain: readonly string[]): Promise<string[]>;
  /** Which of these fingerprints (as files give them) were taken before, and the case each became. */
  takenBefore(serviceId: Id, fingerprints: string[]): Promise<Map<string, Id>>;
  /** What a later referral asks of the cases that are there. */
  readonly held: HeldPeople;
  /** Ids of offences this service already knows by the referrer's reference. */
  offencesByReference(serviceId: Id, references: string[]): Promise<Map<string, Id>>;
}

/** Somebody's place in an open case. */
export interface HeldPart {
  caseId: Id;
  participantId: Id;
  personId: Id;
  role: Role;
  /** Whether they may be approached. */
  approach: ApproachBasis;
}
/** An open case and its people, with their values. */
export interface HeldCase {
  caseId: Id;
  people: (HeldPart & { values: Readonly<Record<string, string>> })[];
}

/** What a later referral asks of the cases that are there, and writes where it is safe. */
export interface HeldPeople {
  /** Open cases about these references, however they are spelt, with what is held of each of their people. */
  openCasesAbout(serviceId: Id, references: readonly string[]): Promise<HeldCase[]>;
  /** Where these people take part now, in open cases. */
  openPartsOf(serviceId: Id, personIds: readonly Id[]): Promise<HeldPart[]>;
  /** People who are almost certainly this one: a name, and a birth date, number or address besides. */
  peopleLike(serviceId: Id, values: Record<string, string>): Promise<Id[]>;
  /** Pairs of parts on two sides, in one open case or in two, whose people gave one number or address; the first of each is in this case. */
  reachedAlike(serviceId: Id, caseId: Id): Promise<[HeldPart, HeldPart][]>;
  /** Writes values of a person; an empty one removes it. */
  writeValues(serviceId: Id, personId: Id, values: Record<string, string>): Promise<void>;
  /** R7: nothing but their existence is held of this person any more, nor words of a referrer about them. */
  withholdPerson(serviceId: Id, personId: Id): Promise<void>;
}

/** Which consent text is meant; `about`: a kind of process or of words, null for none. */
export interface TextAsked {
  purpose: Purpose;
  about: string | null;
  version: string;
  language: string;
}
/** A sharing agreement as a decision needs it; `endedAt` is the ISO instant since which it has not been in force. */
export interface AgreementFound {
  id: Id;
  inForce: boolean;
  endedAt: string | null;
}
