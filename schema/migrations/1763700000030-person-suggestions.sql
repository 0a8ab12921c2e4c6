-- Why: one person comes by two roads; staff are shown who may be the same, and nothing is merged by itself (R10).

alter table service add column match_key bytea not null default sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
comment on column service.match_key is 'secret: keys the tokens by which persons of this service are compared, so that a token says nothing by itself';

create table person_token (
  service_id uuid not null references service,
  token bytea not null,
  person_id uuid not null references person on delete cascade,
  primary key (service_id, token, person_id)
);
create index person_token_person on person_token (person_id);
comment on table person_token is 'Keyed digests of a person''s folded name, birth date, number and address: equal ones are worth comparing. Written by libs/people with the values.';
comment on column person_token.service_id is 'operational: the service; nobody is compared across services';
comment on column person_token.token is 'personal: keyed digest, 16 bytes';
comment on column person_token.person_id is 'operational: whose';

create table person_suggestion (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  person_id uuid not null references person on delete cascade,
  known_id uuid not null references person on delete cascade,
  score integer not null,
  reasons text[] not null,
  found_at timestamptz not null default now(),
  unique (person_id, known_id),
  check (person_id < known_id)
);
create index person_suggestion_known on person_suggestion (known_id);
create index person_suggestion_likeliest on person_suggestion (service_id, score, id);
comment on table person_suggestion is 'Two persons who may be one, for staff to judge. Never acted upon by itself.';
comment on column person_suggestion.id is 'operational: random';
comment on column person_suggestion.service_id is 'operational: the service';
comment on column person_suggestion.person_id is 'operational: one of them, the lesser id';
comment on column person_suggestion.known_id is 'operational: the other';
comment on column person_suggestion.score is 'personal: how likely, from 40 to 100';
comment on column person_suggestion.reasons is 'personal: which of their values agree, as words of libs/intake';
comment on column person_suggestion.found_at is 'operational: when it was found';
