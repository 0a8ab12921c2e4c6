// What pages ask and send fits the schema and the limits of the API, its generated twin is of this very text, and every command of a case has its form.
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSchema, Kind, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { defaultLimits } from '../../api/src/server/limits/limits.js';
import { assertWithin } from '../../api/src/server/limits/admit.js';
import { readListSizes } from '../../api/src/server/limits/list-size.js';
import { visitorsMay } from '../../api/src/server/auth/visitors.js';
import { readSdl } from '../../api/src/server/graphql/schema-files.js';
import { filesUnder, root } from '../../../test/architecture/sources.js';
import type { Operation } from '../src/api/operation.js';
import { acts, commands, together } from '../src/areas/commands/commands.generated.js';
import { actForms } from '../src/areas/staff/acts/acts.generated.js';
import { forms } from '../src/areas/staff/forms/forms.generated.js';
import { commandFor } from '../src/command-form/supplied-by.js';
import { verbs } from '../../api/src/commands/index.js';
import { notOnAPageYet } from './not-on-a-page-yet.js';

const schema: GraphQLSchema = buildSchema(readSdl());
readListSizes(schema);
const documentsNamed = (ending: string) =>
  filesUnder('apps/web/src', ending).map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return { path, text, document: parse(text) };
  });
const documents = documentsNamed('page.graphql');
/** One a command, made from the schema by the build. */
const sent = documentsNamed('.generated.graphql');

test.each([...documents, ...sent])('$path fits the schema, and the limits of the API', ({ document, text }) => {
  expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
  expect(() => assertWithin(text, defaultLimits, schema)).not.toThrow();
});

test.each(documents)(
  '$path is generated whole: each operation by its name, under the hash of this text',
  async ({ path, text, document }) => {
    const generated = (await import(join(root, dirname(path), 'page.generated.ts'))) as Record<
      string,
      Operation<unknown, unknown>
    >;
    const named = document.definitions.flatMap((node) =>
      node.kind === Kind.OPERATION_DEFINITION ? [node.name?.value ?? 'an operation without a name'] : [],
    );
    const sha256 = hash('sha256', text, 'hex');
    expect({ ...generated }).toEqual(
      Object.fromEntries(named.map((operationName) => [operationName, { operationName, sha256 }])),
    );
  },
);

test('every page.graphql is sent by what stands beside it: each of its operations is named there', () => {
  const unsent = documents.flatMap(({ path, document }) => {
    const beside = filesUnder(dirname(path), '.ts')
      .filter((file) => !file.endsWith('.generated.ts'))
      .map((file) => readFileSync(join(root, file), 'utf8'))
      .join('\n');
    return document.definitions.flatMap((node) =>
      node.kind === Kind.OPERATION_DEFINITION &&
      !new RegExp(`page\\s*\\.ask\\w*\\([^;]*\\b${node.name?.value}\\b`).test(beside)
        ? [`${path} ${node.name?.value}`]
        : [],
    );
  });
  expect(unsent).toEqual([]);
});

test('what visitors may send, the API lets them', () => {
  const opens = documents.filter(({ text }) =>
    /signInStaff|redeem(Invitation|Code)|supportServices|SelfReferral/.test(text),
  );
  expect(opens).toHaveLength(5);
  for (const { text } of opens) expect(visitorsMay(new Map([['x', text]]))({ query: text })).toBe(true);
});

test('each command of a case has its document, under the hash of its text, and is found by the name of its event', () => {
  expect(Object.keys(commands).toSorted()).toEqual(Object.keys(verbs).toSorted());
  const hashes = new Map(sent.map(({ text, document }) => [operationIn(document), hash('sha256', text, 'hex')]));
  const all = { ...commands, ...acts, recordTogether: together };
  expect(new Map(Object.entries(all).map(([verb, { sha256 }]) => [verb, sha256]))).toEqual(hashes);
  const byEvent = Object.fromEntries(Object.entries(verbs).map(([verb, event]) => [verb, commandFor(event)]));
  expect(byEvent).toEqual(Object.fromEntries(Object.keys(verbs).map((verb) => [verb, verb])));
});

test('every mutation of the schema is sent by some page, or stands on a short list with a reason', () => {
  const byForms = [...forms.flatMap(({ verbs: each }) => each), ...actForms.map(({ act }) => act)];
  const onAPage = new Set<string>([...byForms, ...documents.flatMap(({ document }) => mutationsIn(document))]);
  const all = Object.keys(schema.getMutationType()?.getFields() ?? {});
  expect(all.filter((mutation) => !onAPage.has(mutation) && !(mutation in notOnAPageYet))).toEqual([]);
  expect(Object.keys(notOnAPageYet).filter((one) => onAPage.has(one) || !all.includes(one))).toEqual([]);
});

/** The fields of every mutation in a document, by their names in the schema. */
const mutationsIn = ({ definitions }: DocumentNode): string[] =>
  definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION && node.operation === 'mutation'
      ? node.selectionSet.selections.flatMap((field) => (field.kind === Kind.FIELD ? [field.name.value] : []))
      : [],
  );

function operationIn({ definitions }: DocumentNode): string {
  const [first] = definitions;
  return first?.kind === Kind.OPERATION_DEFINITION ? (first.name?.value ?? '') : '';
}
