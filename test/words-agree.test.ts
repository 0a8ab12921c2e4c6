// Holds the words together: the schema knows the tables of the case core and no others, and every column says how it must be guarded.
import { buildSchema, isEnumType, isScalarType, printSchema, type GraphQLObjectType } from 'graphql';
import * as case_ from '#libs/case';
import { columnsOf, openPools } from '#libs/database';
import { readSdl } from '../apps/api/src/server/graphql/schema-files.js';
import { knownNames } from '../apps/api/src/queries/vocabulary/names.js';
import { freshDatabase } from './harness/database/fresh-database.js';

describe('schema and vocabulary agree', () => {
  const schema = buildSchema(readSdl());
  const types = Object.values(schema.getTypeMap()).filter(({ astNode }) => astNode);
  const tables = case_ as Readonly<Record<string, unknown>>;
  const namesOf = (table: string) => Object.keys(tables[table] ?? {}).toSorted();
  const tableOf = (text?: string | null) => /`vocabulary\.(\w+)`/.exec(text ?? '')?.[1];
  // Names of a table and a word more, and what is no name at all.
  const apart = ['DateTime', 'Date', 'FollowUpOutcome', 'PausedBy', 'Sha256', 'Words'];

  test('a scalar of names says which table it takes, and takes that table', () => {
    const scalars = types.filter((type) => isScalarType(type) && !apart.includes(type.name));
    const differ = scalars.filter(({ name, description }) => {
      const table = tableOf(description);
      const taken = (knownNames as Readonly<Record<string, readonly string[]>>)[name] ?? [];
      return table === undefined || namesOf(table).length === 0 || namesOf(table).join() !== taken.toSorted().join();
    });
    expect(scalars.length).toBeGreaterThan(20);
    expect(differ.map(({ name }) => name)).toEqual([]);
  });

  test('every table that the schema names is one of libs/case, and is served', () => {
    const named = [...printSchema(schema).matchAll(/`vocabulary\.(\w+)`/g)].map(([, table = '']) => table);
    const served = Object.keys((schema.getType('Vocabulary') as GraphQLObjectType).getFields());
    expect(named.filter((table) => namesOf(table).length === 0 || !served.includes(table))).toEqual([]);
  });

  test('no enum repeats a table: a new row of the vocabulary changes no schema', () => {
    const known = new Set(Object.keys(tables).map((table) => namesOf(table).join()));
    const repeats = types.filter(
      (type) =>
        isEnumType(type) &&
        known.has(
          type
            .getValues()
            .map(({ name }) => name)
            .toSorted()
            .join(),
        ),
    );
    expect(repeats.map(({ name }) => name)).toEqual([]);
  });
});

test('every column of the database begins its comment with its class', async () => {
  const database = await freshDatabase();
  const pools = openPools(database.url, { hot: 1, plain: 1 });
  const columns = await columnsOf(pools.plain);
  await pools.end();
  await database.drop();
  const classes = /^(public|operational|personal|special-category|secret): \S/;
  expect(columns.length).toBeGreaterThan(100);
  expect(
    columns.filter(({ comment }) => !classes.test(comment ?? '')).map(({ table, name }) => `${table}.${name}`),
  ).toEqual([]);
});
