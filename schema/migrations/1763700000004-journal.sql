-- Why: the journal is the truth about a case; nobody, this program included, changes or removes an entry.

-- No foreign key to the case: the one statement that writes here takes the case from the row it has just moved, and
-- journal:check looks for strays. Checking it again on every command cost a fifteenth of the statement.
create table journal (
  case_id uuid not null,
  seq integer not null check (seq > 0),
  service_id uuid not null,
  at timestamptz not null,
  by text not null,
  type text not null,
  event jsonb not null,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (case_id, seq)
);
comment on table journal is 'What happened to each case, in order, each entry bound to the one before by its hash.';
comment on column journal.case_id is 'operational: the case';
comment on column journal.seq is 'operational: 1, 2, 3 without a gap; the revision it led to';
comment on column journal.service_id is 'operational: the service';
comment on column journal.at is 'operational: when, to the millisecond';
comment on column journal.by is 'operational: the actor''s id, or clock';
comment on column journal.type is 'operational: what happened';
comment on column journal.event is 'special-category: the rest of the event, ids only';
comment on column journal.prev_hash is 'operational: hash of the entry before; 32 zero bytes for the first';
comment on column journal.hash is 'operational: sha256 of prev_hash and the canonical JSON of caseId, seq, at, by, type and event';

create function journal_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only: % refused', lower(tg_op);
end
$$;
create trigger journal_append_only before update or delete or truncate on journal
  for each statement execute function journal_is_append_only();
