-- Why: a consent is given on an exact text that never changes, and what leaves the service leaves under an agreement or a legal ground.

-- The encoding of a database never changes, which PostgreSQL does not know of convert_to.
create function utf8_sha256(words text) returns bytea language sql immutable strict parallel safe as $$ select sha256(convert_to(words, 'UTF8')) $$;

create table consent_text (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  purpose text not null,
  about text not null default '-',
  version text not null,
  language text not null,
  words text not null,
  sha256 bytea not null generated always as (utf8_sha256(words)) stored,
  draft boolean not null default false,
  published_at timestamptz not null,
  published_by uuid,
  unique (service_id, purpose, about, version, language)
);
comment on table consent_text is 'The exact texts by which people of a service are asked. Nobody changes or removes one: another wording is another version.';
comment on column consent_text.id is 'public: random';
comment on column consent_text.service_id is 'public: whose text it is';
comment on column consent_text.purpose is 'public: what is asked, a purpose of the case core';
comment on column consent_text.about is 'public: the kind of process or of words it is about; - for the purpose in general';
comment on column consent_text.version is 'public: the service''s own name of this wording';
comment on column consent_text.language is 'public: language tag, BCP 47';
comment on column consent_text.words is 'public: the words as they are shown';
comment on column consent_text.sha256 is 'public: hash of the words; a consent in the journal names it';
comment on column consent_text.draft is 'operational: ours, or a translation not yet checked: for the service to approve by publishing a version of its own';
comment on column consent_text.published_at is 'public: from when it could be shown';
comment on column consent_text.published_by is 'operational: member of staff; null for those that came with the program';

create table organisation (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  name text not null,
  regime text not null,
  role text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  unique (id, service_id),
  check (regime = any (array['ukGdpr', 'part3'])),
  check (role = any (array['controller', 'processor', 'joint']))
);
comment on table organisation is 'Organisations a service may share with, each by its own name (R28).';
comment on column organisation.id is 'operational: random';
comment on column organisation.service_id is 'operational: the service';
comment on column organisation.name is 'operational: its name; consents and shares name it so';
comment on column organisation.regime is 'operational: the law it handles data under, UK GDPR or Part 3 of the Data Protection Act 2018';
comment on column organisation.role is 'operational: what it is for this data: controller, processor or joint controller';
comment on column organisation.recorded_at is 'operational: when it was recorded';
comment on column organisation.recorded_by is 'operational: by whom';
create unique index organisation_name on organisation (service_id, lower(name));

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
  foreign key (organisation_id, service_id) references organisation(id, service_id)
);
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
create index sharing_agreement_organisation on sharing_agreement (organisation_id, starts_on);

-- Shares by consent are events of their case; what law or danger requires is recorded here, because no consent opens that door.
create table disclosure (
  id uuid primary key,
  service_id uuid not null references service,
  case_id uuid not null references case_file,
  person_id uuid not null,
  organisation text not null,
  ground text not null,
  what bytea not null,
  told boolean not null,
  disclosed_on date not null,
  at timestamptz not null,
  by uuid not null,
  check (ground = any (array['legalObligation', 'courtOrder', 'seriousHarm', 'publicTask'])),
  foreign key (person_id, service_id) references person(id, service_id)
);
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
create index disclosure_at on disclosure (service_id, at);
-- Disclosures of one case; pairs of persons on which nobody has decided.
create index disclosure_case on disclosure (case_id);
create index disclosure_person on disclosure (person_id);

create function consent_text_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'a published consent text is final: % refused', lower(tg_op);
end
$$;

create trigger consent_text_final before delete or update or truncate on consent_text for each statement execute function consent_text_is_final();

grant insert, select on consent_text to concord_app;
alter table consent_text enable row level security;
create policy consent_text_service on consent_text using (service_id = concord_service()) with check ((service_id = concord_service()) and concord_staff());

grant insert, select on organisation to concord_app;
alter table organisation enable row level security;
create policy organisation_service on organisation using ((service_id = concord_service()) and concord_staff());

grant insert, select, update (ended_by, ended_on) on sharing_agreement to concord_app;
alter table sharing_agreement enable row level security;
create policy sharing_agreement_service on sharing_agreement using ((service_id = concord_service()) and concord_staff());

grant insert, select on disclosure to concord_app;
alter table disclosure enable row level security;
-- the register is for those who answer for the service; a facilitator sees the shares of a case in the case
-- With `case` the planner does not take the service's sight for a filter that few rows pass, and reads a page by the index of its order.
create policy disclosure_service on disclosure using ((service_id = (select concord_service())) and case when ((select concord_sight()) = 'service') then true else false end);
