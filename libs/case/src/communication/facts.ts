// Letters, carried messages, recordings: the exact text, whose it is, and every yes it needs (R49, R50, R90).
import { change, happenedAt, isOvertaken, put, type Id, type Reducers } from '../reducers.js';
import type { CommunicationKind } from '../vocabulary/process-types.js';
import type { DeliveryMethod } from '../vocabulary/outcomes.js';

export interface Communication {
  from: Id;
  to: Id;
  kind: CommunicationKind;
  /** Id and SHA-256 of the exact text or script; another text is another version and starts again. */
  text: Id;
  sha256: string;
  version: number;
  draftedAt: string;
  /** When the sender agreed that this text is passed on. Taken back by themselves, or asked again after a hold by somebody else. */
  agreedAt: string | null;
  screened: { at: string; by: Id } | null;
  secondCheck: { at: string; by: Id } | null;
  /** Held back; `bySender` when the sender holds it themselves. */
  held: { at: string; reason: Id | null; bySender: boolean } | null;
  /** Whether somebody else than the sender ever held it back: then it is checked and signed by itself. */
  wasHeld?: true;
  /** When it was passed on, which is its delivery (R90). */
  passedAt: string | null;
  how: DeliveryMethod | null;
  receipt: 'received' | 'read' | null;
  receiptToldAt: string | null;
  /** What the sender was told, which what happens later does not change. */
  receiptTold: 'received' | 'read' | null;
}
export interface CommunicationFacts {
  of: Record<Id, Communication>;
}

interface About {
  processId: Id;
  communicationId: Id;
}
export interface CommunicationEvents {
  'communication.drafted': About & { from: Id; to: Id; kind: CommunicationKind; text: Id; sha256: string };
  'communication.agreed': About & { participantId: Id; sha256: string };
  'communication.screened': About & { sha256: string };
  'communication.secondChecked': About & { sha256: string };
  'communication.held': About & { reason: Id };
  /** The sender holds back or takes back their own, without a reason (R90). */
  'communication.takenBack': About & { participantId: Id };
  /** `companions`: who was with the receiver, of their own choice. */
  'communication.passed': About & { how: DeliveryMethod; companions?: readonly Id[] };
  'communication.receiptNoted': About & { participantId: Id; receipt: 'received' | 'read' };
  'communication.receiptTold': About;
}

export const begin = (): CommunicationFacts => ({ of: {} });

const about = (s: CommunicationFacts, id: Id, how: (c: Communication) => Communication): CommunicationFacts => ({
  of: change(s.of, id, how),
});
/** The same before it is passed on; afterwards nothing changes it any more. */
const underWay = (s: CommunicationFacts, id: Id, how: (c: Communication) => Communication): CommunicationFacts =>
  about(s, id, (c) => (c.passedAt ? c : how(c)));

export const reducers: Reducers<CommunicationFacts, CommunicationEvents> = {
  // a new draft keeps nothing of what was agreed about the old one
  'communication.drafted': (s, e) => ({
    of: put(s.of, e.communicationId, {
      from: e.from,
      to: e.to,
      kind: e.kind,
      text: e.text,
      sha256: e.sha256,
      version: (s.of[e.communicationId]?.version ?? 0) + 1,
      draftedAt: e.at,
      agreedAt: null,
      screened: null,
      secondCheck: null,
      held: null,
      ...(s.of[e.communicationId]?.wasHeld && { wasHeld: true as const }),
      passedAt: null,
      how: null,
      receipt: null,
      receiptToldAt: null,
      receiptTold: null,
    }),
  }),
  // said again of what has gone: heard, and nothing comes of it. Whoever held their own back lets it go on by agreeing again.
  'communication.agreed': (s, e) =>
    underWay(s, e.communicationId, (c) =>
      isOvertaken(e, c.held) || isOvertaken(e, { at: c.draftedAt })
        ? c
        : { ...c, agreedAt: happenedAt(e), held: c.held?.bySender ? null : c.held },
    ),
  'communication.screened': (s, e) =>
    underWay(s, e.communicationId, (c) => ({
      ...c,
      screened: { at: e.at, by: e.by },
      held: c.held?.bySender ? c.held : null,
    })),
  'communication.secondChecked': (s, e) =>
    underWay(s, e.communicationId, (c) => ({ ...c, secondCheck: { at: e.at, by: e.by } })),
  // after a hold by somebody else the sender is asked again
  'communication.held': (s, e) =>
    underWay(s, e.communicationId, (c) => ({
      ...c,
      held: { at: e.at, reason: e.reason, bySender: false },
      wasHeld: true,
      agreedAt: null,
      screened: null,
      secondCheck: null,
    })),
  'communication.takenBack': (s, e) =>
    underWay(s, e.communicationId, (c) =>
      isOvertaken(e, c.agreedAt === null ? null : { at: c.agreedAt }) || isOvertaken(e, { at: c.draftedAt })
        ? c
        : {
            ...c,
            // what somebody else holds is not theirs to let go on by agreeing again
            held: c.held?.bySender === false ? c.held : { at: happenedAt(e), reason: null, bySender: true },
            agreedAt: null,
          },
    ),
  'communication.passed': (s, e) =>
    underWay(s, e.communicationId, (c) => ({ ...c, passedAt: happenedAt(e), how: e.how })),
  'communication.receiptNoted': (s, e) => about(s, e.communicationId, (c) => ({ ...c, receipt: e.receipt })),
  'communication.receiptTold': (s, e) =>
    about(s, e.communicationId, (c) => ({ ...c, receiptToldAt: e.at, receiptTold: c.receipt })),
};
