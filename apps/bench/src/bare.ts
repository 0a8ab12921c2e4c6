// The same command as bare SQL: one statement reads, one updates, journals, queues and keeps the answer. No rule, no service.
import { createHash } from 'node:crypto';
import type pg from 'pg';

/** What the bare command is told. */
export interface BareCommand {
  readonly caseId: string;
  readonly key: string;
  readonly date: string;
}

const read = `
select c.service_id, c.revision, c.state::text, c.facts::text, c.last_hash, s.settings::text, a.revision as answered
from case_file c join service s on s.id = c.service_id left join answer a on a.actor_id = $2 and a.key = $3 where c.id = $1`;

const writeInto = (jobs: string): string => `
with moved as (update case_file set revision = $3, state = $4, facts = $5, last_hash = $6, updated_at = $7 where id = $1 and revision = $2 returning id, service_id),
journal_ as (insert into journal (case_id, seq, service_id, at, by, type, event, prev_hash, hash) select id, $3, service_id, $7, $8, 'justice.updated', $9, $10, $6 from moved),
answer_ as (insert into answer (actor_id, key, service_id, case_id, request_hash, revision, at) select $8, $11, service_id, id, $6, $3, $7 from moved),
job_ as (insert into ${jobs} (name, data, singleton_key, start_after, keep_until, policy, retry_limit, retry_delay, retry_backoff)
  select 'deadline', $12, $1::uuid::text || '/sentence/case', $13::timestamptz, $13::timestamptz + interval '20 years', 'short', 12, 30, true from moved
  on conflict (name, (coalesce(singleton_key, ''))) where state = 'created' and policy = 'short' do update set start_after = excluded.start_after, data = excluded.data, keep_until = excluded.keep_until)
select id from moved`;

interface Row {
  service_id: string;
  revision: number;
  state: string;
  facts: string;
  last_hash: Buffer;
}

/** The command on any connection; `jobs` is the table of the deadlines, `by` whoever does it. Gives the new revision; tries again when somebody was quicker. */
export function bareCommand(
  jobs: string,
  by: string,
): (db: Pick<pg.Pool, 'query'>, command: BareCommand) => Promise<number> {
  const write = writeInto(jobs);
  return async function tell(db, { caseId, key, date }): Promise<number> {
    const { rows } = await db.query<Row>({ name: 'bare read', text: read, values: [caseId, by, key] });
    const found = rows[0];
    if (!found) throw new Error(`There is no case ${caseId}`);
    const at = new Date().toISOString();
    const event = JSON.stringify({ justiceStage: 'preSentence', courtDate: date });
    const facts = found.facts.replace(/"courtDate": (null|"[^"]*")/, `"courtDate": "${date}"`);
    const hash = createHash('sha256').update(found.last_hash).update(event).update(at).digest();
    const job = JSON.stringify({ serviceId: found.service_id, caseId, name: 'sentence', about: 'case', on: date });
    const values = [
      caseId,
      found.revision,
      found.revision + 1,
      found.state,
      facts,
      hash,
      at,
      by,
      event,
      found.last_hash,
      key,
      job,
      date,
    ];
    const moved = await db.query({ name: 'bare write', text: write, values });
    return moved.rowCount === 1 ? found.revision + 1 : tell(db, { caseId, key, date });
  };
}

/** The settings the house uses on its own connections for decisions, so that bare SQL has them too. */
export const byKey =
  '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c jit=off';
