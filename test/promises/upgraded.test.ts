// Promise: a database as it was, with cases in every state, comes to this version whole.
// UPGRADE_CASES=10000 takes as many; each fixture holds the migrations and cases of one day.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { randomUUID } from 'node:crypto';
import type { CaseEvent, StoredCase, Summary } from '#libs/case';
import { checkJournals } from '#libs/casework';
import { BEFORE_THE_FIRST } from '#libs/hash-chain';
import { migrate, openPools, OtherVersion } from '#libs/database';
import { nextEntry } from '../../libs/casework/src/journal.js';
import { runMigrations } from '../../libs/database/src/run-migrations.js';
import { emptyDatabase } from '../harness/database/fresh-database.js';
import { root } from '../architecture/sources.js';

interface Before {
  cases: { stored: StoredCase; summary: Summary; journal: CaseEvent[] }[];
  migrations: { file: string; sql: string }[];
}
const folder = join(root, 'test/fixtures/upgrades');
const fixtures = readdirSync(folder).filter((name) => name.endsWith('.gz'));

test.each(fixtures)(
  'the database of %s is brought up, every case is the fold of its journal, and an older process refuses it',
  async (name) => {
    const { cases, migrations } = JSON.parse(gunzipSync(readFileSync(join(folder, name))).toString()) as Before;
    const count = Number(process.env['UPGRADE_CASES'] ?? cases.length);
    const database = await emptyDatabase();
    const opened: { end(): Promise<unknown> }[] = [];
    try {
      await runMigrations(
        database.url,
        migrations.map(({ file, sql }) => {
          const [, digits = '', words = ''] = /^(\d{13})-(.+)\.sql$/.exec(file) ?? [];
          return { name: `${words}${digits}`, sql: () => sql };
        }),
        async () => undefined,
      );
      const pools = openPools(database.url, { hot: 1, plain: 2 });
      opened.push(pools);
      const serviceId = randomUUID();
      await pools.plain.query('insert into service (id, name) values ($1, $2)', [serviceId, 'Before']);
      for (let n = 0; n < count; n += 1) {
        const one = cases[n % cases.length];
        if (one) await put(pools, serviceId, withIds(one, n), n);
      }

      const began = performance.now();
      expect((await migrate(database.url)).length).toBeGreaterThan(0);
      const seconds = (performance.now() - began) / 1000;
      const checked = await checkJournals(pools.plain);
      expect([checked.cases, checked.faults.slice(0, 5)]).toEqual([count, []]);
      // An older process that starts now meets migrations that it does not know.
      await pools.plain.query(`insert into migration (timestamp, name) values (9999999999999, 'later9999999999999')`);
      await expect(migrate(database.url)).rejects.toThrow(OtherVersion);
      process.stdout.write(`${name}: ${count} cases brought up in ${seconds.toFixed(1)} s\n`);
    } finally {
      for (const one of opened) await one.end();
      await database.drop();
    }
  },
  900_000,
);

/**
 * The people and processes of a case drawn by chance are called by short words: each becomes a UUID of the n-th copy, in the
 * order of the words, since facts are read in the order of their ids.
 */
function withIds<T>(one: T, n: number): T {
  const text = JSON.stringify(one).replaceAll(/(?<=["|])(id\d+|first|cai|fay|finn|fox|sam)(?=["|])/g, (word) => {
    const digits = Buffer.from(word).toString('hex').padEnd(12, '0');
    return `${digits.slice(0, 8)}-${digits.slice(8)}-4000-8000-${String(n).padStart(12, '0')}`;
  });
  return JSON.parse(text) as T;
}

/** Puts one case there as its own day's process wrote it; its people are made known first. */
async function put(
  { plain }: ReturnType<typeof openPools>,
  serviceId: string,
  { stored, summary, journal }: Before['cases'][number],
  n: number,
): Promise<void> {
  const caseId = randomUUID();
  let hash: Uint8Array = BEFORE_THE_FIRST;
  const entries = journal.map((event, at) => {
    const entry = nextEntry(caseId, at + 1, event, hash);
    hash = entry.hash;
    return entry;
  });
  const last = entries.at(-1);
  const row = {
    id: caseId,
    service_id: serviceId,
    reference: `B-${n}`,
    opened_at: summary.openedAt,
    revision: entries.length,
    machine_version: stored.machineVersion,
    state: stored.state,
    facts: stored.facts,
    updated_at: last?.at,
    ...Object.fromEntries(
      Object.entries(summary)
        .filter(([column]) => !['participants', 'processes', 'openedAt'].includes(column))
        .map(([column, value]) => [
          column.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
          value as unknown,
        ]),
    ),
    waiting_since: summary.waitingSince ?? 'infinity',
  };
  const columns = Object.keys(row).join(', ');
  await plain.query(
    `insert into case_file (${columns}, last_hash) select ${columns}, $2 from json_populate_record(null::case_file, $1)`,
    [JSON.stringify(row), hash],
  );
  await plain.query(
    `insert into journal (case_id, service_id, seq, at, by, type, event, prev_hash, hash)
     select $1, $2, seq, at, by, type, event, decode(prev, 'hex'), decode(hash, 'hex')
     from json_to_recordset($3) as j (seq int, at timestamptz, by text, type text, event jsonb, prev text, hash text)`,
    [
      caseId,
      serviceId,
      JSON.stringify(
        entries.map((e) => ({
          ...e,
          prev: Buffer.from(e.prevHash).toString('hex'),
          hash: Buffer.from(e.hash).toString('hex'),
        })),
      ),
    ],
  );
  await plain.query(
    `insert into person (id, service_id) select distinct p."personId", $1::uuid from json_to_recordset($2) as p ("personId" uuid) on conflict do nothing`,
    [serviceId, JSON.stringify(summary.participants)],
  );
  await plain.query(
    `insert into participant (case_id, id, service_id, person_id, told_id, role, hidden)
     select $1, p."participantId", $2, p."personId", p."personId", p.role, coalesce(p.hidden, false)
     from json_to_recordset($3) as p ("participantId" uuid, "personId" uuid, role text, hidden boolean)`,
    [caseId, serviceId, JSON.stringify(summary.participants)],
  );
}
