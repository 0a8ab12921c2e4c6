// One person's own part in a case, from what they themselves said and what was said to them: nothing here may depend on another person (R22, R39).
import { answeredBy, ownProcesses, type Id } from '#libs/case';
import { londonDate } from '#libs/time';
import { consentsToService } from './my-consents.js';
import { myProcess } from './my-process.js';
import { wordsFor, type Part } from './part.js';
import { asShown, releasedTo } from './released.js';
import { hasEnded, pressing, type MyStage } from './stage.js';
import { stepsOf } from './steps.js';

/** The part as its owner sees it; `adult` is the id of the person who is their appropriate adult. */
export function myCase(part: Part) {
  const { facts, id } = part;
  const safe = facts.contact.safe[id];
  const needs = facts.contact.needs[id];
  const wish = facts.contact.preferences[id];
  const processes = ownProcesses(facts, id).map((processId) => myProcess(part, processId));
  const stage = stageOf(part, processes);
  const adult = facts.people.appropriateAdults[id];
  const consents = consentsToService(part, stage === 'ended');
  const released = releasedTo(facts, id);
  return {
    id: facts.caseId,
    participantId: id,
    role: facts.people.participants[id]?.role,
    stage,
    words: wordsFor(part).stages[stage],
    consents,
    processes,
    // The day, not the instant: of what others released, the instant is no more to be known than in a message (R22).
    steps: stepsOf(part, { stage, consents, processes, released }).map(({ at, ...step }) => ({
      ...step,
      on: at === null ? null : londonDate(at),
    })),
    contactId: leadOf(part),
    reachedOn: facts.contact.attempts[id]?.reachedAt ?? null,
    adultPersonId: adult === undefined ? null : (facts.people.participants[adult]?.personId ?? null),
    // Which ways are frozen is for safeguarding alone: a facilitator tells the person, who can then ask.
    safeContact: safe ? { caseId: facts.caseId, ...safe } : null,
    needs: needs ? { ...needs, askedAt: needs.at } : null,
    help: helpOf(part),
    preference: wish ? { caseId: facts.caseId, wish: wish.wish, answer: wish.answer } : null,
    released: released.map((one) => asShown(one, wordsFor(part))),
  };
}

/** What they asked for last of each kind, oldest first; staff see the same day. */
const helpOf = ({ facts, id, settings }: Part) =>
  Object.entries(facts.contact.help ?? {})
    .filter(([key]) => key.startsWith(`${id}|`))
    .toSorted(([, a], [, b]) => Date.parse(a.at) - Date.parse(b.at))
    .map(([key, asked]) => ({
      caseId: facts.caseId,
      kind: key.split('|')[1],
      askedOn: londonDate(asked.at),
      answerBy: londonDate(answeredBy(asked, settings)),
      text: asked.text,
      answer: asked.answer,
    }));

/** Who leads the work with them; null until somebody does. */
const leadOf = ({ facts: { facilitators } }: Part): Id | null =>
  Object.entries(facilitators.assigned).find(([, { duty }]) => duty === 'lead')?.[0] ?? null;

/** Where they stand in the most pressing of their own processes; without any, the service is in contact with them. */
function stageOf(part: Part, processes: readonly { stage: MyStage }[]): MyStage {
  if (hasEnded(part)) return 'ended';
  return pressing.find((stage) => processes.some((own) => own.stage === stage)) ?? 'inContact';
}
