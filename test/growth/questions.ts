// Every query of the schema as documents: bare, with each filter and each value of it, in each order, and the page after the first.
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import { queries, selectionOf } from '../attacks/asking.js';
import { readSdl } from '../../apps/api/src/server/graphql/schema-files.js';
import { knownNames } from '../../apps/api/src/queries/vocabulary/names.js';

const schema = buildSchema(readSdl());

/** What is asked, by a name that says what: `caseload filter.closed=true`. */
export interface Question {
  readonly name: string;
  readonly field: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}
/** Gives what stands in a place that takes an id or a text: several values where several are worth asking. */
export type Values = (place: string, type: string) => readonly unknown[];
/** Names that a place of plain text takes, from its description: "(`vocabulary.stages`)". */
export type Vocabulary = Readonly<Record<string, readonly string[]>>;

type Input = GraphQLArgument | GraphQLInputField;
type Chosen = readonly [path: readonly string[], value: unknown];
const paging = ['first', 'last', 'after', 'before'];

const must = (input: Input): boolean => isNonNullType(input.type) && input.defaultValue === undefined;

/** Every value worth asking of an input: each name of a table, both truths, the ids there are. */
function choices(input: Input, path: readonly string[], values: Values, vocabulary: Vocabulary): Chosen[] {
  const of = (declared: GraphQLInputType): unknown[] => {
    const type = getNullableType(declared);
    if (isListType(type)) return of(type.ofType as GraphQLInputType).map((value) => [value]);
    if (isEnumType(type)) return type.getValues().map(({ name }) => name);
    const table = /`vocabulary\.(\w+)`/.exec(input.description ?? '')?.[1];
    if (table) return [...(vocabulary[table] ?? [])];
    const known = (knownNames as Readonly<Record<string, readonly string[]>>)[String(type)];
    if (known) return [...known];
    if (String(type) === 'Boolean') return [true, false];
    return [...values(path.join('.'), String(type))];
  };
  const type = getNamedType(input.type);
  if (isInputObjectType(type))
    return Object.values(type.getFields()).flatMap((field) =>
      choices(field, [...path, field.name], values, vocabulary),
    );
  return of(input.type).map((value) => [path, value] as const);
}

/** Sets the values at their paths; an input object that is begun has what it must have. */
function variablesOf(
  args: readonly Input[],
  chosen: readonly Chosen[],
  values: Values,
  vocabulary: Vocabulary,
): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  const fill = (into: Record<string, unknown>, inputs: readonly Input[], path: readonly string[]): void => {
    for (const input of inputs) {
      const here = [...path, input.name];
      const mine = chosen.filter(([to]) => here.every((step, n) => to[n] === step));
      const type = getNamedType(input.type);
      if (isInputObjectType(type)) {
        if (mine.length === 0 && !must(input)) continue;
        const object: Record<string, unknown> = {};
        into[input.name] = object;
        fill(object, Object.values(type.getFields()), here);
      } else if (mine[0]) [, into[input.name]] = mine[0];
      else if (path.length > 0 && input.defaultValue !== undefined) into[input.name] = input.defaultValue;
      else if (must(input)) [, into[input.name]] = choices(input, here, values, vocabulary)[0] ?? [here, null];
    }
  };
  fill(given, args, []);
  return given;
}

/** All questions, in the order of the schema; `few`: one value of each place is enough. */
export function questions(values: Values, vocabulary: Vocabulary, few = false): Question[] {
  return queries.flatMap((field) => {
    // What would come of a command is asked where commands are.
    if (field.name === 'preview') return [];
    const asked = field.args.filter(({ name }) => !paging.includes(name));
    const offered = asked.flatMap((arg) => choices(arg, [arg.name], values, vocabulary));
    // A place that must be filled is filled anyway; of a place that need not be, each value is a list of its own.
    const single = offered
      .filter(([path], n) => !few || offered.findIndex(([other]) => other.join() === path.join()) === n)
      .filter(([path]) => path.length > 1 || !field.args.some((arg) => arg.name === path[0] && must(arg)))
      .map((one) => [one]);
    const all: Chosen[][] = [[], ...single];
    if (field.args.some(({ name }) => name === 'last')) all.push([[['last'], 25]]);
    return all.map((chosen) => {
      const args = field.args.filter((arg) => must(arg) || chosen.some(([path]) => path[0] === arg.name));
      const said = chosen.map(([path, value]) => ` ${path.join('.')}=${JSON.stringify(value)}`).join('');
      return {
        name: `${field.name}${said}`,
        field: field.name,
        ...documentOf(field, args, variablesOf(args, chosen, values, vocabulary)),
      };
    });
  });
}

function documentOf(
  field: (typeof queries)[number],
  args: readonly GraphQLArgument[],
  variables: Record<string, unknown>,
) {
  const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const given = args.map(({ name }) => `${name}: $${name}`).join(', ');
  return {
    query: `query${declared ? `(${declared})` : ''} { ${field.name}${given ? `(${given})` : ''} ${selectionOf(field)} }`,
    variables,
  };
}

/** The same question for the page after the one that ended at a cursor; null where there are no pages. */
export function nextPage({ name, field, query, variables }: Question, after: string): Question | null {
  const root = schema.getQueryType()?.getFields()[field];
  if (!root?.args.some((arg) => arg.name === 'after') || !isObjectType(getNamedType(root.type))) return null;
  const args = root.args.filter((arg) => arg.name in variables || arg.name === 'after');
  void query;
  return { name: `${name} after`, field, ...documentOf(root, args, { ...variables, after }) };
}
