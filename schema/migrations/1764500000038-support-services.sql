-- Why: a reader in need finds who else can help near them, and the list is exchanged with others as Open Referral UK.

create table support_service (
  service_id uuid not null references service,
  id uuid not null,
  entry jsonb not null,
  name text not null,
  needs text[] not null default '{}',
  areas text[] not null default '{}',
  searched text not null,
  words tsvector not null generated always as (to_tsvector('english'::regconfig, searched)) stored,
  checked_on date,
  shown boolean not null default true,
  changed_at timestamptz not null,
  primary key (service_id, id)
);
comment on table support_service is 'The directory: services that support people, whoever runs them. Nothing in it is about anybody the service works with.';
comment on column support_service.service_id is 'public: the service whose directory it is';
comment on column support_service.id is 'public: its identifier in Open Referral UK';
comment on column support_service.entry is 'public: the entry as Open Referral UK (HSDS 3.0) has it';
comment on column support_service.name is 'public: what it is called, by which the list is ordered';
comment on column support_service.needs is 'public: what it helps with: the names of its taxonomy terms, in lower case';
comment on column support_service.areas is 'public: where: the names of its service areas, in lower case; none means everywhere';
comment on column support_service.searched is 'public: the words by which it is found';
comment on column support_service.words is 'public: the same, as PostgreSQL searches them';
comment on column support_service.checked_on is 'public: the day on which it was last checked; null when it never was';
comment on column support_service.shown is 'public: false where it has ended or is closed for now';
comment on column support_service.changed_at is 'operational: when it was last written';
create index support_service_name on support_service (service_id, lower(name), id) where (shown);

grant delete, insert, select, update on support_service to concord_app;
alter table support_service enable row level security;
-- Whoever names the service may read its directory; the service itself and those who see all of it write.
create policy support_service_read on support_service for select using (service_id = (select concord_service()));
create policy support_service_add on support_service for insert with check ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));
create policy support_service_change on support_service for update using ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));
create policy support_service_remove on support_service for delete using ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));
