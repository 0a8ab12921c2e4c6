-- Why: staff stop in the middle of a form, on a phone in a corridor; what they typed waits for them, and for nobody else.

create table draft (
  id uuid primary key,
  service_id uuid not null references service,
  author_id uuid not null references staff,
  case_id uuid not null references case_file,
  form text not null check (form ~ '^[a-z][a-z-]{0,59}$'),
  process_id uuid,
  about text check (length(about) <= 300),
  owner_id uuid not null,
  words bytea not null,
  kept_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > kept_at),
  unique nulls not distinct (author_id, case_id, form, process_id, about)
);
comment on table draft is 'Forms that staff began and have not sent: one for each author and form.';
comment on column draft.id is 'operational: random';
comment on column draft.service_id is 'operational: the service';
comment on column draft.author_id is 'operational: the member of staff who types it';
comment on column draft.case_id is 'operational: the case';
comment on column draft.form is 'operational: the form, as its address names it';
comment on column draft.process_id is 'operational: the process that the form is of; null when of the case';
comment on column draft.about is 'operational: the ids and words by which the form''s address names whom or what it is about';
comment on column draft.owner_id is 'operational: the person it is about, else the case: whose key seals it';
comment on column draft.words is 'special-category: what was typed, sealed with the owner''s key';
comment on column draft.kept_at is 'operational: when it was last kept';
comment on column draft.expires_at is 'operational: when it goes at the latest';
create index draft_case on draft (case_id);
create index draft_expires on draft (service_id, expires_at);

grant delete, insert, select, update on draft to concord_app;
alter table draft enable row level security;
-- An author reads their own, as long as they may read the case; the service keeps and removes them.
create policy draft_author on draft using ((service_id = (select concord_service())) and case when (select concord_who()) is null then (select concord_sight()) = 'service' else author_id = (select concord_who()) and concord_details(case_id) end);
create policy draft_connected on draft as restrictive using (case_id <> all ((select concord_connected())::uuid[]));

-- Whoever is taken off a case finds nothing of it should they come back.
create function draft_falls() returns trigger language plpgsql security definer set search_path to public, pg_temp as $$
begin
  delete from draft d where d.case_id = new.id and d.author_id = any (old.staff_ids) and d.author_id <> all (new.staff_ids);
  return null;
end $$;
comment on function draft_falls() is 'Removes the drafts of those who no longer work on a case.';
create trigger draft_falls after update of staff_ids on case_file for each row
  when (old.staff_ids is distinct from new.staff_ids) execute function draft_falls();
