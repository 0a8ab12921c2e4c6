-- Why: one row a case holds what a decision needs (state and facts) and what lists sort and filter by, so that each is one read.

create table case_file (
  id uuid primary key,
  service_id uuid not null references service,
  area_id uuid references area,
  reference text not null,
  revision integer not null,
  machine_version integer not null,
  state jsonb not null,
  facts jsonb not null,
  last_hash bytea not null,
  stage text not null,
  step text,
  stage_since timestamptz not null,
  next_step text,
  lead_id uuid,
  staff_ids uuid[] not null default '{}',
  undeclared_ids uuid[] not null default '{}',
  process_type text,
  direct text,
  waiting_on text,
  waiting_rule text,
  waiting_since timestamptz not null default 'infinity',
  open_concerns integer not null default 0,
  sensitive boolean not null default false,
  flags text[] not null default '{}',
  points integer not null default 0,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  closed_because text,
  unique (service_id, reference)
);
comment on table case_file is 'One restorative process. State and facts are the fold of its journal; the other columns are for lists and are worked out from them.';
comment on column case_file.id is 'operational: random';
comment on column case_file.service_id is 'operational: the service whose case it is';
comment on column case_file.area_id is 'operational: the area it came from; null when not known';
comment on column case_file.reference is 'operational: random reference for the telephone';
comment on column case_file.revision is 'operational: number of events so far; equals the last seq of the journal';
comment on column case_file.machine_version is 'operational: the version of the case core that wrote state and facts';
comment on column case_file.state is 'operational: where the machine stands';
comment on column case_file.facts is 'special-category: what the rules need, ids only; who was harmed by what can be read from it';
comment on column case_file.last_hash is 'operational: hash of the last journal entry, so that the chain ends here';
comment on column case_file.stage is 'operational: stage of the practice';
comment on column case_file.step is 'operational: step inside the conference';
comment on column case_file.stage_since is 'operational: when the stage was entered';
comment on column case_file.next_step is 'operational: the step it waits to take';
comment on column case_file.lead_id is 'operational: lead facilitator';
comment on column case_file.staff_ids is 'operational: facilitators who may see that there is a case';
comment on column case_file.undeclared_ids is 'operational: of those, who has not declared yet and sees no detail (R42)';
comment on column case_file.process_type is 'operational: kind of process chosen';
comment on column case_file.direct is 'operational: direct, indirect or none; null while undecided';
comment on column case_file.waiting_on is 'operational: who can supply what stands before the next step';
comment on column case_file.waiting_rule is 'operational: the rule that makes it wait';
comment on column case_file.waiting_since is 'operational: since when; infinity when it waits for nobody, so that it sorts last';
comment on column case_file.open_concerns is 'special-category: safeguarding concerns not yet resolved';
comment on column case_file.sensitive is 'special-category: flagged sensitive or complex';
comment on column case_file.flags is 'special-category: risk flags';
comment on column case_file.points is 'operational: what it weighs in a facilitator''s caseload (R46)';
comment on column case_file.opened_at is 'operational: when the case was opened';
comment on column case_file.updated_at is 'operational: when its last event happened';
comment on column case_file.closed_at is 'operational: when it was closed';
comment on column case_file.closed_because is 'special-category: the coded reason for closing (R8)';

-- The three orders a caseload can be read in, each ending in the id so that a page has one exact next row.
create index case_file_waiting on case_file (service_id, waiting_since, id);
create index case_file_opened on case_file (service_id, opened_at, id);
create index case_file_updated on case_file (service_id, updated_at, id);
create index case_file_staff on case_file using gin (staff_ids) with (fastupdate = off);

create table participant (
  case_id uuid not null references case_file,
  id uuid not null,
  service_id uuid not null references service,
  person_id uuid not null,
  role text not null,
  primary key (case_id, id),
  foreign key (person_id, service_id) references person (id, service_id)
);
comment on table participant is 'Index of who takes part in which case; the facts are the truth.';
comment on column participant.case_id is 'operational: the case';
comment on column participant.id is 'operational: the participant as events name them';
comment on column participant.service_id is 'operational: the service';
comment on column participant.person_id is 'operational: the person';
comment on column participant.role is 'special-category: harmed, responsible, supporter and so on';
create index participant_person on participant (person_id);

create table offence (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  reference text,
  kind text,
  words text,
  recorded_on date
);
comment on table offence is 'What happened, kept apart from cases and persons so that each counts once (R10).';
comment on column offence.id is 'operational: random';
comment on column offence.service_id is 'operational: the service';
comment on column offence.reference is 'operational: the referrer''s own reference; null when there is none (R3)';
comment on column offence.kind is 'special-category: kind of offence in the words of the core';
comment on column offence.words is 'special-category: kind of offence as the referrer wrote it';
comment on column offence.recorded_on is 'operational: day recorded; null when not known';
create index offence_reference on offence (service_id, reference);

create table case_offence (
  case_id uuid not null references case_file,
  offence_id uuid not null references offence,
  service_id uuid not null references service,
  primary key (case_id, offence_id)
);
comment on table case_offence is 'Which offences a case is about.';
comment on column case_offence.case_id is 'operational: the case';
comment on column case_offence.offence_id is 'special-category: the offence';
comment on column case_offence.service_id is 'operational: the service';
create index case_offence_offence on case_offence (offence_id);
