// Makes an event out of the input of its mutation: shape, words apart, ids, and what the server works out by itself.
import { hash } from 'node:crypto';
import type { EventType } from '#libs/case';
import { apiError } from '../server/graphql/errors.js';
import type { Happening, Text } from '../ports/casework.js';
import { FreeText, withoutFreeText } from './free-text.js';
import { idFrom, newIdOf } from './derived-ids.js';
import { sound } from './validate-input.js';

/** Personal values by the names of libs/people. */
export type Values = Readonly<Record<string, string>>;

/** An event ready to be told. */
export interface Said {
  readonly event: Happening & Readonly<Record<string, unknown>>;
  readonly texts: readonly Text[];
  /** Id of what the event makes, given or worked out; null for an event that makes nothing. */
  readonly made: string | null;
  /** The person somebody who joins is: known before, or new with these values. */
  readonly person: { readonly id: string; readonly values: Values | null } | null;
}

/** The input of an event: 'consent.given' is written `ConsentGiven` in the schema. */
export const inputNameOf = (type: EventType): string =>
  type.replace(/(^|\.)(\w)/g, (_whole, _dot, letter: string) => letter.toUpperCase());

/**
 * What was said, as an event. The seed (actor and key) gives the same ids again for the same command. An event that says
 * nothing but that it happened has no input in the schema.
 */
export function said(type: EventType, input: object | undefined, seed: string): Said {
  const plain = input === undefined ? {} : sound(inputNameOf(type), input);
  const id = newIdOf(type);
  if (id !== undefined) plain[id] ??= idFrom(`${seed} ${id}`);
  const made = id === undefined ? null : String(plain[id]);
  const person = type === 'participant.joined' ? joining(plain, seed) : null;
  if (type === 'words.drafted' && plain['text'] instanceof FreeText)
    plain['sha256'] = hash('sha256', plain['text'].reveal(), 'hex');
  const { event, texts } = withoutFreeText(plain, seed);
  return { event: { ...event, type }, texts, made, person };
}

/** Takes the details out of the event; of a person the event keeps an id. Other details are another person, and another command. */
function joining(plain: Record<string, unknown>, seed: string): Said['person'] {
  const { personId, person } = plain;
  delete plain['person'];
  if (personId !== undefined && person !== undefined)
    throw apiError('BAD_USER_INPUT', 'Give personId for somebody known or person for somebody new, not both.');
  if (personId !== undefined) return { id: String(personId), values: null };
  const values = (person ?? {}) as Values;
  if (plain['approach'] === 'objected' && Object.keys(values).length > 0)
    throw apiError('BAD_USER_INPUT', 'Of somebody who objected to being approached no details are kept.');
  const id = idFrom(`${seed} person ${JSON.stringify(Object.entries(values).toSorted())}`);
  plain['personId'] = id;
  return { id, values };
}
