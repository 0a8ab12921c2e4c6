-- Why: information goes to a named organisation under an agreement that is in force (R72), and every disclosure stands in one register (R71).

create table organisation (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  name text not null,
  regime text not null check (regime in ('ukGdpr', 'part3')),
  role text not null check (role in ('controller', 'processor', 'joint')),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  unique (id, service_id)
);
create unique index organisation_name on organisation (service_id, lower(name));
comment on table organisation is 'Organisations a service may share with, each by its own name (R28).';
comment on column organisation.id is 'operational: random';
comment on column organisation.service_id is 'operational: the service';
comment on column organisation.name is 'operational: its name; consents and shares name it so';
comment on column organisation.regime is 'operational: the law it handles data under, UK GDPR or Part 3 of the Data Protection Act 2018';
comment on column organisation.role is 'operational: what it is for this data: controller, processor or joint controller';
comment on column organisation.recorded_at is 'operational: when it was recorded';
comment on column organisation.recorded_by is 'operational: by whom';

create table sharing_agreement (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  organisation_id uuid not null,
  reference text not null,
  starts_on date not null,
  ends_on date not null,
  ended_on date,
  ended_by uuid,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  check (ends_on >= starts_on),
  foreign key (organisation_id, service_id) references organisation (id, service_id)
);
create index sharing_agreement_organisation on sharing_agreement (organisation_id, starts_on);
comment on table sharing_agreement is 'From which day until which day information may be shared with an organisation.';
comment on column sharing_agreement.id is 'operational: random; a share in the journal names it';
comment on column sharing_agreement.service_id is 'operational: the service';
comment on column sharing_agreement.organisation_id is 'operational: with whom';
comment on column sharing_agreement.reference is 'operational: where the signed paper is found';
comment on column sharing_agreement.starts_on is 'operational: first day';
comment on column sharing_agreement.ends_on is 'operational: last day, as agreed';
comment on column sharing_agreement.ended_on is 'operational: last day, where it was ended early; null otherwise';
comment on column sharing_agreement.ended_by is 'operational: who recorded the early end';
comment on column sharing_agreement.recorded_at is 'operational: when it was recorded';
comment on column sharing_agreement.recorded_by is 'operational: by whom';

-- Shares by consent are events of their case; what law or danger requires is recorded here, because no consent opens that door.
create table disclosure (
  id uuid primary key,
  service_id uuid not null references service,
  case_id uuid not null references case_file,
  person_id uuid not null,
  organisation text not null,
  ground text not null check (ground in ('legalObligation', 'courtOrder', 'seriousHarm', 'publicTask')),
  what bytea not null,
  told boolean not null,
  disclosed_on date not null,
  at timestamptz not null,
  by uuid not null,
  foreign key (person_id, service_id) references person (id, service_id)
);
create index disclosure_person on disclosure (person_id);
create index disclosure_at on disclosure (service_id, at);
comment on table disclosure is 'What was disclosed without consent, on a legal ground. Append-only.';
comment on column disclosure.id is 'operational: random';
comment on column disclosure.service_id is 'operational: the service';
comment on column disclosure.case_id is 'operational: the case it comes from';
comment on column disclosure.person_id is 'operational: whom it is about';
comment on column disclosure.organisation is 'operational: to whom';
comment on column disclosure.ground is 'special-category: the legal ground';
comment on column disclosure.what is 'special-category: what was disclosed, in words, sealed with the person''s key';
comment on column disclosure.told is 'operational: whether the person was told of it';
comment on column disclosure.disclosed_on is 'operational: the day of the disclosure';
comment on column disclosure.at is 'operational: when it was recorded';
comment on column disclosure.by is 'operational: by whom';

create index journal_shared on journal (service_id, at) where type = 'information.shared';

grant select, insert on organisation to concord_app;
grant select, insert, update (ended_on, ended_by) on sharing_agreement to concord_app;
grant select, insert on disclosure to concord_app;
alter table organisation enable row level security;
alter table sharing_agreement enable row level security;
alter table disclosure enable row level security;
create policy organisation_service on organisation using (service_id = concord_service() and concord_staff());
create policy sharing_agreement_service on sharing_agreement using (service_id = concord_service() and concord_staff());
-- the register is for those who answer for the service; a facilitator sees the shares of a case in the case
create policy disclosure_service on disclosure using (service_id = concord_service() and concord_sight() = 'service');
