-- Why: a row of a referral file is taken once, whichever file it comes in again.

create table import_batch (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  source text not null,
  file_name text not null,
  started_at timestamptz not null,
  by text not null
);
comment on table import_batch is 'One upload of referrals.';
comment on column import_batch.id is 'operational: random';
comment on column import_batch.service_id is 'operational: the service';
comment on column import_batch.source is 'operational: police, youth-justice or self';
comment on column import_batch.file_name is 'operational: name of the file as uploaded';
comment on column import_batch.started_at is 'operational: when';
comment on column import_batch.by is 'operational: by whom';

create table import_row (
  service_id uuid not null references service,
  fingerprint text not null,
  batch_id uuid references import_batch,
  line integer,
  case_id uuid not null references case_file,
  primary key (service_id, fingerprint)
);
comment on table import_row is 'Which referral became which case.';
comment on column import_row.service_id is 'operational: the service';
comment on column import_row.fingerprint is 'operational: digest of what the referral says, keyed for the service: it says nothing without that key';
comment on column import_row.batch_id is 'operational: the upload; null for a single referral';
comment on column import_row.line is 'operational: line of the file';
comment on column import_row.case_id is 'operational: the case it became';

-- Intake.
grant insert, select on import_batch to concord_app;
alter table import_batch enable row level security;
create policy import_batch_service on import_batch using ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));

grant insert, select on import_row to concord_app;
alter table import_row enable row level security;
create policy import_row_service on import_row using ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));
