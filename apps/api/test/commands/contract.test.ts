// The contract and the case say the same: one mutation an event, one input field for each field of its payload.
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import { isOfProcess, mayBeLate, permissions, textFields } from '#libs/case';
import { verbs } from '../../src/commands/index.js';
import { readSdl } from '../../src/server/graphql/schema-files.js';
import { inputNameOf } from '../../src/commands/build-event.js';
import { newIdOf } from '../../src/commands/derived-ids.js';
import { knownNames, nameScalars } from '../../src/queries/vocabulary/names.js';
import { payloads, type Fields, type Holds } from './event-payloads.js';

const schema = buildSchema(readSdl());
const mutations = schema.getMutationType()?.getFields() ?? {};
/** Mutations that tell a case one event; `recordTogether` tells it several of them. */
const ofACase = Object.values(mutations).filter(
  ({ name, args }) => args.some((arg) => arg.name === 'command') && name !== 'recordTogether',
);
const events = Object.keys(permissions) as (keyof typeof permissions)[];
const told = { ...verbs, openCase: 'case.opened' } as const;
const stated = payloads();
const inputOf = (name: string): GraphQLInputObjectType | null => {
  const type = schema.getType(name);
  return isInputObjectType(type) ? type : null;
};

/** What the server fills in or takes in another form; everything else is exactly the payload. */
const filledIn: Readonly<Record<string, readonly string[]>> = {
  'case.opened': ['caseId', 'serviceId', 'processId'],
  'case.reopened': ['processId'], // made where the work begins again
  'communication.drafted': ['sha256'], // from the text itself
  'facilitator.assigned': ['standing'], // from the service's own records, never from a client
  'consent.given': ['textSha256'], // from the text as it was published
  'information.shared': ['agreementId'], // the agreement in force that day
};
const besides: Readonly<Record<string, readonly string[]>> = {
  'participant.joined': ['person'],
  'case.reopened': ['beginAgain'],
};
const mayBeLeftOut: Readonly<Record<string, readonly string[]>> = { 'participant.joined': ['personId'] };

test('every event that a person may tell has one mutation, and every mutation of a case tells one event', () => {
  const byClock = events.filter((type) => permissions[type].every((who) => who === 'clock'));
  expect(Object.values(told).toSorted()).toEqual(events.filter((type) => !byClock.includes(type)).toSorted());
  expect(ofACase.map(({ name }) => name).toSorted()).toEqual(Object.keys(told).toSorted());
  expect(Object.keys(stated).toSorted()).toEqual(events.toSorted());
});

test.each(Object.entries(told))('%s takes what %s says, and can be previewed', (verb, type) => {
  const input = Object.keys(stated[type] ?? {}).length > 0 ? inputNameOf(type) : null;
  const given = mutations[verb]?.args.find(({ name }) => name === 'event');
  const needed = Object.values(inputOf(input ?? '')?.getFields() ?? {}).some((field) => isNonNullType(field.type));
  expect(given ? String(given.type) : null).toBe(input === null ? null : `${input}${needed ? '!' : ''}`);
  if (verb === 'openCase') return;
  expect(String(inputOf('AnyEvent')?.getFields()[verb]?.type)).toBe(input ?? 'Boolean');
});

test('AnyEvent is exactly one event, under the name of its mutation', () => {
  expect(inputOf('AnyEvent')?.isOneOf).toBe(true);
  expect(Object.keys(inputOf('AnyEvent')?.getFields() ?? {}).toSorted()).toEqual(Object.keys(verbs).toSorted());
});

test.each(Object.values(told))('the input of %s has every field of its payload, of its type', (type) => {
  const input = inputOf(inputNameOf(type));
  const fields = stated[type] ?? {};
  if (Object.keys(fields).length === 0) return;
  const skipped = filledIn[type] ?? [];
  const names = new Set([
    ...Object.keys(fields).filter((name) => !skipped.includes(name)),
    ...(besides[type] ?? []),
    ...(mayBeLate.has(type) ? ['on'] : []),
  ]);
  expect(Object.keys(input?.getFields() ?? {}).toSorted()).toEqual([...names].toSorted());
  // where only one process can be meant, it need not be named (R81)
  const ofProcess = isOfProcess(type) ? ['processId'] : [];
  const leftOut = [...(mayBeLeftOut[type] ?? []), ...ofProcess, newIdOf(type) ?? ''];
  if (input) expect(differences(type, input, fields, leftOut)).toEqual([]);
});

test('what can have happened earlier can say when, and nothing else can (R95)', () => {
  const late = Object.values(told).filter((type) => inputOf(inputNameOf(type))?.getFields()['on']);
  expect(late.toSorted()).toEqual([...mayBeLate].toSorted());
});

test('every field of an event that holds words takes Words, and no other does', () => {
  const wrong = Object.values(told).flatMap((type) => {
    const kept: Readonly<Record<string, string>> = (textFields as Record<string, Record<string, string>>)[type] ?? {};
    const fields = Object.values(inputOf(inputNameOf(type))?.getFields() ?? {});
    return fields
      .filter((field) => (getNamedType(field.type).name === 'Words') !== field.name in kept)
      .map(({ name }) => `${type}.${name}`);
  });
  expect(wrong).toEqual([]);
});

/** What else of an event is plain text, by the name of the field: each has a form or a register that no word of anybody fits in. */
const plain: Readonly<Record<string, string>> = {
  language: 'the short name of a language, by its form',
  version: 'of a consent text that the service published',
  opens: 'a time of day, by its form',
  closes: 'a time of day, by its form',
  findings: 'names of what the checkpoint asks',
  about: 'what a consent is about: names, ids, an organisation of the register',
  organisation: 'an organisation of the register',
  recipient: 'an organisation of the register',
  reference: 'of an offence, which is sealed and not in the event',
};
test('no event keeps plain text that somebody typed: each text is words, or of a form or a register', () => {
  const open = (type: GraphQLInputObjectType): string[] =>
    Object.values(type.getFields()).flatMap((field) => {
      const of = getNamedType(field.type);
      // What is said of a person goes to the register of persons, sealed; the event names their id.
      if (isInputObjectType(of)) return of.name === 'PersonDetails' ? [] : open(of);
      return of.name === 'String' && !(field.name in plain) ? [`${type.name}.${field.name}`] : [];
    });
  const inputs = Object.values(told).flatMap((type) => inputOf(inputNameOf(type)) ?? []);
  expect(inputs.flatMap(open)).toEqual([]);
});

test('every scalar of names has its table', () => {
  const without = Object.keys(nameScalars).filter((name) => !schema.getType(name));
  expect(without).toEqual([]);
  expect(Object.entries(knownNames).filter(([, known]) => known.length === 0)).toEqual([]);
});

/** Where an input and a payload differ in what they take. */
function differences(
  place: string,
  input: GraphQLInputObjectType,
  fields: Fields,
  leftOut: readonly string[] = [],
): string[] {
  return Object.values(input.getFields()).flatMap((field) => {
    const own = fields[field.name];
    if (!own) return [];
    const where = `${place}.${field.name}`;
    const needed = !own.optional && !leftOut.includes(field.name);
    if (isNonNullType(field.type) !== needed) return [`${where}: ${needed ? 'must be given' : 'may be left out'}`];
    return differencesOf(where, field.type, own.holds);
  });
}

function differencesOf(where: string, declared: GraphQLInputType, holds: Holds): string[] {
  const type = getNullableType(declared);
  if (isListType(type))
    return holds.kind === 'list'
      ? differencesOf(where, type.ofType as GraphQLInputType, holds.of)
      : [`${where}: is no list`];
  if (isInputObjectType(type)) {
    if (type.name === 'OffenceCommitted') return []; // offences get their ids from the service
    return holds.kind === 'record' ? differences(where, type, holds.fields) : [`${where}: is no record`];
  }
  const names = isEnumType(type)
    ? type.getValues().map(({ name }) => name)
    : (knownNames as Record<string, readonly string[]>)[type.name];
  if (names) {
    const same = holds.kind === 'names' && names.toSorted().join() === holds.names.toSorted().join();
    return same ? [] : [`${where}: ${type.name} knows other names`];
  }
  const kind = type.name === 'Boolean' ? 'boolean' : 'text';
  return holds.kind === kind ? [] : [`${where}: ${type.name} for ${holds.kind}`];
}
