// Who takes part in a case: ids, roles, ages; never a name.
import { change, happenedAt, put, without, type Id, type Reducers } from '../reducers.js';
import type { PostEvents } from '../notifications/facts.js';
import type { LeavingReason } from '../vocabulary/outcomes.js';
import type { Part } from '../vocabulary/parts.js';
import type { AdultConnection, Age, ApproachBasis, ConflictKind, Role } from '../vocabulary/people.js';

export interface Participant {
  personId: Id;
  role: Role;
  /** Whom a supporter supports, or whom a representative speaks for. */
  supports: Id | null;
  age: Age;
  /** Suspected or charged in the matter: cannot be an appropriate adult (R26). */
  implicated: boolean;
  approach: ApproachBasis;
  joinedAt: string;
  leftAt: string | null;
  /** Why they left; null while they are there (R92). */
  leftBecause: LeavingReason | null;
}

/** A conflict of interest: with whom, of what kind, known since when. */
export interface Conflict {
  with: Id;
  kind: ConflictKind;
  at: string;
}

export interface PeopleFacts {
  participants: Record<Id, Participant>;
  /** The appropriate adult of each minor: participant id of the minor to participant id of the adult (R26). */
  appropriateAdults: Record<Id, Id>;
  /** Conflicts of interest of anybody in the case (R96). */
  conflicts: Record<Id, readonly Conflict[]>;
  /** Names that one person let another know (R67): `whose|to whom` to when. */
  namesTold: Record<string, string>;
  /** Links between a person responsible and an offence that have been confirmed (R9): participant id to when. */
  identityConfirmed: Record<Id, string>;
}

export interface PeopleEvents {
  'participant.joined': {
    participantId: Id;
    personId: Id;
    role: Role;
    supports?: Id;
    age: Age;
    implicated?: boolean;
    approach: ApproachBasis;
    /**
     * The process they take part in, and their part in it. Left out, they have the usual part of their role in the only
     * process that has not ended, as long as its kind is not chosen; else they take part in none yet.
     */
    processId?: Id;
    part?: Part;
    /** Why somebody who stands on the other side stands on this one too: each harmed the other. The safeguarding lead decides. */
    bothSides?: Id;
  };
  /**
   * Whoever left can come back: the same person joins again as another participant (R92). Of somebody who has left, it is
   * said once more where it is found that they were named by mistake.
   */
  'participant.left': { participantId: Id; reason: LeavingReason };
  'age.confirmed': { participantId: Id; age: Age };
  /** `source`: from whom it is known; with a reason where somebody had objected (R7). */
  'approach.confirmed': { participantId: Id; basis: ApproachBasis; source?: Id; reason?: Id };
  /** `connection`: what the adult answered when asked; with whom, and how, where they are connected (R93). */
  'appropriateAdult.named': {
    participantId: Id;
    adultId: Id;
    connection: AdultConnection;
    connectedWith?: Id;
    how?: Id;
  };
  'conflict.recorded': { participantId: Id; with: Id; kind: ConflictKind; reason: Id };
  'identity.confirmed': { participantId: Id };
  /** What was confirmed is in doubt again (R86). */
  'identity.doubted': { participantId: Id; reason: Id };
  'name.told': { participantId: Id; to: Id };
}

export const begin = (): PeopleFacts => ({
  participants: {},
  appropriateAdults: {},
  conflicts: {},
  namesTold: {},
  identityConfirmed: {},
});

type AlsoHeard = Pick<PostEvents, 'deadline.passed'>;
const withConflict = (s: PeopleFacts, id: Id, conflict: Conflict): PeopleFacts => ({
  ...s,
  conflicts: put(s.conflicts, id, [...(s.conflicts[id] ?? []), conflict]),
});

export const reducers: Reducers<PeopleFacts, PeopleEvents & AlsoHeard> = {
  'participant.joined': (s, e) => ({
    ...s,
    participants: put(s.participants, e.participantId, {
      personId: e.personId,
      role: e.role,
      supports: e.supports ?? null,
      age: e.age,
      implicated: e.implicated ?? false,
      approach: e.approach,
      joinedAt: e.at,
      leftAt: null,
      leftBecause: null,
    }),
  }),
  'participant.left': (s, e) => ({
    ...s,
    participants: change(s.participants, e.participantId, (p) => ({
      ...p,
      leftAt: p.leftAt ?? happenedAt(e),
      leftBecause: e.reason,
    })),
  }),
  'age.confirmed': (s, e) => ({
    ...s,
    participants: change(s.participants, e.participantId, (p) => ({ ...p, age: e.age })),
  }),
  'approach.confirmed': (s, e) => ({
    ...s,
    participants: change(s.participants, e.participantId, (p) => ({ ...p, approach: e.basis })),
  }),
  'appropriateAdult.named': (s, e) => {
    const { adultId, connection, connectedWith } = e;
    const named = { ...s, appropriateAdults: put(s.appropriateAdults, e.participantId, adultId) };
    return connectedWith === undefined || connection === 'none'
      ? named
      : withConflict(named, adultId, { with: connectedWith, kind: connection, at: e.at });
  },
  'conflict.recorded': (s, e) => withConflict(s, e.participantId, { with: e.with, kind: e.kind, at: e.at }),
  // a birthday that has come: 16 and 18 change what is needed (R93)
  'deadline.passed': (s, e) => {
    const { age } = e;
    return e.name === 'ageCheck' && age !== undefined
      ? { ...s, participants: change(s.participants, e.about, (p) => ({ ...p, age })) }
      : s;
  },
  'name.told': (s, e) => ({ ...s, namesTold: put(s.namesTold, `${e.participantId}|${e.to}`, e.at) }),
  'identity.confirmed': (s, e) => ({ ...s, identityConfirmed: put(s.identityConfirmed, e.participantId, e.at) }),
  'identity.doubted': (s, e) => ({ ...s, identityConfirmed: without(s.identityConfirmed, e.participantId) }),
};
