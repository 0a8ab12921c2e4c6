// The second round trip of a command: ONE statement that moves the case where its revision still matches and, with it,
// writes journal, answer, jobs, notices, tasks, texts and participants; or writes nothing at all. It takes several
// commands of different cases at once: each moves, or not, by itself.
import { deadlineKey } from '#libs/case';
import { keyDigest } from '#libs/commands';
import { serviceScope, type Rows, together } from '#libs/database';
import { sorted } from '../effects.js';
import type pg from 'pg';
import { assignments, inserted, jsonColumns, listedValues } from './case-columns.js';
import type { SealedChange } from './sealed-texts.js';
import { partNames, parts, type Part } from './write-parts.js';

const CASE = `${jsonColumns}, "from" int, actor_id text, key text, request_hash text`;

// PostgreSQL takes a list made from JSON for a hundred rows and would read every case of the service to find them:
// the array says that each is found by its key.
const move = `
  update case_file c set ${assignments}
  from x where c.id = any(array(select id from x)) and c.id = x.id and c.revision = x."from" returning c.id, c.service_id`;
const open = `
  insert into case_file (${inserted.columns})
  select ${inserted.values} from x on conflict (id) do nothing returning id, service_id`;

type JsonRow = Record<string, unknown>;

// Only the parts that have rows stand in the statement, so that a plain event pays for none of them. Each combination
// that occurs is prepared once on each connection; there are some dozens.
const statements = new Map<string, { name: string; text: string }>();
function statementFor(opens: boolean, present: readonly Part[]): { name: string; text: string } {
  const name = `${opens ? 'open' : 'write'} ${present.map((part) => partNames.indexOf(part)).join(' ')}`;
  const known = statements.get(name);
  if (known) return known;
  const written = present.map((part, n) => {
    const rows = `json_to_recordset($${n + 3}::json) as j (${parts[part].columns})`;
    return `, ${part.toLowerCase()}_ as (${parts[part].sql(rows)})`;
  });
  const text = `
with x as materialized (select * from json_to_recordset($1::json) as x (${CASE})),
moved as (${opens ? open : move}),
journal_ as (insert into journal (case_id, seq, service_id, at, by, type, event, prev_hash, hash)
  select j.case_id, j.seq, m.service_id, j.at, j.by, j.type, j.event, decode(j.prev_hash, 'hex'), decode(j.hash, 'hex')
  from json_to_recordset($2::json) as j (case_id uuid, seq int, at timestamptz, by text, type text, event jsonb, prev_hash text, hash text) join moved m on m.id = j.case_id),
answer_ as (insert into answer (actor_id, key, service_id, case_id, request_hash, revision, at)
  select x.actor_id, x.key, m.service_id, x.id, decode(x.request_hash, 'hex'), x.revision, x.updated_at from x join moved m on m.id = x.id)
${written.join('\n')}
select id from moved`;
  const statement = { name, text };
  statements.set(name, statement);
  return statement;
}

/** The statement that writes changes to different cases. It gives the ids of the cases that moved. */
export function writing(changes: readonly SealedChange[]): pg.QueryConfig {
  const cases: JsonRow[] = [];
  const entries: JsonRow[] = [];
  const rows = {} as Record<Part, JsonRow[]>;
  for (const part of partNames) rows[part] = [];
  for (const change of changes) gather(change, cases, entries, rows);
  const present = partNames.filter((part) => rows[part].length > 0);
  const values = [cases, entries, ...present.map((part) => rows[part])].map((v) => JSON.stringify(v));
  return { ...statementFor(Boolean(changes[0]?.opening), present), values };
}

/**
 * Writes changes to different cases in one round trip and one transaction, a statement for each service. Gives the ids of
 * the cases that moved; a key already taken is a unique violation of the whole. The writer is the service: each change was
 * decided on what its actor was shown, and what follows from it is not theirs to see.
 */
export async function writeTogether(pool: pg.Pool, changes: readonly SealedChange[]): Promise<Set<string>> {
  const asked = [...Map.groupBy(changes, ({ serviceId }) => serviceId)].map(([serviceId, own]) => ({
    scope: serviceScope(serviceId),
    query: writing(own),
  }));
  const results = await together(pool, asked);
  return new Set(results.flatMap(({ rows }) => (rows as { id: string }[]).map(({ id }) => id)));
}

/** Writes one change inside a transaction of the caller's. False when the case did not move. */
export async function write(db: Rows, change: SealedChange): Promise<boolean> {
  const { rows } = await (db as Pick<pg.ClientBase, 'query'>).query(writing([change]));
  return rows.length === 1;
}

const hex = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');

function gather(change: SealedChange, cases: JsonRow[], entries: JsonRow[], rows: Record<Part, JsonRow[]>): void {
  const { caseId: case_id, serviceId, at, by, summary, next, opening } = change;
  const effects = sorted(change.effects);
  const last = change.entries.at(-1);
  if (!last) throw new Error('A change without an event');
  for (const e of change.entries)
    entries.push({
      case_id,
      seq: e.seq,
      at: e.at,
      by: e.by,
      type: e.type,
      event: e.event,
      prev_hash: hex(e.prevHash),
      hash: hex(e.hash),
    });
  cases.push({
    id: case_id,
    service_id: serviceId,
    area_id: opening?.areaId,
    reference: opening?.reference,
    opened_at: opening?.openedAt,
    from: change.from,
    revision: last.seq,
    machine_version: next.machineVersion,
    state: next.state,
    facts: next.facts,
    last_hash: hex(last.hash),
    updated_at: at,
    ...listedValues(summary),
    waiting_since: summary.waitingOn === null ? null : (summary.waitingSince ?? at),
    actor_id: change.answer.actorId,
    key: keyDigest(change.answer.key),
    request_hash: hex(change.answer.requestHash),
  });
  for (const e of effects.schedule)
    rows.schedule.push({
      case_id,
      key: `${case_id}/${deadlineKey(e)}`,
      start_after: e.on,
      data: {
        serviceId,
        caseId: case_id,
        name: e.name,
        ...(e.processId === null ? {} : { processId: e.processId }),
        about: e.about,
        dueAt: e.on,
      },
    });
  for (const e of effects.unschedule) rows.unschedule.push({ case_id, key: `${case_id}/${deadlineKey(e)}` });
  for (const e of effects.notices) {
    rows.notices.push({
      case_id,
      id: e.noticeId,
      recipient_id: e.to,
      process_id: e.processId,
      template: e.template,
      not_before: e.notBefore,
      queued_at: at,
    });
    rows.noticeJobs.push({
      case_id,
      key: `${case_id}/${e.noticeId}`,
      start_after: e.notBefore,
      data: { serviceId, caseId: case_id, noticeId: e.noticeId },
    });
  }
  for (const e of effects.cancelled) {
    rows.cancelled.push({ case_id, id: e.noticeId, at });
    rows.cancelledJobs.push({ case_id, key: `${case_id}/${e.noticeId}` });
  }
  for (const e of effects.tasks)
    rows.tasks.push({
      case_id,
      supplier: e.for,
      assignee_id: e.assignee,
      task: e.task,
      process_id: e.processId,
      about: e.about,
      since: at,
    });
  for (const e of effects.done)
    rows.done.push({ case_id, task: e.task, process_id: e.processId, about: e.about, at, by });
  for (const { ownerId: owner_id, words, digest, ...text } of change.sealed)
    rows.texts.push({ ...text, case_id, owner_id, words: hex(words), digest: hex(digest), at, by });
  for (const p of change.participants ?? [])
    rows.participants.push({ case_id, id: p.participantId, person_id: p.personId, role: p.role, hidden: p.hidden });
  for (const offence_id of opening?.offenceIds ?? []) rows.offences.push({ case_id, offence_id });
}
