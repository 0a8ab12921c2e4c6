-- Why: whether two records are one person is a decision, with a reason, that can be taken back; a merge destroys nothing, it is read through.

create table person_decision (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service (id),
  what text not null,
  person_id uuid not null,
  other_id uuid,
  across boolean not null default false,
  fields text[] not null default '{}',
  undoes uuid unique references person_decision (id),
  reason bytea,
  reason_owner uuid,
  by uuid not null,
  at timestamptz not null,
  key text not null,
  request_digest bytea not null,
  unique (by, key),
  foreign key (person_id, service_id) references person (id, service_id),
  foreign key (other_id, service_id) references person (id, service_id)
);
comment on table person_decision is 'What was decided about persons themselves: merged, undone, dismissed, changed, erased. Appended to and never changed.';
comment on column person_decision.id is 'operational: random';
comment on column person_decision.service_id is 'operational: the service';
comment on column person_decision.what is 'operational: merged, undone, dismissed, changed or erased';
comment on column person_decision.person_id is 'operational: the person it is about; of a merge, the one that goes on';
comment on column person_decision.other_id is 'operational: the other of two; of a merge, the one that is read as the first';
comment on column person_decision.across is 'special-category: whether the two stood on different sides, and so is the safeguarding lead''s alone';
comment on column person_decision.fields is 'operational: which details were changed; never their values';
comment on column person_decision.undoes is 'operational: the merge it takes back';
comment on column person_decision.reason is 'special-category: why, sealed with the key of reason_owner';
comment on column person_decision.reason_owner is 'operational: whose key sealed the reason: the person''s; of an erasure, the service''s';
comment on column person_decision.by is 'operational: the member of staff';
comment on column person_decision.at is 'operational: when';
comment on column person_decision.key is 'operational: the idempotency key they chose';
comment on column person_decision.request_digest is 'operational: keyed digest of the command, to notice a key used for something else';
create index person_decision_person on person_decision (person_id, at);

create table person_merge (
  gone_id uuid primary key,
  service_id uuid not null references service (id),
  kept_id uuid not null,
  decision_id uuid not null references person_decision (id),
  check (gone_id <> kept_id),
  foreign key (gone_id, service_id) references person (id, service_id),
  foreign key (kept_id, service_id) references person (id, service_id)
);
comment on table person_merge is 'Which record is read as which other one, for as long as the merge stands. Taking it back removes the row, and everything is as it was.';
comment on column person_merge.gone_id is 'operational: the record that is read as the other';
comment on column person_merge.service_id is 'operational: the service';
comment on column person_merge.kept_id is 'operational: the record it is read as, which may itself be read as a third';
comment on column person_merge.decision_id is 'operational: the decision';
create index person_merge_kept on person_merge (kept_id);

create function concord_one(person uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  with recursive up as (select person as id, 0 as n union all select m.kept_id, up.n + 1 from up join person_merge m on m.gone_id = up.id)
  select id from up order by n desc limit 1
$$;
comment on function concord_one(uuid) is 'The record a person is read as: their own, unless it was merged.';
create function concord_same(person uuid) returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  with recursive down as (select concord_one(person) as id union select m.gone_id from down join person_merge m on m.kept_id = down.id)
  select array_agg(id order by id) from down
$$;
comment on function concord_same(uuid) is 'All records that are read as this one person.';

-- The index of participants says who somebody is now; what the case itself says stays beside it.
alter table participant add column told_id uuid;
update participant set told_id = person_id;
alter table participant alter column told_id set not null;
comment on column participant.told_id is 'operational: the person as the case''s own journal names them';
comment on column participant.person_id is 'operational: the person they are read as; told_id until two records are merged';
create index participant_told on participant (told_id);
create function participant_is_one() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.told_id := new.person_id;
  new.person_id := concord_one(new.person_id);
  return new;
end
$$;
create trigger participant_one before insert or update of person_id on participant for each row execute function participant_is_one();

create function concord_side(p participant) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select case when p.role in ('harmed', 'responsible') then p.role else coalesce((
    select s.role from case_file c join participant s on s.case_id = c.id and s.id::text = c.facts -> 'people' -> 'participants' -> p.id::text ->> 'supports'
    where c.id = p.case_id and s.role in ('harmed', 'responsible')), 'neither') end
$$;
comment on function concord_side(participant) is 'The side somebody stands on in a case, their own or that of whom they support; neither for all others.';
create function concord_across(one uuid, other uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  with stands as (select concord_one(p.person_id) as who, p.role, concord_side(p) as side from participant p where p.person_id in (concord_one(one), concord_one(other)))
  select count(distinct role) <> 1 or count(distinct side) <> 1 or count(distinct who) <> cardinality(array(select distinct unnest(array[concord_one(one), concord_one(other)]))) from stands
$$;
comment on function concord_across(uuid, uuid) is 'True unless both stand in cases, in one role and on one side: whether they are one person is then the safeguarding lead''s to know.';

alter table person_suggestion add column dismissed_id uuid references person_decision (id);
comment on column person_suggestion.dismissed_id is 'operational: the decision that they are two; null while nobody has decided';

-- What finds somebody who is searched for: more of it, and wider, than what makes two records worth comparing.
alter table person_token add column wide boolean not null default false;
comment on column person_token.wide is 'operational: found by searching alone, as too many share it for comparing';

grant select, insert on person_decision to concord_app;
alter table person_decision enable row level security;
create policy person_decision_service on person_decision using (service_id = (select concord_service()) and (select concord_sight()) = 'service');
grant select, insert, delete on person_merge to concord_app;
alter table person_merge enable row level security;
create policy person_merge_service on person_merge using (service_id = (select concord_service()) and (select concord_sight()) = 'service');
