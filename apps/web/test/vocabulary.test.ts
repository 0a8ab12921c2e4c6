// What pages call the names of the schema: each name of each table has its words, and none that is not there.
import * as cases from '#libs/case';
import { commands } from '../src/areas/commands/commands.generated.js';
import { namesFor } from '../src/command-form/definition.js';
import { nameIn, namesOf, tables } from '../src/vocabulary/vocabulary.js';
import { knownNames } from '../../api/src/queries/vocabulary/names.js';

const inCase = cases as unknown as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

test('every table of the practice that pages name has the same names here', () => {
  const shared = Object.keys(tables.en).filter(
    (table) => inCase[table] !== undefined && table !== 'stages' && table !== 'tasks',
  );
  expect(shared.length).toBeGreaterThan(30);
  for (const table of shared)
    expect([table, [...namesOf(table)].toSorted()]).toEqual([table, Object.keys(inCase[table] ?? {}).toSorted()]);
  // Beside the tasks of the core stand those that a referral brings, by the names of its flags.
  for (const task of Object.keys(cases.tasks)) expect(namesOf('tasks')).toContain(task);
  // A case is at a stage of its most pressing process, or closed.
  expect(namesOf('stages')).toEqual([...Object.keys(cases.stages), 'closed']);
  expect([...namesOf('FollowUpOutcome')].toSorted()).toEqual([...knownNames.FollowUpOutcome].toSorted());
  expect([...namesOf('PausedBy')].toSorted()).toEqual([...knownNames.PausedBy].toSorted());
});

test('every number that a service may set has its name and the reason of its default', () => {
  const numbers = Object.entries(cases.defaults).flatMap(([name, value]) => (typeof value === 'number' ? [name] : []));
  expect([...namesOf('settings')].toSorted()).toEqual(numbers.toSorted());
  expect([...namesOf('settingReasons')].toSorted()).toEqual(numbers.toSorted());
});

test('every command and every event has its words', () => {
  expect([...namesOf('steps')].toSorted()).toEqual(Object.keys(commands).toSorted());
  expect([...namesOf('events')].toSorted()).toEqual(Object.keys(cases.permissions).toSorted());
});

test('every field of a command that takes a name takes names that have words', () => {
  const wordless = Object.values(commands).flatMap(({ fields }) =>
    Object.values(fields as Readonly<Record<string, { kind: string; of?: string; names?: readonly string[] }>>).flatMap(
      (field) =>
        field.kind === 'name'
          ? namesFor(field as never).length === 0
            ? [field.of]
            : namesFor(field as never).filter((name) => tables.en[field.of ?? '']?.[name] === undefined)
          : [],
    ),
  );
  expect(wordless).toEqual([]);
});

test('both languages have each word, in the same places, and none is empty', () => {
  const places = (words = '') => words.match(/{{\w+}}/g)?.join() ?? '';
  for (const [table, names] of Object.entries(tables.en))
    for (const [name, words] of Object.entries(names)) {
      const welsh = tables.cy[table]?.[name];
      expect([table, name, words !== '' && (welsh ?? '') !== '', places(welsh)]).toEqual([
        table,
        name,
        true,
        places(words),
      ]);
    }
});

test('a name that the schema learnt since is shown as it stands', () => {
  expect([nameIn('cy', 'channels', 'pigeon'), nameIn('en', 'channels', 'constructor')]).toEqual([
    'pigeon',
    'constructor',
  ]);
});
