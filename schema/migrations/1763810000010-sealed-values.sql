-- Why: what is held about a person stands sealed in the database, and what finds them again is keyed under the master key.

-- Nothing real was kept before this: what was stored in the open cannot be sealed here, where there is no key, and is not thrown away unasked.
do $$
begin
  if exists (select from personal_value) then
    raise exception using errcode = 'CC001', message = 'This database holds personal data that was stored before it was sealed; it is not taken over. Move its folder away (for the embedded one: .data/postgres) and start again.';
  end if;
end
$$;
alter table personal_value alter column value type bytea using null;
comment on column personal_value.value is 'special-category: the value, sealed with the person''s key; needs and victimhood can be read from it, so it takes the strictest class of its fields';
alter table service drop column match_key;
