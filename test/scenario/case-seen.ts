// What a story looks at in a case: as staff see it, and as a participant sees their own part.
import type { EventType, Id } from '#libs/case';
import type { BlockerSeen } from './voices.js';

export interface DoorSeen {
  kind: 'step' | 'record';
  event: EventType;
  door: string;
  processId: Id | null;
  about: Id | null;
  open: boolean;
  blockers: BlockerSeen[];
}
/** One process as staff see it. */
export interface ProcessSeen {
  id: Id;
  type: string | null;
  stage: string;
  step: string | null;
  members: { participantId: Id; part: string; takesPart: boolean }[];
  conference: {
    booking: { id: Id; startsAt: string; attendees: Id[] } | null;
    session: { begunAt: string; present: Id[] } | null;
    held: { how: string }[];
  };
  communications: { id: Id; version: number; sha256: string }[];
  followUp: { participantId: Id; point: string; dueAt: string | null; doneAt: string | null }[];
}
/** A case as staff see it, as far as stories look. Processes stand with the most pressing first. */
export interface Seen {
  stage: string;
  doors: DoorSeen[];
  tasks: { task: string; about: string; for: string; assignee: { name: string } | null }[];
  notices: { id: Id; template: string; recipientId: Id; cancelledAt: string | null; notBefore: string }[];
  processes: ProcessSeen[];
  deviations: { id: Id; door: string; blockers: BlockerSeen[]; reviewedAt: string | null }[];
  participants: { id: Id; role: string }[];
}
const BLOCKERS = 'blockers { rule about whoCanSupply since }';
const PROCESS = `id type stage step members { participantId part takesPart } communications { id version sha256 } followUp { participantId point dueAt doneAt }
  conference { booking { id startsAt attendees } session { begunAt present } held { how } }`;
/** What staff ask of it. */
export const LOOK = `stage doors(whose: anybody) { event door kind processId about open ${BLOCKERS} } tasks { task about for assignee { name } }
  notices { id template recipientId cancelledAt notBefore } processes { ${PROCESS} } deviations { id door reviewedAt ${BLOCKERS} } participants { id role }`;
/** One's own part in a case, as a participant sees it. */
export interface Part {
  stage: string;
  words: string;
  consents: ConsentSeen[];
  processes: {
    id: Id;
    type: string | null;
    stage: string;
    words: string;
    consents: ConsentSeen[];
    meeting: { startsAt: string } | null;
    communications: { id: Id; kind: string; sent: boolean; passedOn: string | null; receipt: string | null }[];
  }[];
  messages: { on: string; template: string; words: string }[];
}
interface ConsentSeen {
  purpose: string;
  about: string | null;
  answer: string | null;
  asked: boolean;
  canWithdraw: boolean;
}
const CONSENTS = 'consents { purpose about answer asked canWithdraw }';
/** What a participant asks of it. */
export const PART = `stage words ${CONSENTS} processes { id type stage words ${CONSENTS} meeting { startsAt } communications { id kind sent passedOn receipt } } messages { on template words }`;
