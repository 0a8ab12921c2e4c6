// What the build makes of the schema for forms: a document for each command of a case, and what each asks to be told.
import { createHash } from 'node:crypto';
import { Kind, print } from 'graphql';

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

/** Mutations outside a case: those that answer what was decided, and those that answer yes or no about one thing by its id. */
const actsIn = (schema) =>
  schema.definitions
    .filter(({ name }) => name?.value === 'Mutation')
    .flatMap(({ fields }) => fields ?? [])
    .filter(({ arguments: given, type }) => {
      const answer = named(type).name;
      if (answer === 'DecisionPayload') return true;
      return answer === 'Boolean' && given.length === 1 && named(given[0].type).name === 'ID';
    });

/** The commands of a case, by the name of their mutation: name of the event's input, and its fields; and the acts outside a case. */
function tablesOf(schema) {
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
  const commands = mutationsOf(schema).map((field) => {
    const event = named(field.arguments.find(({ name }) => name.value === 'event').type);
    const fields = inputs.get(event.name).fields.map((one) => [one.name.value, fieldOf(one, known)]);
    return { verb: field.name.value, input: event.name, required: event.required, fields: Object.fromEntries(fields) };
  });
  // What an act is told beside its key: one input whose fields are asked, or each argument by itself.
  const acts = actsIn(schema).map((field) => {
    const given = field.arguments.filter(({ name }) => name.value !== 'key');
    const input = given.length === 1 ? inputs.get(named(given[0].type).name) : undefined;
    const asked = (input?.fields ?? given).map((one) => [one.name.value, fieldOf(one, known)]);
    return {
      act: field.name.value,
      wraps: input ? given[0].name.value : null,
      answers: named(field.type).name === 'Boolean' ? 'yesNo' : 'decision',
      arguments: field.arguments,
      fields: Object.fromEntries(asked),
    };
  });
  return { commands, acts };
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

/** One act, alone in its document. */
const documentOfAct = ({
  act,
  arguments: given,
  answers,
}) => `# Sends one act outside a case. Generated from the schema.
mutation ${act}(${given.map(({ name, type }) => `$${name.value}: ${print(type)}`).join(', ')}) {
  answer: ${act}(${given.map(({ name }) => `${name.value}: $${name.value}`).join(', ')})${
    answers === 'yesNo'
      ? ''
      : ` {
    __typename
    ... on DecisionRecorded {
      id
    }
    ... on DecisionRefused {
      problems
    }
  }`
  }
}
`;

/** The files of a folder of commands: text by name. */
export function commandFiles(schema) {
  const files = new Map();
  const { commands, acts } = tablesOf(schema);
  const written = (name, text) => {
    files.set(`${name}.generated.graphql`, text);
    return sha256Of(text);
  };
  const rowsOfActs = acts.map((act) => {
    const { wraps, answers, fields } = act;
    const sha256 = written(act.act, documentOfAct(act));
    return `  ${act.act}: ${JSON.stringify({ wraps, answers, sha256, fields })},`;
  });
  const rows = commands.map((command) => {
    const sha256 = written(command.verb, documentOf(command));
    const { input, fields } = command;
    return `  ${command.verb}: ${JSON.stringify({ input, sha256, fields })},`;
  });
  const together = written('recordTogether', togetherDocument());
  files.set(
    'commands.generated.ts',
    [
      '// Every command of a case: the input of its event, the document that sends it, and what the event is told. Generated.',
      'export const commands = {',
      ...rows,
      '} as const;',
      '// Every act outside a case: the argument that wraps its fields, how it answers, the document that sends it. Generated.',
      'export const acts = {',
      ...rowsOfActs,
      '} as const;',
      '',
      '/** The document that tells several events as one command. */',
      `export const together = { sha256: '${together}' } as const;`,
      '',
    ].join('\n'),
  );
  return files;
}
