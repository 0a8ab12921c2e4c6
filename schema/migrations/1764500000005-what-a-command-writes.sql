-- Why: the journal is append-only and the case is its fold; with it come the answer under its key, texts, messages and tasks.

-- When something happened that was recorded later (R95); of a meeting that was written up afterwards, when it was over. Null
-- where nothing is said. Instants come with their zone, so that the answer depends on no setting.
create function journal_on(event jsonb) returns timestamptz language sql immutable parallel safe as $$
  select coalesce(event ->> 'endedAt', event ->> 'on')::timestamptz
$$;

-- The fields are those of `words` in libs/measures/definitions; a test compares the two. A vocabulary word is never longer than 64 letters.
create table journal (
  case_id uuid not null,
  seq integer not null,
  service_id uuid not null,
  at timestamptz not null,
  by text not null,
  type text not null,
  event jsonb not null,
  prev_hash bytea not null,
  hash bytea not null,
  word text generated always as ("left"( case when (type = 'contact.attempted') then (event ->> 'outcome') when (type = 'suitability.decided') then (event ->> 'suitable') when (type = 'process.typeChosen') then (event ->> 'processType') when (type = any (array['conference.ended', 'conference.recorded'])) then (event ->> 'how') when (type = 'case.closed') then (event ->> 'reason') when (type = any (array['checkpoint.passed', 'checkpoint.refused'])) then (event ->> 'checkpoint') when (type = 'deviation.reviewed') then (event ->> 'deviationId') else null::text end, 64)) stored,
  whom text generated always as ("left"( case when (type = any (array['contact.attempted', 'participant.left'])) then (event ->> 'participantId') else null::text end, 64)) stored,
  process text generated always as ("left"(event ->> 'processId', 64)) stored,
  happened_at timestamptz generated always as (coalesce(journal_on(event), at)) stored,
  primary key (case_id, seq),
  check (seq > 0)
);
comment on table journal is 'What happened to each case, in order, each entry bound to the one before by its hash.';
comment on column journal.case_id is 'operational: the case';
comment on column journal.seq is 'operational: 1, 2, 3 without a gap; the revision it led to';
comment on column journal.service_id is 'operational: the service';
comment on column journal.at is 'operational: when it was recorded, to the millisecond';
comment on column journal.by is 'operational: the actor''s id, or clock';
comment on column journal.type is 'operational: what happened';
comment on column journal.event is 'special-category: the rest of the event, ids only';
comment on column journal.prev_hash is 'operational: hash of the entry before; 32 zero bytes for the first';
comment on column journal.hash is 'operational: sha256 of prev_hash and the canonical JSON of caseId, seq, at, by, type and event';
comment on column journal.word is 'special-category: the word of the event that figures count by; made from event';
comment on column journal.whom is 'operational: the participant it is about, where figures count persons; made from event';
comment on column journal.process is 'operational: the process it is about; null when about the case; made from event';
comment on column journal.happened_at is 'operational: when it happened: what counts days counts from here; made from event and at';
create index journal_shared on journal (service_id, at) where (type = 'information.shared');

create table answer (
  actor_id text not null,
  key text not null,
  service_id uuid not null,
  case_id uuid not null,
  request_hash bytea not null,
  revision integer not null,
  at timestamptz not null,
  primary key (actor_id, key)
);
comment on table answer is 'Which command was answered under which idempotency key, so that it happens once.';
comment on column answer.actor_id is 'operational: who asked, or clock';
comment on column answer.key is 'operational: the key they chose';
comment on column answer.service_id is 'operational: the service';
comment on column answer.case_id is 'operational: the case it was about';
comment on column answer.request_hash is 'operational: digest of the command, keyed under the master key, to notice a key used for something else';
comment on column answer.revision is 'operational: the revision the command led to';
comment on column answer.at is 'operational: when';

create table text (
  id uuid primary key,
  service_id uuid not null references service,
  case_id uuid not null references case_file,
  audience text not null,
  words bytea not null,
  digest bytea not null,
  at timestamptz not null,
  by text not null,
  owner_id uuid not null
);
comment on table text is 'Free words: reasons, letters, notes. Each has a reader before it has words.';
comment on column text.id is 'operational: the id an event names it by';
comment on column text.service_id is 'operational: the service';
comment on column text.case_id is 'operational: the case';
comment on column text.audience is 'operational: staff, safeguarding, harmed, responsible or one participant''s id';
comment on column text.words is 'special-category: the words, sealed with the owner''s key';
comment on column text.digest is 'operational: digest of the words under the owner''s key, to know the same words again; it says nothing without that key and nothing once it is destroyed';
comment on column text.at is 'operational: when written';
comment on column text.by is 'operational: by whom';
comment on column text.owner_id is 'operational: the person they are about, else the case: whose key seals them';
create index text_case on text (case_id);

create table notice (
  case_id uuid not null references case_file,
  id text not null,
  service_id uuid not null references service,
  recipient_id uuid not null,
  process_id uuid,
  template text not null,
  not_before timestamptz not null,
  queued_at timestamptz not null,
  cancelled_at timestamptz,
  sent_at timestamptz,
  primary key (case_id, id)
);
comment on table notice is 'Messages to participants, waiting until the post is built; staff see what waits.';
comment on column notice.case_id is 'operational: the case';
comment on column notice.id is 'operational: the notice as the core names it';
comment on column notice.service_id is 'operational: the service';
comment on column notice.recipient_id is 'operational: the participant it is for';
comment on column notice.process_id is 'operational: the process it speaks of; null when of the case';
comment on column notice.template is 'operational: which approved wording';
comment on column notice.not_before is 'operational: earliest moment it may be sent';
comment on column notice.queued_at is 'operational: when it was queued';
comment on column notice.cancelled_at is 'operational: when it was withdrawn before being sent';
comment on column notice.sent_at is 'operational: when it was sent';
-- Those that were sent or withdrawn, and below those that still wait: each list is read in its own order.
create index notice_done on notice (service_id, not_before, case_id, id) where (not ((cancelled_at is null) and (sent_at is null)));
create index notice_order on notice (service_id, not_before, case_id, id);
create index notice_waiting on notice (service_id, not_before, case_id, id) where ((cancelled_at is null) and (sent_at is null));

create table task (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  case_id uuid not null references case_file,
  supplier text not null,
  assignee_id uuid,
  task text not null,
  process_id uuid,
  about text not null,
  since timestamptz not null,
  done_at timestamptz,
  done_by uuid
);
comment on table task is 'Something staff must see or do about a case.';
comment on column task.id is 'operational: random';
comment on column task.service_id is 'operational: the service';
comment on column task.case_id is 'operational: the case';
comment on column task.supplier is 'operational: the role it is for';
comment on column task.assignee_id is 'operational: the one person it is for; null for anyone of the role';
comment on column task.task is 'operational: what, a word of the core';
comment on column task.process_id is 'operational: the process it belongs to; null when to the case';
comment on column task.about is 'operational: about whom or what, an id or a word';
comment on column task.since is 'operational: since when';
comment on column task.done_at is 'operational: when it was done';
comment on column task.done_by is 'operational: by whom';
create index task_done on task (service_id, since, case_id, id) where (done_at is not null);
create index task_done_assignee on task (service_id, assignee_id, since, case_id, id) where ((done_at is not null) and (assignee_id is not null));
create index task_done_case on task (case_id) where (done_at is not null);
create index task_done_role on task (service_id, supplier, since, case_id, id) where ((done_at is not null) and (assignee_id is null));
create unique index task_once on task (case_id, supplier, task, process_id, about) nulls not distinct where (done_at is null);
create index task_open on task (service_id, since, case_id, id) where (done_at is null);
create index task_open_assignee on task (service_id, assignee_id, since, case_id, id) where ((done_at is null) and (assignee_id is not null));
create index task_open_role on task (service_id, supplier, since, case_id, id) where ((done_at is null) and (assignee_id is null));

create function journal_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only: % refused', lower(tg_op);
end
$$;

create trigger journal_append_only before delete or update or truncate on journal for each statement execute function journal_is_append_only();

-- What belongs to a case. The journal is appended to and never changed, by right as well as by trigger.
grant insert, select on journal to concord_app;
alter table journal enable row level security;
create policy journal_append on journal for insert with check ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));
create policy journal_read on journal for select using ((service_id = (select concord_service())) and case when ((select concord_sight()) = 'service') then true else (case_id = any ((select concord_declared())::uuid[])) end);

grant insert, select on answer to concord_app;
alter table answer enable row level security;
create policy answer_keep on answer for insert with check ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));
create policy answer_read on answer for select using ((service_id = (select concord_service())) and (((select concord_sight()) = 'service') or (actor_id = ((select concord_who()))::text)));

-- Only what the service does of itself removes anything, and of these tables alone.
grant delete, insert, select on text to concord_app;
alter table text enable row level security;
create policy text_read on text for select using ((service_id = (select concord_service())) and case (select concord_sight()) when 'participant' then (audience = any (((select concord_parts()))::text[])) when 'nothing' then false else ((((select concord_sight()) = 'service') or (case_id = any ((select concord_declared())::uuid[]))) and ((audience <> 'safeguarding') or (select concord_safeguards()) or (case_id = any ((select concord_supervised())::uuid[])))) end);
create policy text_remove on text for delete using ((service_id = concord_service()) and (concord_sight() = 'service') and (concord_who() is null));
create policy text_write on text for insert with check ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));

grant delete, insert, select, update on notice to concord_app;
alter table notice enable row level security;
create policy notice_change on notice for update using ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));
create policy notice_read on notice for select using ((service_id = (select concord_service())) and case when ((select concord_sight()) = 'service') then true else ((case_id = any ((select concord_declared())::uuid[])) or (recipient_id = any ((select concord_parts())::uuid[]))) end);
create policy notice_remove on notice for delete using ((service_id = concord_service()) and (concord_sight() = 'service') and (concord_who() is null));
create policy notice_write on notice for insert with check ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));

-- What is to be done tells what the case is about: while a facilitator has not declared, only what is theirs by name (R42).
grant delete, insert, select, update on task to concord_app;
alter table task enable row level security;
create policy task_finish on task for update using ((service_id = (select concord_service())) and (((select concord_sight()) = 'service') or (((select concord_sight()) = 'staff') and (case_id = any ((select concord_cases())::uuid[])))));
create policy task_read on task for select using ((service_id = (select concord_service())) and case when ((select concord_sight()) = 'service') then true else (task <> 'emergencyAccess') and ((case_id = any ((select concord_declared())::uuid[])) or (((select concord_sight()) = 'staff') and (assignee_id = (select concord_who())) and (case_id = any ((select concord_cases())::uuid[])))) end);
create policy task_remove on task for delete using ((service_id = concord_service()) and (concord_sight() = 'service') and (concord_who() is null));
create policy task_write on task for insert with check ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));
