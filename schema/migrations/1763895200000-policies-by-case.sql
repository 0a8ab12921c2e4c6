-- Why: behind row-level security PostgreSQL takes "is service or …" for one row in two hundred, expects no page to fill, and sorts whole tables. A CASE it takes for half of them, and reads a page in its order.
alter policy case_file_read on case_file using (service_id = (select concord_service()) and case when (select concord_sight()) = 'service' then true
  else id = any ((select concord_cases())::uuid[]) end);
alter policy task_read on task using (service_id = (select concord_service()) and case when (select concord_sight()) = 'service' then true
  else case_id = any ((select concord_declared())::uuid[])
    or ((select concord_sight()) = 'staff' and assignee_id = (select concord_who()) and case_id = any ((select concord_cases())::uuid[])) end);
alter policy notice_read on notice using (service_id = (select concord_service()) and case when (select concord_sight()) = 'service' then true
  else case_id = any ((select concord_declared())::uuid[]) or recipient_id = any ((select concord_parts())::uuid[]) end);
alter policy participant_read on participant using (service_id = (select concord_service()) and case when (select concord_sight()) = 'service' then true
  else case_id = any ((select concord_declared())::uuid[])
    or ((select concord_sight()) = 'participant' and person_id = (select concord_who())) end);
