-- Why: what is held about a person is sealed with a key of theirs, and erasing them is destroying that key.

create table sealing_key (
  service_id uuid not null references service (id),
  owner_id uuid not null,
  purpose text not null,
  wrapped bytea,
  master_id text not null,
  made_at timestamptz not null default now(),
  destroyed_at timestamptz,
  primary key (service_id, owner_id, purpose),
  check ((wrapped is null) = (destroyed_at is not null))
);
comment on table sealing_key is 'Keys, each wrapped by the master key: of a person, of a case for words about nobody in particular, of a service for its digests. Used by libs/people/src/vault only.';
comment on column sealing_key.service_id is 'operational: the service';
comment on column sealing_key.owner_id is 'operational: the person, member of staff, case or service whose key it is';
comment on column sealing_key.purpose is 'operational: words seals values; match and fingerprint digest what must be found again';
comment on column sealing_key.wrapped is 'secret: the key under the master key; null once destroyed, and then what it sealed is unreadable for good';
comment on column sealing_key.master_id is 'operational: name of the master key that wrapped it; says nothing about that key';
comment on column sealing_key.made_at is 'operational: when it was made';
comment on column sealing_key.destroyed_at is 'operational: when it was destroyed';
create index sealing_key_master on sealing_key (master_id, service_id, owner_id) where wrapped is not null;

grant select, insert, update, delete on sealing_key to concord_app;
alter table sealing_key enable row level security;
-- Whoever may read what is sealed meets its key; only the service itself makes, wraps anew and destroys keys.
create policy sealing_key_read on sealing_key for select using (service_id = (select concord_service()) and ((select concord_sight()) = 'service'
  or owner_id = (select concord_who()) or owner_id = any ((select concord_cases())::uuid[])
  or owner_id = any ((select concord_persons())::uuid[]) or owner_id = any ((select concord_named())::uuid[])));
create policy sealing_key_make on sealing_key for insert with check (service_id = (select concord_service()) and (select concord_sight()) = 'service');
create policy sealing_key_change on sealing_key for update using (service_id = (select concord_service()) and (select concord_sight()) = 'service');
create policy sealing_key_remove on sealing_key for delete using (service_id = (select concord_service()) and (select concord_sight()) = 'service');
