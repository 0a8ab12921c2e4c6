-- Why: at start a process must know whether it has the master key of what is stored, before anybody meets a value that does not open.

create function concord_master_keys() returns table (master_id text, keys bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select k.master_id, count(*) from sealing_key k where k.wrapped is not null group by k.master_id order by k.master_id
$$;
comment on function concord_master_keys() is 'How many keys each master key wraps, over all services; names of master keys say nothing.';
