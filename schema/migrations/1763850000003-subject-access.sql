-- Why: a person asks for everything held about them; every note by staff is reviewed before it leaves the house (R70).

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
  check (num_nonnulls(answered_at, answered_by, answer_hash) in (0, 3)),
  unique (id, service_id),
  foreign key (person_id, service_id) references person (id, service_id)
);
create index subject_request_person on subject_request (person_id);
create index subject_request_due on subject_request (service_id, due_on) where answered_at is null;
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

create table subject_review (
  request_id uuid not null,
  service_id uuid not null references service,
  item text not null,
  release boolean not null,
  ground text check (ground in ('thirdParty', 'safeguarding', 'legalPrivilege', 'crime', 'seriousHarm', 'notAboutThem')),
  at timestamptz not null,
  by uuid not null,
  primary key (request_id, item, at),
  check (release = (ground is null)),
  foreign key (request_id, service_id) references subject_request (id, service_id)
);
comment on table subject_review is 'Who decided what about each note and entry by staff: given, or withheld on which ground. The latest counts; none is changed.';
comment on column subject_review.request_id is 'operational: the request';
comment on column subject_review.service_id is 'operational: the service';
comment on column subject_review.item is 'operational: an entry of a journal (case/seq) or the id of words';
comment on column subject_review.release is 'operational: whether it is given';
comment on column subject_review.ground is 'special-category: on which ground it is withheld; null when it is given';
comment on column subject_review.at is 'operational: when it was decided';
comment on column subject_review.by is 'operational: by whom';

grant select, insert, update (answered_at, answered_by, answer_hash) on subject_request to concord_app;
grant select, insert on subject_review to concord_app;
alter table subject_request enable row level security;
alter table subject_review enable row level security;
create policy subject_request_service on subject_request using (service_id = concord_service() and concord_sight() = 'service');
create policy subject_review_service on subject_review using (service_id = concord_service() and concord_sight() = 'service');
