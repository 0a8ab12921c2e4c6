-- Why: a consent belongs to one exact text (R17); kept word for word in each language, it can be reprinted years later (R29).

-- The encoding of a database never changes, which PostgreSQL does not know of convert_to.
create function utf8_sha256(words text) returns bytea language sql immutable strict parallel safe as $$ select sha256(convert_to(words, 'UTF8')) $$;

create table consent_text (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  purpose text not null,
  about text not null default '-',
  version text not null,
  language text not null,
  words text not null,
  sha256 bytea not null generated always as (utf8_sha256(words)) stored,
  draft boolean not null default false,
  published_at timestamptz not null,
  published_by uuid,
  unique (service_id, purpose, about, version, language)
);
comment on table consent_text is 'The exact texts by which people of a service are asked. Nobody changes or removes one: another wording is another version.';
comment on column consent_text.id is 'public: random';
comment on column consent_text.service_id is 'public: whose text it is';
comment on column consent_text.purpose is 'public: what is asked, a purpose of the case core';
comment on column consent_text.about is 'public: the kind of process or of words it is about; - for the purpose in general';
comment on column consent_text.version is 'public: the service''s own name of this wording';
comment on column consent_text.language is 'public: language tag, BCP 47';
comment on column consent_text.words is 'public: the words as they are shown';
comment on column consent_text.sha256 is 'public: hash of the words; a consent in the journal names it';
comment on column consent_text.draft is 'operational: ours, or a translation not yet checked: for the service to approve by publishing a version of its own';
comment on column consent_text.published_at is 'public: from when it could be shown';
comment on column consent_text.published_by is 'operational: member of staff; null for those that came with the program';

create function consent_text_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'a published consent text is final: % refused', lower(tg_op);
end
$$;
create trigger consent_text_final before update or delete or truncate on consent_text
  for each statement execute function consent_text_is_final();

grant select, insert on consent_text to concord_app;
alter table consent_text enable row level security;
create policy consent_text_service on consent_text using (service_id = concord_service())
  with check (service_id = concord_service() and concord_staff());

create table rights_command (
  actor_id text not null,
  key text not null,
  service_id uuid not null references service,
  request_hash bytea not null,
  made uuid not null,
  at timestamptz not null,
  primary key (actor_id, key)
);
comment on table rights_command is 'Which command about texts, holds, agreements and requests was done under which idempotency key, so that it is done once.';
comment on column rights_command.actor_id is 'operational: who asked';
comment on column rights_command.key is 'operational: the key they chose';
comment on column rights_command.service_id is 'operational: the service';
comment on column rights_command.request_hash is 'operational: sha256 of the command, to notice a key used for something else';
comment on column rights_command.made is 'operational: id of what it made or changed';
comment on column rights_command.at is 'operational: when';
grant select, insert on rights_command to concord_app;
alter table rights_command enable row level security;
create policy rights_command_service on rights_command using (service_id = concord_service()
  and (concord_sight() = 'service' or actor_id = concord_who()::text));
