-- Why: free words are sealed as values are: with the key of the person they are about, else of the case; an offence's with a key of its own.

do $$
begin
  if exists (select from text) or exists (select from offence where words is not null) or exists (select from import_row) then
    raise exception using errcode = 'CC001', message = 'This database holds words and referrals that were stored before they were sealed; they are not taken over. Move its folder away (for the embedded one: .data/postgres) and start again.';
  end if;
end
$$;
alter table text add column owner_id uuid not null;
alter table text alter column words type bytea using null;
alter table text rename column sha256 to digest;
comment on column text.owner_id is 'operational: the person they are about, else the case: whose key seals them';
comment on column text.words is 'special-category: the words, sealed with the owner''s key';
comment on column text.digest is 'operational: digest of the words under the owner''s key, to know the same words again; it says nothing without that key and nothing once it is destroyed';
alter table offence alter column words type bytea using null;
comment on column offence.words is 'special-category: kind of offence as the referrer wrote it, sealed with a key of the offence';
comment on column import_row.fingerprint is 'operational: digest of what the referral says, keyed for the service: it says nothing without that key';
