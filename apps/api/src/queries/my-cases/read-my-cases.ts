// Every part a person takes, read as their own.
import type { MessageRow } from '#libs/casework';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { Reading } from '../../ports/reading.js';
import { myCase } from './my-case.js';
import { ownParts, wordsFor, type Part } from './part.js';

// A person is in a handful of cases at most; a page holds a hundred.
const ALL = { order: 'openedAt', first: 100 } as const;

/** The parts of the actor as the case holds them; none for staff. One statement. */
export async function partsOfActor(reading: Reading, { actor, at }: RequestContext): Promise<Part[]> {
  if (actor.kind !== 'participant') return [];
  const { rows } = await reading.cases.caseload(actor, {}, ALL);
  return rows.flatMap(({ row }) => ownParts(actor, row)).map((part) => ({ ...part, at }));
}

/** The parts of the actor; none for staff. Two statements, whatever the number of cases. */
export async function readMyCases(reading: Reading, context: RequestContext) {
  if (context.actor.kind !== 'participant') return [];
  const [parts, messages] = await Promise.all([
    partsOfActor(reading, context),
    reading.service.messages(context.actor, context.at),
  ]);
  return parts.map((part) => ({ ...myCase(part), messages: messagesTo(part, messages) }));
}

// The day, not the instant: the instant follows from the event's by a number that is no secret (R22).
const messagesTo = (part: Pick<Part, 'facts' | 'id'>, messages: readonly MessageRow[]) =>
  messages
    .filter(({ recipientId }) => recipientId === part.id)
    .map(({ notBefore, template }) => ({
      on: notBefore.slice(0, 10),
      template,
      words: wordsFor(part).notices[template],
    }));
