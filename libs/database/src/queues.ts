// The queues of pg-boss, and how a job stands in its table, so that the write statement can insert one by SQL.
import { createHash } from 'node:crypto';
import { PgBoss } from 'pg-boss';
import type pg from 'pg';
import { APPLICATION } from './pools.js';

/** `deadline`: named events with a due date. `notice`: messages that wait until the post is built. `referral-file`: files to be taken. */
export const queues = ['deadline', 'notice', 'referral-file'] as const;
export type Queue = (typeof queues)[number];

export const JOB_SCHEMA = 'pgboss';
/** The table pg-boss 12 keeps a queue of its own in. Inserting there, and not in the parent, lets ON CONFLICT use its index. */
export const jobTable = (queue: Queue): string => `${JOB_SCHEMA}.j${createHash('sha224').update(queue).digest('hex')}`;

// 'short': one job waiting for each key, so that scheduling a deadline again moves it. A job being worked on does not
// count, so a deadline that schedules its own successor is not lost.
const policy = 'short';
// A deadline that fails (the database is away) is tried for about a day before an operator must look.
const retries = { retryLimit: 12, retryDelay: 30, retryBackoff: true };
const YEARS_20 = 20 * 365 * 86_400; // pg-boss throws waiting jobs away after a fortnight by default; a deadline may be years off

/** Installs pg-boss's tables and the queues where they are missing. Safe to run at every start, by several processes. */
export async function installQueues(pool: pg.Pool): Promise<void> {
  const boss = bossOn(pool, { migrate: true });
  await boss.start();
  try {
    for (const queue of queues)
      await boss.createQueue(queue, { policy, partition: true, retentionSeconds: YEARS_20, ...retries });
    await pool.query(grants);
  } finally {
    await boss.stop({ graceful: false });
  }
}

// A job names its service. Whoever sees a whole service sees and writes its jobs, but those of cases they are connected with;
// the worker, whose connections say so, has those of every service; everybody else none. A table that pg-boss adds for a queue is
// shut as it comes.
const jobsOf = `((data ->> 'serviceId') = (select concord_service())::text and (select concord_sight()) = 'service'
    and ((data ->> 'caseId') is null or (data ->> 'caseId')::uuid <> all ((select concord_connected())::uuid[])))
  or (select current_setting('concord.jobs', true)) = 'all'`;
const grants = `begin; select pg_advisory_xact_lock(hashtext('concord queues'));
  grant usage on schema ${JOB_SCHEMA} to ${APPLICATION};
  grant select, insert, update, delete on all tables in schema ${JOB_SCHEMA} to ${APPLICATION};
  do $do$
  declare jobs regclass;
  begin
    for jobs in select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'data'
      where c.relnamespace = '${JOB_SCHEMA}'::regnamespace and c.relkind in ('r', 'p') and not c.relrowsecurity
    loop
      execute format('alter table %s enable row level security', jobs);
      execute format('create policy job_of_service on %s using (%s)', jobs, $of$${jobsOf}$of$);
    end loop;
  end
  $do$;
  commit`;
const ignore: (error: Error) => void = () => undefined;

/** A pg-boss on a pool of ours. Errors of its background work go to `onError`; by default they are left to its next round. */
export function bossOn(pool: pg.Pool, { migrate = false, supervise = false, onError = ignore } = {}): PgBoss {
  const db = { executeSql: async (text: string, values?: unknown[]) => pool.query(text, values) };
  const boss = new PgBoss({ db, schema: JOB_SCHEMA, migrate, supervise, schedule: false, createSchema: migrate });
  boss.on('error', onError);
  return boss;
}

/** Jobs `j` (name of the queue aside: key, data, start_after) as rows of the queue's table; waiting ones move to the new date. */
export const scheduleSql = (queue: Queue, from: string): string => `
  insert into ${jobTable(queue)} (name, data, singleton_key, start_after, keep_until, policy, retry_limit, retry_delay, retry_backoff)
  select '${queue}', j.data, j.key, j.start_after, j.start_after + interval '20 years', '${policy}', ${retries.retryLimit}, ${retries.retryDelay}, ${retries.retryBackoff}
  from ${from}
  on conflict (name, (coalesce(singleton_key, ''))) where state = 'created' and policy = '${policy}'
    do update set start_after = excluded.start_after, data = excluded.data, keep_until = excluded.keep_until`;

/** Removes waiting jobs by key. One that is being worked on finds out by itself that it is no longer due. */
export const unscheduleSql = (queue: Queue, from: string): string => `
  delete from ${jobTable(queue)} t using ${from}
  where t.name = '${queue}' and coalesce(t.singleton_key, '') = j.key and t.state = 'created' and t.policy = '${policy}'`;
