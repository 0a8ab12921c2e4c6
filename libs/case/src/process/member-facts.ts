// Who takes part in one process, and in which part (R81, R83).
import { change, happenedAt, put, type Id, type Reducers } from '../reducers.js';
import type { LeavingReason } from '../vocabulary/outcomes.js';
import type { Part } from '../vocabulary/parts.js';

export interface Member {
  part: Part;
  /** The member whom they support, accompany or speak for; null for parts that stand by themselves. */
  of: Id | null;
  /** The member they are with takes part only with them. */
  required: boolean;
  joinedAt: string;
  leftAt: string | null;
}
/** Somebody who takes part in a process from now on; `of` and `required` as in Member. */
export interface NewMember {
  participantId: Id;
  part: Part;
  of?: Id;
  required?: boolean;
}
export interface MemberFacts {
  /** By participant id. */
  of: Record<Id, Member>;
  /** When it last changed who takes part: sign-offs made before are about other people (R87). Null until somebody has joined. */
  changedAt: string | null;
}

export interface MemberEvents {
  'member.joined': { processId: Id } & NewMember;
  'member.left': { processId: Id; participantId: Id; reason: LeavingReason };
  /** One person in the place of another, with the same part: an interpreter for an interpreter (R83). */
  'member.replaced': { processId: Id; participantId: Id; newParticipantId: Id };
}

export const begin = (): MemberFacts => ({ of: {}, changedAt: null });

/** A member from what was said of them. */
export const memberFrom = (m: Omit<NewMember, 'participantId'>, at: string): Member => ({
  part: m.part,
  of: m.of ?? null,
  required: m.required ?? false,
  joinedAt: at,
  leftAt: null,
});

export const reducers: Reducers<MemberFacts, MemberEvents> = {
  'member.joined': (s, e) => ({ of: put(s.of, e.participantId, memberFrom(e, e.at)), changedAt: e.at }),
  'member.left': (s, e) => ({
    of: change(s.of, e.participantId, (m) => ({ ...m, leftAt: happenedAt(e) })),
    changedAt: e.at,
  }),
  'member.replaced': (s, e) => {
    const old = s.of[e.participantId];
    if (!old) return s;
    return {
      of: {
        ...s.of,
        [e.participantId]: { ...old, leftAt: e.at },
        [e.newParticipantId]: { ...old, joinedAt: e.at, leftAt: null },
      },
      changedAt: e.at,
    };
  },
};
