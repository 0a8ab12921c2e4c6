-- Why: somebody who refers themselves may stop in the middle and come back by a code, and what they typed must be safe until they send it.

create table self_referral (
  id uuid primary key,
  service_id uuid not null references service,
  code_hash bytea not null unique,
  session_hash bytea,
  answers bytea not null,
  began_at timestamptz not null,
  expires_at timestamptz not null,
  sent_at timestamptz,
  check (expires_at > began_at)
);
comment on table self_referral is 'Answers of somebody who refers themselves, until they send them or their days are over.';
comment on column self_referral.id is 'operational: random';
comment on column self_referral.service_id is 'operational: the service';
comment on column self_referral.code_hash is 'secret: HMAC of the code with the service''s key';
comment on column self_referral.session_hash is 'secret: sha256 of what the browser that is open now holds; null once it was left';
comment on column self_referral.answers is 'special-category: the answers, sealed with a key made from the code: whoever has not the code cannot read them';
comment on column self_referral.began_at is 'operational: when the first question was answered';
comment on column self_referral.expires_at is 'operational: when it is deleted at the latest';
comment on column self_referral.sent_at is 'operational: when it was sent and taken';
create index self_referral_expires on self_referral (service_id, expires_at);

grant delete, insert, select, update on self_referral to concord_app;
alter table self_referral enable row level security;
-- The service itself alone, on behalf of whoever brings the code.
create policy self_referral_service on self_referral using ((service_id = (select concord_service())) and ((select concord_sight()) = 'service') and ((select concord_who()) is null));

create table self_referral_limit (
  key text primary key,
  points integer not null default 0,
  expire bigint
);
comment on table self_referral_limit is 'How often self-referrals were begun, sent and taken up again, counted by rate-limiter-flexible.';
comment on column self_referral_limit.key is 'operational: HMAC of an address, a network or a service: none of them can be told from it';
comment on column self_referral_limit.points is 'operational: how many so far';
comment on column self_referral_limit.expire is 'operational: when counting begins anew, in milliseconds';

grant delete, insert, select, update on self_referral_limit to concord_app;
alter table self_referral_limit enable row level security;
-- Counters belong to no service, and say nothing.
create policy self_referral_limit_all on self_referral_limit using (true);
