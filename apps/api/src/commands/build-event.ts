// Makes an event out of the input of its mutation: validated, free text apart, ids, and what the server works out by itself.
import { hash } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import type { EventType } from '#libs/case';
import type { UnstampedEvent, Words } from '#libs/casework';
import { detailsRead } from '#libs/intake';
import type { Newcomer } from '../ports/casework.js';
import { apiError } from '../server/graphql/errors.js';
import { idFrom, newIdOf } from './derived-ids.js';
import { FreeText } from '../server/graphql/free-text.js';
import { withoutFreeText } from './split-free-text.js';
import { validateInput } from './validate-input.js';

/** An event that the case can be asked to take. */
export interface BuiltEvent {
  readonly event: UnstampedEvent;
  /** The free text that the event names by id. */
  readonly texts: Words[];
  /** Id of what the event makes, given or worked out; null for an event that makes nothing. */
  readonly made: string | null;
  /** The person who joins: known before, or new with these values; null for any other event. */
  readonly newcomer: Newcomer | null;
}

/** The input of an event: 'consent.given' is written `ConsentGiven` in the schema. */
export const inputNameOf = (type: EventType): string =>
  type.replace(/(^|\.)(\w)/g, (_whole, _dot, letter: string) => letter.toUpperCase());

/**
 * The event of this type that an input describes. The seed (actor and key) gives the same ids again for the same command.
 * An event of which nothing need be said may come without an input. A `processId` that is left out is filled in where the
 * case is known (libs/casework which-process.ts). A participant names nothing new: whether an id is taken would tell what is
 * there, and theirs is left aside. Throws BAD_USER_INPUT as `validateInput` does.
 */
export function buildEvent(
  schema: GraphQLSchema,
  type: EventType,
  input: object | null | undefined,
  seed: string,
  namesNew = true,
): BuiltEvent {
  const fields = validateInput(schema, inputNameOf(type), input ?? {});
  const id = makes(type, fields) ? newIdOf(type) : undefined;
  if (id !== undefined && !namesNew) delete fields[id];
  if (id !== undefined) fields[id] ??= idFrom(`${seed} ${id}`);
  const made = id === undefined ? null : String(fields[id]);
  const newcomer = type === 'participant.joined' ? takePersonOut(fields, seed) : null;
  if (type === 'communication.drafted' && fields['text'] instanceof FreeText)
    fields['sha256'] = hash('sha256', fields['text'].reveal(), 'hex');
  const { event, texts } = withoutFreeText(fields, seed);
  // The input has the fields of the event's payload (contract.test.ts), and its values have just been validated.
  return { event: { ...event, type } as UnstampedEvent, texts, made, newcomer };
}

/** Whether something new comes of it. A case that is opened again for what was agreed gets no new process. */
function makes(type: EventType, fields: Record<string, unknown>): boolean {
  if (type !== 'case.reopened') return true;
  const { beginAgain } = fields;
  delete fields['beginAgain'];
  return beginAgain === true;
}

/** Takes a person's details out of the event, which keeps an id. Other details are another person, and another command. */
function takePersonOut(fields: Record<string, unknown>, seed: string): Newcomer {
  const { personId, person } = fields;
  delete fields['person'];
  if (personId !== undefined && person !== undefined)
    throw apiError('BAD_USER_INPUT', 'Give personId for somebody known or person for somebody new, not both.');
  if (personId !== undefined) return { id: String(personId), values: null };
  const read = detailsRead((person ?? {}) as Record<string, string>, null);
  if ('reason' in read) throw apiError('BAD_USER_INPUT', `person.${read.field}: It ${read.reason}.`);
  const values = read.values as NonNullable<Newcomer['values']>;
  if (fields['approach'] === 'objected' && Object.keys(values).length > 0)
    throw apiError('BAD_USER_INPUT', 'Of somebody who objected to being approached no details are kept.');
  const id = idFrom(`${seed} person ${JSON.stringify(Object.entries(values).toSorted())}`);
  fields['personId'] = id;
  return { id, values };
}
