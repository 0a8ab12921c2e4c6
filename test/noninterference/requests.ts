// The whole schema as requests, made from the SDL alone: every query with every argument that makes sense, every command on whatever there is.
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
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { readSdl } from '../../apps/api/src/server/graphql/schema-files.js';
import { knownNames } from '../../apps/api/src/queries/vocabulary/names.js';

const schema = buildSchema(readSdl());
const root = (type: GraphQLObjectType | null | undefined) => Object.values(type?.getFields() ?? {});
export const queries = root(schema.getQueryType());
/** Mutations on a case: those that take a command. */
export const commands = root(schema.getMutationType()).filter(({ args }) =>
  args.some(({ name }) => name === 'command'),
);
/** The ids that a command may name and need not: left out, the service finds what is meant. */
export const mayName: ReadonlyMap<string, readonly string[]> = new Map(
  commands.map(({ name, args }) => {
    const event = args.map(({ type }) => getNamedType(type)).find((type) => type.name !== 'Command');
    const fields = isInputObjectType(event) ? Object.values(event.getFields()) : [];
    return [name, fields.flatMap((field) => (String(field.type) === 'ID' ? [field.name] : []))];
  }),
);
/** Verbs that `preview` knows. */
const anyEvent = schema.getType('AnyEvent');
export const previewed = isInputObjectType(anyEvent) ? Object.keys(anyEvent.getFields()) : [];

/** Ids that a request is filled with: the case of the pair, another's part, one's own, a stranger's, nobody's. */
export const idVariables = ['theCase', 'other', 'self', 'stranger', 'nobody'] as const;
export type IdVariables = Readonly<Record<(typeof idVariables)[number], string>>;

// Enough for a case with its doors and their blockers behind an edge; a type is not entered again below itself.
const DEEP = 9;

/**
 * What is told on purpose to whoever is otherwise told nothing: the names that a facilitator who was asked to take a case
 * checks before they declare (R42). Who else reads it, and what stands in it, is tested where it is shown: areas/staff/case.
 */
const toldOnPurpose: ReadonlySet<string> = new Set(['Case.namesToCheck']);

/** Everything that can be selected of a type. */
function selection(type: GraphQLOutputType, above: readonly string[] = []): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (isUnionType(named))
    return `{ __typename ${named
      .getTypes()
      .map((each) => `... on ${each.name} ${selection(each, above)}`)
      .join(' ')} }`;
  if (!isObjectType(named) || above.length > DEEP || above.includes(named.name)) return '{ __typename }';
  const fields = Object.values(named.getFields()).flatMap((field) => {
    if (toldOnPurpose.has(`${named.name}.${field.name}`)) return [];
    const needed = field.args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
    const long = field.args.some(({ name }) => name === 'first') ? ['first: 100'] : [];
    const given = [...needed.map((arg) => `${arg.name}: ${values(arg)[0] ?? 'null'}`), ...long];
    const below = selection(field.type, [...above, named.name]);
    return below === '{ __typename }' && above.includes(getNamedType(field.type).name)
      ? []
      : [`${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''} ${below}`];
  });
  return `{ ${fields.join(' ')} }`;
}

/** What tells two rows apart, and where a page ends: for asking the same in many ways. */
function brief(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return selection(type);
  const fields = named.getFields();
  if (named.name.endsWith('Connection'))
    return `{ edges { cursor ${fields['edges'] ? briefNode(fields['edges'].type) : ''} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
  return 'id' in fields ? '{ id }' : selection(type);
}
const briefNode = (edge: GraphQLOutputType): string => {
  const named = getNamedType(edge);
  const node = isObjectType(named) ? named.getFields()['node'] : undefined;
  return node ? `node ${brief(node.type)}` : '';
};

// What can be said of a text, by the name of the argument: words that some case fits, and words that none does.
const texts: Readonly<Record<string, readonly string[]>> = {
  stage: ['suitability', 'consent', 'preparation', 'conference', 'exchange', 'followUp', 'closed'],
  step: ['arranging', 'booked', 'underWay', 'interrupted'],
  waitingOn: ['facilitator', 'coordinator', 'participant', 'safeguardingLead', 'clock'],
  flag: ['hate', 'domesticAbuse', 'relationship', 'highRisk'],
  list: ['open'],
};

/** Literals for an argument: each alone is one way to ask. */
function values({ name, type }: Pick<GraphQLArgument, 'name' | 'type'>): string[] {
  const bare = getNullableType(type) as GraphQLInputType;
  if (isListType(bare)) return values({ name, type: bare.ofType as GraphQLInputType }).map((value) => `[${value}]`);
  if (isEnumType(bare)) return bare.getValues().map((value) => value.name);
  if (isInputObjectType(bare)) return objects(Object.values(bare.getFields()));
  switch (getNamedType(bare).name) {
    case 'ID':
      return idVariables.map((id) => `$${id}`);
    case 'Boolean':
      return ['true', 'false'];
    case 'Int':
      return ['1', '100'];
    case 'DateTime':
      return ['"2026-03-02T10:00:00.000Z"'];
    case 'Date':
      return ['"2026-03-02"'];
    default:
      if (getNamedType(bare).name in known) return [`"${known[getNamedType(bare).name]?.[0]}"`];
      return name === 'reference'
        ? ['$reference', '$partOfIt', '"ZZ"']
        : (texts[name] ?? ['x']).map((text) => `"${text}"`);
  }
}

const known: Readonly<Record<string, readonly string[]>> = knownNames;

/** Inputs with what they must have, and each other field beside it. */
function objects(fields: readonly Pick<GraphQLArgument, 'name' | 'type' | 'defaultValue'>[]): string[] {
  const must = fields
    .filter(({ type }) => isNonNullType(type))
    .map((field) => `${field.name}: ${values(field)[0] ?? 'null'}`);
  const may = fields
    .filter(({ type }) => !isNonNullType(type))
    .flatMap((field) => values(field).map((value) => `${field.name}: ${value}`));
  const all = may.map((one) => `{ ${[...must, one].join(', ')} }`);
  return must.length > 0 ? [`{ ${must.join(', ')} }`, ...all] : all;
}

/** An operation with the variables that stand in its body. */
function declaring(operation: 'query' | 'mutation', body: string): string {
  const all = [
    ...idVariables.map((id) => [id, 'ID'] as const),
    ['reference', 'String'] as const,
    ['partOfIt', 'String'] as const,
  ];
  const used = all
    .filter(([name]) => new RegExp(`\\$${name}\\b`).test(body))
    .map(([name, type]) => `$${name}: ${type}!`);
  return used.length > 0 ? `${operation} (${used.join(', ')}) ${body}` : `${operation} ${body}`;
}

// Places in lists: a page that is not there is an error, which takes everything asked beside it along.
const places = ['after', 'before'];

/** Every way to ask one query: without its arguments, and with each value of each but those of `places`. */
function ways(field: (typeof queries)[number], placed = false): string[] {
  const needed = field.args.filter((arg) => isNonNullType(arg.type));
  const given = (chosen: ReadonlyMap<string, string>): string =>
    chosen.size > 0 ? `(${[...chosen].map(([name, value]) => `${name}: ${value}`).join(', ')})` : '';
  const first = needed.map((arg): [string, string] => [arg.name, values(arg)[0] ?? 'null']);
  const asked = field.args.filter(({ name }) => places.includes(name) === placed);
  const each = asked.flatMap((arg) => values(arg).map((value) => new Map([...first, [arg.name, value] as const])));
  return [...(needed.length > 0 || placed ? [] : [new Map<string, string>()]), ...each].map(
    (chosen) => `${field.name}${given(chosen)}`,
  );
}

const asked = queries.filter(({ name }) => name !== 'preview').map((field) => ({ field, ways: ways(field) }));
/** Every query once, with everything that can be selected; but for `preview`, whose events are drawn. */
export const inFull: readonly string[] = asked.flatMap(({ field, ways: [way] }) =>
  way === undefined ? [] : [`${way} ${selection(field.type)}`],
);
/** Every other way to ask them, in brief. */
export const inBrief: readonly string[] = asked.flatMap(({ field, ways: [, ...others] }) =>
  others.map((way) => `${way} ${brief(field.type)}`),
);

/** One document that asks all of these; the n-th is called `q<n>`. */
export function asking(asked: readonly string[]): string {
  const all = asked.map((way, n) => `q${n}: ${way}`);
  return declaring('query', `{ ${all.join('\n')} }`);
}

/** So many previews of one case, each of an event of its own. */
export function previewing(previews: number): string {
  const preview = queries.find(({ name }) => name === 'preview');
  const all = Array.from({ length: previews }, (_, n) => `p${n}: preview(caseId: $caseId, event: $p${n})`);
  const variables = all.map((_, n) => `$p${n}: AnyEvent!`);
  const seen = preview ? selection(preview.type) : '';
  return `query ($caseId: ID!, ${variables.join(', ')}) { ${all.map((each) => `${each} ${seen}`).join(' ')} }`;
}

/** Pages from a place that is none, each a document of its own. */
export const placed = queries.flatMap((field) =>
  ways(field, true).map((way) => declaring('query', `{ ${way} ${brief(field.type)} }`)),
);

/** The document of one command. */
export function commanding(verb: string): string {
  const field = commands.find(({ name }) => name === verb);
  if (!field) throw new Error(`There is no ${verb}`);
  const variables = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  return `mutation (${variables}) { ${verb}(${given}) ${selection(field.type)} }`;
}

// Whoever opens a case in an emergency reads it: recorded, with a reason, and told to a manager (R68).
const breaksGlass = /emergenc/i;
/** Mutations without a command, each as a document of its own. */
export const besides = root(schema.getMutationType())
  .filter((field) => !commands.includes(field) && !breaksGlass.test(field.name))
  .flatMap((field) =>
    ways(field)
      .slice(0, 6)
      .map((way) => ({ name: field.name, query: declaring('mutation', `{ ${way} ${selection(field.type)} }`) })),
  );
