// What somebody who only reads the journal writes down of a case: people, answers, freezes, orders, and each process by itself.
import type { EventOf, Id, LeavingReason, Part, ProcessType, RiskFlag } from '#libs/case';

export interface Person {
  personId: Id;
  role: string;
  age: string;
  approach: string;
  implicated: boolean;
  here: boolean;
  left: LeavingReason | null;
  invited: boolean | null;
  identity: boolean;
  acknowledged: boolean;
  /** Somebody of the service spoke with them, or they asked. */
  spokenWith: boolean;
  askedThemselves: boolean;
  needsAsked: boolean;
  adult: Id | null;
  /** Part of the matter themselves, as is found later. */
  involved: boolean;
  /** In custody or on licence: whose leave is needed, known since when, until when. */
  custody: { authority: string; at: string; until: string | null } | null;
  /** What was found last, by the decision; 'every' for each of them. */
  capacity: Map<string, { found: string; at: string; againOn: string | null; until: string | null }>;
  assessed: { at: string; by: Id; level: string } | null;
  safe: { at: string; channels: readonly string[]; frozen: Set<string>; voicemail: string } | null;
}
export interface Answer {
  yes: 'given' | 'refused' | 'notNow' | 'withdrawn';
  at: string;
  written: boolean;
  asChild: boolean;
  /** Counts by an adult's yes. */
  onAdult: boolean;
  /** Counts by what was decided in their interest, until then. */
  bestUntil: string | null;
  void: boolean;
  confirmedAt: string | null;
  reaskOn: string | null;
}
export interface InProcess {
  part: Part;
  of: Id | null;
  required: boolean;
  here: boolean;
  joinedAt: string;
}
export interface Letter {
  from: Id;
  to: Id;
  kind: string;
  sha: string;
  draftedAt: string;
  agreed: boolean;
  screenedBy: Id | null;
  checkedBy: Id | null;
  held: 'sender' | 'other' | null;
  wasHeld: boolean;
  passedAt: string | null;
  receipt: boolean;
}
export interface Item {
  doer: Id;
  recipient: Id | null;
  weighed: boolean;
  agreed: boolean;
  outcome: string | null;
  told: boolean;
}
export interface ProcessEntry {
  openedAt: string;
  carries: string | null;
  type: ProcessType | null;
  typeChosenAt: string | null;
  suitable: boolean | null;
  members: Map<Id, InProcess>;
  membersChangedAt: string;
  signed: Map<string, { passed: boolean; at: string }>;
  /** Since when each is prepared, and what each said last of being ready. */
  prepared: Map<Id, string>;
  ready: Map<Id, { ready: boolean; at: string }>;
  settled: Set<string>;
  rolesSettled: boolean;
  approvals: Map<Id, { at: string; by: string; until: string | null } | null>;
  booking: { startsAt: string; bookedAt: string; attendees: readonly Id[] } | null;
  session: { attended: readonly Id[] } | null;
  met: { attended: readonly Id[]; how: string; endedAt: string }[];
  finishedAt: string | null;
  letters: Map<Id, Letter>;
  items: Map<Id, Item>;
  ended: boolean;
  endedAt: string | null;
}
export interface Reach {
  person: Id | null;
  process: Id | null;
}
export interface OrderEntry {
  of: Id;
  towards: Id | null;
  forbids: readonly string[];
  from: string;
  until: string | null;
}
export const entryOf = (at: string): ProcessEntry => ({
  openedAt: at,
  carries: null,
  type: null,
  typeChosenAt: null,
  suitable: null,
  members: new Map(),
  membersChangedAt: at,
  signed: new Map(),
  prepared: new Map(),
  ready: new Map(),
  settled: new Set(),
  rolesSettled: false,
  approvals: new Map(),
  booking: null,
  session: null,
  met: [],
  finishedAt: null,
  letters: new Map(),
  items: new Map(),
  ended: false,
  endedAt: null,
});

/** The pages of the ledger; changed in place as events are read. */
export class Pages {
  openedAt = '';
  initiator = 'unknown';
  invitationNeeded = false;
  /** What the referrer wrote waits to be read. */
  wordsUnread = false;
  closed = false;
  readonly people = new Map<Id, Person>();
  /** `participant|purpose|process|about` to the latest answer. */
  readonly answers = new Map<string, Answer>();
  readonly processes = new Map<Id, ProcessEntry>();
  /** Sign-offs of the whole case. */
  readonly signed = new Map<string, { passed: boolean; at: string }>();
  readonly freezes = new Map<Id, Reach & { kind: 'concern' | 'pause' | 'stop' | 'indirectOnly' }>();
  readonly concerns = new Set<Id>();
  readonly orders = new Map<Id, OrderEntry>();
  readonly informed: (Reach & { at: string })[] = [];
  readonly flags = new Set<RiskFlag>();
  readonly cleared = new Set<RiskFlag>();
  readonly staff = new Map<Id, { duty: string; level: string }>();
  /** Deviations that nobody has reviewed, with the process they are of, or the person where they are of none. */
  readonly unreviewed = new Map<Id, Reach>();
  learnt = 0;

  answer = (id: Id, purpose: string, process: Id | null = null, about: string | null = null): Answer | undefined =>
    this.answers.get(`${id}|${purpose}|${process ?? '-'}|${about ?? '-'}`);
  process(id: Id): ProcessEntry {
    const found = this.processes.get(id);
    if (!found) throw new RangeError(`The ledger knows no process ${id}`);
    return found;
  }
  person(id: Id): Person {
    const found = this.people.get(id);
    if (!found) throw new RangeError(`The ledger knows nobody ${id}`);
    return found;
  }
  /** Consents that stand and are concerned are void from now on. */
  void(which: (key: { id: string; purpose: string; process: string; about: string }, a: Answer) => boolean): void {
    for (const [key, a] of this.answers) {
      const [id = '', purpose = '', process = '', about = ''] = key.split('|');
      if (a.yes === 'given' && which({ id, purpose, process, about }, a)) a.void = true;
    }
  }
  write(
    e: EventOf<'consent.given' | 'consent.refused' | 'consent.deferred' | 'consent.withdrawn'>,
    more: Partial<Answer>,
  ): void {
    const key = `${e.participantId}|${e.purpose}|${e.processId ?? '-'}|${e.about ?? '-'}`;
    const before = this.answers.get(key);
    const at = e.on ?? e.at;
    // what was said later stays the last word, whenever it is written down
    if (before && Date.parse(before.at) > Date.parse(at)) return;
    const { written = false, asChild = false, onAdult = false, bestUntil = null } = before ?? {};
    this.answers.set(key, {
      yes: 'refused',
      written,
      asChild,
      onAdult,
      bestUntil,
      void: false,
      confirmedAt: null,
      reaskOn: null,
      ...more,
      at,
    });
  }
}
