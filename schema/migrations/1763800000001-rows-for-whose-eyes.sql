-- Why: the second line behind the program's own checks: whatever SQL is sent, PostgreSQL shows and takes only the rows this transaction's eyes may have.

-- The owner of the tables (migrations, journal:check) is exempt, and nothing is forced on it: foreign keys are checked with the
-- owner's rights and must see the rows they point at. The application never works as the owner.
--
-- The sights mirror libs/store/src/visible.ts. Who has service sight sees the service; a facilitator the cases they work on, and what
-- belongs to a case once they have declared (R42); a participant their own cases and of what belongs to them what is theirs alone.
-- Only the service itself writes: a command is decided on what its actor was shown, and what follows from it (a letter to the other
-- side, a task for somebody else) is not the actor's to see. The one exception is a task, which its reader marks as done.
-- A function in `(select ...)` is asked once a statement and not once a row.

create function concord_cases() returns uuid[] language sql stable parallel safe security definer set search_path = public, pg_temp as $$
  select case concord_sight()
    when 'staff' then array(select c.id from case_file c where c.service_id = concord_service() and c.staff_ids @> array[concord_who()])
    when 'participant' then array(select p.case_id from participant p where p.service_id = concord_service() and p.person_id = concord_who())
    else '{}' end
$$;
comment on function concord_cases() is 'The cases a facilitator works on or a participant takes part in; empty for service sight, which needs no list.';

create function concord_declared() returns uuid[] language sql stable parallel safe security definer set search_path = public, pg_temp as $$
  select case concord_sight()
    when 'staff' then array(select c.id from case_file c where c.service_id = concord_service() and c.staff_ids @> array[concord_who()] and not c.undeclared_ids @> array[concord_who()])
    else '{}' end
$$;
comment on function concord_declared() is 'Of those, the cases whose details a facilitator may read, because they have declared (R42).';

create function concord_safeguards() returns boolean language sql stable parallel safe security definer set search_path = public, pg_temp as $$
  select case when concord_sight() <> 'service' then false
    else concord_who() is null or exists (select from staff s where s.service_id = concord_service() and s.id = concord_who() and s.active and 'safeguardingLead' = any (s.roles)) end
$$;
comment on function concord_safeguards() is 'True for the service itself and the safeguarding lead, who read the words of safeguarding.';

create function concord_supervised() returns uuid[] language sql stable parallel safe security definer set search_path = public, pg_temp as $$
  select case when concord_staff() and concord_who() is not null then array(select c.id from case_file c
    where c.service_id = concord_service() and c.staff_ids @> array[concord_who()]
      and c.facts -> 'facilitators' -> 'assigned' -> concord_who()::text ->> 'duty' = 'supervisor') else '{}' end
$$;
comment on function concord_supervised() is 'The cases this member of staff supervises, and so reads the safeguarding words of.';

create function concord_persons() returns uuid[] language sql stable parallel safe security definer set search_path = public, pg_temp as $$
  select case concord_sight()
    when 'staff' then array(select p.person_id from participant p where p.service_id = concord_service() and p.case_id = any ((select concord_declared())::uuid[]))
    else '{}' end
$$;
comment on function concord_persons() is 'The people a facilitator works with: those of the cases they may read.';

-- A participant is told who works on their case and who is their appropriate adult, and nobody else's name.
create function concord_named() returns uuid[] language sql stable parallel safe security definer set search_path = public, pg_temp as $$
  select case concord_sight()
    when 'staff' then array(select s.id from staff s where s.service_id = concord_service())
    when 'participant' then array(
      select unnest(c.staff_ids) from participant p join case_file c on c.id = p.case_id where p.service_id = concord_service() and p.person_id = concord_who()
      except select unnest(c.undeclared_ids) from participant p join case_file c on c.id = p.case_id where p.service_id = concord_service() and p.person_id = concord_who()
      union all
      select a.person_id from participant p join case_file c on c.id = p.case_id
        join participant a on a.case_id = c.id and a.id::text = c.facts -> 'people' -> 'appropriateAdults' ->> p.id::text
        where p.service_id = concord_service() and p.person_id = concord_who())
    else '{}' end
$$;
comment on function concord_named() is 'People whose name, and no more, this transaction may read.';

create function concord_parts() returns uuid[] language sql stable parallel safe security definer set search_path = public, pg_temp as $$
  select case concord_sight()
    when 'participant' then array(select p.id from participant p where p.service_id = concord_service() and p.person_id = concord_who())
    else '{}' end
$$;
comment on function concord_parts() is 'A participant''s own parts: the ids by which their cases name them.';

-- What is public or shared: read by whoever says for which service they ask.
grant select on area, commissioner, commission, service to concord_app;
alter table area enable row level security;
create policy area_read on area for select using ((select concord_service()) is not null);
alter table commissioner enable row level security;
create policy commissioner_read on commissioner for select using ((select concord_service()) is not null);
alter table commission enable row level security;
create policy commission_read on commission for select using (service_id = (select concord_service()));
alter table service enable row level security;
create policy service_read on service for select using (id = (select concord_service()));

-- Cases.
grant select, insert, update on case_file to concord_app;
alter table case_file enable row level security;
create policy case_file_read on case_file for select using (service_id = (select concord_service())
  and ((select concord_sight()) = 'service' or id = any ((select concord_cases())::uuid[])));
create policy case_file_open on case_file for insert with check (service_id = (select concord_service()) and (select concord_sight()) = 'service');
create policy case_file_move on case_file for update using (service_id = (select concord_service()) and (select concord_sight()) = 'service');

grant select, insert on case_offence to concord_app;
alter table case_offence enable row level security;
create policy case_offence_read on case_offence for select using (service_id = (select concord_service())
  and ((select concord_sight()) = 'service' or case_id = any ((select concord_declared())::uuid[])));
create policy case_offence_write on case_offence for insert with check (service_id = (select concord_service()) and (select concord_sight()) = 'service');

grant select, insert on offence to concord_app;
alter table offence enable row level security;
create policy offence_read on offence for select using (service_id = (select concord_service())
  and ((select concord_sight()) = 'service' or id in (select o.offence_id from case_offence o)));
create policy offence_write on offence for insert with check (service_id = (select concord_service()) and (select concord_sight()) = 'service');

-- What belongs to a case. The journal is appended to and never changed, by right as well as by trigger.
grant select, insert on journal to concord_app;
alter table journal enable row level security;
create policy journal_read on journal for select using (service_id = (select concord_service())
  and ((select concord_sight()) = 'service' or case_id = any ((select concord_declared())::uuid[])));
create policy journal_append on journal for insert with check (service_id = (select concord_service()) and (select concord_sight()) = 'service');

grant select, insert on answer to concord_app;
alter table answer enable row level security;
create policy answer_read on answer for select using (service_id = (select concord_service())
  and ((select concord_sight()) = 'service' or actor_id = (select concord_who())::text));
create policy answer_keep on answer for insert with check (service_id = (select concord_service()) and (select concord_sight()) = 'service');

grant select, insert on text to concord_app;
alter table text enable row level security;
create policy text_read on text for select using (service_id = (select concord_service()) and case (select concord_sight())
  when 'participant' then audience = any ((select concord_parts())::text[])
  when 'nothing' then false
  else ((select concord_sight()) = 'service' or case_id = any ((select concord_declared())::uuid[]))
    and (audience <> 'safeguarding' or (select concord_safeguards()) or case_id = any ((select concord_supervised())::uuid[])) end);
create policy text_write on text for insert with check (service_id = (select concord_service()) and (select concord_sight()) = 'service');

grant select, insert, update on notice to concord_app;
alter table notice enable row level security;
create policy notice_read on notice for select using (service_id = (select concord_service()) and ((select concord_sight()) = 'service'
  or case_id = any ((select concord_declared())::uuid[]) or recipient_id = any ((select concord_parts())::uuid[])));
create policy notice_write on notice for insert with check (service_id = (select concord_service()) and (select concord_sight()) = 'service');
create policy notice_change on notice for update using (service_id = (select concord_service()) and (select concord_sight()) = 'service');

-- What is to be done tells what the case is about: while a facilitator has not declared, only what is theirs by name (R42).
grant select, insert, update on task to concord_app;
alter table task enable row level security;
create policy task_read on task for select using (service_id = (select concord_service()) and ((select concord_sight()) = 'service'
  or case_id = any ((select concord_declared())::uuid[])
  or (select concord_sight()) = 'staff' and assignee_id = (select concord_who()) and case_id = any ((select concord_cases())::uuid[])));
create policy task_write on task for insert with check (service_id = (select concord_service()) and (select concord_sight()) = 'service');
create policy task_finish on task for update using (service_id = (select concord_service()) and ((select concord_sight()) = 'service'
  or (select concord_sight()) = 'staff' and case_id = any ((select concord_cases())::uuid[])));

grant select, insert, update on participant to concord_app;
alter table participant enable row level security;
create policy participant_read on participant for select using (service_id = (select concord_service()) and ((select concord_sight()) = 'service'
  or case_id = any ((select concord_declared())::uuid[]) or (select concord_sight()) = 'participant' and person_id = (select concord_who())));
create policy participant_join on participant for insert with check (service_id = (select concord_service()) and (select concord_sight()) = 'service');
create policy participant_change on participant for update using (service_id = (select concord_service()) and (select concord_sight()) = 'service');

-- People.
grant select, insert, update, delete on person to concord_app;
alter table person enable row level security;
create policy person_read on person for select using (service_id = (select concord_service()) and ((select concord_sight()) = 'service'
  or id = (select concord_who()) or id = any ((select concord_persons())::uuid[])));
create policy person_add on person for insert with check (service_id = (select concord_service()) and (select concord_sight()) = 'service');
create policy person_change on person for update using (service_id = (select concord_service()) and (select concord_sight()) = 'service');
create policy person_forget on person for delete using (service_id = (select concord_service()) and (select concord_sight()) = 'service');

grant select, insert, update, delete on personal_value to concord_app;
alter table personal_value enable row level security;
create policy personal_value_read on personal_value for select using (service_id = (select concord_service()) and ((select concord_sight()) = 'service'
  or person_id = (select concord_who()) or person_id = any ((select concord_persons())::uuid[])
  or field in ('given', 'family', 'knownAs', 'asWritten') and person_id = any ((select concord_named())::uuid[])));
create policy personal_value_add on personal_value for insert with check (service_id = (select concord_service()) and (select concord_sight()) = 'service');
create policy personal_value_change on personal_value for update using (service_id = (select concord_service()) and (select concord_sight()) = 'service');
create policy personal_value_forget on personal_value for delete using (service_id = (select concord_service()) and (select concord_sight()) = 'service');

grant select, insert, delete on person_token to concord_app;
alter table person_token enable row level security;
create policy person_token_service on person_token using (service_id = (select concord_service()) and (select concord_sight()) = 'service');

grant select, insert, update, delete on person_suggestion to concord_app;
alter table person_suggestion enable row level security;
create policy person_suggestion_service on person_suggestion using (service_id = (select concord_service()) and (select concord_sight()) = 'service');

-- The sheet of the staff is the owner's to write (`npm run staff`).
grant select on staff to concord_app;
alter table staff enable row level security;
create policy staff_read on staff for select using (service_id = (select concord_service()) and ((select concord_staff()) or id = (select concord_who())));

-- Intake.
grant select, insert on import_batch, import_row to concord_app;
alter table import_batch enable row level security;
create policy import_batch_service on import_batch using (service_id = (select concord_service()) and (select concord_sight()) = 'service');
alter table import_row enable row level security;
create policy import_row_service on import_row using (service_id = (select concord_service()) and (select concord_sight()) = 'service');

-- TypeORM's list of what ran: nothing of it is granted, and nobody but the owner reads it.
alter table migration enable row level security;
create policy migration_owner on migration using (false);
