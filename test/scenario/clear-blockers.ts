// Opens a step of a story where the story does not care how: what stands before it is answered as the practice would, over the API.
import { randomUUID } from 'node:crypto';
import type { Blocker, EventType, Id } from '#libs/case';
import { verbs } from '../../apps/api/src/commands/index.js';
import { answer, type Around, type Said } from './answer-blocker.js';
import type { StoryContext, StoryCase } from './story-case.js';
import type { Colleague } from './colleagues.js';
import { inShort, type BlockerSeen, type Verb } from './voices.js';

const verbOf = Object.fromEntries(Object.entries(verbs).map(([verb, type]) => [type, verb])) as Record<EventType, Verb>;

/** About whom or what the step is, of which process, and the rules that are left to the story. */
export interface Wanted {
  about?: Id | null;
  processId?: Id;
  but?: readonly string[];
}
/** Answers until the step is open, or nothing but the rules named in `but` stands before it. Breaks off when nobody can open it. */
export async function clearTheWay(
  theCase: StoryCase,
  context: StoryContext,
  verb: Verb,
  { about = null, processId, but = [] }: Wanted,
): Promise<void> {
  for (let rounds = 0; rounds < 20; rounds += 1) {
    const door = await theCase.door(verb, about, processId);
    if (!door) throw new Error(`${verb} is not a step of this case now`);
    const left = door.blockers.filter(({ rule }) => !but.includes(rule));
    if (left.length === 0) return;
    if (!(await answersSome(theCase, context, left, door.processId)))
      throw new Error(`Nobody can open ${verb}: ${left.map(inShort).join('; ')}`);
  }
  throw new Error(`${verb} does not open, however often it is answered`);
}

/** Answers every blocker there is an answer to, once each. False when there is none to any. */
async function answersSome(
  theCase: StoryCase,
  context: StoryContext,
  left: readonly BlockerSeen[],
  processId: Id | null,
  depth = 0,
): Promise<boolean> {
  const { grace, noor, sol, sade, mona, cora } = context.colleagues;
  const staff = { lead: grace, coFacilitator: noor, supervisor: sol };
  const around: Around = {
    staff: { ...staff, safeguardingLead: sade, manager: mona, coordinator: cora },
    id: randomUUID,
  };
  const said = new Set<string>();
  const people = left.filter(({ rule }) => rule.startsWith('facilitator')); // without them nobody may say the rest
  for (const { whoCanSupply, ...rest } of people.length > 0 ? people : left) {
    const blocker = { ...rest, who: whoCanSupply } as Blocker;
    const next = answer(blocker, await theCase.facts(), around, context.clock.now(), processId);
    if (!next || said.has(kindOf(next))) continue;
    said.add(kindOf(next));
    await says(theCase, context, next, processId, depth);
  }
  return said.size > 0;
}

/** Says an answer in the words that the API takes; what stands before it is answered first. */
async function says(
  theCase: StoryCase,
  context: StoryContext,
  said: Said,
  processId: Id | null,
  depth: number,
): Promise<void> {
  const { by, type, ...payload } = said;
  const { standing: _known, personId: _new, ...event } = payload as Record<string, unknown>;
  const person = type === 'participant.joined' ? { person: { given: String(event['role']) } } : {};
  const spoken = { ...event, ...person };
  const colleague = Object.entries(context.colleagues).find(([, { id }]) => id === by.id)?.[0] as Colleague;
  const { ended, why, code, refused } = await theCase
    .by(colleague)
    .tries[verbOf[type]](Object.keys(spoken).length > 0 ? (spoken as never) : undefined);
  if (ended === 'Told') return;
  if (refused.length === 0 || depth > 3)
    throw new Error(`${type} ended in ${ended}: ${[why, code, ...refused.map(inShort)].join('; ')}`);
  if (await answersSome(theCase, context, refused, processId, depth + 1))
    await says(theCase, context, said, processId, depth + 1);
}

/** Two answers that differ only in ids made up for them are one. */
const kindOf = ({ by, ...said }: Said): string =>
  JSON.stringify([by.id, ['participant.joined', 'facilitator.asked'].includes(said.type) ? [said.type] : said]);
