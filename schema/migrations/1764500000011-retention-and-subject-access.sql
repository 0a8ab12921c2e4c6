-- Why: what is kept and why, holds, proof of what was removed, and what people ask of their data.

create table record_class (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  class text not null,
  controller text not null,
  lawful_basis text not null,
  terms jsonb not null,
  why text not null,
  source text not null,
  set_at timestamptz not null,
  set_by uuid not null
);
comment on table record_class is 'What a service keeps, on what legal ground, for how long and why, as it was set; the latest counts, and a class never set keeps the default of libs/rights.';
comment on column record_class.id is 'operational: random';
comment on column record_class.service_id is 'operational: the service';
comment on column record_class.class is 'public: class of record, a word of libs/rights';
comment on column record_class.controller is 'public: who answers for these records';
comment on column record_class.lawful_basis is 'public: the legal ground on which they are kept';
comment on column record_class.terms is 'public: how long after which events; all must have passed; empty while nothing is set';
comment on column record_class.why is 'public: why they are kept, in plain words for the person they are about';
comment on column record_class.source is 'public: where the period comes from';
comment on column record_class.set_at is 'operational: when it was set';
comment on column record_class.set_by is 'operational: by whom';
create index record_class_latest on record_class (service_id, class, set_at);

create table legal_hold (
  id uuid primary key,
  service_id uuid not null references service,
  person_id uuid,
  case_id uuid references case_file,
  class text,
  owner_id uuid not null,
  reason bytea not null,
  placed_at timestamptz not null,
  placed_by uuid not null,
  lift_reason bytea,
  lifted_at timestamptz,
  lifted_by uuid,
  check (num_nonnulls(person_id, case_id, class) = 1),
  check ((lifted_at is null) = (lifted_by is null)),
  foreign key (person_id, service_id) references person(id, service_id)
);
comment on table legal_hold is 'What must not be erased while the hold stands: a person, a case or a whole class of records.';
comment on column legal_hold.id is 'operational: random';
comment on column legal_hold.service_id is 'operational: the service';
comment on column legal_hold.person_id is 'operational: the person held; null for a case or class';
comment on column legal_hold.case_id is 'operational: the case held, with everybody in it; null for a person or class';
comment on column legal_hold.class is 'operational: the class of records held; null for a person or case';
comment on column legal_hold.owner_id is 'operational: whose key seals the reasons: the person, the case, else the service';
comment on column legal_hold.reason is 'special-category: why it was placed, sealed';
comment on column legal_hold.placed_at is 'operational: when it was placed';
comment on column legal_hold.placed_by is 'operational: by whom';
comment on column legal_hold.lift_reason is 'special-category: why it was lifted, sealed; null while it stands';
comment on column legal_hold.lifted_at is 'operational: when it was lifted; null while it stands';
comment on column legal_hold.lifted_by is 'operational: by whom';
create index legal_hold_case on legal_hold (case_id);
create index legal_hold_person on legal_hold (person_id);
create index legal_hold_order on legal_hold (service_id, (lifted_at is null), placed_at, id);
create index legal_hold_standing on legal_hold (service_id) where (lifted_at is null);

create table retention_run (
  service_id uuid not null references service,
  seq integer not null,
  at timestamptz not null,
  by text not null,
  rules jsonb not null,
  removed jsonb not null,
  held integer not null,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (service_id, seq),
  check (seq > 0)
);
comment on table retention_run is 'Every run that removed records: by which rules, and what, by class and id; never a value. Each is bound to the one before by its hash.';
comment on column retention_run.service_id is 'operational: the service';
comment on column retention_run.seq is 'operational: 1, 2, 3 without a gap';
comment on column retention_run.at is 'operational: when';
comment on column retention_run.by is 'operational: member of staff or program';
comment on column retention_run.rules is 'operational: the classes and terms it went by';
comment on column retention_run.removed is 'operational: class, kind and id of everything removed';
comment on column retention_run.held is 'operational: how many were due and stayed because of a hold';
comment on column retention_run.prev_hash is 'operational: hash of the run before; 32 zero bytes for the first';
comment on column retention_run.hash is 'operational: sha256 of prev_hash and the canonical JSON of the rest';

create table decliner (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  closed_in integer not null,
  age_band text,
  gender text,
  ethnicity text
);
comment on table decliner is 'What is left of somebody who said no: nothing that leads back to them (R69).';
comment on column decliner.id is 'operational: random; no other table knows it';
comment on column decliner.service_id is 'operational: the service';
comment on column decliner.closed_in is 'operational: the year their case closed';
comment on column decliner.age_band is 'personal: age band; null when not held';
comment on column decliner.gender is 'personal: gender; null when not held';
comment on column decliner.ethnicity is 'special-category: ethnicity; null when not held';

create table subject_request (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  person_id uuid not null,
  received_on date not null,
  due_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  answered_at timestamptz,
  answered_by uuid,
  answer_hash bytea,
  check (num_nonnulls(answered_at, answered_by, answer_hash) = any (array[0, 3])),
  unique (id, service_id),
  foreign key (person_id, service_id) references person(id, service_id)
);
comment on table subject_request is 'Requests of people for what is held about them, when each is due and when it was answered.';
comment on column subject_request.id is 'operational: random';
comment on column subject_request.service_id is 'operational: the service';
comment on column subject_request.person_id is 'operational: who asked';
comment on column subject_request.received_on is 'operational: day it was received';
comment on column subject_request.due_on is 'operational: last day to answer';
comment on column subject_request.recorded_at is 'operational: when it was recorded';
comment on column subject_request.recorded_by is 'operational: by whom';
comment on column subject_request.answered_at is 'operational: when the export was first made; null while it is not';
comment on column subject_request.answered_by is 'operational: by whom; null while it is not';
comment on column subject_request.answer_hash is 'operational: sha256 of the export that was given; null while it is not';
create index subject_request_due on subject_request (service_id, due_on) where (answered_at is null);
create index subject_request_order on subject_request (service_id, (answered_at is not null), due_on, id);
create index subject_request_person on subject_request (person_id);

create table subject_review (
  request_id uuid not null,
  service_id uuid not null references service,
  item text not null,
  release boolean not null,
  ground text,
  at timestamptz not null,
  by uuid not null,
  primary key (request_id, item, at),
  check (release = (ground is null)),
  check (ground = any (array['thirdParty', 'safeguarding', 'legalPrivilege', 'crime', 'seriousHarm', 'notAboutThem'])),
  foreign key (request_id, service_id) references subject_request(id, service_id)
);
comment on table subject_review is 'Who decided what about each note and entry by staff: given, or withheld on which ground. The latest counts; none is changed.';
comment on column subject_review.request_id is 'operational: the request';
comment on column subject_review.service_id is 'operational: the service';
comment on column subject_review.item is 'operational: an entry of a journal (case/seq) or the id of words';
comment on column subject_review.release is 'operational: whether it is given';
comment on column subject_review.ground is 'special-category: on which ground it is withheld; null when it is given';
comment on column subject_review.at is 'operational: when it was decided';
comment on column subject_review.by is 'operational: by whom';

create function retention_run_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'a retention run is final: % refused', lower(tg_op);
end
$$;

create trigger retention_run_final before delete or update or truncate on retention_run for each statement execute function retention_run_is_final();

grant insert, select on record_class to concord_app;
alter table record_class enable row level security;
-- a participant is told what is kept about them and why
create policy record_class_read on record_class for select using (service_id = concord_service());
create policy record_class_set on record_class for insert with check ((service_id = concord_service()) and (concord_sight() = 'service'));

grant insert, select, update (lift_reason, lifted_at, lifted_by) on legal_hold to concord_app;
alter table legal_hold enable row level security;
-- With `case` the planner does not take the service's sight for a filter that few rows pass, and reads a page by the index of its order.
create policy legal_hold_service on legal_hold using ((service_id = (select concord_service())) and case when ((select concord_sight()) = 'service') then true else false end);

grant insert, select on retention_run to concord_app;
alter table retention_run enable row level security;
create policy retention_run_service on retention_run using ((service_id = concord_service()) and (concord_sight() = 'service'));

grant insert, select on decliner to concord_app;
alter table decliner enable row level security;
create policy decliner_service on decliner using ((service_id = concord_service()) and (concord_sight() = 'service'));

grant insert, select, update (answer_hash, answered_at, answered_by) on subject_request to concord_app;
alter table subject_request enable row level security;
create policy subject_request_service on subject_request using ((service_id = (select concord_service())) and case when ((select concord_sight()) = 'service') then true else false end);

grant insert, select on subject_review to concord_app;
alter table subject_review enable row level security;
create policy subject_review_service on subject_review using ((service_id = concord_service()) and (concord_sight() = 'service'));
