-- Why: wrong codes are counted on the account of their invitation alone, so that no address can be used up for the people behind it.

alter table invitation add column wrong_codes integer not null default 0, add column wrong_since timestamptz;
comment on column invitation.wrong_codes is 'operational: how many wrong one-time codes came for it in the running day, written now and then';
comment on column invitation.wrong_since is 'operational: when the running day of wrong codes began';

alter table one_time_code drop column tries;
comment on column one_time_code.used_at is 'operational: when it was used';

drop table sign_in_limit;
