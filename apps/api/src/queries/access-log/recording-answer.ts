// An answer that tells of a case or a person waits until its record is committed; without a record there is no answer (R68).
import type { Read } from '#libs/access-log';
import type { RequestContext } from '../../server/graphql/request-context.js';
import type { ReadKeeping } from '../../ports/recorded-reads.js';
import type { RequestReads } from './recording.js';
import type { AskedFor } from './root-fields.js';

/**
 * Records what the request has read and what it asked for in vain; nothing when it did neither. Rejects when it cannot be
 * recorded. The executor awaits this before it hands on the result: there is no moment at which an answer exists
 * outside the executor and its record does not.
 */
export async function recordAnswer(
  keeping: ReadKeeping,
  { actor, at }: RequestContext,
  reads: RequestReads,
  asked: AskedFor,
): Promise<void> {
  // A visitor is shown nothing about any person.
  if (!actor) return;
  const cases = new Set(reads.cases);
  const persons = [...reads.persons].filter((id) => !reads.colleagues.has(id));
  const inVain = actor.kind === 'participant' ? asked.cases.filter((id) => !cases.has(id)) : [];
  if (actor.kind !== 'participant') for (const id of asked.cases) cases.add(id);
  const found = { cases: [...cases], persons: [...new Set([...persons, ...asked.persons])] };
  const searched = asked.kind === 'search' || asked.kind === 'export';
  if (!searched && found.cases.length + found.persons.length + inVain.length === 0) return;
  const helped = actor.kind === 'participant' && actor.assistedBy ? { assistedBy: actor.assistedBy } : {};
  const read: Read = { by: actor.id, at, kind: asked.kind, operation: asked.operation, ...found, inVain, ...helped };
  await keeping.record(actor.serviceId, read);
}
