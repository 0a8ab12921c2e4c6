-- Why: sessions end everywhere at once, codes are known by their digests alone, and guessing is counted across processes.

create table invitation (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  case_id uuid not null references case_file,
  participant_id uuid not null,
  code_hash bytea not null unique,
  how text not null,
  made_at timestamptz not null,
  made_by uuid not null references staff,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references staff,
  waiting bytea,
  sent_at timestamptz,
  check (how = any (array['post', 'phone', 'inPerson', 'safeChannel'])),
  foreign key (case_id, participant_id) references participant(case_id, id)
);
comment on table invitation is 'An invitation for a participant to sign in.';
comment on column invitation.id is 'operational: random; no part of the code';
comment on column invitation.service_id is 'operational: the service';
comment on column invitation.case_id is 'operational: the case';
comment on column invitation.participant_id is 'operational: who is invited; the person is whoever takes part under this id';
comment on column invitation.code_hash is 'secret: HMAC of the code with the service''s key';
comment on column invitation.how is 'operational: how the code reaches them';
comment on column invitation.made_at is 'operational: when';
comment on column invitation.made_by is 'operational: by which member of staff';
comment on column invitation.expires_at is 'operational: when it can no longer be used';
comment on column invitation.used_at is 'operational: when somebody signed in with it';
comment on column invitation.revoked_at is 'operational: when it was taken back';
comment on column invitation.revoked_by is 'operational: by which member of staff';
comment on column invitation.waiting is 'secret: the code, sealed, until the post has taken it';
comment on column invitation.sent_at is 'operational: when the post took it';
create index invitation_case on invitation (case_id, participant_id);
create index invitation_waiting on invitation (service_id, expires_at) where (waiting is not null);

create table one_time_code (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  invitation_id uuid not null references invitation,
  code_hash bytea not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  used_at timestamptz,
  read_by uuid references staff,
  checked text,
  waiting bytea,
  sent_at timestamptz,
  check ((read_by is null) = (checked is null)),
  check (expires_at <= (made_at + '00:10:00'::interval)),
  check (checked = any (array['inPerson', 'calledBack', 'questions']))
);
comment on table one_time_code is 'The second half of signing in: good for minutes, once, for one invitation.';
comment on column one_time_code.id is 'operational: random';
comment on column one_time_code.service_id is 'operational: the service';
comment on column one_time_code.invitation_id is 'operational: what it is good for';
comment on column one_time_code.code_hash is 'secret: HMAC of both codes with the service''s key';
comment on column one_time_code.made_at is 'operational: when';
comment on column one_time_code.expires_at is 'operational: ten minutes later at most';
comment on column one_time_code.tries is 'operational: how often a code was tried while this one was good';
comment on column one_time_code.used_at is 'operational: when it was used or replaced';
comment on column one_time_code.read_by is 'operational: the member of staff who read it out; null when it was sent';
comment on column one_time_code.checked is 'operational: how they made sure who they were speaking to';
comment on column one_time_code.waiting is 'secret: the code, sealed, until the post has taken it';
comment on column one_time_code.sent_at is 'operational: when the post took it';
create index one_time_code_invitation on one_time_code (invitation_id);
create index one_time_code_waiting on one_time_code (service_id, expires_at) where (waiting is not null);

create table session (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  person_id uuid not null references person,
  kind text not null,
  token_hash bytea not null unique,
  proof_hash bytea unique,
  roles text[],
  scopes text[] not null default '{}',
  invitation_id uuid references invitation,
  began_at timestamptz not null,
  last_seen_at timestamptz not null,
  idle_minutes integer not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  check (idle_minutes > 0),
  check (kind = any (array['staff', 'participant']))
);
comment on table session is 'A stay of one person on one device, known by the hash of its token.';
comment on column session.id is 'operational: random';
comment on column session.service_id is 'operational: the service';
comment on column session.person_id is 'operational: who';
comment on column session.kind is 'operational: staff or participant: somebody who is both has two lives';
comment on column session.token_hash is 'secret: sha256 of the token, which has 256 random bits';
comment on column session.proof_hash is 'secret: sha256 of the ID token it was opened with, so that each opens one session';
comment on column session.roles is 'operational: roles that the issuer claimed; null where the staff register says them';
comment on column session.scopes is 'operational: what the token allows beside the roles';
comment on column session.invitation_id is 'operational: the invitation a participant came with';
comment on column session.began_at is 'operational: when it was opened';
comment on column session.last_seen_at is 'operational: when it was last used, to the minute';
comment on column session.idle_minutes is 'operational: minutes without use after which it ends';
comment on column session.expires_at is 'operational: when it ends at the latest';
comment on column session.ended_at is 'operational: when it was ended by somebody';
create index session_invitation on session (invitation_id) where (ended_at is null);
create index session_person on session (person_id) where (ended_at is null);

create table sign_in_limit (
  key text primary key,
  points integer not null default 0,
  expire bigint
);
comment on table sign_in_limit is 'How often sign-in was tried, counted by rate-limiter-flexible.';
comment on column sign_in_limit.key is 'operational: HMAC of an address, a network or a code: none of them can be told from it';
comment on column sign_in_limit.points is 'operational: tries so far';
comment on column sign_in_limit.expire is 'operational: when counting begins anew, in milliseconds';

-- Who a session belongs to, once a request: the session by its token, then the person as the register has them at this moment.
create function concord_session(token bytea, at timestamptz, today date) returns table (session_id uuid, service_id uuid, person_id uuid, kind text, roles text[], scopes text[], began_at timestamptz, last_seen_at timestamptz, expires_at timestamptz, idle_minutes integer) language plpgsql as $$
declare found_one session;
begin
  perform set_config('concord.secret', encode(token, 'hex'), true);
  select * into found_one from session s where s.token_hash = token and s.ended_at is null and s.expires_at > at
    and s.last_seen_at + make_interval(mins => s.idle_minutes) > at;
  if not found then return; end if;
  perform set_config('concord.service', found_one.service_id::text, true), set_config('concord.sight', 'service', true), set_config('concord.who', '', true);
  return query select found_one.id, found_one.service_id, found_one.person_id, found_one.kind, coalesce(found_one.roles, st.roles), found_one.scopes,
      found_one.began_at, greatest(found_one.last_seen_at, at), found_one.expires_at, found_one.idle_minutes
    from person p left join staff st on st.id = p.id and found_one.kind = 'staff'
    where p.id = found_one.person_id and (found_one.kind = 'participant' or concord_at_work(st.active, st.availability, st.back_on, today));
  if found and found_one.last_seen_at <= at - interval '1 minute' then
    update session s set last_seen_at = at where s.id = found_one.id and s.last_seen_at <= at - interval '1 minute';
  end if;
end
$$;
comment on function concord_session(token bytea, at timestamp with time zone, today date) is 'The session with this token hash and who it belongs to now; no row when it has ended or they are not let in any more.';

grant delete, insert, select, update on invitation to concord_app;
alter table invitation enable row level security;
-- Sign-in of the service itself, staff who have declared, and whoever has the code.
create policy invitation_service on invitation using (((service_id = concord_service()) and (concord_sight() = 'service') and (concord_who() is null)) or concord_details(case_id) or concord_knows(code_hash));

grant delete, insert, select, update on one_time_code to concord_app;
alter table one_time_code enable row level security;
-- A one-time code is seen with its invitation.
create policy one_time_code_invitation on one_time_code using (EXISTS ( select FROM invitation i where (i.id = one_time_code.invitation_id)));

grant delete, insert, select, update on session to concord_app;
alter table session enable row level security;
-- One's own, the service's own work, and whoever has the token.
create policy session_own on session using (((service_id = concord_service()) and ((person_id = any (array( select unnest(concord_same(concord_who())) as unnest))) or ((concord_sight() = 'service') and (concord_who() is null)))) or concord_knows(token_hash));

grant delete, insert, select, update on sign_in_limit to concord_app;
alter table sign_in_limit enable row level security;
-- Counters belong to no service, and say nothing.
create policy sign_in_limit_all on sign_in_limit using (true);
