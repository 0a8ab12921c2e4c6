-- Why: personal data sits apart from facts from the first day, one value a row, so that it can be sealed and erased person by person.

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
create unique index person_subject on person (service_id, subject) where subject is not null;

create table personal_value (
  person_id uuid not null references person,
  field text not null,
  service_id uuid not null references service,
  value text not null,
  changed_at timestamptz not null default now(),
  primary key (person_id, field)
);
comment on table personal_value is 'Names, birth dates, contact details. Read and written through libs/people only.';
comment on column personal_value.person_id is 'operational: whose';
comment on column personal_value.field is 'operational: which';
comment on column personal_value.service_id is 'operational: the service that holds it';
comment on column personal_value.value is 'special-category: the value itself; needs and victimhood can be read from it, so it takes the strictest class of its fields';
comment on column personal_value.changed_at is 'operational: when last written';

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
