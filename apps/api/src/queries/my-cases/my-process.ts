// One person's own part in one process: its kind, where they stand in it, what they are asked, what they send and were given.
import { processOf, type Id, type ProcessType } from '#libs/case';
import { consentsToProcess, isHiddenKind } from './my-consents.js';
import { wordsFor, type OwnProcess, type Part } from './part.js';
import { meetingIn, stageIn } from './stage.js';

/** The process as this person may know it: nothing of its other members, and no other process (R81). */
export function myProcess(part: Part, processId: Id) {
  const own: OwnProcess = { ...part, processId, process: processOf(part.facts, processId) };
  const stage = stageIn(own);
  const ended = stage === 'ended';
  return {
    id: processId,
    type: kindFor(own) ?? null,
    part: own.process.members.of[part.id]?.part ?? null,
    stage,
    words: wordsFor(part).stages[stage],
    consents: consentsToProcess(own, kindFor(own), ended),
    meeting: ended ? null : meetingIn(own),
    communications: [...sent(own), ...received(own)],
  };
}

/**
 * The kind, where it is theirs to know. Work with the person harmed alone is not for another person: they see what they would
 * see if it had not been chosen (R22).
 */
const kindFor = (own: OwnProcess): ProcessType | undefined =>
  (isHiddenKind(own) ? own.process.sharedType : own.process.type?.type) ?? undefined;

/** What they send, as it was written down with them: whether it is on its way is the other side's to let them know (R50). */
const sent = ({ process, id, facts }: OwnProcess) =>
  Object.entries(process.communication.of)
    .filter(([, { from }]) => from === id)
    .toSorted(([, a], [, b]) => Date.parse(a.draftedAt) - Date.parse(b.draftedAt))
    .map(([communicationId, { kind, sha256, text }]) => ({
      id: communicationId,
      caseId: facts.caseId,
      text,
      kind,
      sent: true,
      sha256,
      passedOn: null,
      receipt: null,
    }));

/** What was passed on to them; before that there is nothing they could know of. */
const received = ({ process, id, facts }: OwnProcess) =>
  Object.entries(process.communication.of)
    .flatMap(([communicationId, { to, kind, text, passedAt, receipt }]) =>
      to === id && passedAt !== null
        ? [{ id: communicationId, caseId: facts.caseId, text, kind, passedAt, receipt }]
        : [],
    )
    .toSorted((a, b) => Date.parse(a.passedAt) - Date.parse(b.passedAt))
    .map(({ passedAt, ...communication }) => ({
      ...communication,
      sent: false,
      sha256: null,
      passedOn: passedAt.slice(0, 10),
    }));
