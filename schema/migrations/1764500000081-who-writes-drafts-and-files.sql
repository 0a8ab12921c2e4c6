-- Why: drafts and files of referrals came after the page of who writes what: to see their rows was enough to write them (R42, R68).

create function concord_drafts(case_id uuid, author uuid) returns boolean language sql stable parallel safe
  return concord_itself() or (author = concord_who()
    and concord_holds(case_id, array['lead', 'coFacilitator', 'supervisor', 'coordinator', 'manager', 'safeguardingLead']));
comment on function concord_drafts(case_id uuid, author uuid) is 'True for the service itself, and for an author who holds a position on the case: a look in an emergency is none.';

do $$
declare
  files constant text := $c$(select concord_has(array['coordinator', 'manager']))$c$;
  written record;
begin
  for written in select * from (values
    ('draft', 'insert', $c$concord_drafts(case_id, author_id)$c$),
    ('draft', 'update', $c$concord_drafts(case_id, author_id)$c$),
    ('draft', 'delete', $c$concord_drafts(case_id, author_id)$c$),
    ('referral_file', 'insert', files || $c$ and (sent_by = coalesce((select concord_who()), sent_by))$c$),
    ('referral_file', 'update', files), ('referral_file', 'delete', files),
    ('referral_row_returned', 'insert', files), ('referral_row_returned', 'update', files), ('referral_row_returned', 'delete', files),
    ('referral_mapping', 'insert', files || $c$ and (saved_by = coalesce((select concord_who()), saved_by))$c$)
  ) as w ("table", verb, condition)
  loop
    execute format('create policy %I on %I as restrictive for %s %s (%s)', written."table" || '_written_' || written.verb, written."table", written.verb,
      case written.verb when 'insert' then 'with check' else 'using' end, written.condition);
  end loop;
end
$$;
