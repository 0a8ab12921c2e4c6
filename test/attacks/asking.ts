// Every query and mutation as documents made from the SDL alone, with every place where an id can stand: a new field is asked as soon as it is written down.
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
} from 'graphql';
import { readSdl } from '../../apps/api/src/server/graphql/schema-files.js';
import { knownNames } from '../../apps/api/src/queries/vocabulary/names.js';

const schema = buildSchema(readSdl());
type Root = GraphQLField<unknown, unknown>;
export const queries: readonly Root[] = Object.values(schema.getQueryType()?.getFields() ?? {});
export const mutations: readonly Root[] = Object.values(schema.getMutationType()?.getFields() ?? {});

/** Where an id can stand in the arguments of a field: `caseId`, `event.participantId`, `filter.areaId`. */
export type Place = string;
/** Gives the id for a place. */
export type Fill = (place: Place) => string;

const DEEP = 9;
/** Everything that can be selected of a type; a type is not entered again below itself. */
function selection(type: GraphQLOutputType, above: readonly string[] = []): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (isUnionType(named))
    return `{ __typename ${named
      .getTypes()
      .map((each) => `... on ${each.name} ${selection(each, above)}`)
      .join(' ')} }`;
  if (!isObjectType(named) || above.length > DEEP || above.includes(named.name)) return '{ __typename }';
  const fields = Object.values(named.getFields()).flatMap((field) =>
    field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)
      ? []
      : [`${field.name} ${selection(field.type, [...above, named.name])}`],
  );
  return `{ __typename ${fields.join(' ')} }`;
}

const samples: Readonly<Record<string, unknown>> = {
  Boolean: true,
  String: 'x',
  Words: 'Some words',
  Date: '2099-01-02',
  DateTime: '2099-01-02T10:00:00.000Z',
  Sha256: 'a'.repeat(64),
  Int: 1,
  Float: 1,
};
const needed = (field: { type: GraphQLInputType; defaultValue?: unknown }) =>
  isNonNullType(field.type) && field.defaultValue === undefined;

/** A value of an input type: what must be given, and what leads to the wanted place. */
function value(declared: GraphQLInputType, place: Place, wanted: Place | null, fill: Fill): unknown {
  const type = getNullableType(declared);
  if (isListType(type)) return [value(type.ofType as GraphQLInputType, place, wanted, fill)];
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const leads = (name: string) => wanted !== null && `${wanted}.`.startsWith(`${place}.${name}.`);
    // Of a one-of type exactly one: the one that leads to the place, else the first.
    const chosen = type.isOneOf
      ? [fields.find(({ name }) => leads(name)) ?? fields[0]]
      : fields.filter((field) => needed(field) || leads(field.name));
    return Object.fromEntries(
      chosen.flatMap((field) =>
        field ? [[field.name, value(field.type, `${place}.${field.name}`, wanted, fill)]] : [],
      ),
    );
  }
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (type.name === 'ID' || place === wanted) return fill(place);
  return (knownNames as Readonly<Record<string, readonly string[]>>)[type.name]?.[0] ?? samples[type.name] ?? 'x';
}

/** Every place of a field where an id can stand. An input type is not entered again below itself. */
export function placesOf(field: Root): Place[] {
  const inside = (declared: GraphQLInputType, place: Place, above: readonly string[]): Place[] => {
    const type = getNamedType(declared);
    // A case may also be named where its reference is welcome.
    if (type.name === 'ID' || (type.name === 'String' && place === 'caseIdOrReference')) return [place];
    if (!isInputObjectType(type) || above.includes(type.name)) return [];
    return Object.values(type.getFields()).flatMap((each) =>
      inside(each.type, `${place}.${each.name}`, [...above, type.name]),
    );
  };
  return field.args.flatMap((arg) => inside(arg.type, arg.name, []));
}

const selections = new Map<Root, string>();
/** Everything that can be selected of a root field: the schema is walked once a field, not once a request. */
export function selectionOf(field: Root): string {
  const known = selections.get(field) ?? selection(field.type);
  selections.set(field, known);
  return known;
}

/** Nothing but what kind of answer it is, for those who look at what was written. */
export const kindOf = (field: Root): string => (isLeafType(getNamedType(field.type)) ? '' : '{ __typename }');

/**
 * A document that asks one field with what must be given and, where one is wanted, that place; its text is the same whatever is
 * filled in. `selected`: what of the answer; left out, everything.
 */
export function document(
  kind: 'query' | 'mutation',
  field: Root,
  wanted: Place | null,
  fill: Fill,
  selected = selectionOf(field),
) {
  const args = field.args.filter((arg) => needed(arg) || (wanted !== null && `${wanted}.`.startsWith(`${arg.name}.`)));
  const variables = Object.fromEntries(args.map((arg) => [arg.name, value(arg.type, arg.name, wanted, fill)]));
  const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const given = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const asked = `${field.name}${given ? `(${given})` : ''} ${selected}`;
  return { query: `${kind}${declared ? `(${declared})` : ''} { ${asked} }`, variables };
}
