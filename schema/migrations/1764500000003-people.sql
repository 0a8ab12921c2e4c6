-- Why: the row of a person says nothing about them: every personal value is sealed with a key of theirs.

create table person (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  subject text,
  created_at timestamptz not null default now(),
  unique (id, service_id)
);
comment on table person is 'Somebody a service knows: harmed, responsible, supporter or staff. The row itself says nothing about them.';
comment on column person.id is 'operational: random';
comment on column person.service_id is 'operational: the service that knows this person; services share nobody';
comment on column person.subject is 'secret: the sign-in subject of a participant who has been given access';
comment on column person.created_at is 'operational: when first met';
create unique index person_subject on person (service_id, subject) where (subject is not null);

create table staff (
  id uuid primary key references person,
  service_id uuid not null references service,
  subject text not null,
  roles text[] not null,
  active boolean not null default true,
  level text,
  registered_until date,
  training text[] not null default '{}',
  languages text[] not null default '{}',
  gender text,
  base text,
  employment text,
  capacity_points integer,
  availability text,
  back_on date,
  last_supervision date,
  last_observed_practice date,
  cpd_hours numeric,
  cpd_approved_hours numeric,
  unique (service_id, subject)
);
comment on table staff is 'Who works for a service, what they may do, and a facilitator''s standing (R41 to R46).';
comment on column staff.id is 'operational: the same id as the person who holds the name and address';
comment on column staff.service_id is 'operational: employer';
comment on column staff.subject is 'secret: the sign-in subject';
comment on column staff.roles is 'operational: facilitator, safeguardingLead, manager, coordinator';
comment on column staff.active is 'operational: a deactivated member of staff is nobody';
comment on column staff.level is 'operational: foundation, intermediate or advanced; null when not a facilitator';
comment on column staff.registered_until is 'operational: last day of registration; null means not known';
comment on column staff.training is 'operational: specialist training';
comment on column staff.languages is 'operational: languages spoken';
comment on column staff.gender is 'personal: asked for because some people may choose';
comment on column staff.base is 'operational: where they work from';
comment on column staff.employment is 'operational: employed, volunteer, sessional';
comment on column staff.capacity_points is 'operational: weighted cases they can carry; null means not known';
comment on column staff.availability is 'operational: active, on leave, suspended as the service''s own sheet says';
comment on column staff.back_on is 'operational: day of return from leave';
comment on column staff.last_supervision is 'operational: last case supervision, null when not known';
comment on column staff.last_observed_practice is 'operational: last observed practice, null when not known';
comment on column staff.cpd_hours is 'operational: development hours this year, null when not known';
comment on column staff.cpd_approved_hours is 'operational: of which approved';

create table sealing_key (
  service_id uuid not null references service,
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
create index sealing_key_master on sealing_key (master_id, service_id, owner_id) where (wrapped is not null);

create table personal_value (
  person_id uuid not null references person,
  field text not null,
  service_id uuid not null references service,
  value bytea not null,
  changed_at timestamptz not null default now(),
  primary key (person_id, field)
);
comment on table personal_value is 'Names, birth dates, contact details. Read and written through libs/people only.';
comment on column personal_value.person_id is 'operational: whose';
comment on column personal_value.field is 'operational: which';
comment on column personal_value.service_id is 'operational: the service that holds it';
comment on column personal_value.value is 'special-category: the value, sealed with the person''s key; needs and victimhood can be read from it, so it takes the strictest class of its fields';
comment on column personal_value.changed_at is 'operational: when last written';

create function concord_at_work(active boolean, availability text, back_on date, today date) returns boolean language sql immutable parallel safe
  return (active and ((availability is null) or (lower(availability) = any (array['active', 'no-contact duty'])) or ((lower(availability) <> 'suspended') and (back_on is not null) and (back_on <= today))));
comment on function concord_at_work(active boolean, availability text, back_on date, today date) is 'Whether a member of staff is let in on this day: active and not away. Somebody on a no-contact duty is at work; any word that is not known is away; leave ends on the day of return, a suspension when the register says so.';

create function concord_master_keys() returns table (master_id text, keys bigint) language sql stable security definer set search_path to public, pg_temp as $$
  select k.master_id, count(*) from sealing_key k where k.wrapped is not null group by k.master_id order by k.master_id
$$;
comment on function concord_master_keys() is 'How many keys each master key wraps, over all services; names of master keys say nothing.';
revoke execute on function concord_master_keys() from public;
grant execute on function concord_master_keys() to concord_app;

-- People.
grant delete, insert, select, update on person to concord_app;
alter table person enable row level security;
create policy person_add on person for insert with check ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));
create policy person_change on person for update using ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));
create policy person_forget on person for delete using ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));
create policy person_read on person for select using ((service_id = (select concord_service())) and (((select concord_sight()) = 'service') or (id = (select concord_who())) or (id = any ((select concord_persons())::uuid[]))));

-- The sheet of the staff is the owner's to write (`npm run staff`).
grant select on staff to concord_app;
alter table staff enable row level security;
create policy staff_read on staff for select using ((service_id = (select concord_service())) and ((select concord_staff()) or (id = (select concord_who()))));

grant delete, insert, select, update on sealing_key to concord_app;
alter table sealing_key enable row level security;
create policy sealing_key_change on sealing_key for update using ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));
create policy sealing_key_make on sealing_key for insert with check ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));
-- Whoever may read what is sealed meets its key; only the service itself makes, wraps anew and destroys keys.
create policy sealing_key_read on sealing_key for select using ((service_id = (select concord_service())) and case when ((select concord_sight()) = 'service') then true else ((owner_id = (select concord_who())) or (owner_id = any ((select concord_cases())::uuid[])) or (owner_id = any ((select concord_persons())::uuid[])) or (owner_id = any ((select concord_named())::uuid[])) or concord_works_here(owner_id)) end);
create policy sealing_key_remove on sealing_key for delete using ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));

grant delete, insert, select, update on personal_value to concord_app;
alter table personal_value enable row level security;
create policy personal_value_add on personal_value for insert with check ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));
create policy personal_value_change on personal_value for update using ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));
create policy personal_value_forget on personal_value for delete using ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));
create policy personal_value_read on personal_value for select using ((service_id = (select concord_service())) and case when ((select concord_sight()) = 'service') then true else ((person_id = (select concord_who())) or (person_id = any ((select concord_persons())::uuid[])) or ((field = any (array['given', 'family', 'knownAs', 'asWritten'])) and ((person_id = any ((select concord_named())::uuid[])) or concord_works_here(person_id)))) end);
