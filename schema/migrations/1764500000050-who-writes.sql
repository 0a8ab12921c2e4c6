-- Why: seeing a row was enough to write it. PostgreSQL now asks in what position whoever writes stands, beside the program (R42, R68).

create function concord_roles() returns text[] language sql stable parallel safe
  return string_to_array(coalesce(current_setting('concord.roles', true), ''), ' ');
comment on function concord_roles() is 'The roles with which a member of staff looks; none for everybody else.';

create function concord_itself() returns boolean language sql stable parallel safe
  return (concord_who() is null);
comment on function concord_itself() is 'True for what the service does of itself, and for visitors, whom every policy of reading bounds.';

create function concord_has(roles text[]) returns boolean language sql stable parallel safe
  return (concord_who() is null) or (roles && concord_roles());
comment on function concord_has(roles text[]) is 'True for the service itself, and for staff who hold one of these roles.';

-- Whoever sees a case in an emergency alone holds no position on it, and so writes nothing.
create function concord_holds(case_id uuid, positions text[]) returns boolean language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select concord_who() is null or (concord_details(case_id) and (positions && concord_roles()
    or exists (select from case_file c where c.id = $1 and c.facts -> 'facilitators' -> 'assigned' -> concord_who()::text ->> 'duty' = any (positions))))
$$;
comment on function concord_holds(case_id uuid, positions text[]) is 'True for the service itself, and for staff who hold one of these duties or roles on the case.';
revoke execute on function concord_holds(case_id uuid, positions text[]) from public;
grant execute on function concord_holds(case_id uuid, positions text[]) to concord_app;

create function concord_addressed(case_id uuid, supplier text, assignee uuid) returns boolean language sql stable parallel safe security definer set search_path to public, pg_temp as $$
  select case when concord_who() is null then true
    when assignee is null then concord_holds(case_id, case supplier when 'facilitator' then array['lead', 'coFacilitator'] else array[supplier] end)
    else assignee = concord_who() and (concord_sight() = 'service' and concord_details(case_id) or case_id = any (concord_works_on(assignee))) end
$$;
comment on function concord_addressed(case_id uuid, supplier text, assignee uuid) is 'True where a task is for whoever writes to finish: theirs by name, or addressed to nobody else than a position they hold.';
revoke execute on function concord_addressed(case_id uuid, supplier text, assignee uuid) from public;
grant execute on function concord_addressed(case_id uuid, supplier text, assignee uuid) to concord_app;

-- Who writes what, verb by verb, on top of the policies that say which rows are there at all: a restrictive one lets nobody in.
-- Most is the service's own, in whose transactions the program has judged; what staff write in their own name names them.
do $$
declare
  itself constant text := '(select concord_itself())';
  written record;
begin
  for written in select * from (values
    ('answer', 'insert', itself), ('case_file', 'insert', itself), ('case_file', 'update', itself), ('case_offence', 'insert', itself),
    ('connection', 'insert', itself), ('decliner', 'insert', itself),
    ('emergency_access', 'insert', itself), ('emergency_access', 'update', itself), ('import_batch', 'insert', itself), ('import_row', 'insert', itself),
    ('invitation', 'delete', itself), ('journal', 'insert', itself), ('notice', 'insert', itself), ('notice', 'update', itself), ('notice', 'delete', itself),
    ('offence', 'insert', itself), ('one_time_code', 'update', itself), ('one_time_code', 'delete', itself), ('participant', 'insert', itself),
    ('participant', 'update', itself), ('person', 'insert', itself), ('person', 'update', itself), ('person', 'delete', itself), ('person_decision', 'insert', itself),
    ('person_merge', 'insert', itself), ('person_merge', 'delete', itself), ('person_suggestion', 'insert', itself), ('person_suggestion', 'update', itself),
    ('person_suggestion', 'delete', itself), ('person_token', 'insert', itself), ('person_token', 'delete', itself), ('personal_value', 'insert', itself),
    ('personal_value', 'update', itself), ('personal_value', 'delete', itself), ('retention_run', 'insert', itself), ('sealing_key', 'update', itself),
    ('sealing_key', 'delete', itself), ('self_referral', 'insert', itself), ('self_referral', 'update', itself), ('self_referral', 'delete', itself),
    ('session', 'insert', itself), ('session', 'delete', itself), ('task', 'insert', itself), ('task', 'delete', itself), ('text', 'insert', itself), ('text', 'delete', itself),
    ('sealing_key', 'insert', $c$(select concord_has(array['coordinator', 'manager', 'safeguardingLead']))$c$),
    ('consent_text', 'insert', $c$(select concord_has(array['manager']))$c$),
    ('record_class', 'insert', $c$(select concord_has(array['manager']))$c$),
    ('organisation', 'insert', $c$(select concord_has(array['manager']))$c$),
    ('sharing_agreement', 'insert', $c$(select concord_has(array['manager']))$c$),
    ('sharing_agreement', 'update', $c$(select concord_has(array['manager']))$c$),
    ('retention_proposal', 'insert', $c$(select concord_has(array['manager']))$c$),
    ('retention_proposal', 'update', $c$(select concord_has(array['manager']))$c$),
    ('legal_hold', 'insert', $c$(select concord_has(array['manager', 'safeguardingLead'])) and (placed_by = coalesce((select concord_who()), placed_by))$c$),
    ('legal_hold', 'update', $c$(select concord_has(array['manager', 'safeguardingLead']))$c$),
    ('disclosure', 'insert', $c$(select concord_has(array['manager', 'safeguardingLead'])) and (by = coalesce((select concord_who()), by))$c$),
    ('subject_request', 'insert', $c$(select concord_has(array['coordinator', 'manager'])) and (recorded_by = coalesce((select concord_who()), recorded_by))$c$),
    ('subject_request', 'update', $c$(select concord_has(array['manager']))$c$),
    ('subject_review', 'insert', $c$(select concord_has(array['manager', 'safeguardingLead'])) and (by = coalesce((select concord_who()), by)) and exists (select from subject_request r where r.id = subject_review.request_id)$c$),
    ('support_service', 'insert', $c$(select concord_has(array['coordinator', 'manager']))$c$),
    ('support_service', 'update', $c$(select concord_has(array['coordinator', 'manager']))$c$),
    ('support_service', 'delete', $c$(select concord_has(array['coordinator', 'manager']))$c$),
    ('invitation', 'insert', $c$concord_holds(case_id, array['lead', 'coFacilitator', 'coordinator']) and (made_by = coalesce((select concord_who()), made_by))$c$),
    ('invitation', 'update', $c$concord_holds(case_id, array['lead', 'coFacilitator', 'supervisor', 'coordinator', 'manager', 'safeguardingLead'])$c$),
    ('one_time_code', 'insert', $c$((select concord_itself()) or (read_by = (select concord_who()) and exists (select from invitation i where i.id = one_time_code.invitation_id and concord_holds(i.case_id, array['lead', 'coFacilitator', 'coordinator']))))$c$),
    ('done_command', 'insert', $c$((select concord_itself()) or actor_id = (select concord_who())::text)$c$),
    ('task', 'update', $c$concord_addressed(case_id, supplier, assignee_id)$c$)
  ) as w ("table", verb, condition)
  loop
    execute format('create policy %I on %I as restrictive for %s %s (%s)', written."table" || '_written_' || written.verb, written."table", written.verb,
      case written.verb when 'insert' then 'with check' else 'using' end, written.condition);
  end loop;
end
$$;
