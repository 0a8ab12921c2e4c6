-- Why: an offence is found by the referrer's reference however it is spelt: letter case, spaces and kinds of dashes apart.

create function concord_folded(reference text) returns text language sql immutable parallel safe return
  upper(translate(regexp_replace(normalize(reference, nfkc), '\s', '', 'g'), '‐‑‒–—―−', '-------'));
comment on function concord_folded(reference text) is 'A reference as it is compared.';
grant execute on function concord_folded(reference text) to concord_app;

alter table offence add column folded text generated always as (concord_folded(reference)) stored;
comment on column offence.folded is 'operational: the reference as it is compared';
drop index offence_reference;
create index offence_reference on offence (service_id, folded);
