// One person's own part in a case, from what they themselves said and what was said to them: nothing here may depend on another person (R22, R39).
import { ownProcesses } from '#libs/case';
import { consentsToService } from './my-consents.js';
import { myProcess } from './my-process.js';
import { wordsFor, type Part } from './part.js';
import { asShown, releasedTo } from './released.js';
import { hasEnded, pressing, type MyStage } from './stage.js';

/** The part as its owner sees it; `adult` is the id of the person who is their appropriate adult. */
export function myCase(part: Part) {
  const { facts, id } = part;
  const safe = facts.contact.safe[id];
  const needs = facts.contact.needs[id];
  const wish = facts.contact.preferences[id];
  const processes = ownProcesses(facts, id).map((processId) => myProcess(part, processId));
  const stage = stageOf(part, processes);
  const adult = facts.people.appropriateAdults[id];
  return {
    id: facts.caseId,
    participantId: id,
    role: facts.people.participants[id]?.role,
    stage,
    words: wordsFor(part).stages[stage],
    consents: consentsToService(part, stage === 'ended'),
    processes,
    adultPersonId: adult === undefined ? null : (facts.people.participants[adult]?.personId ?? null),
    // Which ways are frozen is for safeguarding alone: a facilitator tells the person, who can then ask.
    safeContact: safe ? { caseId: facts.caseId, ...safe } : null,
    needs: needs ? { ...needs, askedAt: needs.at } : null,
    preference: wish ? { caseId: facts.caseId, wish: wish.wish, answer: wish.answer } : null,
    released: releasedTo(facts, id).map((released) => asShown(released, wordsFor(part))),
  };
}

/** Where they stand in the most pressing of their own processes; without any, the service is in contact with them. */
function stageOf(part: Part, processes: readonly { stage: MyStage }[]): MyStage {
  if (hasEnded(part)) return 'ended';
  return pressing.find((stage) => processes.some((own) => own.stage === stage)) ?? 'inContact';
}
