// Promise: whatever SQL the application sends, PostgreSQL lets each row be written by those alone who may write it: by the service itself, by roles, by a position on the case. Whoever only looks writes nothing (R42, R68).
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { freshDatabase, type FreshDatabase } from '../harness/database/fresh-database.js';
import { fill, insertInto, loosen, rowAt, tablesOf, type Table } from '../harness/database/rows-of-every-table.js';
import { cellOf, lines, verbs } from './who-writes-it.js';

const ids = Array.from({ length: 5 }, () => randomUUID());
const [service, caseId, invitation, request, proposal] = ids as [string, string, string, string, string];
const at = { service, case: caseId, person: randomUUID(), participant: randomUUID() };

interface Reader {
  readonly sight: string;
  readonly who: string;
  readonly roles: readonly string[];
  /** What they are to the case beside their roles. */
  readonly duty?: string;
  /** Whether their roles are positions on the case: not for whoever is connected. */
  readonly connected?: true;
}
const works = (duty: string): Reader => ({ sight: 'staff', who: randomUUID(), roles: ['facilitator'], duty });
const sees = (...roles: string[]): Reader => ({ sight: 'service', who: randomUUID(), roles });
const readers = {
  'the service itself': { sight: 'service', who: '', roles: [] },
  'the lead': works('lead'),
  'a co-facilitator': works('coFacilitator'),
  'a supervisor': works('supervisor'),
  'a facilitator who was asked': works('asked'),
  'a facilitator who opened the case in an emergency': works('emergency'),
  'a facilitator of other cases': works('other'),
  'a coordinator': sees('coordinator'),
  'a manager': sees('manager'),
  'a safeguarding lead': sees('safeguardingLead'),
  'a connected colleague of every role': {
    ...sees('coordinator', 'manager', 'safeguardingLead'),
    connected: true,
  },
  'staff without a role': { sight: 'nothing', who: randomUUID(), roles: [] },
  'the person harmed': { sight: 'participant', who: at.person, roles: [] },
  'a visitor': { sight: 'nothing', who: '', roles: [] },
} satisfies Readonly<Record<string, Reader>>;

const anybody = ['lead', 'coFacilitator', 'supervisor', 'coordinator', 'manager', 'safeguardingLead'];

function mayWrite({ sight, who, roles, duty, connected }: Reader, cell: string): boolean {
  if (cell === 'everybody') return true;
  if (who === '') return sight === 'service' && !cell.startsWith('signed:');
  if (cell === 'itself') return false;
  if (cell === 'own') return true;
  if (cell === 'person') return who === at.person;
  if (cell === 'author') return !connected && (sight === 'service' || anybody.includes(duty ?? ''));
  if (connected && cell.startsWith('about:')) return false;
  if (!cell.startsWith('on:'))
    return cell
      .replace(/^\w+:/, '')
      .split('+')
      .some((role) => roles.includes(role));
  if (connected) return false;
  const named = cell === 'on:anybody' ? anybody : cell.slice(3).split('+');
  return named.some((one) => roles.includes(one) || duty === one);
}

let database: FreshDatabase;
let client: Client;
let tables: Table[];
beforeAll(async () => {
  database = await freshDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
  tables = await tablesOf(client);
  await loosen(client);
  const onCase = Object.values<Reader>(readers).filter(({ duty }) => duty && !['emergency', 'other'].includes(duty));
  const asked = onCase.filter(({ duty }) => duty === 'asked');
  const assigned = Object.fromEntries(
    onCase.filter(({ duty }) => duty !== 'asked').map(({ who, duty }) => [who, { duty }]),
  );
  const connected = Object.values<Reader>(readers).filter((one) => one.connected);
  await fill(client, tables, at, {
    case_file: {
      staff_ids: `{${onCase.map(({ who }) => who).join()}}`,
      undeclared_ids: `{${asked.map(({ who }) => who).join()}}`,
      facts: JSON.stringify({
        facilitators: {
          assigned,
          declared: Object.fromEntries(connected.map(({ who }) => [who, { connected: true }])),
        },
      }),
    },
    invitation: { id: invitation },
    one_time_code: { invitation_id: invitation },
    retention_proposal: { approved_at: null, approved_by: null },
    session: { assisted_by: null, checked: null },
    subject_request: { id: request },
    task: { supplier: 'facilitator', assignee_id: null, done_at: null, done_by: null },
  });
  for (const { who } of Object.values<Reader>(readers).filter((one) => one.who !== '' && one.who !== at.person))
    await client.query(
      `insert into staff (id, service_id, subject, roles) values ($1, $2, $1::uuid::text, '{facilitator}')`,
      [who, service],
    );
  const drafts = tables.find(({ name }) => name === 'draft') as Table;
  const proposals = tables.find(({ name }) => name === 'retention_proposal') as Table;
  await client.query(insertInto(proposals), rowAt(proposals, at, { id: proposal }));
  for (const { who } of Object.values<Reader>(readers))
    if (who !== '') await client.query(insertInto(drafts), rowAt(drafts, at, { author_id: who }));
  await client.query(
    `insert into emergency_access (id, service_id, case_id, staff_id, reason, until) values ($1, $2, $3, $4, '\\x00', now() + interval '1 hour')`,
    [randomUUID(), service, caseId, readers['a facilitator who opened the case in an emergency'].who],
  );
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Does something as a reader, and takes it back. */
async function as<T>({ sight, who, roles }: Reader, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    await client.query('set local role concord_app');
    await client.query(
      `select set_config('concord.service', $1, true), set_config('concord.sight', $2, true), set_config('concord.who', $3, true),
         set_config('concord.cases', 'all', true), set_config('concord.roles', $4, true)`,
      [service, sight, who, roles.join(' ')],
    );
    return await work();
  } finally {
    await client.query('rollback');
  }
}
/** Whether a statement wrote anything: a refusal of row-level security and no row are the same, any other error comes after it. */
async function wrote(sql: string, values: unknown[] = []): Promise<boolean> {
  await client.query('savepoint here');
  try {
    return ((await client.query(sql, values)).rowCount ?? 0) > 0;
  } catch (error) {
    return (error as { code: string }).code !== '42501';
  } finally {
    await client.query('rollback to here');
  }
}

/** Columns that say in whose name a row is written. */
const inNameOf = /^(by|\w+_by|author_id|staff_id|actor_id)$/;
function rowBy(table: Table, who: string): unknown[] {
  const names = table.columns.filter(({ name }) => inNameOf.test(name)).map(({ name }) => [name, who || randomUUID()]);
  const none = { approved_at: null, approved_by: null };
  return rowAt(table, at, {
    ...Object.fromEntries(names),
    ...(table.name === 'retention_proposal' && none),
    ...(table.name === 'one_time_code' && { invitation_id: invitation }),
    ...(table.name === 'subject_review' && { request_id: request }),
    ...(table.name === 'retention_run' && { proposal_id: proposal }),
  });
}
async function updateOf({ name }: Table, who: string): Promise<string> {
  if (name === 'retention_proposal') return `update ${name} set approved_by = '${who || randomUUID()}'`;
  const { rows } = await client.query<{ column: string }>(
    `select a.attname as column from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
       and has_column_privilege('concord_app', a.attrelid, a.attnum, 'update') and a.attgenerated = '' order by a.attnum desc limit 1`,
    [name],
  );
  return `update ${name} set "${rows[0]?.column}" = "${rows[0]?.column}"`;
}

test('every table says who writes it, and the application has the right to write what somebody may', async () => {
  expect([...lines.keys()].toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
  const granted = await client.query<{ name: string; insert: boolean; update: boolean; delete: boolean }>(
    `select c.relname as name, ${verbs
      .map((verb) =>
        verb === 'delete'
          ? `has_table_privilege('concord_app', c.oid, 'delete') as delete`
          : `has_any_column_privilege('concord_app', c.oid, '${verb}') as ${verb}`,
      )
      .join(', ')} from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`,
  );
  for (const row of granted.rows.filter(({ name }) => lines.has(name)))
    expect([row.name, verbs.filter((verb) => row[verb])]).toEqual([
      row.name,
      verbs.filter((verb) => cellOf(row.name, verb) !== '-'),
    ]);
});

test.each(Object.entries<Reader>(readers))(
  '%s writes what is theirs to write, and nothing else',
  async (_name, reader) => {
    const [found, expected]: [string[], string[]] = [[], []];
    const updates = new Map<string, string>();
    for (const table of tables) updates.set(table.name, await updateOf(table, reader.who));
    await as(reader, async () => {
      for (const table of tables)
        for (const verb of verbs) {
          const cell = cellOf(table.name, verb);
          if (cell === '-') continue;
          if (mayWrite(reader, cell)) expected.push(`${verb} ${table.name}`);
          const done =
            verb === 'insert'
              ? await wrote(insertInto(table), rowBy(table, reader.who))
              : await wrote(verb === 'update' ? (updates.get(table.name) ?? '') : `delete from ${table.name}`);
          if (done) found.push(`${verb} ${table.name}`);
        }
    });
    expect(found).toEqual(expected);
  },
);

test.each([
  ['addressed to facilitators', 'facilitator', null, ['the service itself', 'the lead', 'a co-facilitator']],
  ['addressed to the supervisor', 'supervisor', null, ['the service itself', 'a supervisor']],
  ['addressed to coordinators', 'coordinator', null, ['the service itself', 'a coordinator']],
  ['addressed to managers', 'manager', null, ['the service itself', 'a manager']],
  ["the lead's by name", 'facilitator', 'the lead', ['the service itself', 'the lead']],
  [
    'asked of them by name',
    'facilitator',
    'a facilitator who was asked',
    ['the service itself', 'a facilitator who was asked'],
  ],
  ["a manager's by name", 'manager', 'a manager', ['the service itself', 'a manager']],
  ['of a colleague who is connected', 'manager', 'a connected colleague of every role', ['the service itself']],
  [
    'of whoever opened the case in an emergency',
    'facilitator',
    'a facilitator who opened the case in an emergency',
    ['the service itself'],
  ],
] as const)('a task %s is finished by nobody else', async (_what, supplier, assignee, finish) => {
  const assigneeId = assignee && readers[assignee].who;
  await client.query('update task set supplier = $1, assignee_id = $2', [supplier, assigneeId]);
  const finished: string[] = [];
  for (const [name, reader] of Object.entries<Reader>(readers))
    if (await as(reader, () => wrote('update task set done_at = now()'))) finished.push(name);
  expect(finished).toEqual(finish);
});
