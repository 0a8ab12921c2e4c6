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
  unreviewed_deviations integer not null default 0,
  sensitive boolean not null default false,
  flags text[] not null default '{}',
  points integer not null default 0,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  closed_because text,
  unique (service_id, reference)
);
comment on table case_file is 'One case with its processes. State and facts are the fold of its journal; the other columns are for lists and are worked out from them.';
comment on column case_file.id is 'operational: random';
comment on column case_file.service_id is 'operational: the service whose case it is';
comment on column case_file.area_id is 'operational: the area it came from; null when not known';
comment on column case_file.reference is 'operational: random reference for the telephone';
comment on column case_file.revision is 'operational: number of events so far; equals the last seq of the journal';
comment on column case_file.machine_version is 'operational: the version of the case core that wrote state and facts';
comment on column case_file.state is 'operational: where the case and each of its processes stand';
comment on column case_file.facts is 'special-category: what the rules need, ids only; who was harmed by what can be read from it';
comment on column case_file.last_hash is 'operational: hash of the last journal entry, so that the chain ends here';
comment on column case_file.stage is 'operational: stage of the most pressing process, or closed';
comment on column case_file.step is 'operational: step inside the conference, of that process';
comment on column case_file.stage_since is 'operational: when that process entered the stage, or the case was closed';
comment on column case_file.next_step is 'operational: the step that process waits to take';
comment on column case_file.lead_id is 'operational: lead facilitator';
comment on column case_file.staff_ids is 'operational: facilitators who may see that there is a case';
comment on column case_file.undeclared_ids is 'operational: of those, who has not declared yet and sees no detail (R42)';
comment on column case_file.process_type is 'operational: kind of the most pressing process; null while it is not chosen';
comment on column case_file.direct is 'operational: direct, indirect or none; null while undecided';
comment on column case_file.waiting_on is 'operational: who can supply what stands before the next step';
comment on column case_file.waiting_rule is 'operational: the rule that makes it wait';
comment on column case_file.waiting_since is 'operational: since when; infinity when it waits for nobody, so that it sorts last';
comment on column case_file.open_concerns is 'special-category: safeguarding concerns not yet resolved';
comment on column case_file.unreviewed_deviations is 'operational: things done though a door was shut, and not reviewed yet (R95)';
comment on column case_file.sensitive is 'special-category: flagged sensitive or complex';
comment on column case_file.flags is 'special-category: risk flags';
comment on column case_file.points is 'operational: what it weighs in a facilitator''s caseload (R46)';
comment on column case_file.opened_at is 'operational: when the case was opened';
comment on column case_file.updated_at is 'operational: when its last event happened';
comment on column case_file.closed_at is 'operational: when it was closed';
comment on column case_file.closed_because is 'special-category: the coded reason for closing (R8)';
create index case_file_area on case_file (service_id, area_id, waiting_since, id) where (area_id is not null);
create index case_file_closed on case_file (service_id, waiting_since, id) where (closed_at is not null);
create index case_file_concern on case_file (service_id, waiting_since, id) where (open_concerns > 0);
create index case_file_flag_child_victim on case_file (service_id, waiting_since, id) where (flags @> '{childVictim}'::text[]);
create index case_file_flag_coercive_control on case_file (service_id, waiting_since, id) where (flags @> '{coerciveControl}'::text[]);
create index case_file_flag_continuing_contact on case_file (service_id, waiting_since, id) where (flags @> '{continuingContact}'::text[]);
create index case_file_flag_death on case_file (service_id, waiting_since, id) where (flags @> '{death}'::text[]);
-- One for each risk flag: PostgreSQL serves `@>` from no index behind row-level security, but it knows a partial index by its condition.
create index case_file_flag_domestic_abuse on case_file (service_id, waiting_since, id) where (flags @> '{domesticAbuse}'::text[]);
create index case_file_flag_exploitation on case_file (service_id, waiting_since, id) where (flags @> '{exploitation}'::text[]);
create index case_file_flag_hate on case_file (service_id, waiting_since, id) where (flags @> '{hate}'::text[]);
create index case_file_flag_high_risk on case_file (service_id, waiting_since, id) where (flags @> '{highRisk}'::text[]);
create index case_file_flag_mental_health on case_file (service_id, waiting_since, id) where (flags @> '{mentalHealth}'::text[]);
create index case_file_flag_multi_party on case_file (service_id, waiting_since, id) where (flags @> '{multiParty}'::text[]);
create index case_file_flag_relationship on case_file (service_id, waiting_since, id) where (flags @> '{relationship}'::text[]);
create index case_file_flag_sexual on case_file (service_id, waiting_since, id) where (flags @> '{sexual}'::text[]);
create index case_file_flag_stalking on case_file (service_id, waiting_since, id) where (flags @> '{stalking}'::text[]);
create index case_file_flag_terrorism on case_file (service_id, waiting_since, id) where (flags @> '{terrorism}'::text[]);
create index case_file_flag_trafficking on case_file (service_id, waiting_since, id) where (flags @> '{trafficking}'::text[]);
create index case_file_lead on case_file (service_id, lead_id, waiting_since, id) where (lead_id is not null);
create index case_file_no_lead on case_file (service_id, waiting_since, id) where (lead_id is null);
-- Cases, longest waiting first.
create index case_file_open on case_file (service_id, waiting_since, id) where (closed_at is null);
create index case_file_opened on case_file (service_id, opened_at, id);
create index case_file_sensitive on case_file (service_id, waiting_since, id) where sensitive;
create index case_file_staff on case_file using gin (staff_ids) with (fastupdate=off);
create index case_file_stage on case_file (service_id, stage, waiting_since, id);
create index case_file_step on case_file (service_id, step, waiting_since, id) where (step is not null);
create index case_file_unassigned on case_file (service_id, opened_at, id) where ((closed_at is null) and (lead_id is null));
create index case_file_updated on case_file (service_id, updated_at, id);
-- The three orders a caseload can be read in, each ending in the id so that a page has one exact next row.
create index case_file_waiting on case_file (service_id, waiting_since, id);
create index case_file_waiting_on on case_file (service_id, waiting_on, waiting_since, id) where (waiting_on is not null);

-- The index of participants says who somebody is now; what the case itself says stays beside it.
create table participant (
  case_id uuid not null references case_file,
  id uuid not null,
  service_id uuid not null references service,
  person_id uuid not null,
  role text not null,
  told_id uuid not null,
  hidden boolean not null default false,
  primary key (case_id, id),
  foreign key (person_id, service_id) references person(id, service_id)
);
comment on table participant is 'Index of who takes part in which case; the facts are the truth.';
comment on column participant.case_id is 'operational: the case';
comment on column participant.id is 'operational: the participant as events name them';
comment on column participant.service_id is 'operational: the service';
comment on column participant.person_id is 'operational: the person they are read as; told_id until two records are merged';
comment on column participant.role is 'special-category: harmed, responsible, supporter and so on';
comment on column participant.hidden is 'special-category: named by mistake, and out of view but for those who answer for it (R92)';
comment on column participant.told_id is 'operational: the person as the case''s own journal names them';
create index participant_hidden on participant (case_id) where hidden;
create index participant_person on participant (person_id);
create index participant_told on participant (told_id);

create table offence (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  reference text,
  kind text,
  words bytea,
  recorded_on date
);
comment on table offence is 'What happened, kept apart from cases and persons so that each counts once (R10).';
comment on column offence.id is 'operational: random';
comment on column offence.service_id is 'operational: the service';
comment on column offence.reference is 'operational: the referrer''s own reference; null when there is none (R3)';
comment on column offence.kind is 'special-category: kind of offence in the words of the core';
comment on column offence.words is 'special-category: kind of offence as the referrer wrote it, sealed with a key of the offence';
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

create function participant_is_one() returns trigger language plpgsql security definer set search_path to public, pg_temp as $$
begin
  new.told_id := new.person_id;
  new.person_id := concord_one(new.person_id);
  return new;
end
$$;
revoke execute on function participant_is_one() from public;
grant execute on function participant_is_one() to concord_app;

create function duty_on(c case_file, who uuid) returns text language sql stable as $$
  select case
    when c.lead_id = who then 'leads'
    when c.staff_ids @> array[who] then case c.facts #>> array['facilitators', 'assigned', who::text, 'duty']
      when 'lead' then 'leads' when 'coFacilitator' then 'coFacilitates' when 'supervisor' then 'supervises' else 'asked' end
  end
$$;
comment on function duty_on(c case_file, who uuid) is 'What a member of staff does on a case, as a purpose of reading it; null when nothing.';

create function concord_side(p participant) returns text language sql stable security definer set search_path to public, pg_temp as $$
  select case when p.role in ('harmed', 'responsible') then p.role else coalesce((
    select s.role from case_file c join participant s on s.case_id = c.id and s.id::text = c.facts -> 'people' -> 'participants' -> p.id::text ->> 'supports'
    where c.id = p.case_id and s.role in ('harmed', 'responsible')), 'neither') end
$$;
comment on function concord_side(p participant) is 'The side somebody stands on in a case, their own or that of whom they support; neither for all others.';
revoke execute on function concord_side(p participant) from public;
grant execute on function concord_side(p participant) to concord_app;

create function concord_across(one uuid, other uuid) returns boolean language sql stable security definer set search_path to public, pg_temp as $$
  with stands as (select concord_one(p.person_id) as who, p.role, concord_side(p) as side from participant p where p.person_id in (concord_one(one), concord_one(other)))
  select case when concord_sight() = 'service' then
    count(distinct role) <> 1 or count(distinct side) <> 1 or count(distinct who) <> cardinality(array(select distinct unnest(array[concord_one(one), concord_one(other)]))) end from stands
$$;
comment on function concord_across(one uuid, other uuid) is 'True unless both stand in cases, in one role and on one side: whether they are one person is then the safeguarding lead''s to know.';
revoke execute on function concord_across(one uuid, other uuid) from public;
grant execute on function concord_across(one uuid, other uuid) to concord_app;

create trigger participant_one before insert or update of person_id on participant for each row execute function participant_is_one();

-- Cases.
grant insert, select, update on case_file to concord_app;
alter table case_file enable row level security;
create policy case_file_move on case_file for update using ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));
create policy case_file_open on case_file for insert with check ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));
create policy case_file_read on case_file for select using ((service_id = (select concord_service())) and case when ((select concord_sight()) = 'service') then true else (id = any ((select concord_cases())::uuid[])) end);

grant insert, select, update on participant to concord_app;
alter table participant enable row level security;
create policy participant_change on participant for update using ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));
create policy participant_join on participant for insert with check ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));
create policy participant_read on participant for select using ((service_id = (select concord_service())) and case when ((select concord_sight()) = 'service') then true else ((case_id = any ((select concord_declared())::uuid[])) or (((select concord_sight()) = 'participant') and (person_id = (select concord_who())))) end);

grant insert, select on offence to concord_app;
alter table offence enable row level security;
create policy offence_read on offence for select using ((service_id = (select concord_service())) and (((select concord_sight()) = 'service') or (id in ( select o.offence_id FROM case_offence o))));
create policy offence_write on offence for insert with check ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));

grant insert, select on case_offence to concord_app;
alter table case_offence enable row level security;
create policy case_offence_read on case_offence for select using ((service_id = (select concord_service())) and (((select concord_sight()) = 'service') or (case_id = any ((select concord_declared())::uuid[]))));
create policy case_offence_write on case_offence for insert with check ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));
