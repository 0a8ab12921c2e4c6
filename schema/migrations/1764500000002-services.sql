-- Why: every row belongs to a service, and who commissions it where is a dated link (R80), so that a change of commissioner needs no new schema.

create table service (
  id uuid primary key default gen_random_uuid(),
  name text not null unique,
  settings jsonb not null default '{}',
  created_at timestamptz not null default now()
);
comment on table service is 'A restorative justice service: the tenant.';
comment on column service.id is 'public: random, says nothing';
comment on column service.name is 'public: the name people know it by';
comment on column service.settings is 'operational: the numbers this service has set for itself; what is absent keeps the default of libs/case/settings';
comment on column service.created_at is 'operational: when it joined';

create table area (
  id uuid primary key default gen_random_uuid(),
  name text not null unique
);
comment on table area is 'A place that is served, whoever serves and commissions it.';
comment on column area.id is 'public: random';
comment on column area.name is 'public: the name of the area';

create table commissioner (
  id uuid primary key default gen_random_uuid(),
  name text not null unique,
  kind text not null
);
comment on table commissioner is 'Who pays for and answers for victim services: a Police and Crime Commissioner today, a mayor or council tomorrow.';
comment on column commissioner.id is 'public: random';
comment on column commissioner.name is 'public: the name of the office';
comment on column commissioner.kind is 'public: pcc, mayor, council or another; a word, not a rule';

create table commission (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  area_id uuid not null references area,
  commissioner_id uuid not null references commissioner,
  starts_on date not null,
  ends_on date,
  check ((ends_on is null) or (ends_on > starts_on)),
  unique (service_id, area_id, commissioner_id, starts_on)
);
comment on table commission is 'From when until when a service serves an area for a commissioner. A transfer ends one row and starts another.';
comment on column commission.id is 'public: random';
comment on column commission.service_id is 'public: the service that serves';
comment on column commission.area_id is 'public: the area served';
comment on column commission.commissioner_id is 'public: on whose behalf';
comment on column commission.starts_on is 'public: first day';
comment on column commission.ends_on is 'public: first day no longer covered; null while it runs';
create index commission_area on commission (area_id, starts_on);

grant select on service to concord_app;
alter table service enable row level security;
create policy service_read on service for select using (id = (select concord_service()));

grant select on area to concord_app;
alter table area enable row level security;
create policy area_read on area for select using ((select concord_service()) is not null);

-- What is public or shared: read by whoever says for which service they ask.
grant select on commissioner to concord_app;
alter table commissioner enable row level security;
create policy commissioner_read on commissioner for select using ((select concord_service()) is not null);

grant select on commission to concord_app;
alter table commission enable row level security;
create policy commission_read on commission for select using (service_id = (select concord_service()));
