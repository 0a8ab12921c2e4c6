-- Why: a coordinator says once what the columns of a referrer's spreadsheet mean, and every later file is read so.

create table referral_mapping (
  service_id uuid not null references service,
  name text not null,
  version integer not null check (version > 0),
  mapping jsonb not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (service_id, name, version)
);
comment on table referral_mapping is 'What the columns of a referrer''s files mean. A version never changes; the latest is used.';
comment on column referral_mapping.service_id is 'operational: the service';
comment on column referral_mapping.name is 'operational: what files of this referrer are sent in as';
comment on column referral_mapping.version is 'operational: counted from 1';
comment on column referral_mapping.mapping is 'operational: columns, words, the order of days, which rows are wanted; nobody is in it';
comment on column referral_mapping.saved_by is 'operational: the member of staff who saved it';
comment on column referral_mapping.saved_at is 'operational: when';

grant insert, select on referral_mapping to concord_app;
alter table referral_mapping enable row level security;
create policy referral_mapping_service on referral_mapping using ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));

alter table referral_file add column mapping_version integer;
comment on column referral_file.mapping_version is 'operational: the version of its referrer''s mapping that it is read by; null for one that every service begins with';
