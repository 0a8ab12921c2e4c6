-- Why: a hold on a person stood open to whoever is connected with that person; only holds on a case were shut (R42).

drop policy legal_hold_connected on legal_hold;
create policy legal_hold_connected on legal_hold as restrictive using (
  ((case_id is null) or (case_id <> all ((select concord_connected())::uuid[])))
  and ((person_id is null) or (person_id <> all ((select concord_connected_persons())::uuid[]))));
