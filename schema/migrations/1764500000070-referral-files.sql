-- Why: a coordinator sends a referrer's file without a shell, sees how far it is, and mends the rows that went back.

create table referral_file (
  id uuid primary key,
  service_id uuid not null references service,
  source text,
  name bytea not null,
  content bytea,
  bytes integer not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  state text not null default 'sent' check (state in ('sent', 'waiting', 'taking', 'taken', 'failed')),
  roles text[] not null default '{}',
  batch_id uuid references import_batch,
  rows integer,
  referrals integer,
  done integer not null default 0,
  taken integer not null default 0,
  opened integer not null default 0,
  returned integer not null default 0,
  problem text,
  finished_at timestamptz,
  expires_at timestamptz not null
);
comment on table referral_file is 'A file of referrals that was sent in, until it is taken and its rows are mended or its days are over.';
comment on column referral_file.id is 'operational: random';
comment on column referral_file.service_id is 'operational: the service';
comment on column referral_file.source is 'operational: whose file it is said to be; null until it is to be taken';
comment on column referral_file.name is 'personal: the name of the file, sealed with the file''s own key';
comment on column referral_file.content is 'special-category: what stands in it, sealed with the file''s own key; null once it is taken';
comment on column referral_file.bytes is 'operational: how large it came';
comment on column referral_file.sent_by is 'operational: the member of staff who sent it';
comment on column referral_file.sent_at is 'operational: when';
comment on column referral_file.state is 'operational: sent, waiting to be taken, being taken, taken, or failed';
comment on column referral_file.roles is 'operational: the roles in which it is to be taken';
comment on column referral_file.batch_id is 'operational: the upload its rows are remembered under';
comment on column referral_file.rows is 'operational: rows of the file; null until it was read';
comment on column referral_file.referrals is 'operational: referrals that its rows make; null until it was read';
comment on column referral_file.done is 'operational: how many of those are done with';
comment on column referral_file.taken is 'operational: rows that were taken from it';
comment on column referral_file.opened is 'operational: cases it opened';
comment on column referral_file.returned is 'operational: rows that went back';
comment on column referral_file.problem is 'operational: why it was not taken, without a word of the file';
comment on column referral_file.finished_at is 'operational: when it was taken or failed';
comment on column referral_file.expires_at is 'operational: when it is deleted, with the rows that went back';
create index referral_file_sent on referral_file (service_id, sent_at desc, id desc);
create index referral_file_expires on referral_file (service_id, expires_at);

create table referral_row_returned (
  id uuid primary key,
  service_id uuid not null references service,
  file_id uuid not null references referral_file on delete cascade,
  line integer not null,
  fingerprint text not null,
  row bytea not null,
  returned_at timestamptz not null,
  mended_at timestamptz,
  case_id uuid references case_file,
  unique (service_id, fingerprint)
);
comment on table referral_row_returned is 'A row that could not be taken, for the referrer to mend; sent again it is known as the same row.';
comment on column referral_row_returned.id is 'operational: random; it stands beside the row in the file that goes back';
comment on column referral_row_returned.service_id is 'operational: the service';
comment on column referral_row_returned.file_id is 'operational: the file it last came in';
comment on column referral_row_returned.line is 'operational: its line there';
comment on column referral_row_returned.fingerprint is 'operational: digest of the row, keyed for the service';
comment on column referral_row_returned.row is 'special-category: its cells and why it came back, sealed with the file''s own key';
comment on column referral_row_returned.returned_at is 'operational: when it first came back';
comment on column referral_row_returned.mended_at is 'operational: when it came again and was taken; null until then';
comment on column referral_row_returned.case_id is 'operational: the case it became';
create index referral_row_returned_file on referral_row_returned (file_id, line);

grant delete, insert, select, update on referral_file to concord_app;
alter table referral_file enable row level security;
create policy referral_file_service on referral_file using ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));

grant delete, insert, select, update on referral_row_returned to concord_app;
alter table referral_row_returned enable row level security;
create policy referral_row_returned_service on referral_row_returned using ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));
