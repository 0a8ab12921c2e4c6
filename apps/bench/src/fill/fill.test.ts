// A filled database is one that the service itself could have written, as far as its pages look.
import request from 'supertest';
import { freshDatabase, type FreshDatabase } from '../../../../test/harness/database/fresh-database.js';
import { demoTokens, startApi } from '../../../api/src/index.js';
import { dataFolder } from '../../../../libs/config/src/paths.js';
import { composeServices } from '../../../server/src/compose-services.js';
import { masterKeysFrom } from '../../../server/src/master-keys.js';
import { chosenIn } from '../chosen.js';
import { casesOf, pagesFor, readers } from '../pages.js';
import { subjectsOf } from '../servers.js';
import { addCases, seedLives, withClient, type Seeded } from './fill.js';

const CASES = 200;
const LIVES = 50;

let database: FreshDatabase;
let seeded: Seeded;
let before: string[];
const rows = <R extends object>(sql: string, values: unknown[] = []) =>
  withClient(database.url, async (client) => (await client.query<R>(sql, values)).rows);
const count = async (from: string) =>
  (await rows<{ count: number }>(`select count(*)::int as count from ${from}`))[0]?.count;
const indexes = async () =>
  (await rows<{ made: string }>(`select indexdef as made from pg_indexes where schemaname = 'public' order by 1`)).map(
    ({ made }) => made,
  );

beforeAll(async () => {
  database = await freshDatabase();
  before = await indexes();
  seeded = await seedLives(database.url, new Date(), LIVES);
  await addCases(database.url, seeded, CASES);
}, 120_000);
afterAll(() => database.drop());

test('there are as many cases as were asked for, in every stage, half of them closed', async () => {
  expect(await count('case_file')).toBe(CASES);
  // Lives of odd number are closed: 25 of 50, each copied four times.
  expect(await count('case_file where closed_at is not null and closed_because is not null')).toBe(CASES / 2);
  const stages = await rows<{ stage: string }>('select distinct stage from case_file order by 1');
  expect(stages.map(({ stage }) => stage)).toEqual(
    expect.arrayContaining(['closed', 'conference', 'consent', 'preparation', 'suitability']),
  );
});

test('every index that was there before is there afterwards', async () => {
  expect(await indexes()).toEqual(before);
});

test('every case has its opening in the journal and somebody who takes part, and nothing points nowhere', async () => {
  expect(await count(`journal where type = 'case.opened'`)).toBe(CASES);
  expect(
    await count(
      'case_file c where not exists (select from participant p where p.case_id = c.id and p.role = $$harmed$$)',
    ),
  ).toBe(await count(`case_file where revision = 1`));
  for (const table of ['journal', 'task', 'notice', 'participant'])
    expect(await count(`${table} t where not exists (select from case_file c where c.id = t.case_id)`)).toBe(0);
  expect(await count('participant p where not exists (select from person q where q.id = p.person_id)')).toBe(0);
  expect(
    await count(
      `participant p join case_file c on c.id = p.case_id where c.facts -> 'people' -> 'participants' -> p.id::text ->> 'personId' <> p.person_id::text`,
    ),
  ).toBe(0);
});

test('a facilitator works on twenty-five cases at most, however many there are', async () => {
  const own = await count(`case_file where staff_ids @> array['${seeded.facilitator}'::uuid]`);
  expect(own).toBeGreaterThan(10);
  expect(own).toBeLessThanOrEqual(25);
});

test('every page of the bench is answered with something in it, whoever asks', async () => {
  const filled = await chosenIn(database.url, seeded);
  const house = composeServices(database.url, masterKeysFrom({}, dataFolder).keys);
  const { auth, tokens } = await demoTokens({
    people: subjectsOf(seeded, filled.participants[0] ?? '').map((subject) => ({
      role: 'of the bench',
      subject,
      serviceId: seeded.serviceId,
    })),
  });
  const limits = { requestsPerMinute: Number.MAX_SAFE_INTEGER };
  const api = await startApi({
    ...house,
    auth,
    port: 0,
    host: '127.0.0.1',
    production: false,
    log: { level: 'silent' },
    limits,
  });
  try {
    const wrong = [];
    for (const page of pagesFor(seeded, new Date().toISOString().slice(0, 10))) {
      const { text } = await request(api.url)
        .post('/graphql')
        .set('content-type', 'application/json')
        .set('authorization', `Bearer ${tokens[readers.indexOf(page.reader)]?.token}`)
        .send(page.body.replaceAll('{case}', casesOf(filled, page)[0] ?? ''));
      if (!text.includes(page.expect) || text.includes('"errors"')) wrong.push(`${page.name}: ${text.slice(0, 300)}`);
    }
    expect(wrong).toEqual([]);
  } finally {
    await api.stop();
    await house.stop();
  }
}, 120_000);
