-- Why: what a command leaves beside its journal entry: the answer under its key, free words, messages that wait, work for staff.

create table answer (
  actor_id text not null,
  key text not null,
  service_id uuid not null,
  case_id uuid not null,
  request_hash bytea not null,
  revision integer not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (actor_id, key)
);
comment on table answer is 'Which command was answered under which idempotency key, so that it happens once.';
comment on column answer.actor_id is 'operational: who asked, or clock';
comment on column answer.key is 'operational: the key they chose';
comment on column answer.service_id is 'operational: the service';
comment on column answer.case_id is 'operational: the case it was about';
comment on column answer.request_hash is 'operational: sha256 of the command, to notice a key used for something else';
comment on column answer.revision is 'operational: the revision the command led to';
comment on column answer.answer is 'operational: the effects; the case itself is folded from the journal';
comment on column answer.at is 'operational: when';

create table text (
  id uuid primary key,
  service_id uuid not null references service,
  case_id uuid not null references case_file,
  audience text not null,
  words text not null,
  sha256 bytea not null,
  at timestamptz not null,
  by text not null
);
comment on table text is 'Free words: reasons, letters, notes. Each has a reader before it has words.';
comment on column text.id is 'operational: the id an event names it by';
comment on column text.service_id is 'operational: the service';
comment on column text.case_id is 'operational: the case';
comment on column text.audience is 'operational: staff, safeguarding, harmed, responsible or one participant''s id';
comment on column text.words is 'special-category: the words';
comment on column text.sha256 is 'operational: hash of the words, so that consent can name an exact text';
comment on column text.at is 'operational: when written';
comment on column text.by is 'operational: by whom';
create index text_case on text (case_id);

create table notice (
  case_id uuid not null references case_file,
  id text not null,
  service_id uuid not null references service,
  recipient_id uuid not null,
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
comment on column notice.template is 'operational: which approved wording';
comment on column notice.not_before is 'operational: earliest moment it may be sent';
comment on column notice.queued_at is 'operational: when it was queued';
comment on column notice.cancelled_at is 'operational: when it was withdrawn before being sent';
comment on column notice.sent_at is 'operational: when it was sent';
create index notice_waiting on notice (service_id, not_before) where cancelled_at is null and sent_at is null;

create table task (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  case_id uuid not null references case_file,
  supplier text not null,
  assignee_id uuid,
  task text not null,
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
comment on column task.about is 'operational: about whom or what, an id or a word';
comment on column task.since is 'operational: since when';
comment on column task.done_at is 'operational: when it was done';
comment on column task.done_by is 'operational: by whom';
create unique index task_once on task (case_id, supplier, task, about) where done_at is null;
create index task_open on task (service_id, since) where done_at is null;
