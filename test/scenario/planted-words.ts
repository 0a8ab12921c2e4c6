// A unique word in every field that takes personal or restricted words, and who may ever read it.
import { buildSchema, getNamedType, isInputObjectType, isNonNullType, type GraphQLInputObjectType } from 'graphql';
import { textFields, type EventType, type Id } from '#libs/case';
import { verbs } from '../../apps/api/src/commands/index.js';
import { readSdl } from '../../apps/api/src/server/graphql/schema-files.js';
import { inputOf, sample, type Ids } from '../harness/api/sample-commands.js';

/** Who may read a word: staff who see the case, those who hold safeguarding on it, or one participant beside the staff. */
export type For = 'staff' | 'safeguarding' | Id;
export interface Planted {
  readonly word: string;
  readonly where: string;
  readonly for: For;
}

const audiences: Readonly<Record<string, Readonly<Record<string, string>>>> = textFields;

/** A bed of words: each is made once, and remembered with its readers. */
export class Bed {
  readonly planted: Planted[] = [];

  /** A word that stands nowhere else. */
  plant(where: string, readers: For): string {
    const n = this.planted.length;
    const word = `Zq${[...String(n).padStart(4, '0')].map((digit) => 'bcdfghjklm'[Number(digit)]).join('')}xw`;
    this.planted.push({ word, where, for: readers });
    return word;
  }
  /** The words that stand in a text, whatever the size of their letters. */
  in(text: string): Planted[] {
    const low = text.toLowerCase();
    return low.includes('zq') ? this.planted.filter(({ word }) => low.includes(word.toLowerCase())) : [];
  }
}

const schema = buildSchema(readSdl());

/** An event of a verb with a word in each field of free words, given or optional, and in what is said of a new person. */
export function wordy(verb: keyof typeof verbs, ids: Ids, bed: Bed, about: Id): Record<string, unknown> | null {
  const name = inputOf(verb);
  const event = sample(verb, ids);
  const type = name === null ? null : schema.getType(name);
  if (!event || !isInputObjectType(type)) return event;
  return { ...event, ...wordsOf(type, verb, verbs[verb], bed, about) };
}

function wordsOf(
  type: GraphQLInputObjectType,
  place: string,
  event: EventType,
  bed: Bed,
  about: Id,
): Record<string, unknown> {
  const planted = Object.values(type.getFields()).flatMap((field): [string, unknown][] => {
    const named = getNamedType(field.type);
    const where = `${place}.${field.name}`;
    if (named.name === 'Words') {
      const readers = audiences[event]?.[field.name] ?? 'staff';
      return [
        [
          field.name,
          bed.plant(where, readers === 'person' ? about : readers === 'safeguarding' ? 'safeguarding' : 'staff'),
        ],
      ];
    }
    // What is said of a person who is new is text of the plain kind.
    if (named.name === 'String' && place.endsWith('.person')) return [[field.name, bed.plant(where, 'staff')]];
    if (!isInputObjectType(named)) return [];
    const below = wordsOf(named, where, event, bed, about);
    const bare = Object.values(named.getFields()).every(
      ({ name, type: inner }) => !isNonNullType(inner) || name in below,
    );
    return Object.keys(below).length > 0 && bare ? [[field.name, below]] : [];
  });
  return Object.fromEntries(planted);
}

type Verb = keyof typeof verbs;
/** Every event that names an organisation (R28), with a word where its name stands; consents once for each purpose that names one. */
export function withNames(ids: Ids, bed: Bed): { verb: Verb; event: Record<string, unknown> }[] {
  return (Object.keys(verbs) as Verb[]).flatMap((verb) => {
    const event = sample(verb, ids) ?? {};
    const named = (field: string, more: object = {}) => ({
      verb,
      event: { ...event, ...more, [field]: bed.plant(`${verb}.${field}`, 'staff') },
    });
    if ('organisation' in event) return [named('organisation')];
    if ('recipient' in event) return [named('recipient')];
    return 'purpose' in event ? ['share', 'outcomeReport'].map((purpose) => named('about', { purpose })) : [];
  });
}
