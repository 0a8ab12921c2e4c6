// What the build makes of the schema for forms: a document for each command of a case, and what each asks to be told.
import { createHash } from 'node:crypto';
import { Kind } from 'graphql';

/** Named types that are written as they stand; every other scalar names a table of the vocabulary. */
const plain = {
  ID: 'id',
  String: 'text',
  Words: 'words',
  Boolean: 'yesNo',
  Int: 'number',
  Date: 'day',
  DateTime: 'moment',
  Sha256: 'hash',
};

const definitionsOf = (schema, kind) => schema.definitions.filter((definition) => definition.kind === kind);

/** Mutations that tell a case one event: not `openCase`, where there is none yet, nor `recordTogether`, which tells several. */
const mutationsOf = (schema) =>
  schema.definitions
    .filter(({ name }) => name?.value === 'Mutation')
    .flatMap(({ fields }) => fields ?? [])
    .filter(
      ({ arguments: given }) =>
        given.some(({ name, type }) => name.value === 'command' && named(type).name === 'Command') &&
        given.some(({ name }) => name.value === 'event'),
    );

/** A type without its list and its exclamation marks, and whether it had them. */
function named(type, list = false, required = false) {
  if (type.kind === Kind.NON_NULL_TYPE) return named(type.type, list, list ? required : true);
  if (type.kind === Kind.LIST_TYPE) return named(type.type, true, required);
  return { name: type.name.value, list, required };
}

/** What a field of an event is: its kind, and the table or the names it takes. */
function fieldOf({ type, description }, { scalars, enums }) {
  const { name, list, required } = named(type);
  const made = /left out, the service makes one/i.test(description?.value ?? '');
  const shape = { required, list, ...(made && { made }) };
  if (plain[name]) return { kind: plain[name], ...shape };
  if (enums.has(name)) return { kind: 'name', of: name, names: enums.get(name), ...shape };
  if (scalars.has(name)) return { kind: 'name', of: scalars.get(name), ...shape };
  return { kind: 'input', of: name, ...shape };
}

/** The commands of a case, by the name of their mutation: name of the event's input, and its fields. */
function commandsOf(schema) {
  const inputs = new Map(
    definitionsOf(schema, Kind.INPUT_OBJECT_TYPE_DEFINITION).map((input) => [input.name.value, input]),
  );
  const known = {
    enums: new Map(
      definitionsOf(schema, Kind.ENUM_TYPE_DEFINITION).map(({ name, values }) => [
        name.value,
        values.map((one) => one.name.value),
      ]),
    ),
    // A scalar says in its description which table it names; `FollowUpOutcome` and `PausedBy` go by their own name.
    scalars: new Map(
      definitionsOf(schema, Kind.SCALAR_TYPE_DEFINITION).map(({ name, description }) => [
        name.value,
        /`vocabulary\.(\w+)`/.exec(description?.value ?? '')?.[1] ?? name.value,
      ]),
    ),
  };
  return mutationsOf(schema).map((field) => {
    const event = named(field.arguments.find(({ name }) => name.value === 'event').type);
    const fields = inputs.get(event.name).fields.map((one) => [one.name.value, fieldOf(one, known)]);
    return { verb: field.name.value, input: event.name, required: event.required, fields: Object.fromEntries(fields) };
  });
}

/** One mutation, alone in its document: the API then looks up who sends it together with the case. */
const documentOf = ({ verb, input, required }) => `# Sends one command of a case. Generated from the schema.
mutation ${verb}($command: Command!, $event: ${input}${required ? '!' : ''}) {
  answer: ${verb}(command: $command, event: $event) {
${selection}`;

/** What is known at one moment, as one command. */
const togetherDocument = () => `# Sends several events of a case as one command. Generated from the schema.
mutation recordTogether($command: Command!, $events: [AnyEvent!]!) {
  answer: recordTogether(command: $command, events: $events) {
${selection}`;

/** What every command answers. */
const selection = `    __typename
    ... on Told {
      made
    }
    ... on Refused {
      why
      blockers {
        rule
        about
        whoCanSupply
        since
        words
      }
    }
    ... on Stale {
      revision
    }
  }
}
`;

const sha256Of = (text) => createHash('sha256').update(text).digest('hex');

/** The files of a folder of commands: text by name. */
export function commandFiles(schema) {
  const files = new Map();
  const rows = commandsOf(schema).map((command) => {
    const text = documentOf(command);
    files.set(`${command.verb}.generated.graphql`, text);
    const { input, fields } = command;
    return `  ${command.verb}: ${JSON.stringify({ input, sha256: sha256Of(text), fields })},`;
  });
  const together = togetherDocument();
  files.set('recordTogether.generated.graphql', together);
  files.set(
    'commands.generated.ts',
    [
      '// Every command of a case: the input of its event, the document that sends it, and what the event is told. Generated.',
      'export const commands = {',
      ...rows,
      '} as const;',
      '',
      '/** The document that tells several events as one command. */',
      `export const together = { sha256: '${sha256Of(together)}' } as const;`,
      '',
    ].join('\n'),
  );
  return files;
}
