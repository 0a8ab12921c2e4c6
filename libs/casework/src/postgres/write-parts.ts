// What one command writes beside the case and its journal, part by part: only the parts that have rows stand in the statement.
import { scheduleSql, unscheduleSql } from '#libs/database';

/** What a command may leave beside its journal entry: columns of the JSON rows, and the SQL that writes them for moved cases. */
export const parts = {
  schedule: {
    columns: 'case_id uuid, key text, data jsonb, start_after timestamptz',
    sql: (rows: string) => scheduleSql('deadline', `${rows} join moved m on m.id = j.case_id`),
  },
  unschedule: {
    columns: 'case_id uuid, key text',
    sql: (rows: string) => unscheduleSql('deadline', `${rows} join moved m on m.id = j.case_id`),
  },
  notices: {
    columns:
      'case_id uuid, id text, recipient_id uuid, process_id uuid, template text, not_before timestamptz, queued_at timestamptz',
    sql: (
      rows: string,
    ) => `insert into notice (case_id, id, service_id, recipient_id, process_id, template, not_before, queued_at)
      select j.case_id, j.id, m.service_id, j.recipient_id, j.process_id, j.template, j.not_before, j.queued_at from ${rows} join moved m on m.id = j.case_id`,
  },
  noticeJobs: {
    columns: 'case_id uuid, key text, data jsonb, start_after timestamptz',
    sql: (rows: string) => scheduleSql('notice', `${rows} join moved m on m.id = j.case_id`),
  },
  cancelled: {
    columns: 'case_id uuid, id text, at timestamptz',
    sql: (rows: string) => `update notice n set cancelled_at = j.at from ${rows} join moved m on m.id = j.case_id
      where n.case_id = j.case_id and n.id = j.id and n.sent_at is null`,
  },
  cancelledJobs: {
    columns: 'case_id uuid, key text',
    sql: (rows: string) => unscheduleSql('notice', `${rows} join moved m on m.id = j.case_id`),
  },
  tasks: {
    columns: 'case_id uuid, supplier text, assignee_id uuid, task text, process_id uuid, about text, since timestamptz',
    sql: (
      rows: string,
    ) => `insert into task (service_id, case_id, supplier, assignee_id, task, process_id, about, since)
      select m.service_id, j.case_id, j.supplier, j.assignee_id, j.task, j.process_id, j.about, j.since from ${rows} join moved m on m.id = j.case_id
      on conflict (case_id, supplier, task, process_id, about) where done_at is null do nothing`,
  },
  // every part sees the tables as they were: what this command itself asks for is not finished by it
  done: {
    columns: 'case_id uuid, task text, process_id uuid, about text, at timestamptz, by text',
    sql: (
      rows: string,
    ) => `update task t set done_at = j.at, done_by = case when j.by ~ '^[0-9a-f-]{36}$' then j.by::uuid end
      from ${rows} join moved m on m.id = j.case_id
      where t.case_id = j.case_id and t.task = j.task and (j.process_id is null or t.process_id = j.process_id) and (j.about is null or t.about = j.about) and t.done_at is null`,
  },
  texts: {
    columns:
      'case_id uuid, id uuid, audience text, owner_id uuid, words text, digest text, came boolean, at timestamptz, by text',
    sql: (rows: string) => `insert into text (id, service_id, case_id, audience, owner_id, words, digest, came, at, by)
      select j.id, m.service_id, j.case_id, j.audience, j.owner_id, decode(j.words, 'hex'), decode(j.digest, 'hex'), j.came, j.at, j.by from ${rows} join moved m on m.id = j.case_id`,
  },
  participants: {
    columns: 'case_id uuid, id uuid, person_id uuid, role text, hidden boolean',
    sql: (rows: string) => `insert into participant (case_id, id, service_id, person_id, role, hidden)
      select j.case_id, j.id, m.service_id, j.person_id, j.role, j.hidden from ${rows} join moved m on m.id = j.case_id
      on conflict (case_id, id) do update set person_id = excluded.person_id, role = excluded.role, hidden = excluded.hidden`,
  },
  offences: {
    columns: 'case_id uuid, offence_id uuid',
    sql: (rows: string) =>
      `insert into case_offence (case_id, offence_id, service_id) select j.case_id, j.offence_id, m.service_id from ${rows} join moved m on m.id = j.case_id`,
  },
} as const;
export type Part = keyof typeof parts;
export const partNames = Object.keys(parts) as Part[];
