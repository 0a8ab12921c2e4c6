// One process of a case: what it is, who takes part in it, and everything that belongs to it and ages with it (R81, R82).
import * as agreement from '../agreement/facts.js';
import * as communication from '../communication/facts.js';
import * as conference from '../conference/facts.js';
import * as followUp from '../follow-up/facts.js';
import * as preparation from '../preparation/facts.js';
import type { Id, Reducers } from '../reducers.js';
import * as signOffs from '../safeguarding/sign-offs.js';
import * as suitability from '../suitability/facts.js';
import type { ClosingReason, ClosingSide } from '../vocabulary/outcomes.js';
import { processTypes, type ProcessType } from '../vocabulary/process-types.js';
import * as members from './member-facts.js';

/** The agreed item of another process that a process carries out, such as a letter that was promised at a meeting. */
export interface Carries {
  processId: Id;
  itemId: Id;
}
export interface Process {
  openedAt: string;
  /** When its present stage was entered. */
  stageSince: string;
  carries: Carries | null;
  /** The kind of process; null until it is chosen. */
  type: { type: ProcessType; at: string; by: Id } | null;
  /** The last kind that was both sides' to know: work with the person harmed alone is not for the other side (R22). */
  sharedType: ProcessType | null;
  ended: { at: string; by: Id; reason: ClosingReason; side: ClosingSide } | null;
  members: members.MemberFacts;
  suitability: suitability.SuitabilityFacts;
  preparation: preparation.PreparationFacts;
  signOffs: signOffs.SignOffFacts;
  conference: conference.ConferenceFacts;
  communication: communication.CommunicationFacts;
  agreement: agreement.AgreementFacts;
  followUp: followUp.FollowUpFacts;
}

export interface ProcessEvents {
  /** A further process. Its members are people of the case; nothing of another process counts for it (R82). */
  'process.opened': { processId: Id; members: readonly members.NewMember[]; carries?: Carries };
  /**
   * Some go on in a process of their own (R81). `move` leave this one; `also` are members of both. Their yes to be prepared
   * and how far they are prepared goes with them, and no other consent.
   */
  'process.split': { processId: Id; newProcessId: Id; move: readonly Id[]; also: readonly Id[] };
  'process.typeChosen': { processId: Id; processType: ProcessType; reason: Id };
  'process.ended': { processId: Id; reason: ClosingReason; side: ClosingSide };
}

/** A process in which nothing has happened yet. */
export const beginProcess = (at: string, carries: Carries | null = null): Process => ({
  openedAt: at,
  stageSince: at,
  carries,
  type: null,
  sharedType: null,
  ended: null,
  members: members.begin(),
  suitability: suitability.begin(),
  preparation: preparation.begin(),
  signOffs: signOffs.begin(),
  conference: conference.begin(),
  communication: communication.begin(),
  agreement: agreement.begin(),
  followUp: followUp.begin(),
});

/** The features of a process that keep something of their own. */
export const slices = {
  members,
  suitability,
  preparation,
  signOffs,
  conference,
  communication,
  agreement,
  followUp,
};

/** What a process as a whole makes of the events about it. */
export const reducers: Reducers<Process, Omit<ProcessEvents, 'process.opened' | 'process.split'>> = {
  // another kind of process is arranged afresh (R47, R48); sign-offs that were about the kind lapse (R87)
  'process.typeChosen': (p, e) =>
    p.type?.type === e.processType
      ? p
      : {
          ...p,
          type: { type: e.processType, at: e.at, by: e.by },
          sharedType: processTypes[e.processType].exchange === 'none' ? p.sharedType : e.processType,
          preparation: { ...p.preparation, arrangements: {}, ready: {} },
          conference: conference.callOff(p.conference, e.at),
        },
  'process.ended': (p, e) => end(p, e),
};

/** The process after it has ended: what was booked does not take place. A process that has ended stays as it ended. */
export const end = (p: Process, e: { at: string; by: Id; reason: ClosingReason; side: ClosingSide }): Process =>
  p.ended
    ? p
    : {
        ...p,
        ended: { at: e.at, by: e.by, reason: e.reason, side: e.side },
        conference: conference.callOff(p.conference, e.at),
      };
