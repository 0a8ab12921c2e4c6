-- Why: people are found again by keyed tokens; a merge, a change and an erasure are decisions with a reason, and each happens once.

create table done_command (
  actor_id text not null,
  key text not null,
  service_id uuid not null references service,
  request_hash bytea not null,
  made uuid not null,
  at timestamptz not null,
  primary key (actor_id, key)
);
comment on table done_command is 'Which decision outside a case was made under which idempotency key, so that it is made once.';
comment on column done_command.actor_id is 'operational: who asked';
comment on column done_command.key is 'operational: the key they chose';
comment on column done_command.service_id is 'operational: the service';
comment on column done_command.request_hash is 'operational: digest of the command, keyed under the master key, to notice a key used for something else';
comment on column done_command.made is 'operational: id of what it made or changed';
comment on column done_command.at is 'operational: when';

-- What finds somebody who is searched for: more of it, and wider, than what makes two records worth comparing.
create table person_token (
  service_id uuid not null references service,
  token bytea not null,
  person_id uuid not null,
  wide boolean not null default false,
  primary key (service_id, token, person_id),
  foreign key (person_id) references person(id) on delete CASCADE
);
comment on table person_token is 'Keyed digests of a person''s folded name, birth date, number and address: equal ones are worth comparing. Written by libs/people with the values.';
comment on column person_token.service_id is 'operational: the service; nobody is compared across services';
comment on column person_token.token is 'personal: keyed digest, 16 bytes';
comment on column person_token.person_id is 'operational: whose';
comment on column person_token.wide is 'operational: found by searching alone, as too many share it for comparing';
create index person_token_person on person_token (person_id);

create table person_decision (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  what text not null,
  person_id uuid not null,
  other_id uuid,
  across boolean not null default false,
  fields text[] not null default '{}',
  undoes uuid unique references person_decision,
  reason bytea,
  reason_owner uuid,
  by uuid not null,
  at timestamptz not null,
  foreign key (other_id, service_id) references person(id, service_id),
  foreign key (person_id, service_id) references person(id, service_id)
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
create index person_decision_person on person_decision (person_id, at);

create table person_merge (
  gone_id uuid primary key,
  service_id uuid not null references service,
  kept_id uuid not null,
  decision_id uuid not null references person_decision,
  check (gone_id <> kept_id),
  foreign key (gone_id, service_id) references person(id, service_id),
  foreign key (kept_id, service_id) references person(id, service_id)
);
comment on table person_merge is 'Which record is read as which other one, for as long as the merge stands. Taking it back removes the row, and everything is as it was.';
comment on column person_merge.gone_id is 'operational: the record that is read as the other';
comment on column person_merge.service_id is 'operational: the service';
comment on column person_merge.kept_id is 'operational: the record it is read as, which may itself be read as a third';
comment on column person_merge.decision_id is 'operational: the decision';
create index person_merge_kept on person_merge (kept_id);

create table person_suggestion (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  person_id uuid not null,
  known_id uuid not null,
  score integer not null,
  reasons text[] not null,
  found_at timestamptz not null default now(),
  dismissed_id uuid references person_decision,
  check (person_id < known_id),
  unique (person_id, known_id),
  foreign key (known_id) references person(id) on delete CASCADE,
  foreign key (person_id) references person(id) on delete CASCADE
);
comment on table person_suggestion is 'Two persons who may be one, for staff to judge. Never acted upon by itself.';
comment on column person_suggestion.id is 'operational: random';
comment on column person_suggestion.service_id is 'operational: the service';
comment on column person_suggestion.person_id is 'operational: one of them, the lesser id';
comment on column person_suggestion.known_id is 'operational: the other';
comment on column person_suggestion.score is 'personal: how likely, from 40 to 100';
comment on column person_suggestion.reasons is 'personal: which of their values agree, as words of libs/intake';
comment on column person_suggestion.found_at is 'operational: when it was found';
comment on column person_suggestion.dismissed_id is 'operational: the decision that they are two; null while nobody has decided';
create index person_suggestion_known on person_suggestion (known_id);
create index person_suggestion_likeliest on person_suggestion (service_id, score, id) where (dismissed_id is null);

grant insert, select on done_command to concord_app;
alter table done_command enable row level security;
create policy done_command_service on done_command using ((service_id = concord_service()) and ((concord_sight() = 'service') or (actor_id = (concord_who())::text)));

grant delete, insert, select on person_token to concord_app;
alter table person_token enable row level security;
create policy person_token_service on person_token using ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));

grant insert, select on person_decision to concord_app;
alter table person_decision enable row level security;
create policy person_decision_service on person_decision using ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));

grant delete, insert, select on person_merge to concord_app;
alter table person_merge enable row level security;
create policy person_merge_service on person_merge using ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));

grant delete, insert, select, update on person_suggestion to concord_app;
alter table person_suggestion enable row level security;
create policy person_suggestion_service on person_suggestion using ((service_id = (select concord_service())) and ((select concord_sight()) = 'service'));
