// Every part a person takes, read as their own.
import { isThem, isTold, notices, upgrade, type Actor } from '#libs/case';
import type { CaseRow, MessageRow } from '#libs/casework';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { Reading } from '../../ports/reading.js';
import { myCase } from './my-case.js';

// A person is in a handful of cases at most; a page holds a hundred.
const ALL = { order: 'openedAt', first: 100 } as const;

/** The parts of whoever asks; none for staff. Two statements, whatever the number of cases. */
export async function readMyCases(reading: Reading, { actor, at, reads }: RequestContext) {
  if (actor.kind !== 'participant') return [];
  const [listed, messages] = await Promise.all([
    reading.cases.caseload(actor, {}, ALL),
    reading.service.messages(actor, at),
  ]);
  return listed.rows.flatMap(({ row }) => {
    const parts = partsOf(row, actor, at, messages);
    if (parts.length === 0) reads.cases.delete(row.id); // nothing of it is in the answer
    return parts;
  });
}

function partsOf(row: CaseRow, actor: Actor, at: string, messages: readonly MessageRow[]) {
  const { facts } = upgrade(row.stored);
  return Object.entries(facts.people.participants)
    .filter(([, { personId }]) => isThem(actor, personId))
    .map(([id]) => ({ facts, id, at, settings: row.settings }))
    .filter(({ id }) => isTold(facts, id))
    .map((part) => ({ ...myCase(part), messages: messagesTo(part.id, messages) }));
}

// The day, not the instant: the instant follows from the event's by a number that everybody can know (R22).
const messagesTo = (id: string, messages: readonly MessageRow[]) =>
  messages
    .filter(({ recipientId }) => recipientId === id)
    .map(({ notBefore, template }) => ({ on: notBefore.slice(0, 10), template, words: notices[template].says }));
